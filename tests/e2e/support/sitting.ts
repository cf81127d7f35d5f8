/** The agency's sitting in which session 2027 is made of last session's criteria, step by step as the page has them: five years, one
 * condition more, one item split, one new, weights and dates, and the worked cases that follow. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { Kit } from './kit.ts';

export const SESSION = 'beijing-2027';
export const GOVERNANCE = 'leadership.governance';
export const RESPONSIBILITY = 'leadership.social-responsibility';
export const NO_LEAK = { zh: '近 3 年内无数据泄露事件', en: 'No data leak in the last 3 years' };
export const DATA = { zh: '数据治理', en: 'Data governance' };
export const PARTS = {
  zh: ['公共责任和道德', '公益支持'],
  en: ['Public responsibility and ethics', 'Support of the public good'],
};

export async function begin(kit: Kit) {
  await kit.page.goto('./#/criteria');
  await kit.page.getByRole('button', { name: kit.w('criteria.adapt_of', { name: kit.pack('pack.short') }), exact: true }).click();
  await expect(kit.page.getByRole('heading', { level: 1, name: kit.w('adapt.title') })).toBeVisible();
}

const box = (kit: Kit, key: string, values = {}) => kit.page.getByRole('textbox', { name: kit.w(key, values), exact: true });
export const button = (page: Page, edit: string): Locator => page.locator(`button[data-edit="${edit}"]`);

/** Opens a step of the sitting by its button. */
export async function step(kit: Kit, title: string) {
  const steps = kit.page.getByRole('navigation', { name: kit.w('adapt.steps') });
  await steps.getByRole('button', { name: kit.w(title) }).click();
}

/** Opens the form that a field stands in. */
export async function unfold(page: Page, id: string) {
  await page.locator(`details:not([open]):has(#${id}) > summary`).last().click();
}

export async function fill(page: Page, values: Record<string, string>) {
  for (const [id, value] of Object.entries(values)) await page.locator(`#${id}`).fill(value);
}

/** Id and edition of the new session. */
export async function names(kit: Kit) {
  await box(kit, 'adapt.id').fill(SESSION);
  await box(kit, 'adapt.edition').fill('2027');
}

/** Five years, one condition more, and the days between which applications are taken. */
export async function conditions(kit: Kit) {
  const { page } = kit;
  await step(kit, 'adapt.rules');
  const years = kit.pack('condition.three-years');
  await box(kit, 'adapt.years_of', { name: years }).fill('5');
  // The name follows the figure.
  await expect(box(kit, 'adapt.years_of', { name: years.replace('3', '5') })).toHaveValue('5');
  await unfold(page, 'new-conditions-zh');
  await fill(page, {
    'new-conditions-zh': NO_LEAK.zh,
    'new-conditions-en': NO_LEAK.en,
    'new-conditions-name': 'no-data-leak',
    'new-conditions-value': '3',
    'new-conditions-more-zh': '附主管部门证明',
    'new-conditions-more-en': 'Attach a certificate of the authority',
  });
  await page.locator('#new-conditions-kind').selectOption('free_of');
  await page.locator('#new-conditions-of').selectOption('2016');
  await button(page, 'add/conditions').click();
  await expect(page.getByRole('row').filter({ hasText: NO_LEAK[kit.language] }).first()).toBeVisible();
  const edition = kit.pack('edition.2016');
  await page.getByLabel(kit.w('adapt.opens_of', { name: edition }), { exact: true }).fill('2027-03-01');
  await page.getByLabel(kit.w('adapt.closes_of', { name: edition }), { exact: true }).fill('2027-04-30');
}

/** Ten points from one item to a new one, and one item split into two. */
export async function items(kit: Kit) {
  const { page } = kit;
  await box(kit, 'adapt.points_of', { name: kit.pack(`item.${GOVERNANCE}`) }).fill('20');
  await page.getByText(kit.w('adapt.new_item'), { exact: true }).click();
  await fill(page, {
    'new-name': 'Data governance',
    'new-number': '4.4.8',
    'new-points': '10',
    'new-zh': DATA.zh,
    'new-en': DATA.en,
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
    'part-0-zh': PARTS.zh[0],
    'part-0-en': PARTS.en[0],
    'part-1-number': '4.1.5',
    'part-1-points': '10',
    'part-1-zh': PARTS.zh[1],
    'part-1-en': PARTS.en[1],
  });
  await page.locator('#part-prompt-public-good').check();
  await button(page, `split/${RESPONSIBILITY}`).click();
  await expect(page.getByTestId('sum')).toHaveText(kit.w('adapt.sum', { points: 1000, total: 1000 }));
}

/** Two worked cases more, and those of last session that this one changes on purpose. */
export async function cases(kit: Kit) {
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

/** Nothing is left to mend, and all of it is kept. */
export async function isWhole(kit: Kit) {
  await expect(kit.page.getByText(kit.w('adapt.no_faults'))).toBeVisible();
  await expect(kit.page.getByRole('status').filter({ hasText: kit.w('adapt.saved') })).toBeVisible();
}
