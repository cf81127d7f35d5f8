/** The figures: typed and pasted as in a spreadsheet, read in the forms people use, judged, verified, undone, kept. */
import type { Locator } from '@playwright/test';
import { checkAxe } from './support/axe.ts';
import type { Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';

const name = (kit: Kit, id: string) => kit.pack(`indicator.${id}`);
const cell = (kit: Kit, id: string, year: number): Locator =>
  kit.page.getByRole('textbox', { name: kit.w('grid.value_of', { name: name(kit, id), year }), exact: true });
const target = (kit: Kit, id: string): Locator => kit.page.getByRole('textbox', { name: kit.w('grid.target_of', { name: name(kit, id) }), exact: true });
const row = (kit: Kit, id: string): Locator => kit.page.getByRole('row').filter({ has: kit.page.getByRole('button', { name: kit.w('grid.details_of', { name: name(kit, id) }), exact: true }) });

/** An indicator of each item that is used here. */
const FIRST = { 'results.customers': 'customer-satisfaction', 'results.finance': 'main-revenue', 'results.leadership': 'goal-achievement', 'results.products': 'conforming-rate' } as const;

async function blank(kit: Kit, item: keyof typeof FIRST) {
  await kit.home();
  await kit.button('home.new').click();
  await kit.at('organisation');
  await kit.go(`indicators/${item}`);
  const first = kit.page.getByLabel(kit.w('grid.first_year'), { exact: true });
  // The list reaches twelve years back from the year it shows.
  await first.selectOption(String(Number(await first.inputValue()) - 11));
  await first.selectOption('2013');
  await expect(cell(kit, FIRST[item], 2013)).toBeVisible();
}

/** A block as a spreadsheet puts it on the clipboard. */
async function paste(into: Locator, text: string) {
  await into.focus();
  await into.evaluate((field, text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

test('figures are typed along the grid by keys, read in Chinese and western forms, kept and undone', async ({ kit, page }) => {
  await blank(kit, 'results.customers');
  const first = cell(kit, 'customer-satisfaction', 2013);
  await first.focus();
  await page.keyboard.type('８６.2');
  await page.keyboard.press('ArrowRight');
  await expect(cell(kit, 'customer-satisfaction', 2014)).toBeFocused();
  await expect(first).toHaveValue(/^86\.20?$/);
  await page.keyboard.type('87.9');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('91');
  await page.keyboard.press('ArrowRight');
  await expect(target(kit, 'customer-satisfaction')).toBeFocused();
  await page.keyboard.type('90');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(row(kit, 'customer-satisfaction')).toContainText(kit.w('grid.improving_weak'));
  await expect(row(kit, 'customer-satisfaction')).toContainText(kit.w('grid.target_met'));
  await kit.settled();
  await page.reload();
  await expect(cell(kit, 'customer-satisfaction', 2015)).toHaveValue(/^91/);
  const kept = (await kit.kept()) as any;
  expect(kept.indicators['customer-satisfaction'].values).toEqual({ 2013: 86.2, 2014: 87.9, 2015: 91 });
  await checkAxe(page);
});

test('what is no figure is named and the value before is kept', async ({ kit, page }) => {
  await blank(kit, 'results.customers');
  const field = cell(kit, 'customer-satisfaction', 2013);
  await field.fill('86');
  await field.blur();
  await field.fill('eighty-six');
  await field.blur();
  await expect(kit.notice()).toContainText('eighty-six');
  await expect(field).toHaveValue(/^86/);
  await kit.settled();
  expect(((await kit.kept()) as any).indicators['customer-satisfaction'].values).toEqual({ 2013: 86 });
});

test('a block from a spreadsheet goes into the grid as one step of undo', async ({ kit, page }) => {
  await blank(kit, 'results.finance');
  await paste(cell(kit, 'main-revenue', 2013), '1,234.5\t12000万元\t１３０００\r\n');
  await expect(cell(kit, 'main-revenue', 2013)).toHaveValue(/^1234\.5/);
  await expect(cell(kit, 'main-revenue', 2014)).toHaveValue(/^12000/);
  await expect(cell(kit, 'main-revenue', 2015)).toHaveValue(/^13000/);
  await expect(kit.notice()).toContainText(kit.w('grid.pasted', { n: 3 }));
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await kit.button('top.undo').click();
  for (const year of [2013, 2014, 2015]) await expect(cell(kit, 'main-revenue', year)).toHaveValue('');
});

test('a block with a figure in another unit, or that may be a share of one, is looked at cell by cell before it counts', async ({ kit, page }) => {
  await blank(kit, 'results.finance');
  await paste(cell(kit, 'main-revenue', 2013), '12345\t1.2亿\t13000\r\n');
  await expect(kit.notice()).toContainText(kit.w('grid.handed_doubtful'));
  await expect(cell(kit, 'main-revenue', 2013)).toHaveValue('');
  const list = page.locator('[aria-labelledby=import-plan] table').first();
  await expect(page.locator('#import .tags')).toContainText(kit.w('import.taken', { n: 3 }));
  await expect(page.locator('#import .tags')).toContainText(kit.w('import.converted', { n: 1 }));
  // What was converted stands first, beside what stood in the cell.
  const converted = list.getByRole('row').nth(1);
  await expect(converted).toContainText('1.2亿');
  await expect(converted).toContainText(kit.w('import.read_converted', { value: '' }).trim());
  await page.locator('#import').getByRole('button', { name: kit.w('import.confirm', { n: 3 }) }).click();
  await expect(cell(kit, 'main-revenue', 2013)).toHaveValue(/^12345/);
  await expect(cell(kit, 'main-revenue', 2014)).toHaveValue(/^12000/);
  await blank(kit, 'results.products');
  await paste(cell(kit, 'conforming-rate', 2013), '0.97\t0.975\t0.98\r\n');
  await expect(kit.notice()).toContainText(kit.w('grid.handed_doubtful'));
  await expect(page.locator('#import .tags')).toContainText(kit.w('import.unread', { n: 3 }));
  await expect(page.locator('#import')).toContainText(kit.w('refused.share'));
});

test('a block that brings names and years with it is looked at before it counts, and no figure lands beside its place', async ({ kit, page }) => {
  await blank(kit, 'results.finance');
  await cell(kit, 'main-revenue', 2013).fill('1000');
  await cell(kit, 'main-revenue', 2013).blur();
  const block = `\t2014\t2013\r\n${name(kit, 'total-profit')}\t52\t49.3\r\n${name(kit, 'main-revenue')}\t1234.5\t1000\r\n`;
  await paste(cell(kit, 'main-revenue', 2013), block);
  await expect(kit.notice()).toContainText(kit.w('grid.handed'));
  await expect(page.locator('#import > summary')).toBeFocused();
  await expect(page.getByRole('heading', { name: kit.w('import.file', { name: kit.w('import.clipboard') }) })).toBeVisible();
  await expect(page.locator('#import .tags')).toContainText(kit.w('import.taken', { n: 3 }));
  await expect(page.locator('#import .tags')).toContainText(kit.w('import.same', { n: 1 }));
  await expect(cell(kit, 'main-revenue', 2014)).toHaveValue('');
  await checkAxe(page);
  await kit.button('import.confirm', { n: 3 }).click();
  for (const [id, year, value] of [['main-revenue', 2013, /^1000/], ['main-revenue', 2014, /^1234\.5/], ['total-profit', 2013, /^49\.3/], ['total-profit', 2014, /^52/]] as const) {
    await expect(cell(kit, id, year)).toHaveValue(value);
  }
  await kit.button('top.undo').click();
  await expect(cell(kit, 'total-profit', 2013)).toHaveValue('');
  await expect(cell(kit, 'main-revenue', 2013)).toHaveValue(/^1000/);
});

test('a slip in the sample is found, mended, and the bands the figures support are told with their reasons', async ({ kit, page }) => {
  await kit.sample();
  await kit.go('indicators/results.products');
  const slip = page.locator('.problem').filter({ hasText: new RegExp(`${name(kit, 'early-failure-rate').replace(/[()/]/g, '.')}.*7400`) });
  await expect(slip).toBeVisible();
  await expect(cell(kit, 'early-failure-rate', 2015)).toHaveClass(/invalid/);
  await cell(kit, 'early-failure-rate', 2015).fill('7400');
  await cell(kit, 'early-failure-rate', 2015).blur();
  await expect(slip).toHaveCount(0);
  await expect(page.getByText(kit.w('grid.coverage'))).toBeVisible();
  await expect(page.locator('.why')).toBeVisible();
});

test('details hold benchmark, origins, evidence and the statistics', async ({ kit, page }) => {
  await kit.sample();
  await kit.go('indicators/results.products');
  await page.getByRole('button', { name: kit.w('grid.details_of', { name: name(kit, 'conforming-rate') }), exact: true }).click();
  await expect(page.getByText(kit.w('grid.kendall'))).toBeVisible();
  const media = page.getByRole('button', { name: kit.w('grid.origin_media'), exact: true });
  await expect(media).toHaveAttribute('aria-pressed', 'false');
  await media.click();
  await expect(media).toHaveAttribute('aria-pressed', 'true');
  await page.getByLabel(kit.w('grid.benchmark_name'), { exact: true }).fill('Sector association');
  await kit.settled();
  const kept = ((await kit.kept()) as any).indicators['conforming-rate'];
  expect(kept.origins).toContain('media');
  expect(kept.benchmark.name).toBe('Sector association');
  await checkAxe(page);
});

/** What the page puts on the clipboard when the focused field copies or cuts. */
async function copied(kit: Kit, event: 'copy' | 'cut'): Promise<string> {
  return kit.page.evaluate((event) => {
    const data = new DataTransfer();
    document.activeElement!.dispatchEvent(new ClipboardEvent(event, { clipboardData: data, bubbles: true, cancelable: true }));
    return data.getData('text/plain');
  }, event);
}

const status = (kit: Kit, rows: number, columns: number): Locator =>
  kit.page.getByRole('status').filter({ hasText: kit.w('grid.selected', { rows, columns }) });

test('a block is selected by keys, copied as plain figures, cut, undone, and pasted back elsewhere', async ({ kit, page }) => {
  await blank(kit, 'results.customers');
  const at = (id: string, year: number) => cell(kit, id, year);
  await paste(at('customer-satisfaction', 2013), '86.25\t87\t88.5\r\n60%\t61\t62\r\n');
  await expect(at('customer-loyalty', 2015)).toHaveValue(/^62/);
  await at('customer-satisfaction', 2013).focus();
  for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown']) await page.keyboard.press(key);
  await expect(status(kit, 2, 3)).toBeVisible();
  await expect(at('customer-loyalty', 2015)).toBeFocused();
  await expect(page.getByRole('gridcell', { selected: true })).toHaveCount(6);
  await checkAxe(page);
  expect(await copied(kit, 'copy')).toBe('86.25\t87\t88.5\r\n60\t61\t62\r\n');
  expect(await copied(kit, 'cut')).toBe('86.25\t87\t88.5\r\n60\t61\t62\r\n');
  await expect(at('customer-satisfaction', 2013)).toHaveValue('');
  await expect(at('customer-loyalty', 2015)).toHaveValue('');
  await page.keyboard.press('Control+z');
  await expect(at('customer-satisfaction', 2013)).toHaveValue(/^86\.25/);
  await page.keyboard.press('Control+y');
  await expect(at('customer-satisfaction', 2013)).toHaveValue('');
  // By the keys themselves: the block, and a single cell in which nothing is marked.
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Escape');
  await expect(status(kit, 2, 3)).toHaveCount(0);
  await at('complaint-rate', 2013).focus();
  await page.keyboard.press('Control+v');
  await expect(at('complaints-on-time-rate', 2015)).toHaveValue(/^62/);
  await at('customer-satisfaction', 2013).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+c');
  await at('complaint-rate', 2015).fill('');
  await page.keyboard.press('Control+v');
  await page.keyboard.press('Enter');
  await expect(at('complaint-rate', 2015)).toHaveValue(/^86\.25/);
  await paste(at('customer-satisfaction', 2013), '86.25\t87\t88.5\r\n60\t61\t62\r\n');
  await kit.settled();
  const kept = ((await kit.kept()) as any).indicators;
  expect(kept['customer-satisfaction'].values).toEqual({ 2013: 86.25, 2014: 87, 2015: 88.5 });
  expect(kept['customer-loyalty'].values).toEqual({ 2013: 60, 2014: 61, 2015: 62 });
});

test('a block is selected by mouse and by all at once, and cleared as one step', async ({ kit, page }) => {
  await blank(kit, 'results.customers');
  const at = (id: string, year: number) => cell(kit, id, year);
  await paste(at('customer-satisfaction', 2013), '86\t87\t88\r\n60\t61\t62\r\n');
  await at('customer-satisfaction', 2014).click();
  await at('customer-loyalty', 2015).click({ modifiers: ['Shift'] });
  await expect(status(kit, 2, 2)).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(at('customer-loyalty', 2015)).toHaveValue('');
  await expect(at('customer-satisfaction', 2013)).toHaveValue(/^86/);
  await page.keyboard.press('Control+z');
  await expect(at('customer-loyalty', 2015)).toHaveValue(/^62/);
  await at('customer-satisfaction', 2013).hover();
  await page.mouse.down();
  await at('customer-loyalty', 2014).hover();
  await page.mouse.up();
  await expect(status(kit, 2, 2)).toBeVisible();
  await page.keyboard.press('Control+a');
  const columns = 5;
  const rows = await page.locator('tbody button[data-act^=details]').count();
  await expect(status(kit, rows, columns)).toBeVisible();
  expect((await copied(kit, 'copy')).split('\r\n')[0]).toBe('86\t87\t88\t\t');
  // Typing ends the selection and replaces what stands in the cell.
  await at('customer-satisfaction', 2013).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('70');
  await expect(status(kit, rows, columns)).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(at('customer-loyalty', 2013)).toHaveValue(/^70/);
  await page.keyboard.press('Control+z');
  await expect(at('customer-loyalty', 2013)).toHaveValue(/^60/);
});

test('an indicator of the organisation is added in one go, filled, changed, removed and brought back', async ({ kit, page }) => {
  await blank(kit, 'results.customers');
  await page.getByText(kit.w('grid.own_add'), { exact: true }).click();
  await kit.button('grid.own_add_now').click();
  await expect(kit.notice()).toContainText(kit.w('grid.own_unnamed'));
  const form = (key: string) => page.getByLabel(kit.w(key), { exact: true });
  await form('grid.own_name').fill('Repeat orders');
  await form('grid.unit').fill('%');
  await form('grid.own_decimals').selectOption('2');
  await form('grid.own_low').fill('0');
  await form('grid.own_high').fill('100%');
  await kit.button('grid.own_add_now').click();
  const own = (year: number) => page.getByRole('textbox', { name: kit.w('grid.value_of', { name: 'Repeat orders', year }), exact: true });
  await expect(own(2013)).toBeFocused();
  await page.keyboard.type('41.5');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('143%');
  await page.keyboard.press('Enter');
  await expect(own(2014)).toHaveClass(/invalid/);
  await page.getByRole('button', { name: kit.w('grid.details_of', { name: 'Repeat orders' }), exact: true }).click();
  const details = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Repeat orders', exact: true }) });
  await details.getByRole('combobox', { name: kit.w('grid.own_aim'), exact: true }).selectOption('lower');
  await details.getByRole('textbox', { name: kit.w('grid.own_high'), exact: true }).fill('200');
  await checkAxe(page);
  await kit.settled();
  await expect(own(2014)).not.toHaveClass(/invalid/);
  const kept = () => kit.kept().then((file) => Object.values((file as any).own_indicators ?? {})[0]);
  expect(await kept()).toMatchObject({ name: 'Repeat orders', unit: '%', direction: 'lower', decimals: 2, low: 0, high: 200, figures: { values: { 2013: 41.5, 2014: 143 } } });
  await kit.button('grid.own_remove').click();
  await expect(own(2013)).toHaveCount(0);
  await kit.button('top.undo').click();
  await expect(own(2014)).toHaveValue(/^143/);
});

test('rank, target range, projection and gaps are typed in the details and kept', async ({ kit, page }) => {
  await blank(kit, 'results.finance');
  const id = 'debt-ratio';
  await cell(kit, id, 2013).fill('48.6');
  await page.keyboard.press('Enter');
  await expect(row(kit, id)).toContainText(kit.w('grid.neutral'));
  await page.getByRole('button', { name: kit.w('grid.details_of', { name: name(kit, id) }), exact: true }).click();
  const field = (key: string) => page.getByRole('textbox', { name: kit.w(key), exact: true });
  await field('grid.target_low').fill('40');
  await field('grid.target_high').fill('60%');
  await field('grid.rank').fill('3');
  await field('grid.rank').blur();
  await expect(field('grid.rank'), 'half a pair stays as it was typed').toHaveValue('3');
  await field('grid.rank_of').fill('40');
  await field('grid.projected').fill('47');
  await field('grid.projected').blur();
  await page.getByRole('textbox', { name: kit.w('grid.gap', { year: 2014 }), exact: true }).fill('not audited');
  await kit.settled();
  await expect(target(kit, id)).toHaveValue('40~60');
  const kept = ((await kit.kept()) as any).indicators[id];
  expect(kept).toMatchObject({ target: { low: 40, high: 60 }, rank: { place: 3, of: 40 }, projected: 47, gaps: { 2014: 'not audited' } });
  await target(kit, id).fill('45 - 55');
  await kit.settled();
  await expect(field('grid.target_low')).toHaveValue('45.0');
});

test('quantities give the computed value beside a typed one, and a typed one that does not fit is named', async ({ kit, page }) => {
  await blank(kit, 'results.leadership');
  const id = 'goal-achievement';
  await cell(kit, id, 2013).fill('57');
  await page.keyboard.press('Enter');
  await expect(row(kit, id)).toContainText(kit.w('grid.too_short'));
  await page.getByRole('button', { name: kit.w('grid.details_of', { name: name(kit, id) }), exact: true }).click();
  const input = (of: string) =>
    page.getByRole('textbox', { name: kit.w('grid.input_of', { name: kit.pack(`input.${of}`), unit: kit.pack('unit.items'), year: 2013 }), exact: true });
  await paste(input('goals-met'), '9\r\n12\r\n');
  const formula = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: kit.w('grid.by_formula'), exact: true }) });
  await expect(formula).toContainText('75.0');
  await expect(row(kit, id)).toContainText(kit.w('figure.formula_mismatch', { indicator: name(kit, id), year: 2013, value: 57, expected: 75 }));
  await kit.button('grid.compute').click();
  const computed = page.getByRole('textbox', { name: kit.w('grid.computed_of', { name: kit.w('grid.value_of', { name: name(kit, id), year: 2013 }) }), exact: true });
  await expect(computed).toHaveValue('75.0');
  await expect(computed).toHaveAttribute('readonly');
  await checkAxe(page);
});

test('the overview tells what is missing and leads to the cell', async ({ kit, page }) => {
  await kit.sample();
  await kit.go('figures');
  await expect(page.getByRole('img', { name: new RegExp(kit.w('figures.glance')) })).toBeVisible();
  await expect(page.getByRole('img', { name: new RegExp(kit.w('figures.origins')) })).toBeVisible();
  const line = page.getByRole('row').filter({ has: page.getByRole('link', { name: name(kit, 'technology-transfer'), exact: true }) }).first();
  await expect(line).toContainText(kit.w('figures.trend_unclear'));
  await expect(line).toContainText(kit.w('figures.comparison_missing'));
  await expect(line).toContainText(kit.w('figures.doubts', { n: 1 }));
  await checkAxe(page);
  await line.getByRole('link').click();
  await expect(cell(kit, 'technology-transfer', 2015)).toBeFocused();
});
