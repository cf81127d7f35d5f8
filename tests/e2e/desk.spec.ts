/** The desk: received files in a table that sorts and filters, what was altered and what two drafts share, one of them to look at; nothing
 * of it is kept. */
import { readFile } from 'node:fs/promises';
import { Encrypter } from 'age-encryption';
import type { Page } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { checkAxe } from './support/axe.ts';
import { jsonFile, type GivenFile, type Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';
import { pattern, sample, type AssessmentFile } from './support/words.ts';

const PASSPHRASE = '甲组 2016';
/** Stands in a received file, and nowhere in the browser afterwards. */
const SECRET = '只在收到的材料中出现的一句话';
const PAGE = Array.from({ length: 160 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000))).join('');

const rows = (page: Page) => page.getByRole('table').locator('tbody').getByRole('row');
const file = (name: string, buffer: Buffer): GivenFile => ({ name, mimeType: 'application/octet-stream', buffer });

/** The sample as another organisation's. */
function of(kit: Kit, name: string, code: string, change: (file: AssessmentFile) => void = () => {}): string {
  const draft = structuredClone(sample(kit.language));
  draft.organisation.name = name;
  draft.organisation.credit_code = code;
  change(draft);
  return JSON.stringify(draft);
}

/** An assessment of an organisation with one answer alone. */
const answer = (draft: AssessmentFile, item: string, text: string) => {
  (draft.items as Record<string, { answers: Record<string, Record<string, string>> }>)[item].answers = { '': { approach: text } };
};

async function open(kit: Kit) {
  await kit.page.goto('./#/criteria');
  await kit.page.getByRole('link', { name: kit.w('desk.link') }).click();
  await expect(kit.page.getByRole('heading', { level: 1, name: kit.w('desk.title') })).toBeVisible();
}

async function choose(kit: Kit, files: GivenFile[]) {
  const chooser = kit.page.waitForEvent('filechooser');
  await kit.button('desk.choose').click();
  await (await chooser).setFiles(files);
  await expect(rows(kit.page)).toHaveCount(files.length, { timeout: 60_000 });
}

/** A bundle of the sample, made by the page, in which the assessment was changed afterwards. */
async function altered(kit: Kit): Promise<GivenFile> {
  await kit.sample();
  await kit.go('draft');
  const download = await kit.download(() => kit.button('register.bundle').click());
  const parts = unzipSync(await readFile(await download.path()));
  const own = Object.keys(parts).find((name) => name.endsWith('.json') && name !== 'manifest.json')!;
  parts[own] = strToU8(strFromU8(parts[own]).replace('"percent": 50', '"percent": 95'));
  parts['setup.exe'] = strToU8('MZ');
  return file('05 altered.zip', Buffer.from(zipSync(parts)));
}

async function received(kit: Kit): Promise<GivenFile[]> {
  const lock = new Encrypter();
  lock.setScryptWorkFactor(15);
  lock.setPassphrase(PASSPHRASE);
  const locked = Buffer.from(await lock.encrypt(of(kit, '加密的公司', '91110108MA00000094')));
  return [
    jsonFile('01 first.json', of(kit, '第一家公司', '91110108MA00000010', (draft) => answer(draft, 'leadership.senior-leaders', `${PAGE}${SECRET}`))),
    jsonFile('02 second.json', of(kit, '第二家公司', '91110108MA00000029')),
    jsonFile('03 second later.json', of(kit, '第二家公司', '91110108 MA00000029')),
    file('04 locked.json.age', locked),
    await altered(kit),
    jsonFile('06 broken.json', '{"format": "award-kit.assessment",'),
  ];
}

test('received files are listed, checked and compared, and one is looked at', async ({ kit, page }) => {
  test.slow();
  const files = await received(kit);
  await open(kit);
  await expect(page.getByText(kit.w('desk.empty'))).toBeVisible();
  await checkAxe(page, { where: 'the empty desk' });
  await page.getByText(kit.w('desk.passphrases'), { exact: true }).first().click();
  await page.getByRole('textbox', { name: kit.w('desk.passphrases') }).fill(PASSPHRASE);
  await choose(kit, files);
  const row = (name: string) => rows(page).filter({ has: page.getByRole('button', { name: kit.w('desk.open_of', { name }) }) });
  await expect(row('05 altered.zip')).toContainText(kit.w('desk.tag_altered'));
  await expect(row('02 second.json')).toContainText(kit.w('desk.tag_code'));
  await expect(row('03 second later.json')).toContainText(kit.w('desk.tag_code'));
  await expect(row('04 locked.json.age')).toContainText('加密的公司');
  await expect(row('06 broken.json')).toContainText(kit.w('desk_state.unreadable'));
  // The samples themselves share their texts.
  await expect(row('01 first.json')).toContainText(kit.w('desk.tag_shared'));
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await checkAxe(page, { where: `the desk at ${width}` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }

  await page.getByRole('combobox', { name: kit.w('desk.filter') }).selectOption({ label: kit.w('desk_wanted.altered') });
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('combobox', { name: kit.w('desk.filter') }).selectOption({ label: kit.w('desk_wanted.all') });
  await page.getByRole('searchbox', { name: kit.w('desk.search') }).fill('第二家');
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('searchbox', { name: kit.w('desk.search') }).fill('');
  await kit.button('desk.total').click();
  await expect(page.getByRole('columnheader', { name: kit.w('desk.total') })).toHaveAttribute('aria-sort', 'descending');
  await expect(rows(page).last()).toContainText('06 broken.json');

  await kit.button('desk.open_of', { name: '01 first.json' }).click();
  await expect(await kit.document()).toContainText(SECRET);
  await expect(page.getByText(kit.w('desk.read_only'))).toBeVisible();
  await expect(page.getByRole('article').getByRole('textbox')).toHaveCount(0);
  await checkAxe(page, { where: 'a received draft' });
  await kit.button('desk.back').click();
  await kit.button('desk.open_of', { name: '05 altered.zip' }).click();
  await expect(page.getByText('setup.exe')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: kit.w('receipt_part.ratings') })).toBeVisible();
});

test('the lines are saved as a workbook and as a list, and nothing of the files is kept', async ({ kit, page }) => {
  await open(kit);
  const draft = of(kit, '第一家公司', '91110108MA00000010', (draft) => answer(draft, 'leadership.senior-leaders', SECRET));
  await choose(kit, [jsonFile('one.json', draft)]);
  const book = await kit.download(() => kit.button('desk.save').click());
  const parts = unzipSync(await readFile(await book.path()));
  expect(strFromU8(parts['xl/sharedStrings.xml'])).toContain('第一家公司');
  const list = await kit.download(() => kit.button('desk.save_list').click());
  expect(await readFile(await list.path(), 'utf8')).toContain('第一家公司');
  await kit.button('desk.clear').click();
  await expect(page.getByText(kit.w('desk.empty'))).toBeVisible();
  await page.goto('./#/');
  await expect(page.getByRole('heading', { level: 1, name: kit.w('home.title') })).toBeVisible();
  const kept = await page.evaluate(async (text) => {
    const result = <T>(request: IDBRequest<T>) => new Promise<T>((resolve, reject) => ((request.onsuccess = () => resolve(request.result)), (request.onerror = () => reject(request.error))));
    let all = JSON.stringify(localStorage) + JSON.stringify(sessionStorage);
    for (const { name } of await indexedDB.databases()) {
      const database = await result(indexedDB.open(name!));
      for (const store of database.objectStoreNames) all += JSON.stringify(await result(database.transaction(store).objectStore(store).getAll()));
      database.close();
    }
    return all.includes(text);
  }, SECRET);
  expect(kept).toBe(false);
});

test('a hundred files are read with the page at hand', async ({ kit, page }) => {
  test.slow();
  await open(kit);
  const files = Array.from({ length: 100 }, (_, at) => jsonFile(`${String(at).padStart(3, '0')}.json`, of(kit, `第 ${at} 家公司`, '')));
  const chooser = page.waitForEvent('filechooser');
  await kit.button('desk.choose').click();
  await (await chooser).setFiles(files);
  await expect(page.getByText(kit.w('desk.page_of', { page: '1', pages: '2' }))).toBeVisible({ timeout: 120_000 });
  await expect(rows(page)).toHaveCount(50);
  await kit.button('desk.after').click();
  await expect(rows(page).first()).toContainText('050.json');
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(2_500);
});

test('a change of language while files are read loses none of them', async ({ kit, page }) => {
  await open(kit);
  const files = Array.from({ length: 40 }, (_, at) => jsonFile(`${at}.json`, of(kit, `第 ${at} 家公司`, '')));
  const chooser = page.waitForEvent('filechooser');
  await kit.button('desk.choose').click();
  await (await chooser).setFiles(files);
  await expect(page.getByText(pattern(kit.w('desk.reading')))).toBeVisible();
  await page.locator('header .lang').click();
  await expect(rows(page)).toHaveCount(40, { timeout: 60_000 });
});
