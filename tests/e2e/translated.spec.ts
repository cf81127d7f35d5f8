/** Pages that a translator works on: it puts elements in the place of texts, as Chrome and Edge do, and no number goes stale,
 * nothing is doubled, and nothing breaks. The page asks not to be translated; what is played here does it all the same. */
import type { Page } from '@playwright/test';
import { expect, test, WITH_WORKERS } from './support/test.ts';
import type { Kit } from './support/kit.ts';

test.use(WITH_WORKERS);

const ITEM = 'leadership.governance';

/** How a text is replaced. */
const WAYS = ['replaceChild', 'insertBefore and removeChild', 'the text inside the new element'] as const;

/** Once what makes it good is there: translators begin when the page has been there for a while. */
const translate = async (page: Page, way: (typeof WAYS)[number]) => {
  await page.waitForFunction(() => 'offline' in document.documentElement.dataset);
  return page.evaluate((way) => {
    const walker = document.createTreeWalker(document.getElementById('kit')!, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) if (walker.currentNode.textContent!.trim() !== '') texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const parent = text.parentNode!;
      if (parent.nodeName === 'FONT' || parent.nodeName === 'TEXTAREA') continue;
      const outer = document.createElement('font');
      const inner = outer.appendChild(document.createElement('font'));
      if (way === 'the text inside the new element') {
        parent.insertBefore(outer, text);
        inner.appendChild(text);
        continue;
      }
      inner.textContent = text.textContent;
      if (way === 'replaceChild') parent.replaceChild(outer, text);
      else {
        parent.insertBefore(outer, text);
        parent.removeChild(text);
      }
    }
    return texts.length;
  }, way);
};

/** The total on the page, whoever wrote it. */
const total = async (kit: Kit) => Number((await kit.total().textContent())!.replace(/[^\d.]/g, ''));
const keptTotal = async (kit: Kit) => Number((await kit.kept()).items[ITEM].percent);

for (const way of WAYS) {
  test(`a rating counts and is shown on a translated page: ${way}`, async ({ kit, page }) => {
    await kit.sample();
    await kit.go(`item/${ITEM}`);
    await kit.settled();
    const before = await total(kit);
    const percent = await keptTotal(kit);
    expect(await translate(page, way)).toBeGreaterThan(20);
    for (const [at, next] of [percent === 65 ? 70 : 65, 40, 85].entries()) {
      await page.locator(`[data-percent="${next}"]`).first().click();
      await expect.poll(() => total(kit), `rating ${at + 1}`).not.toBe(before);
      await expect.poll(() => keptTotal(kit)).toBe(next);
      const fresh = await total(kit);
      await page.reload();
      await expect(kit.total()).toHaveText(String(fresh));
      await translate(page, way);
    }
    // Undo, another page and back, with all that is drawn anew.
    await page.locator('[data-percent="50"]').first().click();
    await kit.settled();
    const rated = await total(kit);
    await translate(page, way);
    await kit.button('top.undo').click();
    await expect.poll(() => total(kit)).not.toBe(rated);
    await translate(page, way);
    await page.goto(`./#/${kit.id()}/result`);
    await expect(page.getByRole('heading', { level: 1, name: kit.title('result') })).toBeVisible();
    await translate(page, way);
    await page.goto(`./#/${kit.id()}/item/${ITEM}`);
    await expect(page.getByRole('heading', { level: 1, name: kit.title(`item/${ITEM}`) })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  });
}

test('the page asks translators to leave it alone, because it is there in both languages', async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('html')).toHaveAttribute('translate', 'no');
});
