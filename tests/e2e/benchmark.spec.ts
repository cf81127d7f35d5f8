/** A score distribution without a server: an applicant saves an anonymous card, the authority merges many on the desk and puts the file beside
 * the criteria, and applicants see where they stand. */
import { readFile } from 'node:fs/promises';
import { checkAxe } from './support/axe.ts';
import { expect, test } from './support/hosted.ts';
import { jsonFile, type GivenFile, type Kit } from './support/kit.ts';
import { sample } from './support/words.ts';

const LEADERS = 'leadership.senior-leaders';

/** The card of the open assessment, as the page saves it. */
async function card(kit: Kit): Promise<{ name: string; text: string }> {
  await kit.go('result');
  const download = await kit.download(() => kit.button('benchmark.card_save').click());
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** Cards like one, each with other ratings. */
function others(text: string, n: number): GivenFile[] {
  return Array.from({ length: n }, (_, nth) => {
    const card = JSON.parse(text);
    for (const [at, id] of Object.keys(card.items).entries()) card.items[id] = ((nth * 7 + at * 3 + nth * at) % 21) * 5;
    return jsonFile(`card ${nth}.json`, JSON.stringify(card));
  });
}

async function lay(kit: Kit, files: GivenFile[]) {
  await kit.page.goto('./#/criteria');
  await kit.page.getByRole('link', { name: kit.w('desk.link') }).click();
  const chooser = kit.page.waitForEvent('filechooser');
  await kit.button('desk.choose').click();
  await (await chooser).setFiles(files);
  await expect(kit.page.getByRole('region', { name: kit.w('benchmark.desk') })).toBeVisible();
}

test('an anonymous card holds ratings and nothing that says whose it is', async ({ kit, page }) => {
  await kit.sample();
  const { name, text } = await card(kit);
  expect(name).toBe(`${kit.w('benchmark.card_file')}.json`);
  const file = JSON.parse(text);
  expect(Object.keys(file)).toEqual(['format', 'version', 'pack', 'year', 'kind', 'sector', 'size', 'items']);
  expect(file.items[LEADERS]).toBe(sample(kit.language).items[LEADERS].percent);
  const { organisation } = sample(kit.language);
  for (const known of [organisation.name, organisation.credit_code]) expect(text).not.toContain(known);
  expect(text).toMatch(/^[\x20-\x7e\n]*$/);
  await expect(page.getByText(kit.w('benchmark.card_note'))).toBeVisible();
  await checkAxe(page);
});

test('an assessment that is not rated as a whole has no card, and it is said why', async ({ kit }) => {
  await kit.create();
  await kit.go('result');
  await kit.button('benchmark.card_save').click();
  await expect(kit.notice()).toContainText(kit.w('benchmark.no_kind'));
});

test('cards are merged on the desk, published beside the criteria and seen in the result', async ({ kit, host, page }) => {
  test.slow();
  await kit.sample();
  const id = kit.id();
  const own = await card(kit);
  // A host that names no distribution is asked for none.
  expect(host.asked.filter((name) => name.includes('benchmark'))).toEqual([]);
  await expect(page.getByRole('heading', { name: kit.w('benchmark.title') })).toHaveCount(0);

  const cards = others(own.text, 7);
  const odd = jsonFile('with a name.json', own.text.replace('{', '{ "name": "甲",'));
  await lay(kit, [...cards, odd, jsonFile('draft.json', JSON.stringify(sample(kit.language)))]);
  const region = page.getByRole('region', { name: kit.w('benchmark.desk') });
  await expect(region).toContainText('with a name.json');
  await expect(region.getByRole('listitem')).toHaveCount(1);
  // What is no card is a draft as ever.
  await expect(page.getByRole('table').locator('tbody').getByRole('row')).toHaveCount(1, { timeout: 60_000 });
  await checkAxe(page);
  const download = await kit.download(() => region.getByRole('button', { name: kit.w('benchmark.desk_save') }).click());
  expect(download.suggestedFilename()).toBe('benchmark.json');
  const published = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(published.cells[0].n).toBe(5);

  host.put('benchmark.json', JSON.stringify(published));
  host.edit('index.json', (index) => {
    index.version = '1.2';
    index.benchmark = 'benchmark.json';
  });
  await kit.go('result', id);
  await page.reload();
  const section = page.getByRole('main').locator('section').filter({ has: page.getByRole('heading', { name: kit.w('benchmark.title') }) });
  await expect(section).toBeVisible();
  await expect(section).toContainText(String(JSON.parse(own.text).year));
  const row = section.getByRole('row').filter({ hasText: kit.itemName(LEADERS) });
  await expect(row).toContainText(`${sample(kit.language).items[LEADERS].percent}%`);
  const told = (value: number) => `${value <= 20 ? '≤' : value >= 80 ? '≥' : ''}${value}%`;
  const nearest = published.cells.at(-1);
  await expect(row.getByRole('cell').nth(1)).toHaveText(told(nearest.items[LEADERS][0]));
  await expect(row.getByRole('cell').nth(3)).toHaveText(told(nearest.items[LEADERS][2]));
  await checkAxe(page);
  // Beside the ladder of an item, in a line.
  await kit.go(`item/${LEADERS}`, id);
  const beside = page.getByRole('complementary').getByRole('region', { name: kit.w('benchmark.title') });
  await expect(beside).toContainText(told(nearest.items[LEADERS][1]));
  await checkAxe(page);
  await kit.go('result', id);
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
});

test('of four cards nothing is published', async ({ kit, page }) => {
  await kit.sample();
  const { text } = await card(kit);
  await lay(kit, others(text, 4));
  const region = page.getByRole('region', { name: kit.w('benchmark.desk') });
  await expect(region.getByRole('button', { name: kit.w('benchmark.desk_save') })).toHaveCount(0);
  await kit.button('desk.clear').click();
  await expect(region).toHaveCount(0);
});

test('a distribution that is named and of other criteria, or with an error, shows nothing', async ({ kit, host, page }) => {
  host.put('benchmark.json', '{"format": "award-kit.benchmark", "version": "1.0", "pack": {"id": "a", "edition": "1", "hash": ""}, "years": [2027, 2027], "cells": []}');
  host.edit('index.json', (index) => {
    index.version = '1.2';
    index.benchmark = 'benchmark.json';
  });
  await kit.sample();
  await kit.go('result');
  await expect.poll(() => host.asked.filter((name) => name === 'criteria/benchmark.json').length).toBeGreaterThan(0);
  await expect(kit.button('benchmark.card_save')).toBeVisible();
  await expect(page.getByRole('heading', { name: kit.w('benchmark.title'), exact: true })).toHaveCount(0);
});
