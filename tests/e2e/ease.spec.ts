/** What a page does for whoever works on it: where the focus goes, the way past what stands around it, notices, targets, arrows of the
 * ladder, files of other programs, the backup, and colours that the browser sets. */
import type { Locator, Page } from '@playwright/test';
import type { GivenFile, Kit } from './support/kit.ts';
import { expect, inTurn, test } from './support/test.ts';

const LEADERS = 'leadership.senior-leaders';
const GOVERNANCE = 'leadership.governance';

const has = (locator: Locator) => expect.poll(() => locator.evaluate((element) => element === document.activeElement)).toBe(true);
/** What has the focus: never the page as a whole. */
const nowhere = (page: Page) => page.evaluate(() => (document.activeElement ?? document.body) === document.body);
const file = (name: string, mimeType: string, text = 'PK\u0003\u0004'): GivenFile => ({ name, mimeType, buffer: Buffer.from(text) });

test('the first field of a page is three keys away', async ({ kit, page }) => {
  await kit.sample();
  for (const place of ['organisation', 'eligibility', `item/${LEADERS}`, 'indicators/results.products'] as const) {
    await kit.go(place);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.keyboard.press('Tab');
    await has(kit.button('rail.skip'));
    await expect(kit.button('rail.skip')).toBeInViewport();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const field = await page.evaluate(() => document.activeElement!.matches('main :is(input, textarea, select, [role=radio])'));
    expect(field, place).toBe(true);
  }
});

test('the focus goes to the page that comes, and back to what led to what is closed', async ({ kit, page }) => {
  await kit.sample();
  await kit.go(`item/${LEADERS}`);
  const next = page.getByRole('navigation', { name: kit.w('item.neighbours') }).getByRole('link').last();
  await next.focus();
  await page.keyboard.press('Enter');
  await kit.at(`item/${GOVERNANCE}`);
  await expect.poll(() => nowhere(page)).toBe(false);
  await page.goBack();
  await kit.at(`item/${LEADERS}`);
  await expect.poll(() => nowhere(page)).toBe(false);

  await kit.go('evidence');
  const entry = page.getByRole('main').getByRole('link', { name: 'E-09', exact: true });
  await entry.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/evidence\/E-09$/);
  await page.goBack();
  await expect.poll(() => nowhere(page)).toBe(false);
});

test('the focus goes to what stands next to what is deleted', async ({ kit, page }) => {
  for (const name of ['甲', '乙']) {
    await kit.create();
    await kit.profile('name').fill(name);
    await kit.settled();
  }
  await kit.home();
  await kit.button('erase.of', { name: '乙' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: '乙', exact: true })).toHaveCount(0);
  await has(page.getByRole('link', { name: '甲', exact: true }));

  // Evidence of an item: the next chip, or the field for another one.
  await kit.create();
  await kit.go(`item/${LEADERS}`);
  const add = page.locator('#evidence-new');
  for (const name of ['一', '二']) {
    await add.fill(name);
    await kit.button('item.evidence_add').click();
  }
  await kit.button('item.evidence_remove', { name: '一' }).focus();
  await page.keyboard.press('Enter');
  await has(kit.button('item.evidence_remove', { name: '二' }));
});

test('closing a notice leads back to the field', async ({ kit, page }) => {
  await kit.create();
  const staff = page.locator('#profile-staff');
  await staff.fill('abc');
  await staff.press('Enter');
  await kit.button('notice.close').focus();
  await page.keyboard.press('Enter');
  await has(staff);
});

test('arrows of a ladder start from the step that has the focus', async ({ kit, page }) => {
  await kit.create();
  await kit.go(`item/${LEADERS}`);
  for (const factor of ['approach', 'deployment', 'learning', 'integration']) await kit.band('process', factor).selectOption({ index: 4 });
  const reached = kit.ladder().locator('[role=radio][tabindex="0"]');
  const from = Number(await reached.getAttribute('data-percent'));
  expect(from).toBeGreaterThan(0);
  await reached.focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByTestId('percent')).toHaveText(`${from + 5}%`);
  await page.keyboard.press('Delete');
  await kit.step(30).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByTestId('percent')).toHaveText('25%');
});

test('notices stand in one place beside the page, leave by themselves, and errors stay', async ({ kit, page }) => {
  await kit.create();
  await kit.settled();
  const notice = page.locator('.notice');
  await kit.button('backup.short').first().click();
  await expect(notice).toBeVisible();
  const column = await page.getByRole('main').boundingBox();
  const box = await notice.boundingBox();
  expect(box!.x + box!.width).toBeLessThanOrEqual(column!.x);
  await expect(notice).toBeHidden({ timeout: 30_000 });

  const staff = page.locator('#profile-staff');
  await staff.fill('abc');
  await staff.press('Enter');
  await expect(notice).toBeVisible();
  await expect(notice).toHaveCSS('animation-name', 'none');
});

test('at 400 % a notice leaves room, and what is written in stands above it', async ({ kit, page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await kit.create();
  const staff = page.locator('#profile-staff');
  await staff.fill('abc');
  await staff.press('Enter');
  const notice = page.locator('.notice');
  await expect(notice).toBeVisible();
  const box = await page.locator('.notices').boundingBox();
  expect(box!.height).toBeLessThanOrEqual(0.31 * 256);
  await expect
    .poll(async () => {
      const [over, under] = [await page.locator('.notices').boundingBox(), await staff.boundingBox()];
      return under!.y + under!.height <= over!.y || under!.y >= over!.y + over!.height;
    })
    .toBe(true);
});

test('Escape closes the menu of a narrow window, and the language is in it', async ({ kit, page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await kit.create();
  const menu = kit.button('rail.menu');
  const journey = page.getByRole('navigation', { name: kit.w('rail.label') });
  await menu.click();
  await expect(journey).toBeVisible();
  await expect(journey.locator('button.lang')).toBeVisible();
  await journey.getByRole('link').nth(2).focus();
  await page.keyboard.press('Escape');
  await expect(journey).toBeHidden();
  await has(menu);
  await menu.click();
  await journey.locator('button.lang').click();
  await expect(page.locator('html')).toHaveAttribute('lang', kit.language === 'zh' ? 'en' : 'zh-CN');
});

test('what is chosen can be told where the browser sets the colours', async ({ kit, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await kit.sample();
  await kit.go(`item/${LEADERS}`);
  const ground = (locator: Locator) => locator.evaluate((element) => getComputedStyle(element).backgroundColor);
  const chosen = kit.ladder().locator('[role=radio][aria-checked=true]');
  const other = kit.ladder().locator('[role=radio][aria-checked=false]').first();
  expect(await ground(chosen)).not.toBe(await ground(other));
  await kit.go('organisation');
  const kind = page.locator('fieldset.choice').first();
  expect(await ground(kind.locator('input:checked + span'))).not.toBe(await ground(kind.locator('input:not(:checked) + span').first()));
});

const PLACES = ['overview', 'organisation', 'eligibility', `item/${LEADERS}`, 'indicators/results.products', 'evidence', 'result', 'improvement', 'draft', 'versions', 'departments', 'panel', 'road'] as const;
for (const [row, place] of PLACES.entries()) {
  test(`targets of ${place} are 24 px or have the room of it`, inTurn(row), async ({ kit, page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await kit.sample();
    await kit.go(place);
    // WCAG 2.2, 2.5.8: links inside of sentences, and what the browser draws, are excepted; so is what stands apart from all others.
    const small = await page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')];
      const shown = all.filter((node) => node.checkVisibility() && !node.closest('.hidden') && getComputedStyle(node).opacity !== '0');
      const boxes = shown.map((node) => ({ node, box: node.getBoundingClientRect() })).filter(({ box }) => box.width > 1);
      const inline = (node: HTMLElement) => getComputedStyle(node).display === 'inline' && (node.parentElement?.textContent?.trim().length ?? 0) > (node.textContent?.trim().length ?? 0);
      const near = (one: DOMRect, other: DOMRect) => {
        const [x, y] = [one.left + one.width / 2, one.top + one.height / 2];
        const dx = Math.max(other.left - x, 0, x - other.right);
        const dy = Math.max(other.top - y, 0, y - other.bottom);
        return Math.hypot(dx, dy) < 12;
      };
      const little = (box: DOMRect) => box.width < 24 || box.height < 24;
      return boxes
        .filter(({ node, box }) => little(box) && !inline(node) && boxes.some((other) => other.node !== node && !node.contains(other.node) && !other.node.contains(node) && near(box, other.box)))
        .map(({ node, box }) => `${node.tagName} ${node.id} ${node.textContent?.trim().slice(0, 30)}: ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`);
    });
    expect(small).toEqual([]);
  });
}

for (const [row, place] of PLACES.entries()) {
  test(`${place} takes the spacing of text its readers set`, inTurn(row + 1), async ({ kit, page }) => {
    // WCAG 2.2, 1.4.12, and 1.4.10 at 320 px.
    await page.setViewportSize({ width: 320, height: 640 });
    await kit.sample();
    await kit.go(place);
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await wide(), 'at 320 px').toBeLessThanOrEqual(0);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
      document.adoptedStyleSheets = [sheet];
    });
    expect(await wide(), 'with wider text').toBeLessThanOrEqual(0);
    const cut = await page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>('button, a.btn, .tag, h1, h2, label')].filter((node) => node.checkVisibility() && !node.closest('.hidden'));
      return all.filter((node) => node.scrollHeight > node.clientHeight + 2 && getComputedStyle(node).overflowY === 'hidden').map((node) => node.textContent);
    });
    expect(cut).toEqual([]);
  });
}

test('a table that is opened on the home page is read where it belongs, or that place is named', async ({ kit, page }) => {
  const table: GivenFile = file('figures.csv', 'text/csv', '指标,2014,2015\n人均培训学时,40,44\n');
  await kit.home();
  await kit.open(table);
  await expect(kit.notice()).toContainText(kit.w('tables.home', { name: table.name }));
  await kit.sample();
  await kit.settled();
  await kit.home();
  await kit.drop(table);
  await expect(page).toHaveURL(/\/indicators\//);
  await expect(kit.notice()).toContainText(kit.w('tables.taken', { name: table.name }));
  await expect(page.locator('#import')).toHaveAttribute('open', '');
  await kit.create();
  await kit.home();
  await kit.drop(file('figures.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'));
  await expect(kit.notice()).toContainText(kit.w('tables.home', { name: 'figures.xlsx' }));
  await kit.drop(file('report.pdf', 'application/pdf', '%PDF-1.7'));
  await expect(kit.notice()).toContainText(kit.w('arrivals.unusable', { name: 'report.pdf' }));
});

test('the backup of every page holds the evidence files where there are any', async ({ kit, page }) => {
  await kit.create();
  await kit.settled();
  const top = page.getByRole('banner').getByRole('button', { name: kit.w('backup.short'), exact: true });
  expect((await kit.download(() => top.click())).suggestedFilename()).toMatch(/\.json$/);
  await kit.go('evidence');
  await kit.button('register.add').click();
  const chooser = page.waitForEvent('filechooser');
  await kit.button('register.attach').click();
  await (await chooser).setFiles(file('手册.pdf', 'application/pdf', '%PDF-1.7'));
  await expect(kit.notice()).toContainText('手册.pdf');
  await kit.settled();
  await kit.go('result');
  expect((await kit.download(() => top.click())).suggestedFilename()).toMatch(/\.zip$/);
  await kit.home();
  const name = kit.w('unnamed_organisation');
  expect((await kit.download(() => kit.button('backup.of', { name }).click())).suggestedFilename()).toMatch(/\.zip$/);
});

test('an application date outside the window is no simple yes, and a day is proposed where there is none', async ({ kit, page }) => {
  await kit.sample();
  await kit.go('eligibility');
  const application = page.getByLabel(kit.w('eligibility.date'), { exact: true });
  await application.fill('2026-12-02');
  await expect(page.getByRole('heading', { level: 2, name: kit.w('verdict.outside_window') })).toBeVisible();
  await application.fill('');
  await application.blur();
  const proposed = page.getByRole('button', { name: new RegExp(kit.w('eligibility.propose_closing', { date: '' })) });
  await proposed.click();
  await expect(application).toHaveValue('2016-12-02');
  await has(application);
  await expect(page.getByRole('heading', { level: 2, name: kit.w('verdict.all_met') })).toBeVisible();
});

test('what one item lacks stands together, and rating it never raises the count', async ({ kit, page }) => {
  await kit.create();
  const count = async (kit: Kit) => {
    await kit.go('draft');
    return Number((await page.locator('#missing').innerText()).match(/\d+/)![0]);
  };
  const before = await count(kit);
  await kit.go('item/results.products');
  await kit.step(80).click();
  await kit.settled();
  expect(await count(kit)).toBe(before);
});
