/** The whole way with the keyboard alone, on wide and narrow screens, with a focus that can be seen. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { textOf } from './support/docx.ts';
import type { Kit } from './support/kit.ts';
import { expect, test, WITH_WORKERS } from './support/test.ts';
import { pack } from './support/words.ts';

test.use(WITH_WORKERS);

const LEADERS = 'leadership.senior-leaders';
const category = pack.categories[0];

interface Focus {
  what: string;
  /** An outline is drawn around it, or around the text that stands for it. */
  outlined: boolean;
  /** It can be seen where it is: in the window, and nothing lies over it. */
  uncovered: boolean;
  /** Where it is, and what lies there. */
  there: string;
}

function focus(page: Page): Promise<Focus | null> {
  return page.evaluate(() => {
    const active = document.activeElement as HTMLElement | null;
    if (!active || active === document.body) return null;
    const outlined = [active, active.nextElementSibling].some((element) => {
      if (!element) return false;
      // The parts of a date field are the browser's, and it marks them itself.
      if (element.matches('input[type=date]')) return true;
      const style = getComputedStyle(element);
      return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && style.opacity !== '0';
    });
    const box = active.getBoundingClientRect();
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    const points = [0.02, 0.5, 0.98].flatMap((x) => [0.02, 0.5, 0.98].map((y) => [left + (right - left) * x, top + (bottom - top) * y]));
    const uncovered = points.some(([x, y]) => {
      const found = document.elementFromPoint(x, y);
      return found !== null && (active.contains(found) || found.contains(active) || found.parentElement === active.parentElement);
    });
    const name = active.getAttribute('aria-label') ?? active.textContent?.trim() ?? '';
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const there = `${active.parentElement?.className} at ${[left, top, right, bottom].map(Math.round)} under ${over?.tagName}.${over?.className}`;
    return { what: `${active.tagName.toLowerCase()}#${active.id} ${name.slice(0, 40)}`, outlined, uncovered, there };
  });
}

const has = (locator: Locator) => locator.evaluate((element) => element === document.activeElement);

/** Presses Tab until the element has the focus; every stop on the way can be seen. */
async function tabTo(page: Page, target: Locator, key = 'Tab') {
  await expect(target).toBeAttached();
  for (let presses = 0; presses < 250; presses += 1) {
    if (await has(target)) return;
    await page.keyboard.press(key);
    const stop = await focus(page);
    if (stop) expect.soft(stop, 'every stop of the Tab key can be seen').toMatchObject({ what: stop.what, outlined: true, uncovered: true });
  }
  throw new Error(`${target} is not reached by the ${key} key`);
}

async function press(page: Page, target: Locator) {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** A line of the journey; what stands at its end is left out of the name. */
const line = (kit: Kit, name: string) =>
  kit.page
    .getByRole('navigation', { name: kit.w('rail.label') })
    .getByRole('link')
    .filter({ has: kit.page.getByText(name, { exact: true }) });

test('from a blank assessment to the Word draft without a mouse', async ({ kit, page }) => {
  test.slow();
  await page.setViewportSize({ width: 1440, height: 900 });
  await kit.home();
  await press(page, kit.button('home.new'));
  await kit.at('organisation');
  await tabTo(page, kit.profile('name'));
  await page.keyboard.type('Keyboard Ltd');

  // A group of radio buttons is one stop; arrows choose.
  const kinds = page.getByRole('group', { name: kit.w('profile.kind') }).getByRole('radio');
  await tabTo(page, kinds.first());
  await page.keyboard.press('Space');
  await expect(kinds.first()).toBeChecked();
  await page.keyboard.press('ArrowRight');
  await expect(kinds.nth(1)).toBeChecked();
  await expect(kinds.nth(1)).toBeFocused();

  await press(page, line(kit, kit.w('eligibility.title')));
  await kit.at('eligibility');
  const place = page.getByRole('combobox', { name: kit.w('profile.registration_place') });
  await tabTo(page, place);
  await page.keyboard.press('ArrowDown');
  await expect(place).not.toHaveValue('');
  const positioning = page.getByRole('group', { name: kit.pack('condition.capital-positioning') }).getByRole('radio');
  // The answer “open” is the one chosen, so it is the one the Tab key reaches.
  await tabTo(page, positioning.last());
  await page.keyboard.press('ArrowLeft');
  await expect(positioning.nth(1)).toBeChecked();
  await expect(page.getByTestId('outcome-capital-positioning')).toHaveText(kit.w('outcome.not_met'));
  await expect(page.getByTestId('verdict')).toHaveText(kit.w('outcome.not_eligible'));

  await press(page, line(kit, `${category.number} ${kit.pack(`category.${category.id}`)}`));
  await kit.at(`item/${LEADERS}`);
  await tabTo(page, kit.answer('process', 'approach'));
  await page.keyboard.type('Written without a mouse');
  await tabTo(page, kit.band('process', 'approach'));
  await page.keyboard.press('ArrowDown');
  await expect(kit.band('process', 'approach')).not.toHaveValue('');
  await tabTo(page, page.getByRole('combobox', { name: kit.w('item.evidence'), exact: true }));
  await page.keyboard.type('E-01');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'E-01' })).toBeVisible();
  await tabTo(page, kit.ladder().locator('[tabindex="0"]'));
  await page.keyboard.press('End');
  await expect(kit.total()).toHaveText('50');

  // The next item, by the button below; it begins at the top.
  await tabTo(page, page.getByRole('navigation', { name: kit.w('item.neighbours') }).getByRole('link').last(), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await kit.at('item/leadership.governance');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);

  await press(page, line(kit, kit.w('result.title')));
  await kit.at('result');
  await press(page, page.getByText(kit.w('result.every_open')));
  await expect(page.getByRole('row', { name: kit.itemName(LEADERS) }).last()).toBeVisible();
  await press(page, line(kit, kit.w('draft.title')));
  await kit.at('draft');
  await tabTo(page, kit.button('draft.word'));
  const download = await kit.download(() => page.keyboard.press('Enter'));
  expect(textOf(await readFile(await download.path()))).toContain('Written without a mouse');
  await press(page, kit.button('notice.close'));
  await expect(kit.notice()).toBeEmpty();

  await press(page, page.getByRole('banner').getByRole('link', { name: kit.w('nav.home') }));
  await kit.home();
  await press(page, page.getByRole('link', { name: 'Keyboard Ltd', exact: true }));
  await kit.at('overview');
  await press(page, line(kit, kit.w('organisation.title')));
  await kit.at('organisation');
  await expect(kit.profile('name')).toHaveValue('Keyboard Ltd');
});

test('on a narrow screen the menu opens, leads on and closes, and the foot leads to the rating', async ({ kit, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await kit.create();
  const menu = page.getByRole('button', { name: kit.w('rail.menu') });
  const eligibility = line(kit, kit.w('eligibility.title'));
  await expect(menu).toHaveAttribute('aria-expanded', 'false');
  await expect(eligibility).toBeHidden();
  await press(page, menu);
  await expect(menu).toHaveAttribute('aria-expanded', 'true');
  await press(page, eligibility);
  await kit.at('eligibility');
  await expect(menu).toHaveAttribute('aria-expanded', 'false');
  await expect(eligibility).toBeHidden();
  await press(page, menu);
  await press(page, line(kit, `${category.number} ${kit.pack(`category.${category.id}`)}`));
  await kit.at(`item/${LEADERS}`);

  const foot = page.getByRole('navigation', { name: kit.w('foot.label') });
  await press(page, foot.getByRole('button'));
  await expect(kit.ladder()).toBeInViewport();
  await page.keyboard.press('Tab');
  await expect(kit.ladder().locator('[tabindex="0"]')).toBeFocused();
  await page.keyboard.press('Home');
  for (let presses = 0; presses < 8; presses += 1) await page.keyboard.press('ArrowUp');
  await expect(page.getByTestId('percent')).toHaveText('40%');
  await expect(foot).toContainText('40%');
  await press(page, foot.getByRole('link').last());
  await kit.at('item/leadership.governance');
});

for (const width of [390, 1440]) {
  test(`every stop of the Tab key can be seen at ${width} px`, async ({ kit, page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 844 });
    await kit.sample();
    for (const place of [`item/${LEADERS}`, 'eligibility', 'draft'] as const) {
      await kit.go(place);
      // Nobody is as fast as this: what the browser fetches when it is idle has come, and is drawn.
      await page.waitForLoadState('networkidle');
      await page.evaluate(async () => {
        for (let before = 0, same = 0; same < 5; ) {
          const { scrollHeight } = document.documentElement;
          same = scrollHeight === before ? same + 1 : 0;
          before = scrollHeight;
          await new Promise((idle) => requestIdleCallback(idle));
        }
      });
      const unseen: string[] = [];
      let first: string | undefined;
      for (let presses = 0; presses < 250; presses += 1) {
        await page.keyboard.press('Tab');
        const stop = await focus(page);
        if (!stop) break;
        if (!stop.outlined) unseen.push(`no outline: ${stop.what}`);
        if (!stop.uncovered) unseen.push(`covered: ${stop.what}, ${stop.there}`);
        if (stop.what === first) break;
        first ??= stop.what;
      }
      expect.soft(unseen, `${place}, ${width} px`).toEqual([]);
      expect(first, `${place}: the Tab key stops somewhere`).toBeDefined();
    }
  });
}
