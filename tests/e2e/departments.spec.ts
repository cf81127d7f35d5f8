/** Writing by department: two parts are handed out, filled in elsewhere and given back together with files that are none; one place was changed on both sides. */
import { readFile } from 'node:fs/promises';
import type { BrowserContext } from '@playwright/test';
import { checkAxe } from './support/axe.ts';
import { jsonFile, type GivenFile, type Kit } from './support/kit.ts';
import { profile } from './support/profile.ts';
import { expect, test } from './support/test.ts';
import type { Watch } from './support/watch.ts';
import { item } from './support/words.ts';

const SHARED = 'leadership.senior-leaders';
const ALONE = 'customers.knowledge';
const UNTOUCHED = 'customers.relationships';
const RATED = 'results.products';

async function saved(kit: Kit, click: () => Promise<void>): Promise<GivenFile> {
  const download = await kit.download(click);
  return jsonFile(download.suggestedFilename(), await readFile(await download.path()));
}

/** Ticks items, or whole categories, and saves them for a department. */
async function handOut(kit: Kit, department: string, boxes: string[]): Promise<GivenFile> {
  for (const name of boxes) await kit.page.getByRole('checkbox', { name, exact: true }).check();
  await kit.page.getByRole('textbox', { name: kit.w('departments.name'), exact: true }).fill(department);
  return saved(kit, () => kit.button('departments.save_part').click());
}

const approach = (kit: Kit, id: string) => kit.answer(item(id).rubric, 'approach');

async function write(kit: Kit, id: string, text: string) {
  await kit.go(`item/${id}`);
  await approach(kit, id).fill(text);
  await kit.settled();
}

const giveBack = (kit: Kit) => saved(kit, () => kit.button('part.return').click());

async function takeBack(kit: Kit, files: GivenFile[]) {
  const chooser = kit.page.waitForEvent('filechooser');
  await kit.button('departments.receive_pick').click();
  await (await chooser).setFiles(files);
}

test('two departments fill in their parts, and both come back with nothing lost', async ({ kit, page, browser, baseURL, locale }) => {
  test.slow();
  const { w } = kit;
  const [marketing, quality] = kit.language === 'zh' ? ['市场部', '质量部'] : ['Marketing', 'Quality'];
  const opened: { context: BrowserContext; watch: Watch }[] = [];

  await kit.sample();
  const id = kit.id();
  await kit.go('departments');
  await checkAxe(page, { where: 'departments, nothing handed out' });
  await kit.button('departments.save_part').click();
  await expect(kit.notice()).toContainText(w('departments.nothing_chosen'));
  const customers = `${item(ALONE).number.replace(/\.\d+$/, '')} ${kit.pack('category.customers')}`;
  const parts = [await handOut(kit, marketing, [`${customers} ${w('departments.whole_category')}`]), await handOut(kit, quality, [kit.itemName(SHARED), kit.itemName(RATED)])];
  expect(parts[0].name).toContain(marketing);
  const list = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: w('departments.when'), exact: true }) });
  await expect(list.getByRole('row').filter({ hasText: quality })).toContainText(kit.itemName(RATED));
  await expect(list.getByText(w('departments.out'), { exact: true })).toHaveCount(2);
  await expect(page.getByText(w('departments.with', { department: marketing }), { exact: true })).toHaveCount(2);
  await checkAxe(page, { where: 'departments, two parts out' });

  // Each opens its part, is told what it is and led to its items alone.
  const returned: GivenFile[] = [];
  const departments: Kit[] = [];
  for (const [at, part] of parts.entries()) {
    const own = await profile(browser, baseURL!, locale!, kit.language);
    opened.push(own);
    departments.push(own.kit);
    const first = at === 0 ? ALONE : SHARED;
    await own.kit.home();
    await own.kit.open(part);
    await own.kit.at(`item/${first}`);
    await expect(own.kit.page.getByRole('heading', { name: w('part.told', { department: [marketing, quality][at] }), exact: true })).toBeVisible();
    const journey = own.kit.page.getByRole('navigation', { name: w('rail.label'), exact: true });
    await expect(journey).toContainText(kit.itemName(first));
    await expect(journey).not.toContainText(kit.itemName(at === 0 ? SHARED : ALONE));
    await checkAxe(own.kit.page, { where: `part of ${at}` });
    await write(own.kit, first, `written by department ${at}`);
    if (at === 1) {
      await own.kit.go(`item/${RATED}`);
      await own.kit.step(95).click();
      await own.kit.settled();
    }
    returned.push(await giveBack(own.kit));
    expect(returned[at].name).toContain([marketing, quality][at]);
  }

  // Meanwhile the whole is worked on as well.
  await page.goto(`./#/${id}/item/${SHARED}`);
  await write(kit, SHARED, 'written at headquarters');
  const before = await kit.kept(id);
  await kit.go('departments');
  const stranger = JSON.parse(returned[0].buffer.toString());
  delete stranger.handed_out;
  stranger.organisation = { ...stranger.organisation, name: 'another organisation', credit_code: '' };
  await takeBack(kit, [...returned, jsonFile('damaged.json', returned[1].buffer.subarray(0, 400)), jsonFile('stranger.json', JSON.stringify(stranger))]);
  const refused = page.getByRole('list', { name: w('departments.refused'), exact: true }).getByRole('listitem');
  await expect(refused).toHaveCount(2);
  await expect(refused.filter({ hasText: 'damaged.json' })).toHaveCount(1);
  await expect(refused.filter({ hasText: 'stranger.json' })).toContainText('another organisation');

  // What they would bring is looked at first.
  const of = (at: number) => page.getByRole('article', { name: returned[at].name, exact: true });
  await expect(of(0)).toContainText(w('matter.texts', { n: 1 }));
  await of(0).getByRole('button', { name: w('departments.see_changes', { n: 1 }) }).click();
  await expect(of(0).getByText('written by department 0', { exact: true })).toBeVisible();
  await expect(of(0).getByRole('link', { name: kit.itemName(ALONE) })).toHaveAttribute('href', `#/${id}/item/${ALONE}`);
  await expect(of(1)).toContainText(w('departments.conflicts', { n: 1 }));
  await expect(of(1).getByText('written at headquarters', { exact: true })).toBeVisible();
  await expect(of(1).getByText('written by department 1', { exact: true })).toBeVisible();
  const both = of(1).getByRole('radio', { name: w('departments.choose_both'), exact: true });
  await expect(both).toBeChecked();
  await of(1).getByRole('radio', { name: w('departments.choose_theirs', { whose: quality }), exact: true }).check();
  await checkAxe(page, { where: 'departments, files that came back' });
  // Looking something up elsewhere loses no choice.
  await kit.go(`item/${SHARED}`);
  await kit.go('departments');
  await expect(of(1).getByRole('radio', { name: w('departments.choose_theirs', { whose: quality }), exact: true })).toBeChecked();
  await both.check();
  expect((await kit.kept(id)).items).toEqual(before.items);

  await kit.button('departments.apply', { n: 2 }).click();
  await expect(kit.notice()).toContainText(w('departments.applied', { n: 2 }));
  await kit.settled();
  const joined = `【1/2 ${w('departments.ours')}】\nwritten at headquarters\n\n【2/2 ${quality}】\nwritten by department 1`;
  const after = await kit.kept(id);
  expect(after.items[SHARED].answers[''].approach).toBe(joined);
  expect(after.items[ALONE].answers[''].approach).toBe('written by department 0');
  expect(after.items[RATED].percent).toBe(95);
  expect(after.items[UNTOUCHED]).toEqual(before.items[UNTOUCHED]);
  await expect(list.getByText(w('departments.out'), { exact: true })).toHaveCount(0);
  await checkAxe(page, { where: 'departments, all back' });

  // One step takes it all back, and one brings it again.
  await page.getByRole('button', { name: w('top.undo'), exact: true }).click();
  await expect(list.getByText(w('departments.out'), { exact: true })).toHaveCount(2);
  await kit.settled();
  expect(await kit.kept(id)).toEqual(before);
  await page.getByRole('button', { name: w('top.redo'), exact: true }).click();
  await expect(list.getByText(w('departments.out'), { exact: true })).toHaveCount(0);
  await kit.settled();
  expect(await kit.kept(id)).toEqual(after);

  // A part that comes back again goes on from there, without asking anew.
  await write(departments[1], SHARED, 'written again by department 1');
  await write(departments[0], ALONE, 'written again by department 0');
  await takeBack(kit, [await giveBack(departments[0])]);
  await expect(page.getByRole('article')).toContainText(w('departments.conflicts_none'));
  await kit.button('departments.apply', { n: 1 }).click();
  await kit.settled();
  expect((await kit.kept(id)).items[ALONE].answers[''].approach).toBe('written again by department 0');

  for (const { context, watch } of opened) {
    expect(watch.faults).toEqual([]);
    await context.close();
  }
});

test('ratings that differ are kept in both versions, one of them set aside until it is used', async ({ kit, page, browser, baseURL, locale }) => {
  const { w } = kit;
  await kit.sample();
  const id = kit.id();
  await kit.go('departments');
  const part = await handOut(kit, 'Sales', [kit.itemName(SHARED)]);
  const own = await profile(browser, baseURL!, locale!, kit.language);
  await own.kit.home();
  await own.kit.open(part);
  await own.kit.at(`item/${SHARED}`);
  await own.kit.step(80).click();
  await own.kit.settled();
  const returned = await giveBack(own.kit);
  await page.goto(`./#/${id}/item/${SHARED}`);
  await kit.step(40).click();
  await kit.settled();
  await kit.go('departments');
  await takeBack(kit, [returned]);
  await kit.button('departments.apply', { n: 1 }).click();
  await kit.settled();
  expect((await kit.kept(id)).items[SHARED].percent).toBe(40);
  const aside = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: w('departments.aside_value'), exact: true }) });
  await expect(aside).toContainText('80%');
  await page.reload();
  await expect(aside).toContainText('Sales');
  await checkAxe(page, { where: 'departments, a version set aside' });
  await aside.getByRole('button', { name: new RegExp(w('departments.aside_use_of', { place: '' }).trim()) }).click();
  await kit.settled();
  expect((await kit.kept(id)).items[SHARED].percent).toBe(80);
  await expect(aside).toHaveCount(0);
  expect(own.watch.faults).toEqual([]);
  await own.context.close();
});

test('a part comes back with the files of its evidence', async ({ kit, page, browser, baseURL, locale }) => {
  const { w } = kit;
  await kit.create();
  const id = kit.id();
  await kit.go('departments');
  const part = await handOut(kit, 'Sales', [kit.itemName(SHARED)]);
  const own = await profile(browser, baseURL!, locale!, kit.language);
  await own.kit.home();
  await own.kit.open(part);
  await own.kit.at(`item/${SHARED}`);
  await own.kit.go('evidence');
  await own.kit.button('register.add').click();
  const chooser = own.kit.page.waitForEvent('filechooser');
  await own.kit.button('register.attach').click();
  await (await chooser).setFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('what it says') });
  await expect(own.kit.notice()).toContainText('a.pdf');
  await own.kit.settled();
  const download = await own.kit.download(() => own.kit.button('part.return_bundle').click());
  const returned = { name: download.suggestedFilename(), mimeType: 'application/zip', buffer: await readFile(await download.path()) };
  expect(returned.name).toMatch(/Sales.*\.zip$/);
  await takeBack(kit, [returned]);
  await expect(page.getByRole('article', { name: returned.name, exact: true })).toContainText(w('matter.evidence', { n: 1 }));
  await kit.button('departments.apply', { n: 1 }).click();
  await kit.settled();
  await page.goto(`./#/${id}/evidence/E01`);
  const file = await kit.download(() => kit.button('register.open_file').click());
  expect((await readFile(await file.path())).toString()).toBe('what it says');
  expect(own.watch.faults).toEqual([]);
  await own.context.close();
});

test('items are chosen and handed out by keys alone', async ({ kit, page }) => {
  await kit.sample();
  await kit.go('departments');
  await page.getByRole('checkbox', { name: kit.itemName(SHARED), exact: true }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText(kit.w('departments.chosen', { n: 1 }), { exact: true })).toBeVisible();
  await page.getByRole('textbox', { name: kit.w('departments.name'), exact: true }).focus();
  await page.keyboard.type('Sales');
  const download = await kit.download(() => page.keyboard.press('Enter'));
  expect(download.suggestedFilename()).toContain('Sales');
  await expect(page.getByRole('textbox', { name: kit.w('departments.name'), exact: true })).toHaveValue('');
});
