/** The texts of the page, read from the files the page itself is built from, so that no test repeats a word. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type Language = 'zh' | 'en';
export type Values = Record<string, string | number>;
export type Words = (key: string, values?: Values) => string;

export const root = resolve(import.meta.dirname, '../../..');

const read = (path: string): Record<string, string> => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** Puts values into the places of a text, as the page does: `{n} of {all}`. */
export function fill(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));
}

/** A text as a pattern: something stands in each of its places. */
export function pattern(text: string): RegExp {
  const literal = (part: string) => part.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  return new RegExp(`^${text.split(/\{\w+\}/).map(literal).join('.+?')}$`, 's');
}

function teller(texts: Record<string, string>, of: string): Words {
  return (key, values) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`${of} has no text "${key}"`);
    return fill(text, values);
  };
}

/** What `build.rs` makes of English where AWARD_KIT_PSEUDO is set: with accents, and a third longer. */
function pseudo(key: string, text: string): string {
  const [plain, accented] = ['aceinosuyACEINOSUY', 'àçéîñöšûýÀÇÉÎÑÖŠÛÝ'];
  if (key.endsWith('file') || key.includes('sheet_')) return text;
  const line = (line: string) =>
    line.replace(/\{\w+\}|[a-zA-Z]/g, (mark) => accented[mark.length > 1 ? -1 : plain.indexOf(mark)] ?? mark) +
    Array.from({ length: Math.ceil([...line].length / 3) }, (_, at) => (at % 6 === 0 ? ' ' : 'ẋ')).join('');
  return text.split('\n').map(line).join('\n');
}

/** The page's own words in a language. */
export function words(language: Language): Words {
  const folder = `src/language/${language}`;
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith('.json'));
  const texts: Record<string, string> = Object.assign({}, ...files.map((name) => read(`${folder}/${name}`)));
  if (process.env.AWARD_KIT_PSEUDO && language === 'en') for (const key of Object.keys(texts)) texts[key] = pseudo(key, texts[key]!);
  return teller(texts, folder);
}

/** The words of a criteria pack in a language, over those of the pack it builds on. */
export function packWords(language: Language, id = 'beijing-2016'): Words {
  const { edition } = packFile(id);
  const texts = Object.entries(packTexts(language, id)).map(([key, text]) => [key, text.replaceAll('{edition}', edition)]);
  return teller({ ...Object.fromEntries(texts), ...filled(language, id) }, `criteria/${id}`);
}

/** The texts of a pack that say its figures, as the build lays them beside the page; of other packs the edition alone is filled in. */
function filled(language: Language, id: string): Record<string, string> {
  const laid = join(root, `assets/packs/pack.${id}.json`);
  return existsSync(laid) ? JSON.parse(readFileSync(laid, 'utf8')).filled[language] : {};
}

function packTexts(language: Language, id: string): Record<string, string> {
  const { base } = packFile(id);
  return { ...(base ? packTexts(language, base) : {}), ...read(`criteria/${id}/text.${language}.json`) };
}

/** What the interview of the national items says in a language. */
export function interviewWords(language: Language): Words {
  return teller(read(`criteria/gbt-19580-2012/interview.${language}.json`), 'the interview');
}

/** A day as running text has it: `2016年12月2日`, `2 December 2016`. */
export function day(w: Words, written: string): string {
  const [year, month, date] = written.split('-').map(Number);
  return w('date.format', { year, month: w('date.months').split('|')[month - 1], day: date });
}

/** What the default pack holds, as far as tests need it. */
export interface Item {
  id: string;
  number: string;
  points: number;
  rubric: string;
}

interface Pack {
  edition: string;
  base?: string;
  categories: { id: string; number: string; items: Item[] }[];
  rubrics: { id: string; factors: { id: string }[]; bands: { id: string; from: number; to: number }[] }[];
  scoring: { total: number; step: number };
}

function packFile(id: string): Pack {
  return JSON.parse(readFileSync(join(root, `criteria/${id}/pack.json`), 'utf8'));
}

/** A pack's structure, over that of the pack it builds on. */
export function packOf(id: string): Pack {
  const own = packFile(id);
  return own.base ? { ...packOf(own.base), ...own } : own;
}

export const pack: Pack = packOf('beijing-2016');
export const items: Item[] = pack.categories.flatMap((category) => category.items);

export function item(id: string): Item {
  const found = items.find((item) => item.id === id);
  if (!found) throw new Error(`the pack has no item "${id}"`);
  return found;
}

/** An assessment file, as far as tests look into it. */
export interface AssessmentFile {
  pack: { id: string };
  version: string;
  fictional: boolean;
  organisation: Record<string, string | number | null> & { name: string };
  eligibility: Record<string, unknown>;
  items: Record<string, { percent: number | null; answers: Record<string, Record<string, string>>; bands: Record<string, string>; evidence: string[]; strengths: string }>;
}

/** The worked sample's file. */
export function sample(language: Language): AssessmentFile {
  return JSON.parse(readFileSync(join(root, `assets/samples/manufacturing.${language}.json`), 'utf8'));
}

/** The total of an assessment file, by the pack's points and the file's percentages. */
export function totalOf(file: Pick<AssessmentFile, 'items'>): number {
  const hundredths = items.reduce((sum, item) => sum + item.points * (file.items[item.id]?.percent ?? 0), 0);
  return hundredths / 100;
}
