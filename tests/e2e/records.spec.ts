/** Records beside the assessments, a scoring copy and the scoring of a case: in two windows, and where the browser keeps nothing at all. */
import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { jsonFile, type Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';

const FIRST = 'leadership.senior-leaders';

const strengths = (kit: Kit) => kit.page.getByRole('textbox', { name: kit.w('item.strengths'), exact: true });
const opportunities = (kit: Kit) => kit.page.getByRole('textbox', { name: kit.w('item.opportunities'), exact: true });
const kept = (kit: Kit) => kit.page.getByRole('status').filter({ hasText: new RegExp(kit.w('workshop.kept_at', { time: '\\d\\d:\\d\\d' })) });

/** Opens a scoring copy of the sample; tells the address of its first item. */
async function scoringCopy(kit: Kit): Promise<string> {
  const { page, w } = kit;
  await kit.sample();
  await kit.go('panel');
  await page.getByRole('textbox', { name: w('workshop.member_new'), exact: true }).fill('Li');
  await kit.button('workshop.member_add').click();
  const copy = await kit.download(() => page.getByRole('button', { name: w('workshop.copy_of', { name: 'Li' }), exact: true }).click());
  await kit.home();
  await kit.open(jsonFile(copy.suggestedFilename(), await readFile(await copy.path())));
  await expect(page).toHaveURL(/#\/scoring\/[0-9a-f]+$/);
  return `./${new URL(page.url()).hash}/${FIRST}`;
}

/** Begins to score a case; tells the address of its first item. */
async function trainingCase(kit: Kit): Promise<string> {
  const { page, w } = kit;
  await page.goto('./#/training');
  await page.getByRole('textbox', { name: w('training.trainee'), exact: true }).fill('Li');
  await kit.button('training.case_manufacturing').click();
  await expect(page.getByRole('heading', { level: 1, name: w('training.scoring_title') })).toBeVisible();
  return `./${new URL(page.url()).hash}/item/${FIRST}`;
}

/** Another window that does not hear of what this one saves, and writes on from what it knows. */
async function deaf(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'));
  return page;
}

async function shown(kit: Kit, address: string) {
  await kit.page.goto(address);
  await expect(kit.page.getByRole('heading', { level: 2, name: kit.itemName(FIRST) })).toBeVisible();
}

for (const [what, open] of [
  ['a scoring copy', scoringCopy],
  ['the scoring of a case', trainingCase],
] as const) {
  test(`what two windows write into ${what} is both there, and a window that looks shows it`, async ({ kit, page, context }) => {
    const address = await open(kit);
    await shown(kit, address);
    const looks = kit.on(await context.newPage());
    const writes = kit.on(await deaf(context));
    for (const other of [looks, writes]) await shown(other, address);
    await kit.step(50).click();
    await strengths(kit).fill('written in the first window');
    await strengths(kit).blur();
    await expect(kept(kit)).toBeVisible();
    await expect(strengths(looks)).toHaveValue('written in the first window');
    await expect(looks.page.getByTestId('percent')).toHaveText('50%');

    await opportunities(writes).fill('written in the deaf window');
    await opportunities(writes).blur();
    await expect(strengths(writes)).toHaveValue('written in the first window');
    await expect(kept(writes)).toBeVisible();
    await expect(writes.page.getByText(kit.w('workshop.newer'))).toHaveCount(0);
    await page.reload();
    await expect(strengths(kit)).toHaveValue('written in the first window');
    await expect(opportunities(kit)).toHaveValue('written in the deaf window');
    await expect(page.getByTestId('percent')).toHaveText('50%');
  });
}

test('where the browser keeps nothing at all, the pages of scoring, training and panel say so', async ({ kit, page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('Blocked for this test.', 'SecurityError');
    };
    IDBFactory.prototype.open = refuse;
    Object.defineProperty(window, 'localStorage', { get: refuse });
    Object.defineProperty(window, 'sessionStorage', { get: refuse });
  });
  for (const address of ['./#/scoring', './#/training']) {
    await page.goto(address);
    await expect(page.getByRole('main').getByRole('alert')).toHaveText(kit.w('storage.blocked'));
  }
  await page.getByRole('textbox', { name: kit.w('training.trainee'), exact: true }).fill('Li');
  await kit.button('training.case_manufacturing').click();
  await expect(kit.notice()).toContainText(kit.w('storage.blocked'));
  await kit.create();
  await kit.go('panel');
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(kit.w('storage.blocked'));
  // There is no record that could be saved.
  await expect(kit.button('workshop.save_record')).toHaveCount(0);
});
