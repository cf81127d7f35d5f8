/** Pages come in parts that are loaded when asked for: one history over all of them, a part that cannot be had is tried
 * again, and no host spoils the loading. */
import { checkAxe } from './support/axe.ts';
import { Host } from './support/host.ts';
import { expect, test } from './support/test.ts';
import type { Kit, Place } from './support/kit.ts';

const ITEM = 'leadership.governance';

/** One change on a page of each of five parts, as the kept file tells it. */
const CHANGES: { place: Place; make: (kit: Kit) => Promise<unknown>; told: (file: any) => unknown }[] = [
  {
    place: 'organisation',
    make: async (kit) => kit.profile('name').fill('甲'),
    told: (file) => file.organisation.name,
  },
  {
    place: `item/${ITEM}`,
    make: async (kit) => kit.step(65).click(),
    told: (file) => file.items[ITEM].percent,
  },
  {
    place: 'indicators/results.products',
    make: async (kit) => {
      const cell = kit.page.getByRole('grid').first().locator('input.figure').first();
      await cell.fill('41.5');
      await cell.press('Enter');
    },
    told: (file) => JSON.stringify([file.indicators, file.inputs]),
  },
  {
    place: 'evidence',
    make: async (kit) => kit.button('register.add').click(),
    told: (file) => Object.keys(file.evidence ?? {}).length,
  },
  {
    place: 'road',
    make: async (kit) => kit.page.getByLabel(kit.w('road.day_of', { stage: kit.pack('stage.voluntary-application') }), { exact: true }).fill('2016-12-02'),
    told: (file) => JSON.stringify(file.road),
  },
];

test('undo and redo lead over pages of different parts, step by step, and back', async ({ kit }) => {
  await kit.sample();
  await kit.settled();
  const states = [await kit.kept()];
  for (const { place, make } of CHANGES) {
    await kit.go(place);
    await make(kit);
    await kit.settled();
    states.push(await kit.kept());
  }
  const told = (file: any) => CHANGES.map(({ told }) => told(file));
  const steps = states.map(told);
  const distinct = steps.filter((step, at) => at === 0 || JSON.stringify(step) !== JSON.stringify(steps[at - 1]));
  expect(distinct.length, 'five pages were changed').toBe(6);

  // On a page of yet another part.
  await kit.go('panel');
  for (const step of distinct.slice(0, -1).reverse()) {
    await kit.button('top.undo').click();
    await expect.poll(async () => told(await kit.kept())).toEqual(step);
  }
  await expect(kit.button('top.undo')).toBeDisabled();
  await kit.go('draft');
  for (const step of distinct.slice(1)) {
    await kit.button('top.redo').click();
    await expect.poll(async () => told(await kit.kept())).toEqual(step);
  }
  await expect(kit.button('top.redo')).toBeDisabled();
});

test('a part that cannot be fetched says so, is tried again, and what was written meanwhile is there', async ({ kit, page, watch }) => {
  await kit.sample();
  await kit.go(`item/${ITEM}`);
  await kit.settled();
  // Parts are fetched ahead and kept by the service worker; this visit has neither.
  await page.context().route('**/part_panel*.wasm', (route) => route.abort('connectionfailed'));
  const written = 'Written while the panel cannot be had';
  await kit.answer('process', 'approach').fill(written);
  await page.goto(`./#/${kit.id()}/panel`);
  await expect(page.getByRole('heading', { level: 1, name: kit.w('part_missing') })).toBeVisible();
  await checkAxe(page);
  await kit.go(`item/${ITEM}`);
  await expect(kit.answer('process', 'approach')).toHaveValue(written);
  await page.goto(`./#/${kit.id()}/panel`);
  await expect(page.getByRole('heading', { level: 1, name: kit.w('part_missing') })).toBeVisible();
  await page.context().unroute('**/part_panel*.wasm');
  await kit.button('part_retry').click();
  await expect(page.getByRole('heading', { level: 1, name: kit.w('panel.title') })).toBeVisible();
  await kit.settled();
  expect(JSON.stringify((await kit.kept()).items[ITEM])).toContain(written);
  // What the browser and the loader say of the refused file is no fault here; anything else is.
  const refused = watch.faults.splice(0);
  expect(refused.filter((fault) => !/part_panel|ERR_CONNECTION_FAILED|Failed to fetch/.test(fault))).toEqual([]);
});

test.describe('a host that serves modules with a wrong type', () => {
  test('is no hindrance', async ({ browser, kit }) => {
    const host = await Host.open({ '.wasm': 'application/octet-stream' });
    try {
      const context = await browser.newContext({ locale: kit.language === 'zh' ? 'zh-CN' : 'en-GB' });
      const faults: string[] = [];
      context.on('weberror', (error) => faults.push(String(error.error())));
      const page = await context.newPage();
      await page.goto(host.address);
      const other = kit.on(page);
      await page.getByRole('button', { name: other.w('home.sample_open'), exact: true }).click();
      await other.at('overview');
      for (const place of ['item/leadership.governance', 'draft', 'panel'] as Place[]) {
        await page.goto(`${host.address}#/${other.id()}/${place}`);
        await expect(page.getByRole('heading', { level: 1, name: other.title(place) })).toBeVisible();
      }
      expect(faults).toEqual([]);
      await context.close();
    } finally {
      await host.close();
    }
  });
});
