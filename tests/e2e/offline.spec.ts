/** After the first visit the kit works without a network: every page, documents, and the criteria as last seen. */
import type { Page } from '@playwright/test';
import { expect, test, WITH_WORKERS } from './support/hosted.ts';
import type { Place } from './support/kit.ts';
import { sample, totalOf } from './support/words.ts';

test.use(WITH_WORKERS);

/** Everything is kept once the worker is active: it keeps the files while it installs itself. */
const ready = (page: Page) => page.evaluate(async () => (await navigator.serviceWorker.ready).active!.state !== 'redundant');

test('after the first visit everything works while the host cannot be reached', async ({ kit, host, page, watch }) => {
  await kit.sample();
  await kit.settled();
  expect(await ready(page)).toBe(true);
  // From the second visit on the worker answers, and keeps what the host has changed.
  const changed = '2016 (0)';
  host.edit(`beijing-2016/text.${kit.language}.json`, (text) => (text['pack.short'] = changed));
  await page.reload();
  await expect(page.locator('.org')).toContainText(changed);
  await expect(page.locator('.total')).toContainText(String(totalOf(sample(kit.language))));
  await page.goto('./#/criteria');
  await expect(page.getByRole('heading', { level: 1, name: kit.w('criteria.title') })).toBeVisible();

  // From here on the worker asks the host in vain, and answers all the same.
  watch.unreachable = host.address;
  await host.stop();
  await page.goto('./');
  await page.reload();
  await page.getByRole('link', { name: kit.sampleName() }).first().click();
  await expect(page.locator('.total')).toContainText(String(totalOf(sample(kit.language))));
  const id = kit.id();
  const places: Place[] = [
    'overview', 'organisation', 'eligibility', 'item/leadership.governance', 'indicators/results.products', 'figures', 'evidence', 'departments',
    'result', 'improvement', 'road', 'next', 'compare', 'under', 'panel',
  ];
  for (const place of places) await kit.go(place, id);
  for (const [address, title] of [['scoring', 'scoring.list_title'], ['training', 'training.title'], ['criteria', 'criteria.title'], ['settings', 'settings.title']]) {
    await page.goto(`./#/${address}`);
    await expect(page.getByRole('heading', { level: 1, name: kit.w(title) })).toBeVisible();
  }
  await page.goto(`./#/${id}/draft`);
  const download = await kit.download(() => kit.button('draft.word').click());
  expect(download.suggestedFilename()).toMatch(/\.docx$/);
  await expect(page.locator('.org')).toContainText(changed);
});
