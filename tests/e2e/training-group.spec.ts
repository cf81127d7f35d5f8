/** What training tells beyond deviations: the rule a rating missed, trainees side by side by their records, and the certificate of a record. */
import { readFile } from 'node:fs/promises';
import { checkAxe } from './support/axe.ts';
import { jsonFile, type GivenFile, type Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';

/** A trainee's record of one case with the same reference everywhere. */
const record = (trainee: string, ratings: Record<string, number>): GivenFile => {
  const items = Object.entries(ratings).map(([id, own]) => [id, { reference: 50, own, step: 5, same_band: own >= 50 && own <= 65, factors: {} }]);
  const entry = { case: 'k', title: 'Case', date: '2016-05-01', items: Object.fromEntries(items) };
  return jsonFile(`${trainee}.json`, JSON.stringify({ format: 'award-kit.training', version: '1.0', trainee, cases: { 1: entry } }));
};

async function training(kit: Kit) {
  await kit.page.goto('./#/training');
  await expect(kit.page.getByRole('heading', { level: 1, name: kit.w('training.title') })).toBeVisible();
}

/** Opens files together by the button of the records. */
async function open(kit: Kit, files: GivenFile[]) {
  const chooser = kit.page.waitForEvent('filechooser');
  await kit.button('training.record_open').click();
  await (await chooser).setFiles(files);
}

const band = (kit: Kit, from: number, to: number) => kit.w('range', { from, to });

test('a finished case names the rule each rating missed that is too far off, and no facts are shown before', async ({ kit, page }) => {
  const { w } = kit;
  await training(kit);
  await page.getByRole('textbox', { name: w('training.trainee'), exact: true }).fill('Li');
  await kit.button('training.case_manufacturing').click();
  await expect(page.getByRole('heading', { level: 1, name: w('training.scoring_title') })).toBeVisible();
  const address = `./${new URL(page.url()).hash}`;

  // Reference 45, held down by deployment; reference 30, met.
  for (const [item, percent] of [
    ['processes.design', 60],
    ['leadership.governance', 30],
  ] as [string, number][]) {
    await page.goto(`${address}/item/${item}`);
    await expect(page.getByRole('heading', { level: 2, name: kit.itemName(item) })).toBeVisible();
    await expect(page.getByRole('heading', { name: w('interview.title'), exact: true })).toHaveCount(0);
    await kit.step(percent).click();
    await expect(page.getByTestId('percent')).toHaveText(`${percent}%`);
  }
  await page.getByRole('link', { name: w('training.finish'), exact: true }).click();
  await kit.button('training.finish_now').click();
  await expect(page.getByRole('heading', { level: 1, name: w('training.result_title') })).toBeVisible();

  const missed = page.getByTestId('missed-processes.design');
  const deployment = kit.pack('factor.process.deployment');
  const values = { own: band(kit, 50, 65), reference: band(kit, 30, 45), factor: deployment };
  await expect(missed).toContainText(w('training.rule_limit', { factor: deployment, base: band(kit, 30, 45) }));
  await expect(missed).toContainText(w('training.missed_below', values));
  await expect(missed).toContainText(w('training.missed_asks', { band: band(kit, 50, 65), text: kit.pack('band.process.50-65.deployment') }));
  await expect(missed).toContainText(w('plain_fact.places'));
  await expect(missed).toContainText(w('plain_fact.practice'));
  await expect(page.getByTestId('missed-leadership.governance')).toHaveCount(0);
  await expect(page.getByTestId(/^missed-/)).toHaveCount(1);
  await checkAxe(page, { where: 'rules missed' });
  await page.setViewportSize({ width: 390, height: 800 });
  await checkAxe(page, { where: 'rules missed, narrow' });
});

test('records opened together stand side by side with shifts, and say where the group diverges', async ({ kit, page }) => {
  const { w } = kit;
  page.on('dialog', (dialog) => void dialog.accept());
  await training(kit);
  await expect(page.getByText(w('training.group_none'))).toBeVisible();

  const files = [
    record('Wang', { 'leadership.governance': 60, 'resources.people': 50, 'results.finance': 60 }),
    record('Li', { 'leadership.governance': 35, 'results.finance': 65 }),
    record('Zhao', { 'leadership.governance': 50, 'resources.people': 55, 'results.finance': 70 }),
  ];
  await open(kit, files);
  await expect(kit.notice()).toContainText(w('training.records_merged', { n: 3, added: 3, same: 0 }));
  const title = w('training.group_of', { case: 'Case', n: 3 });
  await expect(page.getByRole('heading', { level: 3, name: title, exact: true })).toBeVisible();
  const table = page.getByRole('group', { name: title, exact: true });
  // A head, three items, the shifts; trainees by name.
  await expect(table.getByRole('row')).toHaveCount(5);
  const heads = table.getByRole('columnheader');
  await expect(heads).toHaveText([
    w('training.column_item'),
    w('training.column_reference'),
    'Li',
    'Wang',
    'Zhao',
    w('training.group_mean'),
    w('training.group_spread'),
    w('training.group_note_column'),
  ]);
  const cells = (row: number) => table.getByRole('row').nth(row).getByRole('cell');
  await expect(cells(1)).toHaveText([kit.itemName('leadership.governance'), '50%', '−15', '+10', '0', '−1.7', '25', w('training.group_diverges')]);
  await expect(cells(2)).toHaveText([kit.itemName('resources.people'), '50%', w('none'), '0', '+5', '+2.5', '5', '']);
  await expect(cells(3)).toHaveText([kit.itemName('results.finance'), '50%', '+15', '+10', '+20', '+15', '10', w('training.group_together')]);
  await expect(cells(4)).toHaveText([w('training.group_shift'), '', '0', '+6.7', '+8.3', '', '', '']);
  await expect(page.getByText(w('training.group_diverging', { points: 20, items: kit.itemName('leadership.governance') }))).toBeVisible();
  await expect(page.getByText(w('training.group_off_together', { items: kit.itemName('results.finance') }))).toBeVisible();
  await checkAxe(page, { where: 'trainees side by side' });
  await page.setViewportSize({ width: 390, height: 800 });
  await checkAxe(page, { where: 'trainees side by side, narrow' });
  await page.setViewportSize({ width: 1280, height: 800 });

  // Together with something else: that is named, the records are there already.
  await open(kit, [files[0], jsonFile('other.json', '{"a": 1}'), files[1]]);
  await expect(kit.notice()).toContainText(w('training.records_merged', { n: 2, added: 0, same: 2 }));
  await expect(kit.notice()).toContainText(w('training.records_only', { name: 'other.json' }));
  await expect(table.getByRole('row')).toHaveCount(5);

  // With one trainee left there is no group.
  for (const trainee of ['Wang', 'Zhao']) {
    await page.getByRole('button', { name: w('training.record_erase_of', { trainee }), exact: true }).click();
    await expect(page.getByRole('heading', { level: 3, name: w('training.record_of', { trainee }) })).toHaveCount(0);
  }
  await expect(table).toHaveCount(0);
  await expect(page.getByText(w('training.group_none'))).toBeVisible();
});

test('the certificate of a record is made in either language', async ({ kit, page }) => {
  test.slow();
  const { w } = kit;
  await training(kit);
  await kit.drop(record('Li', { 'leadership.governance': 60, 'results.finance': 45 }));
  await expect(kit.notice()).toContainText(w('training.record_merged', { name: 'Li.json', trainee: 'Li', added: 1, same: 0 }));
  const names = { zh: 'Li-评审训练记录证明.docx', en: 'Li-training-certificate.docx' };
  const sizes = [];
  for (const language of ['zh', 'en'] as const) {
    await page.getByLabel(w('training.certificate_language'), { exact: true }).selectOption(language);
    const make = page.getByRole('button', { name: w('training.certificate_of', { trainee: 'Li' }), exact: true });
    const download = await kit.download(() => make.click());
    expect(download.suggestedFilename()).toBe(names[language]);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    sizes.push(bytes.length);
    await expect(kit.notice()).toContainText(w('file.saved', { name: names[language] }));
  }
  expect(Math.min(...sizes)).toBeGreaterThan(5000);
});
