/** The first visit: how much is asked for before anything can be read. */
import { expect, test } from './support/test.ts';

const MOST = 8;

test('the first heading takes at most eight requests', async ({ kit, page }) => {
  await page.addInitScript(() => {
    const look = new MutationObserver(() => {
      // What the page says where its program does not come stands there hidden.
      if (![...document.querySelectorAll('main h1')].some((heading) => !heading.closest('[hidden]'))) return;
      look.disconnect();
      // The page itself is one.
      const asked = performance.getEntriesByType('resource').map(({ name }) => name);
      Object.assign(window, { asked: [location.href, ...asked] });
    });
    look.observe(document, { childList: true, subtree: true });
  });
  await page.goto('./');
  await page.getByRole('heading', { level: 1, name: kit.w('home.title') }).waitFor();
  const asked = await page.evaluate(() => (window as unknown as { asked: string[] }).asked);
  expect(asked.length, asked.join('\n')).toBeGreaterThan(1);
  expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(MOST);
});

test('the page says what it is before its program is there, and in the language it will be in', async ({ kit, page }) => {
  // It never comes.
  await page.route(/\.wasm$/, () => {});
  await page.goto('./');
  await expect(page.getByText(kit.w('kit.name'), { exact: true })).toBeVisible();
  expect(await page.locator('.org b').count()).toBe(2);
  await expect(page.locator('.org b:visible')).toHaveCount(1);
});
