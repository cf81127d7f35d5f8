/** The preview of a long document: its headings stand at once, the rest is drawn as it is looked at, and all of it before it is printed or
 * searched. */
import type { Page } from '@playwright/test';
import type { Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';

const waiting = (page: Page) => page.locator('.paper .waits').count();
/** How many pages a printed file has. */
const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length;
const text = (page: Page) => page.locator('.paper').evaluate((paper) => paper.textContent!.replace(/\s+/g, ''));

async function draft(kit: Kit) {
  await kit.sample();
  await kit.go('draft');
  await expect(kit.page.getByRole('article')).toBeVisible();
}

/** What stands there where nothing waits, because the script that would tell what comes near does not come. */
async function whole(kit: Kit) {
  const without = await kit.page.context().newPage();
  await without.route(/late-[^/]*\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await without.goto(kit.page.url());
  await expect(without.getByRole('article')).toBeVisible();
  expect(await waiting(without)).toBe(0);
  const all = { text: await text(without), pages: pages(await without.pdf({ preferCSSPageSize: true })) };
  await without.close();
  return all;
}

test('what is not looked at is not drawn, but for the headings, and comes when it is', async ({ kit, page }) => {
  await draft(kit);
  const last = page.locator('.paper :is(h3, h4, h5)').last();
  await expect(last).toBeAttached();
  expect(await waiting(page)).toBeGreaterThan(10);
  expect(await page.locator('*').count()).toBeLessThan(2_500);
  const place = page.locator('.paper .stretch').last();
  await expect(place).toHaveClass(/waits/);
  await last.scrollIntoViewIfNeeded();
  await expect(place).not.toHaveClass(/waits/);
  await expect(place).toContainText(/\S/);
  // What was passed over still waits.
  expect(await waiting(page)).toBeGreaterThan(10);
});

for (const [what, act] of [
  ['printed by the button', (kit: Kit) => kit.page.getByRole('button', { name: kit.w('draft.print'), exact: true }).click()],
  ['printed by the browser', ({ page }: Kit) => page.pdf({ preferCSSPageSize: true })],
  ['searched', ({ page }: Kit) => page.keyboard.press('Control+f')],
] as const) {
  test(`all of it stands there when it is ${what}, as if nothing had waited`, async ({ kit, page }) => {
    await page.addInitScript(() => {
      window.print = () => Object.assign(window, { printed: document.querySelectorAll('.waits').length });
    });
    await draft(kit);
    expect(await waiting(page)).toBeGreaterThan(10);
    const all = await whole(kit);
    const printed = await act(kit);
    await expect(page.locator('.paper .waits')).toHaveCount(0);
    expect(await text(page)).toBe(all.text);
    if (printed) expect(pages(printed)).toBe(all.pages);
    else if (what.includes('button')) expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(0);
  });
}

test('another language is drawn as it is looked at, too', async ({ kit, page }) => {
  await draft(kit);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.paper .waits')).toHaveCount(0);
  const other = kit.language === 'zh' ? 'en' : 'zh';
  await page.getByLabel(kit.w('draft.language'), { exact: true }).selectOption(other);
  await expect(page.getByRole('article')).toHaveAttribute('lang', other);
  await expect.poll(() => waiting(page)).toBeGreaterThan(10);
});
