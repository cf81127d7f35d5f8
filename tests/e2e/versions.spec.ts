/** The way back: versions that are kept by themselves, one of three days ago, and undo after the page was left. */
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { readFile } from 'node:fs/promises';
import { checkAxe } from './support/axe.ts';
import type { Kit } from './support/kit.ts';
import { profile } from './support/profile.ts';
import { expect, test } from './support/test.ts';

const LEADERS = 'leadership.senior-leaders';
const GOVERNANCE = 'leadership.governance';
const WIDTHS = [390, 1440];

const answer = (kit: Kit) => kit.answer('process', 'approach');
const rows = (page: Page) => page.getByRole('table').getByRole('row');
const main = (page: Page) => page.getByRole('main');

/** Opens the page of an address anew, on a day. */
async function on(page: Page, day: string, address: string) {
  await page.clock.setSystemTime(new Date(day));
  await page.goto('about:blank');
  await page.goto(address);
}

async function write(kit: Kit, item: string, text: string) {
  await kit.go(`item/${item}`);
  await answer(kit).fill(text);
  await kit.settled();
}

/** Keeps what stands as the first version, under a name. */
async function keepNamed(kit: Kit, page: Page) {
  await kit.go('versions');
  await page.getByRole('textbox', { name: kit.w('versions.name') }).fill('送审稿');
  await kit.button('versions.keep').click();
  await expect(rows(page)).toHaveCount(2);
}

test('a version of three days ago is looked at, compared, and one item of it restored', async ({ kit, page }) => {
  await page.clock.setSystemTime(new Date('2016-11-25T09:00:00+08:00'));
  await kit.create();
  await write(kit, LEADERS, '领导带头讲质量，每月一次。');
  await write(kit, GOVERNANCE, '董事会设审计委员会。');
  const address = page.url();

  // Three days later one answer is spoilt by mistake and another one written.
  await on(page, '2016-11-28T08:30:00+08:00', address);
  await write(kit, LEADERS, '误删');
  await write(kit, GOVERNANCE, '董事会设审计与风险委员会。');

  await kit.go('versions');
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).nth(1)).toContainText(kit.w('occasion.day_end'));
  const when = await rows(page).nth(1).getByRole('rowheader').innerText();
  await expect(rows(page).nth(1).getByRole('rowheader')).toContainText(/2016.*09:0\d/);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await checkAxe(page, { where: `versions at ${width}` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }

  // Looked at: what stood there then, and nothing of it can be written into.
  await rows(page).nth(1).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(kit.w('versions.of', { when }));
  await expect(await kit.document()).toContainText('领导带头讲质量，每月一次。');
  await expect(page.getByRole('article').getByRole('textbox')).toHaveCount(0);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await checkAxe(page, { where: `version at ${width}` });
  }

  // Compared, and one item taken back.
  await kit.button('versions.compare').click();
  await kit.at('compare');
  await expect(main(page)).toContainText(kit.w('versions.of', { when }));
  await kit.button('versions.take_of', { item: kit.itemName(LEADERS) }).click();
  await expect(kit.notice()).toContainText(kit.w('versions.taken', { item: kit.itemName(LEADERS) }));
  await kit.go(`item/${LEADERS}`);
  await expect(answer(kit)).toHaveValue('领导带头讲质量，每月一次。');
  await kit.go(`item/${GOVERNANCE}`);
  await expect(answer(kit)).toHaveValue('董事会设审计与风险委员会。');

  // As one step of undo; and what stood before is a version too.
  await kit.button('top.undo').click();
  await kit.go(`item/${LEADERS}`);
  await expect(answer(kit)).toHaveValue('误删');
  await kit.go('versions');
  await expect(rows(page).nth(1)).toContainText(kit.w('occasion.restore'));

  // All of it.
  await rows(page).nth(2).getByRole('button', { name: kit.w('versions.restore_of', { when }) }).click();
  await expect(kit.notice()).toContainText(kit.w('versions.restored', { when }));
  await kit.go(`item/${GOVERNANCE}`);
  await expect(answer(kit)).toHaveValue('董事会设审计委员会。');
  await kit.button('top.undo').click();
  await expect(answer(kit)).toHaveValue('董事会设审计与风险委员会。');
});

/** Opens a version of the list and waits for its page: both have a field for a name. */
async function look(kit: Kit, row: number) {
  await rows(kit.page).nth(row).getByRole('link').click();
  await expect(kit.button('versions.rename')).toBeVisible();
}

test('versions with a name stay, the others are thinned out as time passes', async ({ kit, page }) => {
  await page.clock.setSystemTime(new Date('2016-09-01T09:00:00+08:00'));
  await kit.create();
  await write(kit, LEADERS, '第一稿');
  await keepNamed(kit, page);
  await page.clock.setSystemTime(new Date('2016-09-01T10:00:00+08:00'));
  await kit.button('versions.keep').click();
  await expect(rows(page)).toHaveCount(3);
  await page.clock.setSystemTime(new Date('2016-09-01T11:00:00+08:00'));
  await kit.button('versions.keep').click();
  await expect(rows(page)).toHaveCount(4);

  const address = page.url();
  await on(page, '2016-12-01T09:00:00+08:00', address);
  await write(kit, LEADERS, '第二稿');
  await kit.go('versions');
  // The named one, and of that day the last: the state in which its work ended.
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).nth(2)).toContainText('送审稿');

  // A name is given and taken, and a version deleted.
  await look(kit, 1);
  await page.getByRole('textbox', { name: kit.w('versions.name') }).fill('定稿');
  await kit.button('versions.rename').click();
  await expect(kit.notice()).toContainText(kit.w('versions.renamed'));
  await kit.go('versions');
  await expect(rows(page).nth(1)).toContainText('定稿');
  await rows(page).nth(2).getByRole('link').click();
  page.once('dialog', (dialog) => dialog.accept());
  await kit.button('versions.remove').click();
  await expect(rows(page)).toHaveCount(2);
});

test('the name that is being typed for a version stays while its page is drawn again', async ({ kit, page }) => {
  await kit.create();
  await write(kit, LEADERS, '第一稿');
  await kit.go('versions');
  await kit.button('versions.keep').click();
  await expect(rows(page)).toHaveCount(2);
  await look(kit, 1);
  const name = page.locator('main input');
  await name.fill('定稿');
  // Both languages draw it.
  for (const _ of ['there', 'back']) {
    const language = await page.locator('html').getAttribute('lang');
    await page.locator('header .lang').click();
    await expect(page.locator('html')).not.toHaveAttribute('lang', language!);
  }
  await expect(name).toHaveValue('定稿');
  await kit.button('versions.rename').click();
  await expect(kit.notice()).toContainText(kit.w('versions.renamed'));
  await kit.go('versions');
  await expect(rows(page).nth(1)).toContainText('定稿');
});

test('versions go along in the bundle where that is wished, and come back on another device', async ({ kit, page, browser, baseURL, locale }) => {
  await page.clock.setSystemTime(new Date('2016-11-25T09:00:00+08:00'));
  await kit.create();
  await write(kit, LEADERS, '第一稿');
  await keepNamed(kit, page);
  await write(kit, LEADERS, '第二稿');

  await kit.go('draft');
  const bundle = async () => {
    const made = await kit.download(() => kit.button('register.bundle').click());
    return { name: made.suggestedFilename(), mimeType: 'application/zip', buffer: await readFile(await made.path()) };
  };
  const without = await bundle();
  await page.getByRole('checkbox', { name: kit.w('versions.bundled') }).check();
  const made = await bundle();
  const listed = ({ buffer }: { buffer: Buffer }) => JSON.parse(strFromU8(unzipSync(buffer)['manifest.json'])).versions;
  expect([listed(without).length, listed(made).length]).toEqual([0, 1]);

  const elsewhere = await profile(browser, baseURL!, locale!, kit.language);
  await elsewhere.kit.home();
  await elsewhere.kit.open(made);
  await elsewhere.kit.at('overview');
  await elsewhere.kit.settled();
  await elsewhere.kit.go('versions');
  await expect(rows(elsewhere.kit.page).nth(1)).toContainText('送审稿');
  await rows(elsewhere.kit.page).nth(1).getByRole('link').click();
  await expect(await elsewhere.kit.document()).toContainText('第一稿');
  await elsewhere.kit.button('versions.restore').click();
  await elsewhere.kit.go(`item/${LEADERS}`);
  await expect(answer(elsewhere.kit)).toHaveValue('第一稿');
  expect(elsewhere.watch.faults).toEqual([]);
  await elsewhere.context.close();
});

test('undo and redo are there again after the page was left', async ({ kit, page }) => {
  await kit.create();
  for (const text of ['一', '一二', '一二三']) {
    await write(kit, LEADERS, text);
    // Another field in between, so that each is a step of its own.
    await write(kit, GOVERNANCE, text);
  }
  await kit.button('top.undo').click();
  await kit.settled();

  // Home and back.
  const address = page.url();
  await kit.home();
  await page.getByRole('table').getByRole('link').click();
  await kit.go(`item/${GOVERNANCE}`);
  await expect(answer(kit)).toHaveValue('一二');
  await expect(kit.button('top.redo')).toBeEnabled();
  await kit.button('top.redo').click();
  await expect(answer(kit)).toHaveValue('一二三');
  await kit.button('top.undo').click();
  await kit.settled();

  // The page loaded anew.
  await page.goto('about:blank');
  await page.goto(address);
  await expect(kit.button('top.undo')).toBeEnabled();
  await kit.button('top.undo').click();
  await kit.go(`item/${LEADERS}`);
  await expect(answer(kit)).toHaveValue('一二');
  for (const text of ['一二', '一', '一', '']) {
    await kit.button('top.undo').click();
    await expect(answer(kit)).toHaveValue(text);
  }
  await expect(kit.button('top.undo')).toBeDisabled();
  for (const text of ['一', '一', '一二', '一二', '一二三', '一二三']) {
    await kit.button('top.redo').click();
    await expect(answer(kit)).toHaveValue(text);
  }
  await expect(kit.button('top.redo')).toBeDisabled();
  await kit.go(`item/${GOVERNANCE}`);
  await expect(answer(kit)).toHaveValue('一二三');
  await kit.settled();
});
