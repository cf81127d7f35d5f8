/** The finder: Ctrl K over any page of an assessment finds items, prompts, texts, figures, evidence, what is missing, terms, pages and
 * actions, and leads there by keys alone. */
import { checkAxe } from './support/axe.ts';
import type { Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';
import { item, sample } from './support/words.ts';

const LEADERS = 'leadership.senior-leaders';

const field = (kit: Kit) => kit.page.getByRole('combobox', { name: kit.w('finder.title'), exact: true });
const options = (kit: Kit) => kit.page.getByRole('listbox', { name: kit.w('finder.list'), exact: true }).getByRole('option');
const chosen = (kit: Kit) => kit.page.getByRole('listbox', { name: kit.w('finder.list'), exact: true }).getByRole('option', { selected: true });

/** All texts in a part of a file, however deep. */
const texts = (part: unknown): string[] => (typeof part === 'string' ? [part] : Object.values(part ?? {}).flatMap(texts));

async function opened(kit: Kit) {
  await kit.page.keyboard.press('Control+k');
  await expect(field(kit)).toBeFocused();
}

test('an item is found by its name, its number and the first letters of the pinyin, and keys lead there', async ({ kit, page }) => {
  await kit.sample();
  const { number } = item(LEADERS);
  for (const query of [kit.itemName(LEADERS).replace(`${number} `, ''), number, ...(kit.language === 'zh' ? ['gcld'] : ['senior lead'])]) {
    await opened(kit);
    await field(kit).fill(query);
    await expect(chosen(kit)).toContainText(kit.itemName(LEADERS).replace(`${number} `, ''));
    await page.keyboard.press('Enter');
    await expect(field(kit)).toHaveCount(0);
    await kit.at(`item/${LEADERS}`);
    await kit.go('overview');
  }
});

test('before anything is typed there are pages and actions; the arrows go round, and Escape leads back', async ({ kit, page }) => {
  await kit.sample();
  await page.getByRole('button', { name: kit.w('finder.hint'), exact: true }).click();
  await expect(field(kit)).toBeFocused();
  await expect(options(kit)).toHaveCount(12);
  await expect(options(kit).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(options(kit).last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(options(kit).nth(1)).toHaveAttribute('aria-selected', 'true');
  expect(await field(kit).getAttribute('aria-activedescendant')).toBe(await options(kit).nth(1).getAttribute('id'));
  await checkAxe(page, { where: 'finder' });
  await page.keyboard.press('Escape');
  await expect(field(kit)).toHaveCount(0);
  await expect(page.getByRole('button', { name: kit.w('finder.hint'), exact: true })).toBeFocused();
});

test('what stands in a text is shown where it stands, and its field is gone to', async ({ kit, page }) => {
  await kit.sample();
  const [text] = texts(sample(kit.language).items[LEADERS].answers).filter((text) => text.length > 40);
  const words = text.slice(0, 60).trim();
  await opened(kit);
  await field(kit).fill(words);
  await expect(chosen(kit).locator('mark')).toBeVisible();
  await page.keyboard.press('Enter');
  await kit.at(`item/${LEADERS}`);
  await expect(page.locator('textarea:focus')).toHaveValue(new RegExp(words.slice(0, 6).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
});

test('terms, pages, figures and actions are found; what is nowhere is told', async ({ kit, page }) => {
  await kit.sample();
  await opened(kit);
  await field(kit).fill(kit.language === 'zh' ? 'public notice' : '社会公示');
  await expect(options(kit).filter({ hasText: kit.w('finder.term') }).first()).toBeVisible();
  await field(kit).fill(kit.w('draft.title'));
  await expect(chosen(kit)).toContainText(kit.w('finder.page'));
  await page.keyboard.press('Enter');
  await kit.at('draft');
  await opened(kit);
  await field(kit).fill('qxqxqx');
  await expect(page.getByText(kit.w('finder.none'), { exact: true })).toBeVisible();
  await expect(options(kit)).toHaveCount(0);
  await field(kit).fill(kit.w('finder.language'));
  const other = kit.language === 'zh' ? 'en' : 'zh-CN';
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', other);
});

test('a narrow window finds, too', async ({ kit, page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await kit.sample();
  await page.getByRole('button', { name: kit.w('finder.hint'), exact: true }).click();
  await field(kit).fill(item(LEADERS).number);
  await expect(chosen(kit)).toBeInViewport();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide).toBe(false);
});

test('the question mark shows the keys of the page, can be turned off, and is a character in a field', async ({ kit, page }) => {
  const keys = page.getByRole('dialog', { name: kit.w('keys.title'), exact: true });
  const rows = (key: string) => kit.w(key).split('\n').map((row) => row.split('|')[1]);
  await kit.sample();
  const button = page.getByRole('button', { name: kit.w('top.undo'), exact: true });
  await kit.go(`item/${LEADERS}`);
  await kit.step(50).focus();
  await page.keyboard.press('?');
  await expect(keys).toBeVisible();
  for (const row of [...rows('keys.common'), ...rows('keys.ladder')]) await expect(keys.getByText(row, { exact: true })).toBeVisible();
  await checkAxe(page, { where: 'keys' });
  await page.keyboard.press('Escape');
  await expect(keys).toHaveCount(0);
  await expect(kit.step(50)).toBeFocused();
  await expect(button).toBeDisabled();

  // In a field it is what one types.
  const field_ = page.getByRole('textbox', { name: kit.w('item.remark'), exact: true });
  await field_.focus();
  await page.keyboard.type('?');
  await expect(field_).toHaveValue(/\?/);
  await expect(keys).toHaveCount(0);
  await kit.settled();

  // Turned off, it is still found by its name.
  await kit.go('overview');
  await page.keyboard.press('?');
  await expect(keys).toBeVisible();
  await expect(keys.getByText(rows('keys.ladder')[0]!, { exact: true })).toHaveCount(0);
  await keys.getByRole('checkbox', { name: kit.w('keys.mark'), exact: true }).uncheck();
  await keys.getByRole('button', { name: kit.w('keys.close'), exact: true }).click();
  await expect(keys).toHaveCount(0);
  await page.keyboard.press('?');
  await opened(kit);
  await expect(keys).toHaveCount(0);
  await field(kit).fill(kit.w('keys.title'));
  await expect(chosen(kit)).toContainText(kit.w('keys.title'));
  await page.keyboard.press('Enter');
  await expect(keys).toBeVisible();
  await expect(field(kit)).toHaveCount(0);
});
