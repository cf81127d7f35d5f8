/** The page as a person uses it in any engine: places, fields and figures by their names in the language of the journey. */
import { expect } from '@playwright/test';
import { item, packWords, words, type AssessmentFile, type Language, type Values, type Words } from '../support/words.ts';
import { arrived, empty, type Engine, type Found, type Profile, type Window } from './engine.ts';

/** A name as it is looked for: whole, or as a pattern. */
type Name = string | RegExp;

/** Waits on a condition; how long one may take on a busy machine is a bound and no measure. */
const until = (check: () => Promise<void>) => expect(check).toPass({ intervals: [30, 60, 100], timeout: 30_000 });

/** Finds what can be seen by its role and its accessible name. Runs in the page. */
function locate(role: string, name: string, isPattern: boolean): Element | undefined {
  const kinds: Record<string, string> = {
    button: 'button',
    cell: 'td, th',
    heading: 'h1, h2',
    link: 'a[href]',
    radio: 'input[type=radio], [role=radio]',
    textbox: 'textarea, input:not([type]), input[type=text]',
  };
  const text = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const named = (element: Element) => {
    const by = element.getAttribute('aria-labelledby')?.split(' ').map((id) => text(document.getElementById(id))).join(' ');
    const labels = [...((element as HTMLInputElement).labels ?? [])].map(text).join(' ');
    return element.getAttribute('aria-label') || by || labels || text(element);
  };
  const fits = (said: string) => (isPattern ? new RegExp(name).test(said) : said === name);
  return [...document.querySelectorAll(kinds[role])].find((element) => element.getClientRects().length > 0 && fits(named(element)));
}

/** Answers once nothing of the page has changed or moved for some moments. Runs in the page. */
async function resting(): Promise<void> {
  // A window that is hidden has no frames.
  const moment = () => new Promise((resolve) => setTimeout(resolve, 20));
  const places = () => [...document.querySelectorAll('button, a[href], input')].map((element) => JSON.stringify(element.getBoundingClientRect())).join();
  for (let before = '', same = 0; same < 3; ) {
    const now = places();
    same = now === before ? same + 1 : 0;
    before = now;
    await moment();
  }
}

export class Visit {
  readonly w: Words;
  readonly pack: Words;

  private constructor(
    readonly engine: Engine,
    private readonly profile: Profile,
    readonly window: Window,
    readonly address: string,
    readonly language: Language,
  ) {
    this.w = words(language);
    this.pack = packWords(language);
  }

  /** The home page in a profile in which only the language has been chosen. */
  static async begin(engine: Engine, profile: Profile, address: string, language: Language): Promise<Visit> {
    const visit = new Visit(engine, profile, await profile.open(), address, language);
    await visit.window.goto(address);
    await visit.window.run((language) => localStorage.setItem('award-kit.language', JSON.stringify(language)), language);
    await visit.window.reload();
    await visit.see('heading', visit.w('home.title'));
    return visit;
  }

  /** The home page as an engine shows it that lacks some things. */
  async lacking(names: string) {
    await this.window.goto(`${this.address}?without=${names}`);
    await this.see('heading', this.w('home.title'));
  }

  /** The same place in another window. */
  async another(): Promise<Visit> {
    const other = new Visit(this.engine, this.profile, await this.profile.open(), this.address, this.language);
    await other.window.goto(await this.window.ask(() => location.href));
    return other;
  }

  // What there is to see

  private find(role: string, name: Name): Promise<Found | undefined> {
    return this.window.element(locate, role, name instanceof RegExp ? name.source : name, name instanceof RegExp);
  }

  async see(role: string, name: Name) {
    await until(async () => expect(await this.find(role, name), `${role} "${name}"`).toBeDefined());
  }

  /** Presses what has this role and name, as soon as it is there and rests: a press on what moves meets something else. */
  async press(role: string, name: Name) {
    await until(async () => {
      await this.window.ask(resting);
      const found = await this.find(role, name);
      expect(found, `${role} "${name}"`).toBeDefined();
      await this.window.click(found);
    });
  }

  async type(field: Name, text: string) {
    await this.see('textbox', field);
    await this.window.type(await this.find('textbox', field), text);
  }

  /** Writes at the end of a field and loads the page anew before anything else can happen: no timer comes any more. */
  async writeAndReload(field: string, text: string) {
    await this.type(field, ' ');
    await this.window.run((text) => {
      const page = window as unknown as { left?: boolean };
      page.left = true;
      setTimeout(() => {
        window.setTimeout = (() => 0) as unknown as typeof setTimeout;
        document.execCommand('delete');
        document.execCommand('insertText', false, text);
        location.reload();
      });
    }, text);
    await until(async () => expect(await this.window.ask(() => (window as unknown as { left?: boolean }).left ?? false), 'still the page that is left').toBe(false));
  }

  /** Waits until the first element of a selector says this, and nothing else where it is a text. */
  async says(selector: string, told: Name) {
    const expected = told instanceof RegExp ? expect.stringMatching(told) : told;
    await until(async () => expect(await this.text(selector), selector).toEqual(expected));
  }

  /** Waits until a text stands somewhere in the page. */
  async reads(text: string) {
    const there = () => this.window.ask((text) => document.querySelector('main')?.textContent?.includes(text), text);
    await until(async () => expect(await there(), `"${text}" in the page`).toBe(true));
  }

  private text(selector: string): Promise<string | null> {
    return this.window.ask((selector) => document.querySelector(selector)?.textContent?.trim() ?? null, selector);
  }

  async holds(field: string, value: string) {
    await until(async () => {
      const found = await this.find('textbox', field);
      expect(found, `textbox "${field}"`).toBeDefined();
      expect(await this.window.value(found), field).toBe(value);
    });
  }

  // Places

  async create() {
    await this.press('button', this.w('home.new'));
    await this.see('heading', this.w('organisation.title'));
  }

  async sample() {
    await this.press('button', this.w('home.sample_open'));
    await this.see('heading', this.w('overview.title'));
  }

  /** Goes to a page of the open assessment by its address. */
  async go(place: string) {
    await this.window.run((place) => void (location.hash = `${location.hash.split('/').slice(0, 2).join('/')}/${place}`), place);
    await this.see('heading', place.startsWith('item/') ? this.itemName(place.slice('item/'.length)) : this.w(place === 'evidence' ? 'register.title' : `${place}.title`));
  }

  async home() {
    await this.window.run(() => void (location.hash = '#/'));
    await this.see('heading', this.w('home.title'));
  }

  itemName = (id: string): string => `${item(id).number} ${this.pack(`item.${id}`)}`;

  answer = (rubric: string, factor: string): string => this.pack(`factor.${rubric}.${factor}`);

  /** The page says that everything is kept. */
  saved = () => this.says('header .saved', new RegExp(`^${this.w('saved.at', { time: '\\d\\d:\\d\\d' })}$`));

  /** Leaves the field that is written in, and waits until everything is kept. */
  async settled() {
    await this.window.run(() => (document.activeElement as HTMLElement | null)?.blur());
    await this.saved();
  }

  button = (key: string, values?: Values) => this.press('button', this.w(key, values));

  /** Everything kept of the assessments, as it lies in the database. */
  async kept(): Promise<AssessmentFile[]> {
    const contents = await this.window.ask(async () => {
      const answer = <T>(request: IDBRequest<T>) => new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
      const database = await answer(indexedDB.open('award-kit'));
      const records = database.transaction('assessments').objectStore('assessments');
      const [keys, values] = await Promise.all([answer(records.getAllKeys()), answer(records.getAll())]);
      database.close();
      // By id and revision, in that order, so that the last one stays.
      return Object.values(Object.fromEntries(keys.map((key, at) => [String(key).split('/')[0], values[at].content as string])));
    });
    return contents.map((content) => JSON.parse(content));
  }

  // Files

  /** What arrives among the downloads after a press. */
  async download(press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
    empty(this.engine.downloads);
    await press();
    await until(async () => expect(arrived(this.engine.downloads), 'a file among the downloads').toBeDefined());
    return arrived(this.engine.downloads)!;
  }

  /** Hands a file to the hidden field behind a button. */
  async give(selector: string, path: string) {
    const find = () => this.window.element((selector) => document.querySelector(selector), selector);
    await until(async () => expect(await find(), selector).toBeDefined());
    await this.window.give(await find(), path);
  }
}
