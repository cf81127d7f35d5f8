/** The page as a person uses it: places, fields and figures by their names in the language of the test. */
import { readFile } from 'node:fs/promises';
import { expect, type Download, type Locator, type Page } from '@playwright/test';
import { item, packWords, sample, words, type AssessmentFile, type Language, type Values, type Words } from './words.ts';

export type Place = 'overview' | 'organisation' | 'eligibility' | 'evidence' | 'departments' | 'figures' | 'result' | 'improvement' | 'next' | 'compare' | 'under' | 'road' | 'panel' | 'versions' | 'draft' | 'red-pen' | `item/${string}` | `indicators/${string}`;

/** What of the address follows the id of an assessment: the overview has nothing more. */
export const path = (place: Place) => (place === 'overview' ? '' : `/${place}`);

/** A file as the browser's dialog hands it over. */
export interface GivenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const jsonFile = (name: string, content: string | Buffer): GivenFile => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(content),
});

export class Kit {
  readonly w: Words;
  readonly pack: Words;

  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {
    this.w = words(language);
    this.pack = packWords(language);
  }

  /** The same helper for another window. */
  on(page: Page): Kit {
    return new Kit(page, this.language);
  }

  // Places

  async home() {
    await this.page.goto('#/');
    await expect(this.page.getByRole('heading', { level: 1, name: this.w('home.title') })).toBeVisible();
  }

  async settings() {
    await this.page.goto('#/settings');
    await expect(this.page.getByRole('heading', { level: 1, name: this.w('settings.title') })).toBeVisible();
  }

  /** The id of the assessment the address names. */
  id(): string {
    return new URL(this.page.url()).hash.split('/')[1];
  }

  /** Goes to a page of the open assessment by its address. */
  async go(place: Place, id = this.id()) {
    await this.page.goto(`#/${id}${path(place)}`);
    await expect(this.page.getByRole('heading', { level: 1, name: this.title(place) })).toBeVisible();
  }

  title(place: Place): string {
    if (place.startsWith('indicators/')) return this.w('grid.title');
    if (place === 'evidence') return this.w('register.title');
    if (place === 'red-pen') return this.w('red.title');
    return place.startsWith('item/') ? this.itemName(place.slice('item/'.length)) : this.w(`${place}.title`);
  }

  /** The organisation of the worked sample. */
  sampleName(): string {
    return sample(this.language).organisation.name;
  }

  itemName(id: string): string {
    return `${item(id).number} ${this.pack(`item.${id}`)}`;
  }

  /** Makes a blank assessment from the home page; its organisation page is open afterwards. */
  async create() {
    await this.home();
    await this.button('home.new').click();
    await this.at('organisation');
  }

  /** Opens the worked sample from the home page; its overview is open afterwards. */
  async sample() {
    await this.home();
    await this.button('home.sample_open').click();
    await this.at('overview');
  }

  async at(place: Place) {
    await expect(this.page).toHaveURL(new RegExp(`#/[^/]+${path(place).replaceAll('.', '\\.')}$`));
    await expect(this.page.getByRole('heading', { level: 1, name: this.title(place) })).toBeVisible();
  }

  /** On from the overview, where an assessment opens, to its profile. */
  async toProfile() {
    await this.at('overview');
    await this.go('organisation');
  }

  /** Opens a file by the button of the home page. */
  async open(file: GivenFile | string) {
    const chooser = this.page.waitForEvent('filechooser');
    await this.button('home.open').click();
    await (await chooser).setFiles(file);
  }

  /** Drops a file onto the page. */
  async drop(file: GivenFile) {
    const data = await this.page.evaluateHandle(
      ({ bytes, name, mimeType }) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name, { type: mimeType }));
        return data;
      },
      { bytes: file.buffer.toString('base64'), name: file.name, mimeType: file.mimeType },
    );
    const main = this.page.getByRole('main');
    for (const event of ['dragenter', 'dragover', 'drop']) await main.dispatchEvent(event, { dataTransfer: data });
  }

  // Parts of the page

  button(key: string, values?: Values): Locator {
    return this.page.getByRole('button', { name: this.w(key, values), exact: true });
  }

  /** The document that is shown, all of it: what is searched is drawn. */
  async document(): Promise<Locator> {
    const document = this.page.getByRole('article');
    await expect(document).toBeVisible();
    await this.page.keyboard.press('Control+f');
    await expect(document.locator('.waits')).toHaveCount(0);
    return document;
  }

  /** A text field of the profile. */
  profile(field: string): Locator {
    return this.page.getByRole('textbox', { name: this.w(`profile.${field}`), exact: true });
  }

  /** The answer of the shown item by factor. */
  answer(rubric: string, factor: string): Locator {
    return this.page.getByRole('textbox', { name: this.pack(`factor.${rubric}.${factor}`), exact: true });
  }

  band(rubric: string, factor: string): Locator {
    const label = this.w('item.band_of', { factor: this.pack(`factor.${rubric}.${factor}`) });
    return this.page.getByRole('combobox', { name: label, exact: true });
  }

  ladder(): Locator {
    return this.page.getByRole('radiogroup', { name: this.w('ladder.label'), exact: true });
  }

  step(percent: number): Locator {
    const suggested = this.w('ladder.suggested').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return this.ladder().getByRole('radio', { name: new RegExp(`^${percent}%(${suggested})?$`) });
  }

  total(): Locator {
    return this.page.getByTestId('total');
  }

  /** What the bar of notices says. */
  notice(): Locator {
    return this.page.locator('.notices[role=status]');
  }

  saved(): Locator {
    return this.page.getByRole('status').filter({ hasText: new RegExp(`^${this.w('saved.at', { time: '\\d\\d:\\d\\d' })}$`) });
  }

  notSaved(): Locator {
    return this.page.getByRole('status').filter({ hasText: this.w('saved.not') });
  }

  /** Leaves the field that is written in, and waits until the page says that everything is kept. */
  async settled() {
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    // What follows from that is drawn before it is asked whether it is saved: the framework may be between two turns.
    await this.page.evaluate(async () => {
      for (let turns = 0; turns < 3; turns += 1) {
        await new Promise<void>((next) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => next();
          port2.postMessage(null);
        });
      }
    });
    await expect(this.saved()).toBeVisible();
  }

  // What is kept

  /** The last record of every assessment this browser keeps, as it lies in IndexedDB. */
  async stored(): Promise<Record<string, { content: string; revision: number }>> {
    return this.page.evaluate(async () => {
      const result = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await result(indexedDB.open('award-kit'));
      const records = database.transaction('assessments').objectStore('assessments');
      const [keys, values] = await Promise.all([result(records.getAllKeys()), result(records.getAll())]);
      database.close();
      // By id and revision, in that order, so that the last one stays.
      return Object.fromEntries(keys.map((key, at) => [String(key).split('/')[0], values[at]]));
    });
  }

  /** The kept file of the open assessment. */
  async kept(id = this.id()): Promise<AssessmentFile> {
    return JSON.parse((await this.stored())[id].content);
  }

  // Files

  async download(click: () => Promise<void>): Promise<Download> {
    const download = this.page.waitForEvent('download');
    await click();
    return download;
  }

  /** The backup file of the open assessment, taken on the draft page. */
  async backup(): Promise<{ name: string; text: string }> {
    await this.go('draft');
    const download = await this.download(() => this.page.getByRole('main').getByRole('button', { name: this.w('backup.save') }).click());
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  }
}
