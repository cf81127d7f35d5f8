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

async function blank(kit: Kit, item: string) {
  await kit.home();
  await kit.button('home.new').click();
  await kit.at('organisation');
  await kit.go(`indicators/${item}`);
  const first = kit.page.getByLabel(kit.w('grid.first_year'), { exact: true });
  // The list reaches twelve years back from the year it shows.
  await first.selectOption(String(Number(await first.inputValue()) - 11));
  await first.selectOption('2013');
  await expect(cell(kit, item === 'results.finance' ? 'main-revenue' : 'customer-satisfaction', 2013)).toBeVisible();
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
  await paste(cell(kit, 'main-revenue', 2013), '1,234.5\t1.2亿\t１３０００\r\n');
  await expect(cell(kit, 'main-revenue', 2013)).toHaveValue(/^1234\.5/);
  await expect(cell(kit, 'main-revenue', 2014)).toHaveValue(/^12000/);
  await expect(cell(kit, 'main-revenue', 2015)).toHaveValue(/^13000/);
  await expect(kit.notice()).toContainText(kit.w('grid.pasted', { n: 3 }));
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await kit.button('top.undo').click();
  for (const year of [2013, 2014, 2015]) await expect(cell(kit, 'main-revenue', year)).toHaveValue('');
});

test('a slip in the sample is found, mended, and the bands the figures support are told with their reasons', async ({ kit, page }) => {
  await kit.sample();
  await kit.go('indicators/results.products');
  const slip = kit.page.getByText(new RegExp(`${name(kit, 'early-failure-rate').replace(/[()/]/g, '.')}.*7400`));
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
