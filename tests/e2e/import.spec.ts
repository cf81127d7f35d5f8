/** Figures from tables: the template filled and taken back, a company's workbook mapped and corrected, what is not understood told. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkAxe } from './support/axe.ts';
import type { GivenFile, Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';
import { root } from './support/words.ts';

const company = join(root, 'tests/cases/libreoffice-tables/company.xlsx');
const csv = (name: string, content: string): GivenFile => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });

async function panel(kit: Kit, item = 'results.customers') {
  await kit.go(`indicators/${item}`);
  await kit.page.getByRole('heading', { level: 2, name: kit.w('import.title'), exact: true }).click();
  await expect(kit.button('import.choose')).toBeVisible();
}

async function choose(kit: Kit, file: GivenFile | string) {
  const chooser = kit.page.waitForEvent('filechooser');
  await kit.button('import.choose').click();
  await (await chooser).setFiles(file);
}

const confirm = (kit: Kit, n: number) => kit.page.getByRole('button', { name: kit.w('import.confirm', { n }), exact: true });
const tag = (kit: Kit, key: string, n: number) => kit.page.locator('#import .tags').getByText(kit.w(key, { n }), { exact: true });
const figures = async (kit: Kit) => ((await kit.kept()) as any).indicators ?? {};

test('the template of the sample is taken back into a blank assessment as one step of undo', async ({ kit, page }) => {
  await kit.sample();
  await panel(kit);
  const download = await kit.download(() => kit.button('import.template').click());
  expect(download.suggestedFilename()).toBe(`${kit.w('template.file')}.xlsx`);
  await expect(kit.notice()).toContainText(kit.w('file.saved', { name: download.suggestedFilename() }));
  const template: GivenFile = { name: 'template.xlsx', mimeType: '', buffer: await readFile(await download.path()) };
  const expected = await figures(kit);
  await kit.create();
  await panel(kit);
  await choose(kit, template);
  await expect(page.getByRole('heading', { name: kit.w('import.file', { name: 'template.xlsx' }) })).toBeVisible();
  await checkAxe(page);
  const button = page.locator('[data-import=confirm]');
  await expect(button).toBeEnabled();
  await button.click();
  await expect(kit.notice()).toBeVisible();
  await kit.settled();
  expect(await figures(kit)).toEqual(expected);
  await kit.button('top.undo').click();
  await kit.settled();
  expect(await figures(kit)).toEqual({});
});

test('a workbook of a company is read, its columns corrected and remembered, and what is not understood is told', async ({ kit, page }) => {
  await kit.create();
  await panel(kit);
  await choose(kit, company);
  await expect(tag(kit, 'import.taken', 40)).toBeVisible();
  await expect(tag(kit, 'import.unread', 6)).toBeVisible();
  await expect(tag(kit, 'import.unknown', 1)).toBeVisible();
  await expect(page.getByRole('cell', { name: '厂区绿化率', exact: true })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'E14' }).filter({ hasText: kit.w('refused.date') })).toBeVisible();
  // A sheet is left out, a column gets another meaning.
  const sheet = page.getByRole('button', { name: '按年', exact: true });
  await expect(sheet).toHaveAttribute('aria-pressed', 'true');
  await sheet.click();
  await expect(sheet).toHaveAttribute('aria-pressed', 'false');
  await expect(tag(kit, 'import.taken', 35)).toBeVisible();
  await page.getByText(kit.w('import.columns', { name: '经营指标' }), { exact: true }).click();
  const remarks = page.getByRole('combobox', { name: kit.w('import.meaning_of', { column: 'L' }), exact: true });
  await expect(remarks).toHaveValue('skip');
  await remarks.selectOption('evidence');
  await expect(tag(kit, 'import.taken', 36)).toBeVisible();
  await checkAxe(page);
  await confirm(kit, 36).click();
  await expect(kit.notice()).toContainText(kit.w('import.done', { n: 36 }));
  await kit.settled();
  const kept = await figures(kit);
  expect(kept['conforming-rate'].values).toEqual({ 2013: 98.2, 2014: 98.75, 2015: 99.1 });
  expect(kept['main-revenue'].values).toEqual({ 2013: 81200, 2014: 89000, 2015: 97500 });
  expect(kept['debt-ratio'].target).toEqual({ low: 40, high: 60 });
  expect(kept['customer-satisfaction'].evidence).toContain('由第三方');
  // The same headings again: the meaning of the column is known, and there is nothing new but the other sheet.
  await choose(kit, company);
  await expect(tag(kit, 'import.same', 36)).toBeVisible();
  await page.getByText(kit.w('import.columns', { name: '经营指标' }), { exact: true }).click();
  await expect(remarks).toHaveValue('evidence');
  await expect(page.getByText(kit.w('import.remembered'))).toBeVisible();
});

test('what was converted is marked and stands beside what stood in the cell, and what is doubtful is asked for, before anything changes', async ({ kit, page }) => {
  await kit.create();
  await panel(kit);
  await choose(kit, csv('经营.csv', '指标,2013年,2014年\n主营业务收入（亿元）,4.5,4.83\n顾客满意度,90,91\n产品合格率（%）,0.97,0.98\n'));
  await expect(tag(kit, 'import.taken', 4)).toBeVisible();
  await expect(tag(kit, 'import.converted', 2)).toBeVisible();
  await expect(tag(kit, 'import.unread', 2)).toBeVisible();
  const marked = kit.w('import.read_converted', { value: '' }).trim();
  const row = (given: string) => page.locator('#import').getByRole('row').filter({ has: page.getByRole('cell', { name: given, exact: true }) });
  await expect(row('4.83 亿元')).toContainText('48300');
  await expect(row('4.83 亿元')).toContainText(marked);
  await expect(row('91')).not.toContainText(marked);
  for (const given of ['0.97', '0.98']) await expect(row(given)).toContainText(kit.w('refused.share'));
  // What was converted stands before the rest.
  await expect(page.locator('[aria-labelledby=import-plan] tbody').first().getByRole('row').first()).toContainText(marked);
  await kit.settled();
  expect(await figures(kit)).toEqual({});
  await confirm(kit, 4).click();
  await kit.settled();
  const kept = await figures(kit);
  expect(kept['main-revenue'].values).toEqual({ 2013: 45000, 2014: 48300 });
  expect(kept['conforming-rate']).toBeUndefined();
});

test('the unit of figures without one is asked once, and counts for all of them', async ({ kit, page }) => {
  await kit.create();
  await panel(kit);
  await choose(kit, csv('经营.csv', '指标,2013年,2014年\n主营业务收入,4.5,4.83\n利润总额,0.45,0.493\n顾客满意度,90,91\n'));
  await expect(tag(kit, 'import.taken', 2)).toBeVisible();
  await expect(tag(kit, 'import.unread', 4)).toBeVisible();
  const units = page.getByRole('combobox', { name: kit.w('import.unit_choice'), exact: true });
  await expect(units).toHaveCount(1);
  await expect(units).toHaveValue('');
  await checkAxe(page);
  await units.selectOption({ index: 5 });
  await expect(tag(kit, 'import.taken', 6)).toBeVisible();
  await expect(tag(kit, 'import.converted', 4)).toBeVisible();
  await confirm(kit, 6).click();
  await kit.settled();
  const kept = await figures(kit);
  expect(kept['main-revenue'].values).toEqual({ 2013: 45000, 2014: 48300 });
  expect(kept['total-profit'].values).toEqual({ 2013: 4500, 2014: 4930 });
  // What is entered tells the unit of the next table.
  await choose(kit, csv('次年.csv', '指标,2015年\n主营业务收入,52000\n'));
  await expect(tag(kit, 'import.taken', 1)).toBeVisible();
  await expect(units).toHaveCount(0);
});

test('a row becomes an own indicator once it is said which way is better, with the unit of its heading', async ({ kit, page }) => {
  await kit.create();
  await panel(kit);
  await choose(kit, csv('自设.csv', '指标,2013年,2014年\n顾客满意度,90,91\n投诉处理成本（万元）,12,11\n'));
  await page.getByText(kit.w('import.columns', { name: kit.w('import.only_sheet') }), { exact: true }).click();
  await kit.button('import.add_own').click();
  await expect(tag(kit, 'import.unknown', 1)).toBeVisible();
  const way = page.getByRole('combobox', { name: kit.w('import.own_direction', { name: '投诉处理成本' }), exact: true });
  await expect(way).toHaveValue('');
  await way.selectOption('lower');
  await expect(tag(kit, 'import.added', 1)).toBeVisible();
  await expect(tag(kit, 'import.taken', 4)).toBeVisible();
  await page.getByRole('button', { name: kit.w('import.confirm_with_own', { n: 4, own: 1 }), exact: true }).click();
  await expect(kit.notice()).toContainText(kit.w('import.done_with_own', { n: 4, own: 1 }));
  await kit.settled();
  const kept = Object.values(((await kit.kept()) as any).own_indicators);
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatchObject({ name: '投诉处理成本', unit: '万元', direction: 'lower' });
});

test('values that differ are kept unless they are to be replaced, and blank cells erase nothing', async ({ kit, page }) => {
  await kit.create();
  await panel(kit);
  const name = kit.pack('indicator.customer-satisfaction');
  await choose(kit, csv('first.csv', `${kit.w('sheet_column.name')},2014,2015\n${name},88,89\n`));
  await confirm(kit, 2).click();
  await choose(kit, csv('second.csv', `${kit.w('sheet_column.name')};2014;2015\n${name};;90\n`));
  await expect(tag(kit, 'import.conflicts', 1)).toBeVisible();
  await expect(page.getByRole('button', { name: kit.w('import.nothing'), exact: true })).toBeDisabled();
  await kit.button('import.replace').click();
  await expect(kit.button('import.replace')).toHaveAttribute('aria-pressed', 'true');
  await confirm(kit, 1).click();
  await kit.settled();
  expect((await figures(kit))['customer-satisfaction'].values).toEqual({ 2014: 88, 2015: 90 });
});

test('a file that is no table is refused in one sentence and nothing is changed', async ({ kit, page }) => {
  await kit.create();
  await panel(kit);
  await choose(kit, { name: 'broken.xlsx', mimeType: '', buffer: Buffer.from('PK\x03\x04 and nothing more') });
  await expect(kit.notice()).toContainText('broken.xlsx');
  await choose(kit, csv('prose.csv', 'nothing here\nat all\n'));
  await expect(page.getByText(kit.w('import.unusable'))).toBeVisible();
  await expect(page.getByRole('button', { name: kit.w('import.nothing'), exact: true })).toBeDisabled();
  await kit.settled();
  expect(await figures(kit)).toEqual({});
});
