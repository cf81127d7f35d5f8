/** One assessment under other criteria: side by side, carried over item by item, undone, and nothing dropped. */
import { checkAxe } from './support/axe.ts';
import type { Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';
import { packWords, sample, totalOf } from './support/words.ts';

const short = (kit: Kit, id: string) => packWords(kit.language, id)('pack.short');

async function under(kit: Kit) {
  const id = kit.id();
  await kit.page.goto(`./#/${id}/under`);
  await expect(kit.page.getByRole('heading', { level: 1, name: kit.w('under.title') })).toBeVisible();
}

const row = (kit: Kit, id: string) => kit.page.getByRole('row').filter({ has: kit.page.getByRole('rowheader').filter({ hasText: short(kit, id) }) }).first();

test('verdicts and totals stand side by side under every pack', async ({ kit, page }) => {
  await kit.sample();
  await kit.settled();
  await under(kit);
  const total = `${totalOf(sample(kit.language))} / 1000`;
  for (const id of ['beijing-2016', 'gbt-19580-2012', 'beijing-session-3', 'tianjin-2020', 'hebei-2016']) {
    await expect(page.getByTestId(`total-${id}`)).toHaveText(total);
  }
  await expect(row(kit, 'beijing-2016')).toContainText(kit.w('outcome.eligible'));
  await expect(row(kit, 'tianjin-2020')).toContainText(kit.w('outcome.not_eligible'));
  await checkAxe(page);
});

test('carrying over is shown item by item, done, kept, and undone; the text of before comes back', async ({ kit, page }) => {
  await kit.sample();
  await kit.settled();
  const id = kit.id();
  const before = await kit.kept(id);
  await under(kit);
  const name = short(kit, 'beijing-session-3');
  await page.getByRole('button', { name: kit.w('under.look_at', { name }), exact: true }).click();
  await expect(page.getByRole('heading', { name: kit.w('under.plan_title', { name }) })).toBeVisible();
  await expect(page.getByText(kit.w('under.plan_same', { n: 23 }))).toBeVisible();
  const renamed = page.getByRole('listitem').filter({ hasText: kit.w('carry.renamed') });
  await expect(renamed.getByRole('checkbox')).toBeChecked();
  await checkAxe(page);
  const at = (name: string) => expect(page.locator('.org')).toContainText(name);
  const toResult = async () => {
    await page.getByRole('link', { name: kit.w('result.title'), exact: true }).click();
    await kit.at('result');
  };
  await page.getByRole('button', { name: kit.w('under.carry'), exact: true }).click();
  await expect(kit.notice()).toContainText(kit.w('under.carried', { name }));
  await at(name);
  await kit.settled();
  expect((await kit.kept(id)).pack.id).toBe('beijing-session-3');
  // Undo leads back at once; and forward is the same way again.
  const back = short(kit, 'beijing-2016');
  await kit.button('top.undo').click();
  await at(back);
  await page.getByRole('button', { name: kit.w('under.look_at', { name }), exact: true }).click();
  await page.getByRole('button', { name: kit.w('under.carry'), exact: true }).click();
  await at(name);
  // After a reload it is judged by the other criteria still.
  await kit.settled();
  await toResult();
  await at(name);
  await page.reload();
  await at(name);

  await under(kit);
  await page.getByRole('button', { name: kit.w('under.look_at', { name: back }), exact: true }).click();
  await page.getByRole('button', { name: kit.w('under.carry'), exact: true }).click();
  await at(back);
  await kit.settled();
  const after = await kit.kept(id);
  expect({ ...after, pack: null }).toEqual({ ...before, pack: null });

  // And undo leads back to the criteria before, also on a page of another part.
  await toResult();
  await at(back);
  await kit.button('top.undo').click();
  await at(name);
});

test('what is changed in the figures is one step of undo on the other pages, and can be made again', async ({ kit, page }) => {
  await kit.sample();
  await kit.settled();
  const id = kit.id();
  await page.goto(`./#/${id}/result`);
  await expect(page.getByRole('heading', { level: 1, name: kit.w('result.title') })).toBeVisible();
  const undo = kit.button('top.undo');
  await expect(undo).toBeDisabled();
  await page.goto(`./#/${id}/indicators/results.products`);
  await expect(page.getByRole('heading', { level: 1, name: kit.w('grid.title') })).toBeVisible();
  const cell = page.locator('td input').first();
  const figure = await cell.inputValue();
  await cell.fill('77');
  await cell.press('Enter');
  await page.getByRole('link', { name: kit.w('result.title'), exact: true }).click();
  await kit.at('result');
  await expect(undo).toBeEnabled();
  await undo.click();
  await kit.settled();
  await page.goto(`./#/${id}/indicators/results.products`);
  await expect(page.locator('td input').first()).toHaveValue(figure);
  // One history for all pages: what was taken back there can be made again here.
  await expect(undo).toBeDisabled();
  await kit.button('top.redo').click();
  await expect(page.locator('td input').first()).toHaveValue('77.00');
});
