/** The evidence register: entries with their files, referred to from items, kept, renumbered, packed into a bundle and opened again. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { checkAxe } from './support/axe.ts';
import type { GivenFile, Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';

const LEADERS = 'leadership.senior-leaders';
const CONTENT = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7) % 256));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const pdf = (name: string, buffer = CONTENT): GivenFile => ({ name, mimeType: 'application/pdf', buffer });

const field = (kit: Kit, key: string): Locator => kit.page.getByLabel(kit.w(`register.${key}`), { exact: true });
const row = (kit: Kit, number: string): Locator => kit.page.getByRole('row').filter({ has: kit.page.getByRole('link', { name: number, exact: true }) });
const checks = (kit: Kit): Locator => kit.page.getByRole('region', { name: kit.w('register.findings') });
const finding = (kit: Kit, code: string, number: string): string => kit.w(`finding.evidence_${code}`, { number });

async function add(kit: Kit, title: string) {
  await kit.button('register.add').click();
  await field(kit, 'name').fill(title);
  await field(kit, 'name').blur();
}

async function attach(kit: Kit, file: GivenFile, key = 'attach') {
  const chooser = kit.page.waitForEvent('filechooser');
  await kit.button(`register.${key}`).click();
  await (await chooser).setFiles(file);
  await expect(kit.notice()).toContainText(file.name);
}

/** Hashes of the evidence files this browser keeps. */
async function files(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const result = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await result(indexedDB.open('award-kit'));
    const keys = await result(database.transaction('attachments').objectStore('attachments').getAllKeys());
    database.close();
    return keys.map(String);
  });
}

async function downloaded(kit: Kit, key: string): Promise<{ name: string; bytes: Buffer }> {
  const download = await kit.download(() => kit.button(key).click());
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('an entry is added, linked from an item, given a file, and is there after a reload, byte for byte', async ({ kit, page }) => {
  await kit.create();
  await kit.go('evidence');
  await expect(page.getByText(kit.w('register.empty_title'))).toBeVisible();
  await add(kit, '企业文化手册');
  await expect(page).toHaveURL(/evidence\/E01$/);
  await expect(checks(kit)).toContainText(finding(kit, 'unlinked', 'E01'));
  await expect(checks(kit)).toContainText(finding(kit, 'nowhere', 'E01'));
  await field(kit, 'kind').selectOption('certificate');
  await field(kit, 'date').fill('2016-03-01');
  await field(kit, 'place').fill('档案室 3 号柜');
  await attach(kit, pdf('手册.pdf'));
  await checkAxe(page);

  await kit.go(`item/${LEADERS}`);
  const reference = page.getByRole('combobox', { name: kit.w('item.evidence'), exact: true });
  await expect(page.locator('datalist option')).toHaveAttribute('value', 'E01 企业文化手册');
  await reference.fill('E01 企业文化手册');
  await kit.button('item.evidence_add').click();
  await page.getByRole('link', { name: kit.w('register.resolved', { number: 'E01' }) }).click();
  await expect(page).toHaveURL(/evidence\/E01$/);
  await expect(page.getByRole('link', { name: kit.itemName(LEADERS) }).first()).toBeVisible();
  await expect(checks(kit)).toHaveCount(0);

  await kit.settled();
  await page.reload();
  await expect(field(kit, 'name')).toHaveValue('企业文化手册');
  await expect(field(kit, 'place')).toHaveValue('档案室 3 号柜');
  const { name, bytes } = await downloaded(kit, 'register.open_file');
  expect(name).toBe('手册.pdf');
  expect(bytes.equals(CONTENT)).toBe(true);
  const kept = (await kit.kept()) as any;
  expect(kept.version).toBe('1.2');
  const entries = Object.entries(kept.evidence) as [string, any][];
  expect(entries.map(([key, entry]) => [key.slice(0, 9), entry.number])).toEqual([['evidence-', 'E01']]);
  expect(entries[0][1].file).toEqual({ name: '手册.pdf', size: CONTENT.length, media_type: 'application/pdf', sha256: sha256(CONTENT) });
});

test('a number is changed and its references follow, as one step of undo; one that is taken is refused', async ({ kit, page }) => {
  await kit.sample();
  await kit.go('evidence');
  await row(kit, 'E-01').getByRole('link').click();
  await field(kit, 'number').fill('E-02');
  await field(kit, 'number').blur();
  await expect(kit.notice()).toContainText('E-02');
  await expect(field(kit, 'number')).toHaveValue('E-01');
  await field(kit, 'number').fill('C-7');
  await field(kit, 'number').blur();
  await expect(page).toHaveURL(/evidence\/C-7$/);
  await kit.settled();
  let kept = (await kit.kept()) as any;
  expect(kept.items[LEADERS].evidence[0]).toMatch(/^C-7 /);
  expect(kept.evidence['E-01'].number).toBe('C-7');
  await kit.button('top.undo').click();
  await kit.settled();
  kept = (await kit.kept()) as any;
  expect(kept.items[LEADERS].evidence[0]).toMatch(/^E-01 /);
});

test('references written before are registered at once, and one that leads nowhere is found with a jump to it', async ({ kit, page }) => {
  await kit.create();
  await kit.go(`item/${LEADERS}`);
  const reference = page.getByRole('combobox', { name: kit.w('item.evidence'), exact: true });
  for (const written of ['E-07 内部审计报告', 'E-08 社会责任报告']) {
    await reference.fill(written);
    await kit.button('item.evidence_add').click();
  }
  await kit.go('evidence');
  await page.getByRole('button', { name: kit.w('register.propose', { n: 2 }) }).click();
  await expect(row(kit, 'E-08')).toContainText('社会责任报告');
  await row(kit, 'E-08').getByRole('link').click();
  await kit.button('register.remove').click();
  const missing = kit.w('finding.evidence_missing', { place: kit.itemName(LEADERS), number: 'E-08' });
  await checks(kit).getByRole('link', { name: missing }).click();
  await expect(page.getByText(kit.w('register.unresolved', { number: 'E-08' }))).toBeVisible();
  await reference.fill('年度报告');
  await kit.button('register.new_entry').click();
  await expect(page.getByRole('link', { name: kit.w('register.resolved', { number: 'E-08' }) }).first()).toBeVisible();
});

test('a condition refers to the register by choosing from it', async ({ kit, page }) => {
  await kit.create();
  await kit.go('evidence');
  await add(kit, '营业执照');
  await kit.go('eligibility');
  const condition = kit.pack('condition.management-system');
  await page.getByRole('combobox', { name: kit.w('register.cite_of', { condition }), exact: true }).selectOption('E01 营业执照');
  await expect(page.getByRole('textbox', { name: kit.w('eligibility.evidence_of', { condition }), exact: true })).toHaveValue('E01 营业执照');
  await expect(page.getByRole('link', { name: kit.w('register.resolved', { number: 'E01' }) })).toBeVisible();
});

test('a dropped file serves two entries and goes with the last assessment that names it', async ({ kit, page }) => {
  await kit.create();
  await kit.go('evidence');
  await add(kit, '一');
  await attach(kit, pdf('a.pdf'));
  await add(kit, '二');
  await attach(kit, pdf('b.pdf'));
  expect(await files(page)).toEqual([sha256(CONTENT)]);
  const first = kit.id();
  await kit.settled();
  const copy = (await kit.kept()) as any;
  await kit.home();
  await kit.open({ name: 'copy.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(copy)) });
  await kit.at('overview');
  const second = kit.id();
  await kit.settled();
  await kit.home();
  page.on('dialog', (dialog) => dialog.accept());
  const erase = (id: string) => page.locator(`button[data-act="erase ${id}"]`).click();
  const purge = async (id: string) => {
    await erase(id);
    await expect(page.locator(`button[data-act="erase ${id}"]`)).toHaveCount(0);
    // What lies in the recycle bin keeps its files.
    expect(await files(page)).toEqual([sha256(CONTENT)]);
    await kit.button('bin.title').click();
    await page.locator(`button[data-do="purge ${id}"]`).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  await purge(first);
  expect(await files(page)).toEqual([sha256(CONTENT)]);
  await purge(second);
  await expect.poll(() => files(page)).toEqual([]);
});

test('a bundle holds the evidence files, and opened elsewhere it restores everything, byte for byte', async ({ kit, page }) => {
  await kit.create();
  await kit.go('evidence');
  await add(kit, '手册');
  await attach(kit, pdf('../手册:1.pdf'.replace('/', '')));
  await kit.settled();
  const before = JSON.stringify(await kit.kept());
  await kit.go('draft');
  const { name, bytes } = await downloaded(kit, 'register.bundle');
  expect(name).toMatch(/\.zip$/);
  const inside = unzipSync(bytes);
  const manifest = JSON.parse(strFromU8(inside['manifest.json']));
  expect(manifest.evidence).toHaveLength(1);
  expect(Buffer.from(inside[manifest.evidence[0].name]).equals(CONTENT)).toBe(true);
  expect(manifest.documents.some((document: { name: string }) => document.name.endsWith('.docx'))).toBe(true);
  for (const listed of [manifest.project, ...manifest.documents, ...manifest.evidence]) expect(sha256(inside[listed.name])).toBe(listed.sha256);

  // As on another device.
  await kit.settings();
  page.once('dialog', (dialog) => dialog.accept());
  await kit.button('settings.erase').click();
  await expect(kit.notice()).toContainText(kit.w('settings.erased'));
  await kit.home();
  const zip = { name: 'bundle.zip', mimeType: 'application/zip', buffer: bytes };
  await kit.open(zip);
  await kit.at('overview');
  await kit.settled();
  expect(JSON.stringify(await kit.kept())).toBe(before);
  await kit.go('evidence');
  await row(kit, 'E01').getByRole('link').click();
  expect((await downloaded(kit, 'register.open_file')).bytes.equals(CONTENT)).toBe(true);

  // A changed byte is found, named, and nothing is taken over.
  const changed = { ...inside, [manifest.evidence[0].name]: Uint8Array.from(CONTENT, (byte, at) => (at === 100 ? byte ^ 1 : byte)) };
  await kit.home();
  await kit.drop({ ...zip, buffer: Buffer.from(zipSync(changed)) });
  await expect(kit.notice()).toContainText(kit.w('error.bundle_changed', { name: manifest.evidence[0].name }));
});

test('an assessment without its files says so, and attaching the file again mends it', async ({ kit, page }) => {
  await kit.create();
  await kit.go('evidence');
  await add(kit, '手册');
  await attach(kit, pdf('a.pdf'));
  await kit.settled();
  await page.evaluate(async () => {
    const open = indexedDB.open('award-kit');
    const database = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
    const transaction = database.transaction('attachments', 'readwrite');
    transaction.objectStore('attachments').clear();
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
  });
  await page.reload();
  await expect(checks(kit)).toContainText(kit.w('register.not_here_note', { number: 'E01', name: 'a.pdf' }));
  await attach(kit, pdf('a.pdf'), 'replace');
  await expect(page.getByText(kit.w('register.not_here'), { exact: true })).toHaveCount(0);
});

test('a file that was taken off stays as long as a window that can bring it back by undo', async ({ kit, page, context }) => {
  await kit.create();
  await kit.go('evidence');
  await add(kit, '手册');
  await attach(kit, pdf('a.pdf'));
  await kit.settled();
  // As if it had come long ago, so that nothing but the other window protects it.
  await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) => new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await done(indexedDB.open('award-kit'));
    const store = database.transaction('attachments', 'readwrite').objectStore('attachments');
    const [key] = await done(store.getAllKeys());
    await done(store.put({ ...(await done(store.get(key))), added: 1 }, key));
    database.close();
  });
  await kit.button('register.detach').click();
  // The records in which it was named are more than are kept.
  for (const title of ['一', '二', '三', '四']) {
    await field(kit, 'name').fill(title);
    await field(kit, 'name').blur();
    await kit.settled();
  }
  const other = kit.on(await context.newPage());
  await other.home();
  await other.create();
  await other.settled();
  await other.page.close();
  await expect(async () => {
    await kit.button('top.undo').click();
    await expect(kit.button('register.open_file')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  expect((await downloaded(kit, 'register.open_file')).bytes.equals(CONTENT)).toBe(true);
});
