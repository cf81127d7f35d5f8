/** The agency: its own host, its own weights, no compiler. What it gets wrong is named, and the kit's own pack stays. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkAxe } from './support/axe.ts';
import { Host } from './support/host.ts';
import { expect, test, WITH_WORKERS } from './support/hosted.ts';
import { packWords, root, sample, totalOf } from './support/words.ts';

test.use(WITH_WORKERS);

const PACK = 'beijing-2016/pack.json';
const LEADERS = 'leadership.senior-leaders';
const GOVERNANCE = 'leadership.governance';
const CITATION = { zh: '质量管理奖官方分值表（测试用）', en: 'Official points table of the award (for this test)' };

/** Ten points from governance to the senior leaders, with the official table as the source of both. */
function newWeights(host: Host) {
  host.edit(PACK, (pack) => {
    const items = pack.categories[0].items;
    items.find((item: any) => item.id === LEADERS).points = 60;
    items.find((item: any) => item.id === GOVERNANCE).points = 20;
  });
  host.edit('beijing-2016/sources.json', (sources) => {
    sources.sources.push('official-table');
    for (const id of [LEADERS, GOVERNANCE]) {
      sources.figures[`points/${id}`] = { source: 'official-table', status: 'published', confidence: 'high' };
    }
  });
  for (const language of ['zh', 'en'] as const) {
    host.edit(`beijing-2016/text.${language}.json`, (text) => (text['source.official-table'] = CITATION[language]));
  }
}

test('a weight changed in the hosted file counts after a reload, with its new source', async ({ kit, host, page }) => {
  await kit.sample();
  const before = totalOf(sample(kit.language));
  await expect(kit.total()).toHaveText(String(before));
  await kit.settled();

  newWeights(host);
  await page.reload();
  const percent = (id: string) => sample(kit.language).items[id].percent!;
  const after = before + (percent(LEADERS) - percent(GOVERNANCE)) / 10;
  expect(after).not.toBe(before);
  await expect(kit.total()).toHaveText(String(after));
  await expect(kit.notice()).toContainText(kit.w('criteria_changed'));

  await kit.go(`item/${LEADERS}`);
  await expect(page.getByText(CITATION[kit.language]).first()).toBeVisible();
  await page.goto('./#/criteria/beijing-2016@2016');
  const row = page.getByRole('row').filter({ hasText: kit.pack(`item.${LEADERS}`) });
  await expect(row).toContainText(kit.w('criteria.points_value', { n: 60 }));
  await expect(row).toContainText(CITATION[kit.language]);
  await expect(row).toContainText(kit.w('term.status.published'));
  await checkAxe(page);
});

test('a broken pack of the host is named with its fault, and the built-in one is used', async ({ kit, host, page }) => {
  host.edit(PACK, (pack) => (pack.categories[0].items[0].points = 70));
  await kit.sample();
  await expect(kit.total()).toHaveText(String(totalOf(sample(kit.language))));
  // Where points are shown it is said whose they are.
  await kit.go(`item/${GOVERNANCE}`);
  await expect(page.getByRole('link', { name: kit.w('criteria.fallen_back') })).toBeVisible();
  await page.goto('./#/criteria');
  const fault = kit.w('fault.points_do_not_add_up', { file: 'pack.json', pointer: '/categories/0/points', given: 110, wanted: 130 });
  await expect(page.getByText(fault)).toBeVisible();
  await expect(page.getByText(kit.w('criteria.refused_host', { name: 'beijing-2016' }))).toBeVisible();
  const pack = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: kit.pack('pack.short'), exact: true }) });
  await expect(pack).toContainText(kit.w('criteria.origin_built_in'));
  await checkAxe(page);
});

test('a pack added to the index is there after a reload and can be the default', async ({ kit, host, page }) => {
  await kit.home();
  await page.goto('./#/criteria');
  const link = (id: string) => page.getByRole('link', { name: id, exact: true });
  await expect(link(kit.pack('pack.short'))).toBeVisible();
  host.edit('index.json', (index) => {
    index.packs.push({ id: 'demo-mini' });
    index.default = 'demo-mini';
  });
  await page.reload();
  const listed = page.getByRole('listitem').filter({ hasText: 'demo-mini' });
  await expect(listed).toContainText(kit.w('criteria.default'));
  await expect(listed).toContainText(kit.w('criteria.origin_host'));
  await kit.home();
  await kit.button('home.new').click();
  await expect(page.locator('.total')).toContainText('/ 100');
});

test('a pack exported from the page is put on the host and made its default', async ({ kit, host, page }) => {
  await page.goto('./#/criteria');
  const name = kit.w('criteria.export_of', { name: packWords(kit.language, 'tianjin-2020')('pack.short') });
  const download = await kit.download(() => page.getByRole('button', { name, exact: true }).click());
  host.put('tianjin.pack.json', await readFile(await download.path()));
  host.edit('index.json', (index) => {
    index.packs.find((pack: any) => pack.id === 'tianjin-2020').file = 'tianjin.pack.json';
    index.default = 'tianjin-2020';
  });
  await page.reload();
  const listed = page.getByRole('listitem').filter({ hasText: 'tianjin-2020' });
  await expect(listed).toContainText(kit.w('criteria.default'));
  await kit.home();
  await kit.button('home.new').click();
  await expect(page.locator('.org')).toContainText(packWords(kit.language, 'tianjin-2020')('pack.short'));
});

test('an index with a fault is named, and the kit goes on with its own criteria', async ({ kit, host, page }) => {
  host.put('index.json', '{ "format": "award-kit.criteria-index", ');
  await kit.sample();
  await expect(kit.total()).toHaveText(String(totalOf(sample(kit.language))));
  await page.goto('./#/criteria');
  await expect(page.getByText(kit.w('criteria.refused_index', { name: 'index.json' }))).toBeVisible();
});

test('an index that was deleted is told where points are shown, and on the page of criteria', async ({ kit, host, page, watch }) => {
  host.remove('index.json');
  await kit.sample();
  await expect(kit.total()).toHaveText(String(totalOf(sample(kit.language))));
  await kit.go(`item/${GOVERNANCE}`);
  await expect(page.getByRole('link', { name: kit.w('criteria.fallen_back') })).toBeVisible();
  await page.goto('./#/criteria');
  await expect(page.getByText(kit.w('criteria.refused_index', { name: 'index.json' }))).toBeVisible();
  // The browser says it too.
  const others = watch.faults.splice(0).filter((fault) => !/index\.json|status of 404/.test(fault));
  expect(others).toEqual([]);
});

for (const [what, spoil] of [
  ['an index that cannot be read', (host: Host) => host.put('index.json', '{ "format": "award-kit.criteria-index", ')],
  ['criteria that cannot be read', (host: Host) => host.put(PACK, '{')],
] as const) {
  test(`${what} is said in a word to whoever comes back to the home page`, async ({ kit, host, page }) => {
    spoil(host);
    // Another hash has the page ask for the files themselves.
    if (what.startsWith('criteria')) host.edit('index.json', (index) => index.packs.forEach((pack: any) => delete pack.hash));
    await kit.sample();
    await kit.home();
    await expect(kit.notice()).toContainText(kit.w('home.host_unreadable'));
    await checkAxe(page);
  });
}

test('an index with a comma too few keeps its packs, and the comma is named', async ({ kit, host, page }) => {
  const whole = await readFile(join(root, 'criteria/index.json'), 'utf8');
  host.put('index.json', whole.replace('},', '}'));
  await page.goto('./#/criteria');
  await expect(page.getByText(kit.w('criteria.refused_index', { name: 'index.json' }))).toBeVisible();
  await expect(page.getByText(/index\.json.*(缺少逗号|comma is missing)/)).toBeVisible();
  await expect(page.getByRole('link', { name: packWords(kit.language, 'hebei-2022')('pack.short'), exact: true })).toBeVisible();
});
