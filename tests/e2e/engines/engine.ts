/** What a journey asks of a browser engine, whichever protocol drives it. */
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** An element as its engine names it. */
export type Found = unknown;

/** An open window of the page. */
export interface Window {
  goto(address: string): Promise<void>;
  reload(): Promise<void>;
  /** What a function of the page answers; it goes over as text, and so do its arguments and its answer. */
  run<Given extends unknown[], Answer>(act: (...given: Given) => Answer, ...given: Given): Promise<Awaited<Answer>>;
  /** The same of a function that changes nothing, so that it may be asked again. */
  ask<Given extends unknown[], Answer>(question: (...given: Given) => Answer, ...given: Given): Promise<Awaited<Answer>>;
  /** The element a function of the page finds. */
  element<Given extends unknown[]>(find: (...given: Given) => Element | undefined | null, ...given: Given): Promise<Found | undefined>;
  /** By the pointer. */
  click(element: Found): Promise<void>;
  /** By keys, into the element that has the focus already or gets it by that. */
  type(element: Found, text: string): Promise<void>;
  /** What stands in a field. */
  value(field: Found): Promise<string>;
  /** What the browser's dialog would hand over. */
  give(input: Found, path: string): Promise<void>;
}

/** A profile of its own, with nothing kept in it. */
export interface Profile {
  /** Another window of this profile. */
  open(): Promise<Window>;
  close(): Promise<void>;
}

/** A running engine. */
export interface Engine {
  /** Name and version, as it tells them. */
  readonly name: string;
  /** Errors of the page and whatever else must not happen, as far as this engine tells it. */
  readonly faults: string[];
  /** Where it puts what is downloaded. */
  readonly downloads: string;
  profile(): Promise<Profile>;
  close(): Promise<void>;
}

/** The one file that lies in a folder of downloads in full; none while it is still being written. */
export function arrived(folder: string): { name: string; bytes: Buffer } | undefined {
  const names = readdirSync(folder);
  if (names.length !== 1 || /\.(part|wkdownload)$/.test(names[0])) return undefined;
  const bytes = readFileSync(join(folder, names[0]));
  return bytes.length > 0 ? { name: names[0], bytes } : undefined;
}

export function empty(folder: string) {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
}

/** The text of a call that gives its arguments and its answer as JSON, because the protocols have ideas of their own of values. */
export const asJson = (run: Function): string => `async (given) => JSON.stringify((await (${run})(...JSON.parse(given))) ?? null)`;

/** The text of a call that takes its arguments as JSON and answers an element. */
export const asElement = (find: Function): string => `(given) => (${find})(...JSON.parse(given)) ?? null`;
