/** Last time's report as a start: taken apart, each piece with its place, and what is chosen taken over as one step. */
import { readFile } from 'node:fs/promises';
import { checkAxe } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const GOVERNANCE = 'leadership.governance';
const TEXT = '4.1.3 组织治理\n董事会下设审计委员会。\n# 顾客的声音\n每年调查顾客需求，细分市场，了解顾客期望和偏好。\n# 附录\n装订说明。';

test('pasted text is taken apart, a place is put right, and what is chosen is one step of undo', async ({ kit, page }) => {
  await kit.create();
  const id = kit.id();
  await page.getByRole('link', { name: kit.w('start.title'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: kit.w('start.title') })).toBeVisible();
  await page.getByLabel(kit.w('start.paste_label')).fill(TEXT);
  await kit.button('start.paste').click();
  const row = (heading: string) => page.getByRole('row').filter({ hasText: heading });
  await expect(row('组织治理').first()).toContainText(kit.w('start.certain'));
  await expect(row('顾客的声音')).toContainText(kit.w('start.likely', { place: kit.pack('item.customers.knowledge') }));
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await checkAxe(page, { where: `report at ${width}` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await row('顾客的声音').getByRole('combobox').selectOption('overview');
  await row('附录').getByRole('combobox').selectOption('');
  await kit.button('start.take', { n: '2' }).click();
  await expect(kit.notice()).toContainText(kit.w('start.done', { n: '2' }));
  await kit.settled();
  const kept = await kit.kept(id);
  expect((kept.items[GOVERNANCE] as any).answers[''].approach).toBe('董事会下设审计委员会。');
  expect((kept.organisation as any).environment).toContain('每年调查顾客需求');
  expect(JSON.stringify(kept)).not.toContain('装订说明');
  await kit.button('top.undo').click();
  await kit.go(`item/${GOVERNANCE}`);
  await expect(kit.answer('process', 'approach')).toHaveValue('');
});

test('the kit’s own draft comes back as a start: every clause is known by its title, and its tables bring figures', async ({ kit, page }) => {
  await kit.sample();
  await kit.go('draft');
  const draft = await kit.download(() => kit.button('draft.word').click());
  const bytes = await readFile(await draft.path());
  await kit.create();
  const id = kit.id();
  await page.goto(`./#/${id}/report`);
  const chooser = page.waitForEvent('filechooser');
  await kit.button('start.choose').click();
  await (await chooser).setFiles({ name: 'draft.docx', mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer: bytes });
  const certain = page.getByRole('row').filter({ hasText: kit.w('start.certain') });
  await expect(certain.filter({ hasText: kit.itemName(GOVERNANCE) }).first()).toBeVisible();
  expect(await certain.count()).toBeGreaterThanOrEqual(23);
  await page.locator('[data-report=take]').click();
  await expect(kit.notice()).toContainText(kit.w('start.done').split('{n}')[1]);
  await kit.settled();
  const kept = await kit.kept(id);
  expect((kept.items[GOVERNANCE] as any).answers[''].approach.length).toBeGreaterThan(300);
  expect(Object.keys((kept as any).indicators ?? {}).length).toBeGreaterThan(20);
});

test('a file that is no report is refused in one sentence', async ({ kit, page }) => {
  await kit.create();
  await page.goto(`./#/${kit.id()}/report`);
  await expect(page.getByRole('heading', { level: 1, name: kit.w('start.title') })).toBeVisible();
  await kit.drop({ name: 'old.doc', mimeType: 'application/msword', buffer: Buffer.from('d0cf11e0a1b11ae1', 'hex') });
  await expect(kit.notice()).toContainText(kit.w('manuscript.binary'));
});
