/** The assessment beside another one: what was gained and lost, what was written anew, and what might be gained next. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { checkAxe } from './support/axe.ts';
import { textOf } from './support/docx.ts';
import { jsonFile, type GivenFile, type Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';
import { item, items, packWords, pattern, sample, totalOf } from './support/words.ts';

const LEADERS = 'leadership.senior-leaders';
const GOVERNANCE = 'leadership.governance';

/** Hands a file to the page by its dialog. */
async function choose(kit: Kit, file: GivenFile) {
  const chooser = kit.page.waitForEvent('filechooser');
  await kit.button('compare.pick').click();
  await (await chooser).setFiles(file);
}

/** Loads the page anew, once nothing is being fetched any more. */
async function reload(page: Page) {
  await page.waitForLoadState('networkidle');
  await page.reload();
}

const gained = (points: number) => `${points < 0 ? '−' : points > 0 ? '+' : ''}${Math.abs(points)}`;
/** The part of the list about one item. */
const change = (kit: Kit, id: string) => kit.page.getByRole('listitem').filter({ has: kit.page.getByRole('link', { name: kit.itemName(id), exact: true }) });
const totalRow = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
const slider = (kit: Kit, id: string) => kit.page.getByRole('slider', { name: kit.w('next.try_of', { item: kit.itemName(id) }), exact: true });

test('with its own earlier file: points, words, evidence and figures, kept while one goes to an item and back', async ({ kit, page }) => {
  await kit.sample();
  await kit.settled();
  const earlier = await kit.backup();
  const before = JSON.parse(earlier.text);
  const was = before.items[LEADERS].percent;
  const word = kit.language === 'zh' ? '增补的一句。' : 'One sentence more.';
  await kit.go(`item/${LEADERS}`);
  await kit.step(was + 20).click();
  const answer = kit.answer('process', 'approach');
  await answer.fill(`${await answer.inputValue()}${word}`);
  await kit.go(`item/${GOVERNANCE}`);
  await kit.step(before.items[GOVERNANCE].percent - 10).click();
  await kit.settled();

  await kit.go('compare');
  await checkAxe(page);
  await choose(kit, jsonFile('earlier.json', earlier.text));
  await expect(page.getByText(kit.w('compare.against', { name: 'earlier.json' }))).toBeVisible();
  await expect(page.getByText(kit.w('compare.of_same'), { exact: true })).toBeVisible();
  const gain = (item(LEADERS).points * 20) / 100;
  const loss = (item(GOVERNANCE).points * 10) / 100;
  const old = totalOf(before);
  const values = { before: old, after: old + gain - loss, max: 1000, gained: gained(gain - loss) };
  await expect(page.getByRole('heading', { name: kit.w('compare.total_told', values), exact: true })).toBeVisible();
  const parts = { more: 1, gained: gained(gain), less: 1, lost: gained(-loss) };
  await expect(page.getByText(kit.w('compare.parts_told', parts), { exact: true })).toBeVisible();
  await expect(totalRow(page, kit.w('total')).getByRole('cell').nth(2)).toHaveText(gained(gain - loss));

  // Only what changed, with the words that are new.
  await expect(page.locator('.changes > li')).toHaveCount(2);
  await expect(change(kit, LEADERS)).toContainText(`${was}% → ${was + 20}%`);
  await expect(change(kit, LEADERS)).toContainText(gained(gain));
  await expect(change(kit, LEADERS).locator('ins')).toHaveText(word);
  await expect(change(kit, LEADERS).locator('del')).toHaveCount(0);
  await expect(change(kit, GOVERNANCE)).toContainText(gained(-loss));
  await checkAxe(page);

  // In another order, and all of them.
  const first = page.locator('.changes > li').first();
  await expect(first).toContainText(kit.itemName(LEADERS));
  await page.getByLabel(kit.w('compare.sort'), { exact: true }).selectOption('lost');
  await expect(first).toContainText(kit.itemName(GOVERNANCE));
  await page.getByLabel(kit.w('compare.only'), { exact: true }).uncheck();
  await expect(page.locator('.changes > li')).toHaveCount(items.length);
  await kit.button('compare.collapse').click();
  await expect(change(kit, LEADERS).locator('ins')).toBeHidden();

  // To an item and back, and after a reload, it is there still; what is undone is no longer told.
  await change(kit, GOVERNANCE).getByRole('link').first().click();
  await kit.at(`item/${GOVERNANCE}`);
  await kit.step(before.items[GOVERNANCE].percent).click();
  await kit.settled();
  await page.goBack();
  await expect(page.getByText(kit.w('compare.parts_told', { ...parts, less: 0, lost: '0' }), { exact: true })).toBeVisible();
  await reload(page);
  await expect(page.getByText(kit.w('compare.against', { name: 'earlier.json' }))).toBeVisible();
  await expect(page.locator('.changes > li')).toHaveCount(1);
  await kit.button('compare.stop').click();
  await expect(page.locator('.changes')).toHaveCount(0);
  await reload(page);
  await expect(kit.button('compare.pick')).toBeVisible();
  await expect(page.locator('#compared')).toHaveCount(0);
});

test('a file that cannot be read is told in one sentence, and nothing is changed by it', async ({ kit, page }) => {
  await kit.sample();
  await kit.settled();
  const id = kit.id();
  const kept = await kit.kept(id);
  await kit.go('compare');
  await kit.drop(jsonFile('same.json', JSON.stringify(sample(kit.language))));
  await expect(page.getByText(kit.w('compare.nothing'), { exact: true })).toBeVisible();
  const bad: [string, string | Buffer, string][] = [
    ['half.json', '{"format": "award-kit.assess', 'not_json'],
    ['other.json', '{"hello": "world"}', 'not_assessment'],
    ['broken.zip', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe]), 'bundle_not_zip'],
    ['unknown.json', JSON.stringify({ ...sample('en'), pack: { id: 'nowhere-2099', edition: '1' } }), 'unknown_pack'],
    ['wrong.json', JSON.stringify({ ...sample('en'), items: { [LEADERS]: { percent: 47 } } }), 'bad_percent'],
  ];
  for (const [name, content, error] of bad) {
    await choose(kit, jsonFile(name, content));
    await expect(kit.notice().getByRole('paragraph')).toHaveText(pattern(kit.w('compare.refused', { name, reason: kit.w(`error.${error}`) })));
    await expect(page.getByText(kit.w('compare.against', { name: 'same.json' }))).toBeVisible();
    await kit.button('notice.close').click();
    await expect(kit.notice()).toBeEmpty();
  }
  expect(await kit.kept(id)).toEqual(kept);
});

test("another organisation's file of other criteria is carried, and said to be so", async ({ kit, page }) => {
  await kit.sample();
  await kit.settled();
  await kit.go('compare');
  const other = sample(kit.language);
  other.organisation.name = 'Another 另一家';
  other.organisation.credit_code = '';
  const file = { ...other, pack: { id: 'tianjin-2020', edition: '2020' }, eligibility: {} };
  await choose(kit, jsonFile('tianjin.json', JSON.stringify(file)));
  await expect(page.getByText(kit.w('compare.of_other'), { exact: true })).toBeVisible();
  const short = (id: string) => packWords(kit.language, id)('pack.short');
  const values = { theirs: short('tianjin-2020'), own: short('beijing-2016'), points: totalOf(other), max: 1000 };
  await expect(page.getByText(kit.w('compare.carried', values), { exact: true })).toBeVisible();
  await checkAxe(page);
});

test('another assessment of this device, and what became of it', async ({ kit, page }) => {
  await kit.create();
  await kit.profile('name').fill('Last year 去年');
  await kit.go(`item/${LEADERS}`);
  await kit.step(40).click();
  await kit.settled();
  await kit.sample();
  await kit.settled();
  await kit.go('compare');
  const list = page.getByRole('combobox', { name: kit.w('compare.device'), exact: true });
  await list.selectOption({ index: 1 });
  await expect(page.getByText(kit.w('compare.against', { name: 'Last year 去年' }))).toBeVisible();
  await expect(page.getByText(kit.w('compare.of_other'), { exact: true })).toBeVisible();
  await expect(page.getByText(kit.w('compare.unrated_other', { n: items.length - 1 }), { exact: true })).toBeVisible();
  await expect(change(kit, LEADERS)).toContainText('40% → ');
  // When it is gone from the device, that is said where it would stand.
  const back = page.url();
  await kit.home();
  await page.getByRole('button', { name: kit.w('erase.of', { name: 'Last year 去年' }), exact: true }).click();
  await kit.button('bin.title').click();
  page.once('dialog', (dialog) => dialog.accept());
  await kit.button('bin.purge_of', { name: 'Last year 去年' }).click();
  await expect(kit.notice()).toContainText(kit.w('erased', { name: 'Last year 去年' }));
  await page.goto(back);
  await expect(page.getByRole('alert').filter({ hasText: kit.w('compare.gone') })).toBeVisible();
});

test('what if: items are raised for a try, and a tried value becomes the target', async ({ kit, page }) => {
  await kit.create();
  for (const id of [LEADERS, GOVERNANCE]) {
    await kit.go(`item/${id}`);
    await kit.step(50).click();
  }
  await kit.settled();
  const id = kit.id();
  const kept = await kit.kept(id);
  await kit.go('result');
  await page.getByRole('link', { name: kit.w('result.next_try'), exact: true }).click();
  await kit.at('next');
  await checkAxe(page);
  const then = page.getByTestId('then');
  const now = totalOf(kept);
  await expect(then).toHaveText(String(now));
  await slider(kit, LEADERS).focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight');
  const gain = (item(LEADERS).points * 20) / 100;
  await expect(then).toHaveText(String(now + gain));
  await expect(slider(kit, LEADERS)).toHaveAttribute('aria-valuetext', kit.w('next.value', { percent: '70%', gained: gained(gain) }));
  await slider(kit, GOVERNANCE).fill('30');
  await expect(then).toHaveText(String(now + gain - (item(GOVERNANCE).points * 20) / 100));
  expect((await kit.kept(id)).items).toEqual(kept.items);
  await checkAxe(page);

  await page.getByRole('button', { name: kit.w('next.take_of', { item: kit.itemName(LEADERS), percent: '70%' }), exact: true }).click();
  await expect(kit.notice()).toContainText(kit.w('next.taken', { item: kit.itemName(LEADERS), percent: '70%' }));
  await kit.settled();
  const after = (await kit.kept(id)) as any;
  expect(after.targets).toEqual({ [LEADERS]: 70 });
  expect(after.items).toEqual(kept.items);
  await kit.button('next.reset').click();
  await expect(then).toHaveText(String(now));

  // The target stands in the result, and is a profile to compare with.
  await kit.go('result');
  await expect(page.getByText(kit.w('result.target_points', { points: now + gain }))).toBeVisible();
  await kit.go('compare');
  await kit.button('compare.targets').click();
  await expect(page.getByText(kit.w('compare.gap_told', { after: now + gain, gained: gain, n: 1 }), { exact: true })).toBeVisible();
  await expect(change(kit, LEADERS)).toContainText('50% → 70%');
  await checkAxe(page);
  await kit.button('top.undo').click();
  await expect(page.locator('.changes')).toHaveCount(0);
});

test('figures year by year, evidence, and all of it as a Word document', async ({ kit, page }) => {
  await kit.sample();
  await kit.go('compare');
  const other = sample(kit.language) as any;
  other.indicators['conforming-rate'].values = { 2013: 99.1, 2014: 98.8 };
  other.items[LEADERS].evidence = ['E-77 Old 旧'];
  other.items[LEADERS].strengths = 'Another strength altogether, XYZ';
  await choose(kit, jsonFile('earlier.json', JSON.stringify(other)));
  const figures = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: kit.w('compare.year'), exact: true }) });
  await expect(figures.getByRole('row').nth(1)).toContainText('+0.50');
  await expect(figures.getByRole('row').nth(2).getByRole('cell')).toHaveText(['2015', '—', '99.50', '']);
  await expect(change(kit, LEADERS)).toContainText('E-77 Old 旧');
  await expect(change(kit, LEADERS).locator('del')).toHaveText('Another strength altogether, XYZ');
  const download = await kit.download(() => kit.button('compare.word').click());
  expect(download.suggestedFilename()).toMatch(/\.docx$/);
  const text = textOf(await readFile(await download.path()));
  for (const told of ['earlier.json', 'Another strength altogether, XYZ', 'E-77 Old 旧', '98.80', kit.itemName(LEADERS)]) expect(text).toContain(told);
});

test('on paper the comparison stands without what it is chosen by', async ({ kit, page }) => {
  await kit.sample();
  await kit.go('compare');
  const other = sample(kit.language);
  other.items[LEADERS].percent = 40;
  other.items[LEADERS].strengths = 'Rewritten 改写';
  await choose(kit, jsonFile('earlier.json', JSON.stringify(other)));
  await expect(page.locator('.changes > li')).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(kit.w('compare.against', { name: 'earlier.json' }))).toBeVisible();
  await expect(page.locator('.changes > li')).toBeVisible();
  for (const hidden of [page.locator('.rail'), kit.button('compare.pick'), page.locator('.controls'), kit.button('compare.print')]) await expect(hidden).toBeHidden();
});
