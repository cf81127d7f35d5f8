/** A blank assessment is made, filled for one item, saved to a file, deleted, and opened again: identical. */
import { readFile } from 'node:fs/promises';
import { checkAxe } from './support/axe.ts';
import { jsonFile, type Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';
import { item, items, pack } from './support/words.ts';

const ITEM = 'resources.finance';
const PERCENT = 55;
const NAME = '北京示例服务有限公司 Example & Co. <北京>';
const factors = pack.rubrics[0].factors.map((factor) => factor.id);
const answers = Object.fromEntries(factors.map((factor, at) => [factor, `第 ${at + 1} 个要素：方法“${factor}”\n\n  第二行 with spaces at the end  `]));
const EVIDENCE = ['E-01 预算管理办法（第 3 版）', 'E-02 "Cash-flow" report, 2015'];

async function fillOneItem(kit: Kit) {
  await kit.create();
  await kit.profile('name').fill(NAME);
  await kit.page.getByRole('radio', { name: kit.w('term.kind.service'), exact: true }).check();
  await kit.go(`item/${ITEM}`);
  for (const factor of factors) {
    await kit.answer('process', factor).fill(answers[factor]);
    await kit.band('process', factor).selectOption({ index: 3 });
  }
  await kit.page.getByRole('textbox', { name: kit.w('item.strengths'), exact: true }).fill('预算覆盖全部部门');
  await kit.page.getByRole('textbox', { name: kit.w('item.remark'), exact: true }).fill('按建议');
  const evidence = kit.page.getByRole('combobox', { name: kit.w('item.evidence'), exact: true });
  for (const reference of EVIDENCE) {
    await evidence.fill(reference);
    await kit.button('item.evidence_add').click();
    await expect(evidence).toHaveValue('');
    await expect(kit.page.getByRole('listitem').filter({ hasText: reference })).toBeVisible();
  }
  await kit.step(PERCENT).click();
  await expect(kit.total()).toHaveText(String((item(ITEM).points * PERCENT) / 100));
}

async function remove(kit: Kit) {
  await kit.home();
  await kit.page.getByRole('button', { name: kit.w('erase.of', { name: NAME }), exact: true }).click();
  await expect(kit.notice()).toContainText(kit.w('bin.put', { name: NAME }));
  await expect(kit.page.getByRole('heading', { name: kit.w('home.empty_title') })).toBeVisible();
}

test('a blank assessment is filled, saved to a file, deleted, and comes back the same by button and by drop', async ({ kit, page }) => {
  await fillOneItem(kit);
  const { name, text } = await kit.backup();
  expect(name).toMatch(/\.json$/);
  const file = JSON.parse(text);
  expect(file.organisation).toMatchObject({ name: NAME, kind: 'service' });
  expect(file.items[ITEM]).toEqual({
    percent: PERCENT,
    answers: { '': answers },
    strengths: '预算覆盖全部部门',
    opportunities: '',
    evidence: EVIDENCE,
    bands: Object.fromEntries(factors.map((factor) => [factor, file.items[ITEM].bands[factor]])),
    remark: '按建议',
  });
  expect(Object.keys(file.items)).toEqual(items.map((item) => item.id));
  expect(Object.values<{ percent: number | null }>(file.items).filter((item) => item.percent !== null)).toHaveLength(1);

  // The list's own backup is the same file.
  await kit.settled();
  await kit.home();
  const listed = await kit.download(() => page.getByRole('button', { name: kit.w('backup.of', { name: NAME }), exact: true }).click());
  expect(listed.suggestedFilename()).toBe(name);
  expect(await readFile(await listed.path(), 'utf8')).toBe(text);

  await remove(kit);
  await kit.open(jsonFile(name, text));
  await kit.at('overview');
  await expect(kit.notice()).toContainText(kit.w('opened', { name }));
  await kit.toProfile();
  await expect(kit.profile('name')).toHaveValue(NAME);
  await kit.settled();
  expect((await kit.backup()).text).toBe(text);

  await remove(kit);
  await kit.drop(jsonFile(name, text));
  await kit.at('overview');
  await kit.settled();
  expect((await kit.backup()).text).toBe(text);
  await kit.go(`item/${ITEM}`);
  for (const factor of factors) await expect(kit.answer('process', factor)).toHaveValue(answers[factor]);
});

test('opening the same file twice keeps two assessments side by side', async ({ kit, page }) => {
  await kit.create();
  await kit.profile('name').fill(NAME);
  await kit.settled();
  const { text } = await kit.backup();
  await kit.home();
  await kit.open(jsonFile('again.json', text));
  await kit.toProfile();
  await kit.profile('name').fill('Second');
  await kit.settled();
  await kit.home();
  await expect(page.getByRole('link', { name: NAME, exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Second', exact: true }).click();
  await kit.toProfile();
  await expect(kit.profile('name')).toHaveValue('Second');
  await kit.home();
  await page.getByRole('link', { name: NAME, exact: true }).click();
  await kit.toProfile();
  await expect(kit.profile('name')).toHaveValue(NAME);
});

test('what was deleted lies in the recycle bin, comes back whole, and is gone for good only when asked', async ({ kit, page }) => {
  await kit.create();
  await kit.profile('name').fill(NAME);
  await kit.settled();
  const before = await kit.kept();
  await kit.home();
  const erase = () => page.getByRole('button', { name: kit.w('erase.of', { name: NAME }), exact: true }).click();
  const link = page.getByRole('link', { name: NAME, exact: true });
  const dialog = page.getByRole('dialog');
  await erase();
  await expect(kit.notice()).toContainText(kit.w('bin.put', { name: NAME }));
  await expect(link).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: kit.w('home.empty_title') })).toBeVisible();
  // What lies there on purpose is not told as lost.
  await expect(kit.notice()).toBeEmpty();
  await kit.button('bin.title').click();
  await expect(dialog).toContainText(kit.w('bin.days', { n: 30 }));
  await checkAxe(page);
  await dialog.getByRole('button', { name: kit.w('bin.restore_of', { name: NAME }) }).click();
  await link.click();
  await kit.toProfile();
  await expect(kit.profile('name')).toHaveValue(NAME);
  expect(await kit.kept()).toEqual(before);

  await kit.home();
  await erase();
  await kit.button('bin.title').click();
  page.once('dialog', (asked) => asked.dismiss());
  await dialog.getByRole('button', { name: kit.w('bin.purge_of', { name: NAME }) }).click();
  await kit.button('bin.title').click();
  page.once('dialog', (asked) => asked.accept());
  await dialog.getByRole('button', { name: kit.w('bin.purge_of', { name: NAME }) }).click();
  await expect(kit.notice()).toContainText(kit.w('erased', { name: NAME }));
  await kit.button('bin.title').click();
  await expect(dialog).toContainText(kit.w('bin.empty'));
});

test('an assessment is copied and renamed in the list, and its documents keep the name of the organisation', async ({ kit, page }) => {
  await kit.create();
  await kit.profile('name').fill(NAME);
  await kit.settled();
  await kit.home();
  const dialog = page.getByRole('dialog');
  const copy = kit.w('home.copy_name', { name: NAME });
  await page.getByRole('button', { name: kit.w('home.more_of', { name: NAME }), exact: true }).click();
  await checkAxe(page);
  await dialog.getByRole('button', { name: kit.w('home.copy'), exact: true }).click();
  await expect(page.getByRole('link', { name: copy, exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: NAME, exact: true })).toBeVisible();
  await page.getByRole('button', { name: kit.w('home.more_of', { name: copy }), exact: true }).click();
  await dialog.getByLabel(kit.w('home.name_label'), { exact: true }).fill('2016 初稿');
  await dialog.getByRole('button', { name: kit.w('home.rename'), exact: true }).click();
  await page.getByRole('link', { name: '2016 初稿', exact: true }).click();
  await kit.toProfile();
  await expect(kit.profile('name')).toHaveValue(NAME);
});

test('evidence is taken away again, and an item that is not rated has no finding of the page against it', async ({ kit, page }) => {
  await kit.create();
  await kit.go(`item/${ITEM}`);
  await checkAxe(page);
  const evidence = page.getByRole('combobox', { name: kit.w('item.evidence'), exact: true });
  for (const reference of EVIDENCE) {
    await evidence.fill(reference);
    await evidence.press('Enter');
  }
  await page.getByRole('button', { name: kit.w('item.evidence_remove', { name: EVIDENCE[0] }), exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: EVIDENCE[0] })).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({ hasText: EVIDENCE[1] })).toBeVisible();
  const { text } = await kit.backup();
  expect(JSON.parse(text).items[ITEM].evidence).toEqual([EVIDENCE[1]]);
});
