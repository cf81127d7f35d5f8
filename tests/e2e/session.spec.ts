/** The agency's year in one sitting: session 2027 from last session's criteria, without a compiler, out as files that check. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { checkAxe } from './support/axe.ts';
import { jsonFile, Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';

const GOVERNANCE = 'leadership.governance';
const RESPONSIBILITY = 'leadership.social-responsibility';

async function begin(kit: Kit) {
  await kit.page.goto('./#/criteria');
  await kit.page.getByRole('button', { name: kit.w('criteria.adapt_of', { name: kit.pack('pack.short') }), exact: true }).click();
  await expect(kit.page.getByRole('heading', { level: 1, name: kit.w('adapt.title') })).toBeVisible();
}

const box = (kit: Kit, key: string, values = {}) => kit.page.getByRole('textbox', { name: kit.w(key, values), exact: true });
const button = (page: Page, edit: string): Locator => page.locator(`button[data-edit="${edit}"]`);

/** Opens a step of the sitting by its button. */
async function step(kit: Kit, title: string) {
  const steps = kit.page.getByRole('navigation', { name: kit.w('adapt.steps') });
  await steps.getByRole('button', { name: kit.w(title) }).click();
}

/** Opens the form that a field stands in. */
async function unfold(page: Page, id: string) {
  await page.locator(`details:not([open]):has(#${id}) > summary`).last().click();
}

async function fill(page: Page, values: Record<string, string>) {
  for (const [id, value] of Object.entries(values)) await page.locator(`#${id}`).fill(value);
}

async function conditions(kit: Kit) {
  const { page } = kit;
  await step(kit, 'adapt.rules');
  const years = kit.pack('condition.three-years');
  await box(kit, 'adapt.years_of', { name: years }).fill('5');
  // The name follows the figure.
  await expect(box(kit, 'adapt.years_of', { name: years.replace('3', '5') })).toHaveValue('5');
  await unfold(page, 'new-conditions-zh');
  await fill(page, {
    'new-conditions-zh': '近 3 年内无数据泄露事件',
    'new-conditions-en': 'No data leak in the last 3 years',
    'new-conditions-name': 'no-data-leak',
    'new-conditions-value': '3',
    'new-conditions-more-zh': '附主管部门证明',
    'new-conditions-more-en': 'Attach a certificate of the authority',
  });
  await page.locator('#new-conditions-kind').selectOption('free_of');
  await page.locator('#new-conditions-of').selectOption('2016');
  await button(page, 'add/conditions').click();
  await expect(page.getByRole('row').filter({ hasText: kit.language === 'zh' ? '近 3 年内无数据泄露事件' : 'No data leak in the last 3 years' }).first()).toBeVisible();
  const edition = kit.pack('edition.2016');
  await page.getByLabel(kit.w('adapt.opens_of', { name: edition }), { exact: true }).fill('2027-03-01');
  await page.getByLabel(kit.w('adapt.closes_of', { name: edition }), { exact: true }).fill('2027-04-30');
}

async function items(kit: Kit) {
  const { page } = kit;
  await box(kit, 'adapt.points_of', { name: kit.pack(`item.${GOVERNANCE}`) }).fill('20');
  await page.getByText(kit.w('adapt.new_item'), { exact: true }).click();
  await fill(page, {
    'new-name': 'Data governance',
    'new-number': '4.4.8',
    'new-points': '10',
    'new-zh': '数据治理',
    'new-en': 'Data governance',
    'new-prompt-zh': '说明数据怎样管理。',
    'new-prompt-en': 'Describe how data are governed.',
  });
  await page.locator('#new-category').selectOption('resources');
  await button(page, 'new').click();
  await expect(page.getByTestId('sum')).toHaveText(kit.w('adapt.sum', { points: 1000, total: 1000 }));

  await step(kit, 'adapt.item_title');
  await page.locator('#item-chosen').selectOption(RESPONSIBILITY);
  await unfold(page, 'part-0-zh');
  await fill(page, {
    'part-0-points': '20',
    'part-0-zh': '公共责任和道德',
    'part-0-en': 'Public responsibility and ethics',
    'part-1-number': '4.1.5',
    'part-1-points': '10',
    'part-1-zh': '公益支持',
    'part-1-en': 'Support of the public good',
  });
  await page.locator('#part-prompt-public-good').check();
  await button(page, `split/${RESPONSIBILITY}`).click();
  await expect(page.getByTestId('sum')).toHaveText(kit.w('adapt.sum', { points: 1000, total: 1000 }));
}

async function cases(kit: Kit) {
  const { page } = kit;
  await step(kit, 'adapt.cases');
  const broken = page.getByRole('heading', { name: kit.w('case.title') });
  await expect(broken).toBeVisible();
  await unfold(page, 'case-years-registered');
  await fill(page, { 'case-years-registered': '2024-03-18', 'case-years-result': '2029-03-18' });
  await button(page, 'add-case/years').click();
  await expect(page.getByTestId('case-years').last()).toContainText(kit.w('adapt.case_holds'));
  await unfold(page, 'case-totals-others');
  await fill(page, { 'case-totals-others': '50', 'case-totals-result': '542' });
  await button(page, 'add-case/totals').click();
  await expect(page.getByTestId('case-totals').last()).toContainText('542');
  // What this session changes on purpose is taken over, case by case.
  const take = page.getByRole('button', { name: kit.w('adapt.case_take') });
  for (let left = await take.count(); left > 0; left--) {
    await take.first().click();
    await expect(take).toHaveCount(left - 1);
  }
  await expect(broken).toBeHidden();
}

test('session 2027 is made in one sitting and comes out as files that check', async ({ kit, page, browser, baseURL }) => {
  test.slow();
  await begin(kit);
  await page.getByRole('textbox', { name: kit.w('adapt.id'), exact: true }).fill('beijing-2027');
  await page.getByRole('textbox', { name: kit.w('adapt.edition'), exact: true }).fill('2027');
  await conditions(kit);
  await items(kit);
  await cases(kit);
  await expect(page.getByText(kit.w('adapt.no_faults'))).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: kit.w('adapt.saved') })).toBeVisible();
  await checkAxe(page);

  // A reload in the middle of the sitting changes nothing.
  await page.reload();
  await expect(page.getByText(kit.w('adapt.no_faults'))).toBeVisible();

  const table = await kit.download(() => page.getByRole('button', { name: kit.w('adapt.difference_page'), exact: true }).click());
  expect(table.suggestedFilename()).toBe(kit.w('difference.file', { id: 'beijing-2027', ending: 'html' }));
  const published = await readFile(await table.path(), 'utf8');
  for (const text of [kit.w('difference.title'), kit.w('difference.lineage'), kit.w('criteria.rule_years', { years: 3 }), kit.w('criteria.rule_years', { years: 5 })]) expect(published).toContain(text);
  const word = await kit.download(() => page.getByRole('button', { name: kit.w('adapt.difference_save'), exact: true }).click());
  expect((await readFile(await word.path())).subarray(0, 2).toString()).toBe('PK');

  const download = await kit.download(() => page.getByRole('button', { name: kit.w('adapt.export'), exact: true }).click());
  expect(download.suggestedFilename()).toBe('beijing-2027.pack.json');
  const file = await readFile(await download.path());
  const pack = JSON.parse(file.toString('utf8'));
  expect(pack.pack.adapted.items).toMatchObject([{ kind: 'split', from: [RESPONSIBILITY] }]);
  expect(pack.pack.adapted.items[0].to).toHaveLength(2);
  expect(pack.cases.years).toContainEqual({ registered: '2024-03-18', from: '2029-03-18' });
  expect(pack.pack.eligibility.conditions).toContainEqual({ id: 'no-data-leak', rule: { kind: 'free_of', years: 3 } });

  // Elsewhere the one checker takes it, and its short name tells it from last session's.
  const context = await browser.newContext({ baseURL, locale: kit.language === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai' });
  const elsewhere = kit.on(await context.newPage());
  await elsewhere.page.goto('./#/criteria');
  const chooser = elsewhere.page.waitForEvent('filechooser');
  await elsewhere.page.getByRole('button', { name: kit.w('criteria.import'), exact: true }).click();
  await (await chooser).setFiles(jsonFile('beijing-2027.pack.json', file));
  await expect(elsewhere.page.getByTestId('hash-beijing-2027')).toHaveText(/sha256:/);
  await context.close();
});

test('what is written in one language is missing in the other until it is written, and every step can be undone', async ({ kit, page }) => {
  await begin(kit);
  await step(kit, 'adapt.award');
  await unfold(page, 'new-stages-zh');
  await fill(page, { 'new-stages-zh': '现场陈述', 'new-stages-name': 'defence', 'new-stages-more-zh': '由主要负责人陈述' });
  await button(page, 'add/stages').click();
  const english = kit.w('adapt.lacking', { language: 'English', n: 2 });
  await expect(page.getByText(english)).toBeVisible();
  await expect(page.getByRole('heading', { name: kit.w('adapt.faults_title') })).toBeVisible();
  await step(kit, 'adapt.texts');
  await page.locator('#text-group').selectOption('lacking');
  await page.getByRole('textbox', { name: 'English stage.defence', exact: true }).fill('Defence');
  await page.getByRole('textbox', { name: 'English stage.defence.note', exact: true }).fill('By the head of the organisation');
  await expect(page.getByText(kit.w('adapt.no_faults'))).toBeVisible();
  const stages = page.getByTestId('stages');
  await stages.getByRole('button', { name: kit.w('adapt.up_of', { name: kit.language === 'zh' ? '现场陈述' : 'Defence' }), exact: true }).click();
  await expect(stages.getByRole('listitem').last()).not.toContainText(kit.language === 'zh' ? '现场陈述' : 'Defence');
  for (let at = 0; at < 4; at++) await page.getByRole('button', { name: kit.w('adapt.undo'), exact: true }).click();
  await expect(page.getByText(kit.w('adapt.changes_none'))).toBeVisible();
});

test('nothing is added where something is missing, and what is retired comes back', async ({ kit, page }) => {
  await begin(kit);
  await step(kit, 'adapt.self_checks_title');
  await unfold(page, 'new-self_checks-zh');
  await button(page, 'add/self_checks').click();
  await expect(page.locator('.notices')).toContainText(kit.w('adapt.form_incomplete'));
  const checks = page.getByTestId('self_checks');
  const count = await checks.getByRole('listitem').count();
  await button(page, 'take/self_checks/export').click();
  await expect(checks.getByRole('listitem')).toHaveCount(count - 1);
  await button(page, 'back/self_checks/export').click();
  await expect(checks.getByRole('listitem')).toHaveCount(count);
  await expect(page.getByText(kit.w('adapt.changes_none'))).toBeVisible();
});

test('with every step and form open, nothing is broader than a narrow window', async ({ kit, page }) => {
  await begin(kit);
  await page.evaluate(() => document.querySelectorAll('main details').forEach((details) => details.setAttribute('open', '')));
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    const broad = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((element) => !element.closest('.scroll') && element.getBoundingClientRect().right > innerWidth + 0.5)
        .map((element) => `${element.tagName} ${element.className} ${element.getAttribute('data-edit') ?? element.id}`),
    );
    expect(broad).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
});
