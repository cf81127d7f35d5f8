/** The overview of an assessment: what is next and why, the road with its days, every item in a table that sorts, filters and takes
 * several at once, what is found, the latest versions; and the way on below every page. */
import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { checkAxe } from './support/axe.ts';
import { jsonFile, type Kit, type Place } from './support/kit.ts';
import { profile } from './support/profile.ts';
import { expect, test } from './support/test.ts';
import { day, item, items, pack, sample, totalOf } from './support/words.ts';

const LEADERS = 'leadership.senior-leaders';
const GOVERNANCE = 'leadership.governance';
const FINANCE = 'results.finance';
/** More than that and a page stutters. */
const MOST_NODES = 2500;

const table = (kit: Kit): Locator => kit.page.getByRole('group', { name: kit.w('overview.items'), exact: true }).getByRole('table');
const row = (kit: Kit, id: string): Locator => table(kit).getByRole('row').filter({ has: kit.page.getByRole('rowheader', { name: kit.itemName(id), exact: true }) });
const names = (kit: Kit): Locator => table(kit).getByRole('rowheader');
const tick = (kit: Kit, id: string): Locator => kit.page.getByRole('checkbox', { name: kit.w('overview.tick_of', { item: kit.itemName(id) }), exact: true });
const head = (kit: Kit, key: string): Locator => table(kit).getByRole('columnheader', { name: kit.w(key), exact: true });
const bulk = (kit: Kit): Locator => kit.page.getByRole('group', { name: kit.w('overview.bulk'), exact: true });
const step = (kit: Kit, key: string, values = {}): Locator => kit.page.getByRole('heading', { level: 2, name: kit.w('overview.next', { what: kit.w(`next_step.${key}`, values) }), exact: true });
const to = (kit: Kit, page: string): Locator => kit.page.getByRole('link', { name: kit.w('overview.go', { page }), exact: true });

test('a sample opens at its overview, which says what is next and why, and leads there', async ({ kit, page }) => {
  await kit.sample();
  await expect(step(kit, 'draft')).toBeVisible();
  await expect(page.getByText(kit.w('next_why.draft', { n: 2 }), { exact: true })).toBeVisible();
  await expect(page.getByText(kit.w('overview.counts', { items: 23, complete: 21, begun: 2, empty: 0 }), { exact: true })).toBeVisible();
  await expect(to(kit, kit.w('draft.title'))).toBeVisible();

  // Two ratings are taken away: one of them is next, with what both are worth.
  for (const id of [GOVERNANCE, LEADERS]) {
    await kit.go(`item/${id}`);
    await kit.ladder().getByRole('radio', { checked: true }).press('Delete');
    await expect(page.getByTestId('percent')).toHaveText(kit.w('not_rated'));
  }
  await kit.go('overview');
  await expect(step(kit, 'rate', { item: kit.itemName(LEADERS) })).toBeVisible();
  const worth = item(LEADERS).points + item(GOVERNANCE).points;
  await expect(page.getByText(kit.w('next_why.rate', { n: 2, points: worth }), { exact: true })).toBeVisible();
  await to(kit, kit.itemName(LEADERS)).click();
  await kit.at(`item/${LEADERS}`);
  await expect(kit.ladder()).toBeInViewport();
});

test('a new assessment begins with its profile, which is what its overview asks for first', async ({ kit, page }) => {
  await kit.create();
  await kit.go('overview');
  await expect(step(kit, 'profile')).toBeVisible();
  await expect(page.getByText(kit.w('next_why.profile', { n: 6 }), { exact: true })).toBeVisible();
  await expect(row(kit, LEADERS)).toContainText(kit.w('item_state.empty'));
  await checkAxe(page, { where: 'overview of a blank assessment' });
  await to(kit, kit.w('organisation.title')).click();
  await kit.at('organisation');
  await expect(kit.profile('name')).toBeFocused();
});

test('the list of home leads to the overview, which says the same as the other pages', async ({ kit, page }) => {
  await kit.sample();
  await kit.settled();
  await kit.home();
  await page.getByRole('link', { name: kit.sampleName() }).first().click();
  await kit.at('overview');
  const file = sample(kit.language);
  await expect(names(kit)).toHaveText(items.map(({ id }) => kit.itemName(id)));
  for (const { id, points } of items) {
    const { percent, evidence } = file.items[id];
    const cells = row(kit, id).getByRole('cell');
    await expect(cells.nth(4)).toContainText(`${percent}%`);
    await expect(cells.nth(5)).toHaveText(`${(points * percent!) / 100} / ${points}`);
    await expect(cells.nth(6)).toHaveText(String(evidence.length));
  }
  await expect(kit.total()).toHaveText(String(totalOf(file)));
  // The figures as their own page counts them.
  const figures = await row(kit, FINANCE).getByRole('link').last().innerText();
  const [there, all] = figures.split(' / ');
  await row(kit, FINANCE).getByRole('link').last().click();
  await kit.at(`indicators/${FINANCE}`);
  await expect(page.getByRole('link', { name: kit.w('grid.tab', { name: kit.itemName(FINANCE), n: there, all }), exact: true })).toBeVisible();
});

test('the table is sorted by its heads with the keyboard, and says how', async ({ kit, page }) => {
  await kit.sample();
  const percents = async () => (await table(kit).locator('tbody tr').evaluateAll((rows) => rows.map((row) => parseInt(row.children[5].textContent!, 10)))) as number[];
  const sorted = (list: number[]) => [...list].sort((one, other) => one - other);
  await expect(head(kit, 'column.item')).toHaveAttribute('aria-sort', 'ascending');
  await expect(head(kit, 'column.percent')).toHaveAttribute('aria-sort', 'none');
  const button = head(kit, 'column.percent').getByRole('button');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(head(kit, 'column.percent')).toHaveAttribute('aria-sort', 'ascending');
  await expect(head(kit, 'column.item')).toHaveAttribute('aria-sort', 'none');
  const up = await percents();
  expect(up).toHaveLength(23);
  expect(up).toEqual(sorted(up));
  await expect(button).toBeFocused();
  await page.keyboard.press('Space');
  await expect(head(kit, 'column.percent')).toHaveAttribute('aria-sort', 'descending');
  expect(await percents()).toEqual(sorted(up).reverse());
});

test('the table is filtered by category and state', async ({ kit, page }) => {
  await kit.sample();
  const shown = (n: number) => expect(page.getByRole('status').filter({ hasText: kit.w('overview.shown', { n, all: 23 }) })).toBeVisible();
  await shown(23);
  await page.getByLabel(kit.w('overview.state'), { exact: true }).selectOption(kit.w('item_state.begun'));
  await shown(2);
  await expect(names(kit)).toHaveText(['results.products', 'results.resources'].map((id) => kit.itemName(id)));
  const [leadership] = pack.categories;
  await page.getByLabel(kit.w('overview.category'), { exact: true }).selectOption(`${leadership.number} ${kit.pack(`category.${leadership.id}`)}`);
  await shown(0);
  await expect(page.getByText(kit.w('overview.nothing'), { exact: true })).toBeVisible();
  await page.getByLabel(kit.w('overview.state'), { exact: true }).selectOption(kit.w('overview.all'));
  await shown(3);
});

test('chosen items are rated, and their ratings taken away, each as one step of undo', async ({ kit, page }) => {
  await kit.sample();
  const before = await kit.total().textContent();
  const button = (key: string) => bulk(kit).getByRole('button', { name: kit.w(key), exact: true });
  await expect(button('overview.rate')).toBeDisabled();
  await tick(kit, LEADERS).check();
  await tick(kit, GOVERNANCE).check();
  await expect(bulk(kit)).toContainText(kit.w('overview.picked', { n: 2 }));

  // Without a percentage the list that gives it is asked for.
  const percent = bulk(kit).getByRole('combobox', { name: kit.w('overview.percent'), exact: true });
  await button('overview.rate').click();
  await expect(percent).toBeFocused();
  await percent.selectOption('40%');
  page.once('dialog', (asked) => asked.dismiss());
  await button('overview.rate').click();
  await expect(kit.total()).toHaveText(before!);
  page.once('dialog', (asked) => {
    expect(asked.message()).toBe(kit.w('overview.rate_question_rated', { n: 2, percent: '40%', rated: 2 }));
    return asked.accept();
  });
  await button('overview.rate').click();
  await expect(kit.notice()).toContainText(kit.w('overview.rated', { n: 2, percent: '40%' }));
  for (const id of [LEADERS, GOVERNANCE]) await expect(row(kit, id).getByRole('cell').nth(4)).toContainText('40%');
  await kit.button('top.undo').click();
  await expect(kit.total()).toHaveText(before!);
  for (const id of [LEADERS, GOVERNANCE]) await expect(row(kit, id).getByRole('cell').nth(4)).toContainText(`${sample(kit.language).items[id].percent}%`);

  // What the filter hides is not acted on.
  await page.getByLabel(kit.w('overview.state'), { exact: true }).selectOption(kit.w('item_state.begun'));
  await expect(button('overview.unrate')).toBeDisabled();
  await page.getByLabel(kit.w('overview.state'), { exact: true }).selectOption(kit.w('overview.all'));
  page.once('dialog', (asked) => asked.accept());
  await button('overview.unrate').click();
  await expect(row(kit, LEADERS)).toContainText(kit.w('not_rated_short'));
  await expect(step(kit, 'rate', { item: kit.itemName(LEADERS) })).toBeVisible();
  await expect(page.getByRole('banner')).toContainText(kit.w('top.rated', { rated: 21, items: 23 }));
  await kit.button('top.undo').click();
  await expect(kit.total()).toHaveText(before!);
});

test('all that are listed are chosen at once', async ({ kit, page }) => {
  await kit.sample();
  const all = page.getByRole('checkbox', { name: kit.w('overview.tick_all'), exact: true });
  await all.check();
  await expect(bulk(kit)).toContainText(kit.w('overview.picked', { n: 23 }));
  await tick(kit, LEADERS).uncheck();
  await expect(all).not.toBeChecked();
  await expect(bulk(kit)).toContainText(kit.w('overview.picked', { n: 22 }));
  await all.check();
  await all.uncheck();
  await expect(bulk(kit)).toContainText(kit.w('overview.picked', { n: 0 }));
});

test('chosen items are handed out, the overview says who has them, and a part has an overview of its own', async ({ kit, page, browser, baseURL, locale }) => {
  test.slow();
  await kit.sample();
  await expect(head(kit, 'overview.holder')).toHaveCount(0);
  await tick(kit, LEADERS).check();
  await tick(kit, FINANCE).check();
  await bulk(kit).getByRole('button', { name: kit.w('departments.hand_out'), exact: true }).click();
  await kit.at('departments');
  const name = page.getByRole('textbox', { name: kit.w('departments.name'), exact: true });
  await expect(name).toBeFocused();
  await expect(page.getByText(kit.w('departments.chosen', { n: 2 }), { exact: true })).toBeVisible();
  for (const id of [LEADERS, FINANCE]) await expect(page.getByRole('checkbox', { name: kit.itemName(id), exact: true })).toBeChecked();
  await name.fill('质量部');
  const download = await kit.download(() => kit.button('departments.save_part').click());
  const part = jsonFile('part.json', await readFile(await download.path(), 'utf8'));
  await kit.go('overview');
  await expect(head(kit, 'overview.holder')).toBeVisible();
  await expect(row(kit, FINANCE).getByRole('cell').last()).toHaveText('质量部');
  await expect(row(kit, GOVERNANCE).getByRole('cell').last()).toHaveText('');

  const elsewhere = await profile(browser, baseURL!, locale!, kit.language);
  const other = elsewhere.kit;
  await other.home();
  await other.open(part);
  await other.at(`item/${LEADERS}`);
  await other.go('overview');
  await expect(names(other)).toHaveText([LEADERS, FINANCE].map((id) => other.itemName(id)));
  await expect(step(other, 'return')).toBeVisible();
  await expect(bulk(other)).toHaveCount(0);
  await expect(other.page.getByRole('heading', { name: other.w('overview.road'), exact: true })).toHaveCount(0);
  await checkAxe(other.page, { where: 'overview of a part' });
  expect(elsewhere.watch.faults).toEqual([]);
  await elsewhere.context.close();
});

test('the road tells the days left to what was set', async ({ kit, page }) => {
  await kit.sample();
  // A sample lives in its own time, which is its application date.
  await expect(page.getByText(kit.w('overview.today', { event: kit.w('overview.event_application') }), { exact: true })).toBeVisible();
  await kit.go('road');
  const review = kit.pack('stage.document-review');
  await page.getByLabel(kit.w('road.day_of', { stage: review }), { exact: true }).fill('2016-12-12');
  await page.getByRole('button', { name: kit.w('road.done_of', { stage: kit.pack('stage.voluntary-application') }), exact: true }).click();
  await kit.settled();
  await kit.go('overview');
  await expect(page.getByText(kit.w('overview.days', { event: review, n: 10 }), { exact: true })).toBeVisible();
  const stage = page.getByRole('listitem').filter({ hasText: review });
  await expect(stage).toContainText(day(kit.w, '2016-12-12'));
  await expect(stage).toContainText(kit.w('overview.left', { n: 10 }));
  // The application is handed in: the stages say what comes.
  await expect(step(kit, 'stage', { stage: kit.pack('stage.eligibility-check') })).toBeVisible();
  await to(kit, kit.w('road.title')).click();
  await kit.at('road');
});

test('what is found stands by weight with a way to each place', async ({ kit, page }) => {
  await kit.sample();
  const found = page.getByRole('region', { name: kit.w('draft.findings', { n: 2 }), exact: true });
  await expect(found.getByRole('listitem')).toHaveCount(2);
  await expect(found.getByRole('listitem').first()).toContainText(kit.w('weight.doubt'));
  await kit.go(`item/${GOVERNANCE}`);
  for (const { id } of pack.rubrics[0].factors) await kit.answer('process', id).fill('');
  await kit.settled();
  await kit.go('overview');
  const three = page.getByRole('region', { name: kit.w('draft.findings', { n: 3 }), exact: true });
  await expect(three.getByRole('listitem').first()).toContainText(kit.w('weight.serious'));
  await expect(three.getByRole('listitem').first()).toContainText(kit.itemName(GOVERNANCE));
  await three.getByRole('listitem').first().getByRole('link').click();
  await kit.at(`item/${GOVERNANCE}`);
  await expect(kit.answer('process', 'approach')).toBeFocused();
});

test('the latest versions are listed, looked at and compared with', async ({ kit, page }) => {
  await kit.sample();
  for (const [at, name] of ['甲', '乙', '丙', '丁', '戊', '己'].entries()) {
    // A version is of the moment whose state it holds.
    await kit.go(`item/${LEADERS}`);
    await kit.step(at % 2 ? 40 : 45).click();
    await kit.settled();
    await kit.go('versions');
    await page.getByRole('textbox', { name: kit.w('versions.name') }).fill(name);
    await kit.button('versions.keep').click();
    await expect(page.getByRole('table').getByRole('row').filter({ hasText: name })).toHaveCount(1);
  }
  await kit.go('overview');
  const latest = page.getByRole('region', { name: kit.w('overview.versions'), exact: true });
  await expect(latest.getByRole('listitem')).toHaveCount(5);
  await expect(latest.getByRole('listitem').first()).toContainText('己');
  await latest.getByRole('listitem').first().getByRole('link').click();
  await expect(page).toHaveURL(/\/versions\/\d+$/);
  await kit.go('overview');
  await latest.getByRole('listitem').first().getByRole('button').click();
  await kit.at('compare');
});

/** Each page with what follows it. */
const ONWARD: [Place, Place][] = [
  ['organisation', 'eligibility'],
  ['eligibility', `item/${LEADERS}`],
  [`indicators/${FINANCE}`, 'evidence'],
  ['figures', 'evidence'],
  ['evidence', 'result'],
  ['departments', 'result'],
  ['result', 'improvement'],
  ['next', 'improvement'],
  ['improvement', 'draft'],
  ['compare', 'draft'],
  ['under', 'draft'],
  ['panel', 'draft'],
  ['draft', 'road'],
  ['road', 'overview'],
  ['versions', 'overview'],
];

test('below every page the way leads on along the road', async ({ kit, page }) => {
  test.slow();
  await kit.sample();
  for (const [place, next] of ONWARD) {
    await kit.go(place);
    const onward = page.getByRole('navigation', { name: kit.w('onward.label'), exact: true }).getByRole('link');
    await expect(onward, place).toHaveText(kit.w('onward.next', { page: kit.title(next) }));
    await onward.click();
    await kit.at(next);
  }
});

for (const width of [360, 1024, 1440]) {
  test(`the overview is in order at ${width} px`, async ({ kit, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await kit.sample();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await page.locator('*').count()).toBeLessThan(MOST_NODES);
    await checkAxe(page, { where: `overview at ${width} px` });
    // What has the focus in the table is in sight, also where the table is scrolled.
    await table(kit).getByRole('row').nth(3).getByRole('link').first().focus();
    await expect(table(kit).getByRole('row').nth(3).getByRole('link').first()).toBeInViewport();
    await head(kit, 'overview.findings').getByRole('button').focus();
    await expect(head(kit, 'overview.findings').getByRole('button')).toBeInViewport();
  });
}

test('printed, the overview has its table and none of what is pressed', async ({ kit, page }) => {
  await kit.sample();
  await page.emulateMedia({ media: 'print' });
  await expect(table(kit)).toBeVisible();
  await expect(bulk(kit)).toBeHidden();
  await expect(tick(kit, LEADERS)).toBeHidden();
});
