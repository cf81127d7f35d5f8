/** Files locked with a passphrase: saved, opened in another profile, and by another implementation of the format. */
import { readFile } from 'node:fs/promises';
import { Decrypter, Encrypter } from 'age-encryption';
import type { Browser, Download, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { checkAxe } from './support/axe.ts';
import { Kit, type GivenFile } from './support/kit.ts';
import { expect, test } from './support/test.ts';
import { pattern } from './support/words.ts';

const PASSPHRASE = '质量奖 correct horse 2016';
/** Stands in the assessment, and nowhere in a browser that has not opened it. */
const SECRET = '只有口令能看到的话 only behind the passphrase';

const dialog = (kit: Kit) => kit.page.getByRole('dialog');
const field = (kit: Kit, key: string) => dialog(kit).getByLabel(kit.w(key), { exact: true });
const inDialog = (kit: Kit, key: string) => dialog(kit).getByRole('button', { name: kit.w(key), exact: true });
const given = (name: string, buffer: Buffer): GivenFile => ({ name, mimeType: 'application/octet-stream', buffer });

/** Makes an assessment with the secret in it. */
async function write(kit: Kit) {
  await kit.create();
  await kit.profile('name').fill(SECRET);
  await kit.settled();
}

/** Chooses the passphrase in the dialog that is open, and takes the file. */
async function choose(kit: Kit): Promise<Download> {
  await field(kit, 'lock.passphrase').fill(PASSPHRASE);
  await field(kit, 'lock.again').fill(PASSPHRASE);
  return kit.download(() => inDialog(kit, 'lock.save').click());
}

async function saved(download: Download): Promise<GivenFile> {
  return given(download.suggestedFilename(), await readFile(await download.path()));
}

async function elsewhere(locked: Buffer): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(PASSPHRASE);
  return decrypter.decrypt(locked);
}

/** A browser that has never seen the page. */
async function otherProfile(browser: Browser, kit: Kit): Promise<Kit> {
  const context = await browser.newContext({ baseURL: new URL('./', kit.page.url()).href, locale: kit.language === 'zh' ? 'zh-CN' : 'en-GB' });
  return kit.on(await context.newPage());
}

/** Whether the text stands anywhere in what the page keeps. */
async function isKept(page: Page, text: string): Promise<boolean> {
  return page.evaluate(async (text) => {
    const result = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const readable = async (value: unknown): Promise<string> => {
      if (value instanceof Blob) return value.text();
      if (ArrayBuffer.isView(value)) return new TextDecoder().decode(value);
      if (value && typeof value === 'object') return (await Promise.all(Object.values(value).map(readable))).join('\n');
      return String(value);
    };
    let all = JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie;
    for (const { name } of await indexedDB.databases()) {
      const database = await result(indexedDB.open(name!));
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([result(objects.getAllKeys()), result(objects.getAll())]);
        all += (await readable(keys)) + (await readable(values));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) all += request.url;
    }
    return all.includes(text);
  }, text);
}

test('a locked backup is opened in another profile and by another implementation', async ({ kit, page, browser }) => {
  test.slow();
  await write(kit);
  const { text } = await kit.backup();
  await page.getByLabel(kit.w('lock.option'), { exact: true }).check();
  await page.getByRole('main').getByRole('button', { name: kit.w('backup.save') }).click();
  await expect(dialog(kit)).toContainText(kit.w('lock.save_note'));
  await checkAxe(page);
  const download = await choose(kit);
  await expect(dialog(kit)).toHaveCount(0);
  const file = await saved(download);
  await expect(kit.notice()).toContainText(file.name);
  expect(file.name).toMatch(/\.json\.age$/);
  expect(file.buffer.includes(SECRET)).toBe(false);

  expect(Buffer.from(await elsewhere(file.buffer)).toString()).toBe(text);

  const other = await otherProfile(browser, kit);
  await other.home();
  await other.open(file);
  await expect(dialog(other).getByRole('heading')).toHaveText(kit.w('lock.open_title', { name: file.name }));
  await checkAxe(other.page);
  await field(other, 'lock.passphrase').fill('wrong');
  await inDialog(other, 'lock.open').click();
  await expect(dialog(other).getByRole('alert')).toHaveText(kit.w('error.lock_passphrase'));
  expect(await isKept(other.page, SECRET)).toBe(false);
  await field(other, 'lock.passphrase').fill(PASSPHRASE);
  expect(await isKept(other.page, SECRET)).toBe(false);
  await inDialog(other, 'lock.open').click();
  await other.toProfile();
  await expect(other.profile('name')).toHaveValue(SECRET);
  await other.settled();
  expect(await isKept(other.page, SECRET), 'the look into the storage finds what is there').toBe(true);
  expect(await isKept(other.page, PASSPHRASE)).toBe(false);
  await other.page.context().close();
  expect(await isKept(page, PASSPHRASE)).toBe(false);
});

test('a locked bundle is opened like any other', async ({ kit, page }) => {
  test.slow();
  await write(kit);
  await kit.go('draft');
  await page.getByLabel(kit.w('lock.option'), { exact: true }).check();
  await kit.button('register.bundle').click();
  const file = await saved(await choose(kit));
  expect(file.name).toMatch(/\.zip\.age$/);
  expect(Object.keys(unzipSync(await elsewhere(file.buffer)))).toContain('manifest.json');
  await kit.home();
  await kit.drop(file);
  await field(kit, 'lock.passphrase').fill(PASSPHRASE);
  await field(kit, 'lock.passphrase').press('Enter');
  await kit.toProfile();
  await expect(kit.profile('name')).toHaveValue(SECRET);
});

test('a backup is locked on the home page, and the question can be cancelled', async ({ kit, page }) => {
  await write(kit);
  await kit.home();
  const ask = async () => {
    await kit.button('home.more_of', { name: SECRET }).click();
    await inDialog(kit, 'backup.lock_short').click();
  };
  await ask();
  await inDialog(kit, 'lock.save').click();
  await expect(dialog(kit).getByRole('alert')).toHaveText(kit.w('lock.empty'));
  await field(kit, 'lock.passphrase').fill(PASSPHRASE);
  await field(kit, 'lock.again').fill(`${PASSPHRASE} `);
  await inDialog(kit, 'lock.save').click();
  await expect(dialog(kit).getByRole('alert')).toHaveText(kit.w('lock.different'));
  await expect(field(kit, 'lock.passphrase')).toHaveAttribute('type', 'password');
  await field(kit, 'lock.show').check();
  await expect(field(kit, 'lock.passphrase')).toHaveAttribute('type', 'text');
  await expect(field(kit, 'lock.passphrase')).toHaveValue(PASSPHRASE);
  await page.keyboard.press('Escape');
  await expect(dialog(kit)).toHaveCount(0);
  await ask();
  await expect(field(kit, 'lock.passphrase')).toHaveValue('');
  const file = await saved(await choose(kit));
  expect(JSON.parse(Buffer.from(await elsewhere(file.buffer)).toString()).organisation.name).toBe(SECRET);
  const before = await kit.stored();
  await kit.open(file);
  await inDialog(kit, 'lock.cancel').click();
  await expect(dialog(kit)).toHaveCount(0);
  expect(await kit.stored()).toEqual(before);
});

test('what another implementation locked is opened, and what cannot be is refused in a sentence', async ({ kit, page }) => {
  test.slow();
  await write(kit);
  const { text } = await kit.backup();
  const encrypter = new Encrypter();
  encrypter.setPassphrase(PASSPHRASE);
  encrypter.setScryptWorkFactor(18);
  const locked = Buffer.from(await encrypter.encrypt(text));
  const head = (work: number) => Buffer.from(`age-encryption.org/v1\n-> scrypt c2FsdHNhbHRzYWx0c2FsdA ${work}\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n${'x'.repeat(60)}`);
  const refused: [string, Buffer, string][] = [
    ['cut off.json.age', locked.subarray(0, locked.length - 5), 'lock_damaged'],
    ['too much.age', head(30), 'lock_work'],
    ['for a key.age', Buffer.from('age-encryption.org/v1\n-> X25519 AAAA\nAAAA\n--- AAAA\n'), 'lock_key'],
  ];
  await kit.home();
  const before = await kit.stored();
  for (const [name, content, error] of refused) {
    await kit.open(given(name, content));
    await field(kit, 'lock.passphrase').fill(PASSPHRASE);
    await inDialog(kit, 'lock.open').click();
    await expect(dialog(kit).getByRole('alert')).toHaveText(pattern(kit.w(`error.${error}`)), { timeout: 30_000 });
    await page.keyboard.press('Escape');
    await expect(dialog(kit)).toHaveCount(0);
  }
  expect(await kit.stored()).toEqual(before);
  // Its name does not have to tell.
  await kit.open(given('attachment', locked));
  await field(kit, 'lock.passphrase').fill(PASSPHRASE);
  await inDialog(kit, 'lock.open').click();
  await kit.toProfile();
  await expect(kit.profile('name')).toHaveValue(SECRET);
});
