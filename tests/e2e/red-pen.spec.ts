/** The red pen: marks beside the text of an item, all of them on a page of its own, a rule turned off with a reason and on again. */
import type { Locator } from '@playwright/test';
import { checkAxe } from './support/axe.ts';
import type { Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';

const ITEM = 'leadership.governance';
/** A sentence that praises without a figure, the word that is marked, and one that says what to do. */
const WRITTEN = {
  zh: { praise: '第一句没有问题。产品质量显著提升。', word: '显著', advice: '应尽快建立评价办法。' },
  en: { praise: 'The first sentence is fine. Quality rose significantly.', word: 'significantly', advice: 'The board should evaluate itself.' },
};
const CODE = 'praise_without_figure';

const marks = (kit: Kit): Locator => kit.page.getByRole('region', { name: kit.w('red.title'), exact: true });
const main = (kit: Kit): Locator => kit.page.getByRole('main');
const opportunities = (kit: Kit): Locator => kit.page.getByRole('textbox', { name: kit.w('item.opportunities'), exact: true });

async function written(kit: Kit) {
  const { praise, advice } = WRITTEN[kit.language];
  await kit.create();
  await kit.go(`item/${ITEM}`);
  await kit.answer('process', 'integration').fill(praise);
  await opportunities(kit).fill(advice);
  await kit.settled();
}

test('what is marked stands beside the text, moves nothing that is written, and leads to the place in it', async ({ kit, page }) => {
  const { praise, word } = WRITTEN[kit.language];
  await kit.create();
  await kit.go(`item/${ITEM}`);
  const field = kit.answer('process', 'integration');
  // On the page, whatever of it is in the window.
  const place = () =>
    field.evaluate((area) => {
      const { x, y, width, height } = area.getBoundingClientRect();
      return [x, y + scrollY, width, height];
    });
  const before = await place();
  await field.pressSequentially(praise);
  await expect(marks(kit)).toContainText(kit.w('red.count', { n: 1 }));
  expect(await place()).toEqual(before);
  await expect(field).toBeFocused();
  await marks(kit).getByText(kit.w('red.open'), { exact: true }).click();
  await checkAxe(page);
  await marks(kit).getByRole('button').first().click();
  await expect(field).toBeFocused();
  const chosen = await field.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
  expect(chosen).toBe(word);
  await field.fill(praise.slice(0, praise.search(/[。.]/) + 1));
  await expect(marks(kit)).toContainText(kit.w('red.none'));
  // Where nothing is written there is nothing to read.
  await field.fill('');
  await expect(marks(kit)).toHaveCount(0);
});

test('all marks stand on one page by item, each with why and a better example, and lead to their field', async ({ kit, page }) => {
  await written(kit);
  await kit.go('red-pen');
  await expect(main(kit)).toContainText(kit.w('red.count', { n: 2 }));
  const group = page.getByRole('region', { name: kit.itemName(ITEM), exact: true });
  await expect(group.getByRole('listitem')).toHaveCount(2);
  const why = group.getByRole('button', { expanded: false }).first();
  await why.click();
  await expect(group.getByText(kit.w('red.better'), { exact: true })).toBeVisible();
  await checkAxe(page);
  await group.getByRole('link').last().click();
  await kit.at(`item/${ITEM}`);
  await expect(opportunities(kit)).toBeFocused();
});

test('a mark in a sub-clause leads to that sub-clause', async ({ kit, page }) => {
  const { praise } = WRITTEN[kit.language];
  await kit.create();
  await kit.go('item/leadership.senior-leaders');
  await page.getByRole('group', { name: kit.w('item.scope'), exact: true }).getByRole('radio').nth(1).check({ force: true });
  await kit.answer('process', 'integration').fill(praise);
  await kit.settled();
  await kit.go('red-pen');
  await page.getByRole('region', { name: kit.itemName('leadership.senior-leaders'), exact: true }).getByRole('link').first().click();
  await expect(kit.answer('process', 'integration')).toBeFocused();
  await expect(kit.answer('process', 'integration')).toHaveValue(praise);
});

test('a rule is turned off with a reason that is kept, and on again', async ({ kit, page }) => {
  await written(kit);
  await kit.go('red-pen');
  const group = page.getByRole('region', { name: kit.itemName(ITEM), exact: true });
  await group.getByRole('listitem').filter({ hasText: WRITTEN[kit.language].word }).getByRole('button').first().click();
  const off = group.getByRole('button').filter({ hasText: kit.w('red.off') });
  await off.click();
  await expect(kit.notice()).toContainText(kit.w('red.reason_asked'));
  await expect(page.getByLabel(kit.w('red.reason'), { exact: true })).toBeFocused();
  await page.getByLabel(kit.w('red.reason'), { exact: true }).fill('引用原话');
  await off.click();
  await expect(main(kit)).toContainText(kit.w('red.count', { n: 1 }));
  const list = page.getByRole('region', { name: kit.w('red.off_title'), exact: true });
  await expect(list).toContainText(kit.w('red.off_told', { reason: '引用原话' }));
  await kit.settled();
  const kept = (await kit.kept()) as any;
  expect([kept.version, kept.rules_off]).toEqual(['1.4', { [CODE]: '引用原话' }]);
  await page.reload();
  await expect(list).toBeVisible();
  await checkAxe(page);
  await list.getByRole('button').click();
  await expect(list).toHaveCount(0);
  await expect(main(kit)).toContainText(kit.w('red.count', { n: 2 }));
  await kit.settled();
  expect(((await kit.kept()) as any).rules_off).toBeUndefined();
});

test('the list of what is missing tells how much is marked, and leads there', async ({ kit, page }) => {
  await written(kit);
  await kit.go('draft');
  await main(kit).getByRole('link', { name: kit.w('red.line', { n: 2 }), exact: true }).click();
  await kit.at('red-pen');
  await kit.sample();
  await kit.go('red-pen');
  // The slips that were planted in the sample for trying the checks are among them, with the way to the table.
  await expect(page.getByRole('link', { name: kit.w('red.table'), exact: true }).first()).toBeVisible();
});
