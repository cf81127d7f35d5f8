/** A trainee scores the two reference cases that ship, sees how far off the ratings are, and keeps the record over both. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { checkAxe } from './support/axe.ts';
import { jsonFile, type GivenFile, type Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';
import { root, type AssessmentFile } from './support/words.ts';

type Case = 'manufacturing' | 'service';

const reference = (kit: Kit, name: Case): AssessmentFile => JSON.parse(readFileSync(join(root, `assets/training/${name}.${kit.language}.json`), 'utf8'));

/** The items of a case that have a reference rating, with it. */
const rated = (kit: Kit, name: Case): [string, number][] =>
  Object.entries(reference(kit, name).items).flatMap(([id, { percent }]) => (percent === null || percent === undefined ? [] : [[id, percent] as [string, number]]));

async function training(kit: Kit) {
  await kit.page.goto('./#/training');
  await expect(kit.page.getByRole('heading', { level: 1, name: kit.w('training.title') })).toBeVisible();
}

const trainee = (kit: Kit) => kit.page.getByRole('textbox', { name: kit.w('training.trainee'), exact: true });

/** Begins a case from the page of the training; tells the address of its pages. */
async function begin(kit: Kit, name: Case): Promise<string> {
  await kit.button(`training.case_${name}`).click();
  await expect(kit.page.getByRole('heading', { level: 1, name: kit.w('training.scoring_title') })).toBeVisible();
  return `./${new URL(kit.page.url()).hash}`;
}

/** Rates one item of a case. */
async function at(kit: Kit, address: string, item: string) {
  await kit.page.goto(`${address}/item/${item}`);
  await expect(kit.page.getByRole('heading', { level: 2, name: kit.itemName(item) })).toBeVisible();
}

async function rate(kit: Kit, address: string, item: string, percent: number) {
  await at(kit, address, item);
  await kit.step(percent).click();
  await expect(kit.page.getByTestId('percent')).toHaveText(`${percent}%`);
}

async function finish(kit: Kit) {
  await kit.page.getByRole('link', { name: kit.w('training.finish'), exact: true }).click();
  await kit.button('training.finish_now').click();
  await expect(kit.page.getByRole('heading', { level: 1, name: kit.w('training.result_title') })).toBeVisible();
}

/** The row of the item-by-item table that begins with a name. */
const row = (kit: Kit, name: string) => kit.page.getByRole('row').filter({ has: kit.page.getByRole('cell', { name, exact: true }) });

test('a trainee scores two cases blind, sees the deviations, and keeps the record over both as a file', async ({ kit, page }) => {
  test.slow();
  const { w } = kit;
  page.on('dialog', (dialog) => void dialog.accept());
  await kit.home();
  await page.getByRole('link', { name: w('training.title'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: w('training.title') })).toBeVisible();

  // Without a name nothing begins.
  await kit.button('training.case_manufacturing').click();
  await expect(kit.notice()).toContainText(w('training.trainee_missing'));
  await trainee(kit).fill('Li');
  const first = await begin(kit, 'manufacturing');
  const items = rated(kit, 'manufacturing');
  const name = reference(kit, 'manufacturing').organisation.name;

  // The reference is nowhere on the page.
  const reason = (reference(kit, 'manufacturing').items[items[0][0]] as unknown as { remark: string }).remark;
  await expect(page.getByText(reason)).toHaveCount(0);

  // Every second item 10 points above, the others 5 below; the last two are left out.
  const off = (at: number) => (at % 2 === 0 ? 10 : -5);
  const done = items.slice(0, -2);
  for (const [at, [id, percent]] of done.entries()) await rate(kit, first, id, percent + off(at));
  await at(kit, first, items[0][0]);
  await page.getByRole('textbox', { name: w('item.strengths'), exact: true }).fill('seen by the trainee');
  await page.getByText(w('scoring.bands'), { exact: true }).click();
  await kit.band('process', 'approach').selectOption({ index: 1 });
  await page.getByRole('radio', { name: w('session.high'), exact: true }).check();
  await checkAxe(page, { where: 'scoring a case' });
  // Nothing is lost when the page is left without waiting.
  await page.reload();
  await expect(page.getByRole('textbox', { name: w('item.strengths'), exact: true })).toHaveValue('seen by the trainee');
  await expect(page.getByTestId('percent')).toHaveText(`${items[0][1] + 10}%`);
  await expect(page.getByTestId('progress')).toHaveText(w('scoring.progress', { rated: done.length, assigned: items.length }));
  await training(kit);
  await expect(page.getByText(w('training.state_open', { rated: done.length, assigned: items.length }))).toBeVisible();
  await page.getByRole('link', { name: w('training.continue_of', { name: `Li · ${name}` }), exact: true }).click();
  // What is not rated is said plainly, and leads to the item.
  await page.getByRole('link', { name: w('training.finish'), exact: true }).click();
  await expect(page.getByText(w('training.unrated', { n: 2, all: items.length }))).toBeVisible();
  await expect(page.getByRole('link', { name: kit.itemName(items.at(-1)![0]), exact: true })).toBeVisible();
  await checkAxe(page, { where: 'before finishing' });
  await page.getByRole('link', { name: w('training.back_to_scoring'), exact: true }).click();
  await finish(kit);

  // Deviations by item, the reasons, the whole.
  await expect(row(kit, kit.itemName(items[0][0]))).toContainText('+10');
  await expect(row(kit, kit.itemName(items[1][0]))).toContainText('−5');
  await expect(row(kit, kit.itemName(items.at(-1)![0]))).toContainText(w('not_rated_short'));
  const bias = done.reduce((sum, _, at) => sum + off(at), 0) / done.length;
  const written = bias.toFixed(1).replace(/\.0$/, '');
  await expect(page.getByText(w('training.bias_lenient', { points: written }), { exact: true })).toBeVisible();
  await page.locator('details:not([open]) > summary').evaluateAll((folds) => folds.forEach((fold) => (fold as HTMLElement).click()));
  await expect(page.getByText(reason)).toBeVisible();
  await expect(page.getByText('seen by the trainee')).toBeVisible();
  await checkAxe(page, { where: 'result of a case' });
  // The ratings are locked.
  await page.goto(`${first}/item/${items[0][0]}`);
  await expect(page.getByRole('heading', { level: 1, name: w('training.finished_here') })).toBeVisible();

  // The second case, exactly as the reference; the name is still there.
  await training(kit);
  await expect(trainee(kit)).toHaveValue('Li');
  const second = await begin(kit, 'service');
  const others = rated(kit, 'service');
  for (const [id, percent] of others) await rate(kit, second, id, percent);
  await finish(kit);
  await expect(page.getByText(w('training.bias_level'), { exact: true })).toBeVisible();

  // The record over both.
  await training(kit);
  const record = page.getByRole('group', { name: w('training.record_of', { trainee: 'Li' }), exact: true });
  const all = done.length + others.length;
  const mean = (bias * done.length) / all;
  await expect(record.getByRole('row')).toHaveCount(4);
  await expect(record.getByRole('row').last().getByRole('cell', { name: String(all), exact: true })).toBeVisible();
  await expect(record.getByRole('row').last()).toContainText(`+${mean.toFixed(1).replace(/\.0$/, '')}`);
  await checkAxe(page, { where: 'record of training' });
  const download = await kit.download(() => page.getByRole('button', { name: w('training.record_save_of', { trainee: 'Li' }), exact: true }).click());
  expect(download.suggestedFilename()).toBe(w('training.record_file', { trainee: 'Li' }));
  const file: GivenFile = jsonFile(download.suggestedFilename(), await readFile(await download.path()));
  expect(JSON.parse(file.buffer.toString())).toMatchObject({ format: 'award-kit.training', trainee: 'Li' });

  // Opened while it is there, nothing changes; erased and opened, it is back.
  await kit.drop(file);
  await expect(kit.notice()).toContainText(w('training.record_merged', { name: file.name, trainee: 'Li', added: 0, same: 2 }));
  await expect(record.getByRole('row')).toHaveCount(4);
  await page.getByRole('button', { name: w('training.record_erase_of', { trainee: 'Li' }), exact: true }).click();
  await expect(record).toHaveCount(0);
  await expect(page.getByText(w('training.record_none'))).toBeVisible();
  await kit.drop(file);
  await expect(kit.notice()).toContainText(w('training.record_merged', { name: file.name, trainee: 'Li', added: 2, same: 0 }));
  await expect(record.getByRole('row')).toHaveCount(4);
  const again = await kit.download(() => page.getByRole('button', { name: w('training.record_save_of', { trainee: 'Li' }), exact: true }).click());
  expect(await readFile(await again.path())).toEqual(file.buffer);
});

test('an own assessment with ratings is a case, others are refused with one sentence, and records of two trainees stay apart', async ({ kit, page }) => {
  const { w } = kit;
  page.on('dialog', (dialog) => void dialog.accept());
  await training(kit);
  await trainee(kit).fill('Wang');
  const sample = jsonFile('case.json', readFileSync(join(root, `assets/samples/service.${kit.language}.json`)));
  await kit.drop(sample);
  await expect(page.getByRole('heading', { level: 1, name: w('training.scoring_title') })).toBeVisible();
  await training(kit);

  const blank = JSON.parse(sample.buffer.toString());
  for (const item of Object.values<{ percent: number | null }>(blank.items)) item.percent = null;
  await kit.drop(jsonFile('blank.json', JSON.stringify(blank)));
  await expect(kit.notice()).toContainText(w('training.case_unrated', { name: blank.organisation.name }));
  await kit.drop(jsonFile('other.json', '{"a": 1}'));
  await expect(kit.notice()).toContainText(w('error.not_assessment'));

  const entry = { case: 'k', title: 'Case', date: '2016-05-01', items: { 'leadership.governance': { reference: 50, own: 45, step: 5, same_band: false, factors: {} } } };
  const written = (trainee: string) => jsonFile(`${trainee}.json`, JSON.stringify({ format: 'award-kit.training', version: '1.0', trainee, cases: { 1: entry } }));
  for (const name of ['Li', 'Zhao']) {
    await kit.drop(written(name));
    await expect(kit.notice()).toContainText(w('training.record_merged', { name: `${name}.json`, trainee: name, added: 1, same: 0 }));
  }
  for (const name of ['Li', 'Zhao']) {
    await expect(page.getByRole('heading', { level: 3, name: w('training.record_of', { trainee: name }) })).toBeVisible();
  }
  await page.getByRole('button', { name: w('training.record_erase_of', { trainee: 'Zhao' }), exact: true }).click();
  await expect(page.getByRole('heading', { level: 3, name: w('training.record_of', { trainee: 'Zhao' }) })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { level: 3, name: w('training.record_of', { trainee: 'Li' }) })).toBeVisible();
});
