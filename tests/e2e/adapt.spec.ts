/** Adapting a pack: the sum as it is typed, every change listed, one file that means the same elsewhere. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { checkAxe } from './support/axe.ts';
import { jsonFile, Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';
import { sample, totalOf } from './support/words.ts';

const LEADERS = 'leadership.senior-leaders';
const GOVERNANCE = 'leadership.governance';

async function begin(kit: Kit) {
  await kit.page.goto('./#/criteria');
  await kit.page.getByRole('button', { name: kit.w('criteria.adapt_of', { name: kit.pack('pack.short') }), exact: true }).click();
  await expect(kit.page.getByRole('heading', { level: 1, name: kit.w('adapt.title') })).toBeVisible();
}

const points = (kit: Kit, item: string) => kit.page.getByRole('textbox', { name: kit.w('adapt.points_of', { name: kit.pack(`item.${item}`) }), exact: true });
const sum = (kit: Kit) => kit.page.getByTestId('sum');
const kept = (kit: Kit) => kit.page.getByRole('status').filter({ hasText: kit.w('adapt.saved') });

/** The content hash of a pack as the list of criteria shows it. */
const hash = (page: Page) => page.getByTestId('hash-beijing-2016').first();

/** Ten points from governance to the senior leaders, with reason and source. */
async function reweigh(kit: Kit) {
  await points(kit, GOVERNANCE).fill('20');
  await expect(sum(kit)).toHaveText(kit.w('adapt.sum', { points: 990, total: 1000 }));
  await points(kit, LEADERS).fill('60');
  await expect(sum(kit)).toHaveText(kit.w('adapt.sum', { points: 1000, total: 1000 }));
  const place = `${kit.w('place.points', { name: `4.1.2 ${kit.pack(`item.${LEADERS}`)}` })}`;
  await kit.page.getByRole('textbox', { name: kit.w('adapt.why_of', { name: place }), exact: true }).fill('因官方公布 / made public');
  await kit.page.getByRole('textbox', { name: kit.w('adapt.source_of', { name: place }), exact: true }).fill('官方分值表 Official table 2026');
  await kit.page.getByRole('combobox', { name: kit.w('adapt.status_of', { name: place }), exact: true }).selectOption('published');
}

test('a pack adapted here, exported and imported in a fresh profile has the same hash and the same total', async ({ kit, page, browser, baseURL }) => {
  await begin(kit);
  await reweigh(kit);
  await expect(kept(kit)).toBeVisible();
  await checkAxe(page);
  const row = page.getByRole('row').filter({ hasText: `4.1.2 ${kit.pack(`item.${LEADERS}`)}` }).last();
  await expect(row).toContainText(kit.w('criteria.points_value', { n: 50 }));
  await expect(row).toContainText(kit.w('criteria.points_value', { n: 60 }));

  await page.getByRole('button', { name: kit.w('adapt.use'), exact: true }).click();
  await expect(page.locator('.notices')).toContainText(kit.pack('pack.short'));
  const download = await kit.download(() => page.getByRole('button', { name: kit.w('adapt.export'), exact: true }).click());
  expect(download.suggestedFilename()).toBe('beijing-2016.pack.json');
  const file = await readFile(await download.path());
  await page.goto('./#/criteria');
  await expect(page.getByRole('listitem').filter({ has: hash(page) }).first()).toContainText(kit.w('criteria.origin_device'));
  const here = await hash(page).textContent();

  const elsewhere = await fresh(browser, baseURL!, kit);
  await elsewhere.page.goto('./#/criteria');
  await expect(hash(elsewhere.page)).not.toHaveText(here!);
  const chooser = elsewhere.page.waitForEvent('filechooser');
  await elsewhere.page.getByRole('button', { name: kit.w('criteria.import'), exact: true }).click();
  await (await chooser).setFiles({ name: 'beijing-2016.pack.json', mimeType: 'application/json', buffer: file });
  await expect(elsewhere.page.locator('.notices')).toContainText(here!.slice(0, 19));
  await expect(hash(elsewhere.page)).toHaveText(here!);
  await elsewhere.page.goto('./#/criteria/beijing-2016@2016');
  await expect(elsewhere.page.getByText('官方分值表 Official table 2026').first()).toBeVisible();
  // The record of the changes travels with the pack, in the words of the screen.
  const change = elsewhere.page.getByRole('row').filter({ hasText: kit.w('place.points', { name: `4.1.2 ${kit.pack(`item.${LEADERS}`)}` }) });
  await expect(change).toContainText(kit.w('criteria.points_value', { n: 60 }));
  await expect(change).toContainText('因官方公布 / made public');
  await elsewhere.sample();
  const of = (id: string) => sample(kit.language).items[id].percent!;
  await expect(elsewhere.total()).toHaveText(String(totalOf(sample(kit.language)) + (of(LEADERS) - of(GOVERNANCE)) / 10));
  await elsewhere.page.context().close();
});

async function fresh(browser: Browser, baseURL: string, kit: Kit): Promise<Kit> {
  const context = await browser.newContext({ baseURL, locale: kit.language === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai' });
  return kit.on(await context.newPage());
}

test('a press that begins on the pack that came with the page counts where the host’s takes its place meanwhile', async ({ kit, page }) => {
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/criteria/index.json', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('./#/criteria');
  await expect(page.getByText(kit.w('criteria.origin_built_in'), { exact: true })).toBeVisible();
  await page.getByRole('button', { name: kit.w('criteria.adapt_of', { name: kit.pack('pack.short') }), exact: true }).hover();
  await page.mouse.down();
  answer();
  await expect(page.getByText(kit.w('criteria.origin_host'), { exact: true }).first()).toBeVisible();
  await page.mouse.up();
  await expect(page.getByRole('heading', { level: 1, name: kit.w('adapt.title') })).toBeVisible();
});

test('what was adapted is there after a reload, can be undone, and nothing is put into use while it has faults', async ({ kit, page }) => {
  await begin(kit);
  await points(kit, GOVERNANCE).fill('25');
  await expect(kept(kit)).toBeVisible();
  await page.reload();
  await expect(points(kit, GOVERNANCE)).toHaveValue('25');
  await expect(sum(kit)).toHaveText(kit.w('adapt.sum', { points: 995, total: 1000 }));
  const use = page.getByRole('button', { name: kit.w('adapt.use'), exact: true });
  await use.click();
  await expect(page.locator('.notices')).toContainText(kit.w('adapt.faulty', { n: 1 }));
  await expect(page.getByRole('heading', { name: kit.w('adapt.faults_title') })).toBeFocused();
  await points(kit, GOVERNANCE).fill('thirty');
  await points(kit, GOVERNANCE).blur();
  await expect(points(kit, GOVERNANCE)).toHaveValue('25');
  await points(kit, GOVERNANCE).fill('30');
  await expect(sum(kit)).toHaveText(kit.w('adapt.sum', { points: 1000, total: 1000 }));
  await page.getByRole('button', { name: kit.w('adapt.undo'), exact: true }).click();
  await expect(points(kit, GOVERNANCE)).toHaveValue('25');
  await page.getByRole('button', { name: kit.w('adapt.redo'), exact: true }).click();
  await expect(page.getByText(kit.w('adapt.changes_none'))).toBeVisible();
});

test('an item is retired and another one added; the list of criteria shows the draft until it is discarded', async ({ kit, page }) => {
  await begin(kit);
  const infrastructure = kit.pack('item.resources.infrastructure');
  await page.getByRole('button', { name: kit.w('adapt.retire_of', { name: infrastructure }), exact: true }).click();
  await expect(sum(kit)).toHaveText(kit.w('adapt.sum', { points: 990, total: 1000 }));
  await page.getByText(kit.w('adapt.new_item'), { exact: true }).click();
  await page.locator('#new-category').selectOption('resources');
  await page.locator('#new-name').fill('Data governance');
  await page.locator('#new-number').fill('4.4.8');
  await page.locator('#new-points').fill('10');
  await page.locator('#new-zh').fill('数据治理');
  await page.locator('#new-en').fill('Data governance');
  await page.locator('#new-prompt-zh').fill('说明数据怎样管理。');
  await page.locator('#new-prompt-en').fill('Describe how data are governed.');
  await page.getByRole('button', { name: kit.w('adapt.new_add'), exact: true }).click();
  await expect(sum(kit)).toHaveText(kit.w('adapt.sum', { points: 1000, total: 1000 }));
  await expect(page.getByText(kit.w('adapt.no_faults'))).toBeVisible();
  await expect(kept(kit)).toBeVisible();
  await page.goto('./#/criteria');
  const drafts = page.getByRole('heading', { name: kit.w('criteria.drafts') });
  await expect(drafts).toBeVisible();
  page.on('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: kit.w('criteria.discard_of', { name: kit.pack('pack.short') }), exact: true }).click();
  await expect(drafts).toBeHidden();
});

test('a file that is no pack, or a pack with a fault, is named and changes nothing', async ({ kit, page }) => {
  await page.goto('./#/criteria');
  await expect(hash(page)).toHaveText(/sha256:/);
  const before = await hash(page).textContent();
  const refused = async (name: string, content: string, sentence: string) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: kit.w('criteria.import'), exact: true }).click();
    await (await chooser).setFiles(jsonFile(name, content));
    await expect(page.locator('.notices')).toContainText(sentence);
    await expect(page.locator('.notices')).toContainText(name);
    await expect(hash(page)).toHaveText(before!);
  };
  await refused('cut.pack.json', '{"format": "award-kit.pack-file", ', kit.w('criteria.not_imported', { file: 'cut.pack.json', reason: '' }).trim());
  const script = JSON.stringify({ format: 'award-kit.pack-file', version: '1.1', pack: {}, sources: {}, texts: { zh: { 'pack.name': '<script>alert(1)</script>' }, en: {} } });
  await refused('script.pack.json', script, kit.w('criteria.not_imported_more', { file: 'script.pack.json', n: '', reason: '' }).slice(0, 12));
});
