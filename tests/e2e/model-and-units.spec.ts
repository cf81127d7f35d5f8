/** What some awards ask for beside the report: a management model and controlled units are typed, stand in what is handed in, and are
 * told where an outline for a meeting has a place for them. */
import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { checkAxe } from './support/axe.ts';
import { textOf } from './support/docx.ts';
import type { Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';
import { pattern } from './support/words.ts';

const PARTS = ['name', 'logic', 'operation', 'effect', 'spread'] as const;

const TYPED = {
  zh: {
    organisation: '京澄仪器有限公司（虚构）',
    model: {
      name: '“一表到底”质量管理模式',
      logic: '顾客要求逐级落到工序，每道工序只认一张表。\n偏差沿同一张表回到设计。',
      operation: '每周核对，每月评审。',
      effect: '一次交验合格率由 96.2% 升至 98.1%。',
      spread: '由总装车间推广到两个分厂。',
    },
    units: [
      { name: '京澄传感器有限公司（虚构）', relation: '全资子公司', activity: '传感器生产', employees: '约 120 人', scope: 'yes' },
      { name: '津澄贸易有限公司（虚构）', relation: '控股 60%', activity: '出口销售', employees: '14', scope: 'no' },
    ],
  },
  en: {
    organisation: 'Jingcheng Instruments Co., Ltd. (fictional)',
    model: {
      name: '“One sheet all the way”',
      logic: 'Customers’ requirements come down to each operation on one sheet.\nDeviations go back to design on the same sheet.',
      operation: 'Checked every week, reviewed every month.',
      effect: 'First-pass yield rose from 96.2% to 98.1%.',
      spread: 'From final assembly to 2 branch works.',
    },
    units: [
      { name: 'Jingcheng Sensors Co., Ltd. (fictional)', relation: 'wholly owned', activity: 'makes sensors', employees: 'about 120', scope: 'yes' },
      { name: 'Jincheng Trading Co., Ltd. (fictional)', relation: 'holding of 60%', activity: 'export sales', employees: '14', scope: 'no' },
    ],
  },
};

const TEXTS = ['name', 'relation', 'activity', 'employees'] as const;
/** A field of a unit, which are counted from 1. */
const field = (kit: Kit, of: (typeof TEXTS)[number], n: number): Locator =>
  kit.page.getByRole('textbox', { name: kit.w('units.field', { field: kit.w(`units.${of}`), n }), exact: true });
const scope = (kit: Kit, n: number): Locator =>
  kit.page.getByRole('combobox', { name: kit.w('units.field', { field: kit.w('units.in_scope'), n }), exact: true });

/** A blank assessment with name, model and both units. */
async function typed(kit: Kit) {
  const { organisation, model, units } = TYPED[kit.language];
  await kit.create();
  await kit.profile('name').fill(organisation);
  for (const part of PARTS) await kit.profile(`model_${part}`).fill(model[part]);
  for (const [at, unit] of units.entries()) {
    await kit.button('units.add').click();
    for (const text of TEXTS) await field(kit, text, at + 1).fill(unit[text]);
    await scope(kit, at + 1).selectOption(unit.scope);
  }
  await kit.settled();
  return { organisation, model, units };
}

/** The Word document of a kind, made on the draft page: its lines and the name of its file. */
async function made(kit: Kit, variant: string, minutes?: number) {
  await kit.page.getByLabel(kit.w('draft.variant'), { exact: true }).selectOption(variant);
  const field = kit.page.getByLabel(kit.w('draft.minutes'), { exact: true });
  if (minutes === undefined) {
    await expect(field).toHaveCount(0);
  } else {
    await field.fill(String(minutes));
    await field.press('Tab');
  }
  const download = await kit.download(() => kit.button('draft.word').click());
  await expect(kit.button('draft.word')).toBeEnabled();
  return { name: download.suggestedFilename(), lines: textOf(new Uint8Array(await readFile(await download.path()))).split('\n') };
}

test('a model and two units that are typed stand in outlines of other length and in what is handed in', async ({ kit, page }) => {
  const { organisation, model, units } = await typed(kit);
  const kept = (await kit.kept()) as any;
  expect(kept.version).toBe('1.3');
  expect(kept.organisation).toMatchObject(Object.fromEntries(PARTS.map((part) => [`model_${part}`, model[part]])));
  expect(Object.values(kept.units)).toEqual(units.map(({ scope, ...texts }) => ({ ...texts, in_scope: scope === 'yes' })));
  await checkAxe(page);

  await kit.go('draft');
  const preview = await kit.document();
  await expect(preview).toContainText(model.effect);
  await expect(preview).toContainText(units[1].name);

  const defence = await made(kit, 'defence', 25);
  expect(defence.name).toContain(kit.w('defence.file_name', { organisation: '' }));
  expect(defence.lines).toContain(kit.w('timetable.given', { minutes: 25 }));
  for (const part of PARTS) {
    const [first, second] = model[part].split('\n');
    expect(defence.lines).toContain(kit.w('term.within', { whole: kit.w(`profile.model_${part}`), part: first }));
    // An outline gives the point, not the text.
    if (second) expect(defence.lines.join('\n')).not.toContain(second);
  }
  await checkAxe(page);

  const visit = await made(kit, 'site-review', 240);
  expect(visit.name).toContain(kit.w('site_review.file_name', { organisation: '' }));
  expect(visit.lines).toContain(kit.w('timetable.given', { minutes: 240 }));
  expect(visit.lines).toContain(kit.w('site_review.units', { list: units[0].name }));

  const clean = await made(kit, 'submission');
  for (const line of [organisation, ...Object.values(model).flatMap((text) => text.split('\n'))]) expect(clean.lines).toContain(line);
  for (const unit of units) for (const text of TEXTS) expect(clean.lines).toContain(unit[text]);
});

test('minutes that are no number are refused and the earlier ones stay; without any the outline says whose they are', async ({ kit, page }) => {
  await typed(kit);
  await kit.go('draft');
  await page.getByLabel(kit.w('draft.variant'), { exact: true }).selectOption('defence');
  const minutes = page.getByLabel(kit.w('draft.minutes'), { exact: true });
  await minutes.fill('30');
  await minutes.press('Tab');
  await minutes.fill('601');
  await minutes.press('Tab');
  await expect(kit.notice()).toContainText(kit.w('draft.minutes_refused', { most: 600 }));
  await expect(minutes).toHaveValue('30');
  await minutes.fill('');
  await minutes.press('Tab');
  const download = await kit.download(() => kit.button('draft.word').click());
  const lines = textOf(new Uint8Array(await readFile(await download.path()))).split('\n');
  expect(lines.some((line) => pattern(kit.w('defence.times_default', { minutes: 40 })).test(line))).toBe(true);
});

test('a unit that was deleted comes back by undo, whole and in its place', async ({ kit, page }) => {
  const { units } = await typed(kit);
  const remove = (n: number) => page.getByRole('button', { name: kit.w('units.remove_of', { n }), exact: true });
  page.once('dialog', (asked) => asked.dismiss());
  await remove(1).click();
  await expect(field(kit, 'name', 2)).toHaveValue(units[1].name);

  page.once('dialog', (asked) => asked.accept());
  await remove(1).click();
  await expect(field(kit, 'name', 1)).toHaveValue(units[1].name);
  await expect(remove(2)).toHaveCount(0);
  await kit.settled();
  expect(Object.values(((await kit.kept()) as any).units)).toHaveLength(1);

  await kit.button('top.undo').click();
  for (const [at, unit] of units.entries()) {
    for (const text of TEXTS) await expect(field(kit, text, at + 1)).toHaveValue(unit[text]);
    await expect(scope(kit, at + 1)).toHaveValue(unit.scope);
  }
  await kit.settled();
  // And after the page was opened anew.
  await page.reload();
  await expect(field(kit, 'name', 1)).toHaveValue(units[0].name);
  await expect(field(kit, 'name', 2)).toHaveValue(units[1].name);
});
