/** Every page, at the widths people use, in every appearance: accessible, within its width, named, in its language. */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { checkAxe } from './support/axe.ts';
import { path, type Kit, type Place } from './support/kit.ts';
import { expect, inTurn, test, WITH_WORKERS } from './support/test.ts';
import { root } from './support/words.ts';

test.use(WITH_WORKERS);

const WIDTHS = [390, 1024, 1440];
const APPEARANCES = ['light', 'dark', 'contrast'] as const;

interface Screen {
  name: string;
  /** What follows the `#`. */
  address: (id: string) => string;
  heading: (kit: Kit) => string;
  /** What the window's title says before the kit's name. */
  title: (kit: Kit) => string;
}

const place = (name: string, place: Place): Screen => ({
  name,
  address: (id) => `/${id}${path(place)}`,
  heading: (kit) => kit.title(place),
  title: (kit) => `${kit.title(place)} · ${kit.sampleName()} · `,
});

const INSIDE: Screen[] = [
  place('overview', 'overview'),
  place('organisation', 'organisation'),
  place('eligibility', 'eligibility'),
  place('process-item', 'item/leadership.senior-leaders'),
  place('results-item', 'item/results.products'),
  ...['leadership.senior-leaders', 'results.products'].map((item): Screen => ({
    name: `interview-${item.split('.')[0]}`,
    address: (id) => `/${id}/item/${item}/interview`,
    heading: (kit) => kit.w('interview.of', { item: kit.itemName(item) }),
    title: (kit) => `${kit.w('interview.title')} · ${kit.sampleName()} · `,
  })),
  place('indicators', 'indicators/results.products'),
  place('figures', 'figures'),
  place('evidence', 'evidence'),
  {
    ...place('evidence-entry', 'evidence'),
    address: (id) => `/${id}/evidence/E-09`,
    title: (kit) => `${kit.w('register.details', { number: 'E-09' })} · ${kit.sampleName()} · `,
  },
  { name: 'report', address: (id) => `/${id}/report`, heading: (kit) => kit.w('start.title'), title: (kit) => `${kit.w('start.title')} · ${kit.sampleName()} · ` },
  place('departments', 'departments'),
  place('result', 'result'),
  place('improvement', 'improvement'),
  place('road', 'road'),
  place('next-points', 'next'),
  place('comparison', 'compare'),
  place('other-criteria', 'under'),
  place('panel', 'panel'),
  place('versions', 'versions'),
  place('red-pen', 'red-pen'),
  place('draft', 'draft'),
];

const OUTSIDE: Screen[] = [
  { name: 'home', address: () => '/', heading: (kit) => kit.w('home.title'), title: () => '' },
  { name: 'settings', address: () => '/settings', heading: (kit) => kit.w('settings.title'), title: (kit) => `${kit.w('settings.title')} · ` },
  { name: 'criteria', address: () => '/criteria', heading: (kit) => kit.w('criteria.title'), title: (kit) => `${kit.w('criteria.title')} · ` },
  { name: 'desk', address: () => '/desk', heading: (kit) => kit.w('desk.title'), title: (kit) => `${kit.w('desk.title')} · ` },
  {
    name: 'pack',
    address: () => '/criteria/beijing-2016@2016',
    heading: (kit) => kit.pack('pack.name'),
    title: (kit) => `${kit.pack('pack.short')} · `,
  },
  {
    name: 'scoring-copies',
    address: () => '/scoring',
    heading: (kit) => kit.w('scoring.list_title'),
    title: (kit) => `${kit.w('scoring.list_title')} · `,
  },
  {
    name: 'training',
    address: () => '/training',
    heading: (kit) => kit.w('training.title'),
    title: (kit) => `${kit.w('training.title')} · `,
  },
  { name: 'not-found', address: () => '/nowhere/at/all', heading: (kit) => kit.w('page_not_found'), title: () => '' },
  { name: 'missing', address: () => '/0/result', heading: (kit) => kit.w('open.missing'), title: (kit) => `${kit.w('result.title')} · ` },
];

async function show(kit: Kit, screen: Screen, id: string) {
  await kit.page.goto(`./#${screen.address(id)}`);
  await expect(kit.page.getByRole('heading', { level: 1 })).toHaveText(screen.heading(kit));
  // What is folded away is looked at as well, and what arrives a moment later, too.
  await expect(kit.page.getByText(kit.w('criteria.waiting'))).toHaveCount(0);
  await expect(async () => {
    await kit.page.locator('details:not([open]) > summary').evaluateAll((folds) => folds.forEach((fold) => (fold as HTMLElement).click()));
    expect(await kit.page.locator('details:not([open])').count()).toBe(0);
  }).toPass({ timeout: 20_000 });
}

async function checkFrame(kit: Kit, screen: Screen, where: string) {
  const { page } = kit;
  await expect(page.locator('h1'), where).toHaveCount(1);
  await expect(page.locator('html'), where).toHaveAttribute('lang', kit.language === 'zh' ? 'zh-CN' : 'en');
  await expect(page, where).toHaveTitle(screen.title(kit) + kit.w('kit.name'));
  await checkWidth(page, where);
}

async function checkWidth(page: Page, where: string) {
  const wide = await page.evaluate(() => ({ content: document.documentElement.scrollWidth, window: window.innerWidth }));
  expect.soft(wide.content, `${where}: the page is not wider than the window`).toBeLessThanOrEqual(wide.window);
}

// The middle width has the layout of one of the others, so its colours are looked at there.
const looks = WIDTHS.flatMap((width) => APPEARANCES.map((appearance) => ({ width, appearance }))).filter(({ width, appearance }) => width !== 1024 || appearance === 'light');

// Colours are the same in both languages: an appearance is looked at in one of them at one width and in the other at the other.
for (const [row, { width, appearance }] of looks.entries()) {
  test(`every page is in order at ${width} px, ${appearance}`, appearance === 'light' ? {} : inTurn(width === 390 ? row : row + 1), async ({ kit, page }) => {
    test.slow();
    await page.addInitScript((name) => localStorage.setItem('award-kit.appearance', JSON.stringify(name)), appearance);
    await page.setViewportSize({ width, height: 900 });
    await kit.home();
    await checkFrame(kit, OUTSIDE[0], 'home, empty');
    const colours = appearance !== 'light';
    await checkAxe(page, { where: `home, empty, ${width} px, ${appearance}`, colours });
    await kit.sample();
    const id = kit.id();
    await kit.settled();
    for (const screen of [...INSIDE, ...OUTSIDE]) {
      const where = `${screen.name}, ${width} px, ${appearance}`;
      await show(kit, screen, id);
      await checkFrame(kit, screen, where);
      await checkAxe(page, { where, colours });
    }
  });
}

// For a page that was built with AWARD_KIT_PSEUDO alone (see docs/guides/language.md): what is plain English there is no text of src/language/.
if (process.env.AWARD_KIT_PSEUDO) {
  test('every word that is neither of the criteria nor of an assessment can be translated @en', async ({ kit, page }) => {
    test.slow();
    const data = ['criteria', 'assets/samples', 'assets/training'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)));
    const known = data.filter((file) => file.endsWith('.json')).map((file) => readFileSync(file, 'utf8')).join();
    await page.setViewportSize({ width: 390, height: 900 });
    await kit.sample();
    const id = kit.id();
    for (const screen of [...INSIDE, ...OUTSIDE]) {
      await show(kit, screen, id);
      const texts = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        while (walker.nextNode()) if (!walker.currentNode.parentElement!.closest('script, style, [lang=zh], dialog:not([open])')) found.push(walker.currentNode.textContent!.trim());
        return found;
      });
      const plain = texts.filter((text) => /[a-z]{4,}/i.test(text) && !/[àçéîñöšûýÀÇÉÎÑÖŠÛÝẋ]/.test(text) && !known.includes(JSON.stringify(text).slice(1, -1)));
      expect.soft([...new Set(plain)], screen.name).toEqual([]);
    }
  });
}

test('no page is wider than the narrowest window', async ({ kit, page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await kit.sample();
  const id = kit.id();
  for (const screen of [...INSIDE, ...OUTSIDE]) {
    await show(kit, screen, id);
    await checkWidth(page, `${screen.name}, 360 px`);
  }
});

test('the appearance of the device is followed, and the chosen one outlives a reload', async ({ kit, page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await kit.settings();
  const light = await background();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await page.getByRole('radio', { name: kit.w('appearance.light'), exact: true }).check();
  await expect.poll(background).toBe(light);
  await page.reload();
  await expect(page.getByRole('radio', { name: kit.w('appearance.light'), exact: true })).toBeChecked();
  expect(await background()).toBe(light);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('radio', { name: kit.w('appearance.dark'), exact: true }).check();
  await expect.poll(background).toBe(dark);
});

test('the language is switched in place, everywhere, and kept', async ({ kit, page }) => {
  await kit.sample();
  await kit.go('item/results.products');
  const other = kit.language === 'zh' ? 'en' : 'zh';
  const total = await kit.total().textContent();
  await page.getByRole('button', { name: other === 'zh' ? '中文' : 'English', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', other === 'zh' ? 'zh-CN' : 'en');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(kit.title('item/results.products'));
  await expect(kit.total()).toHaveText(total!);
  await page.reload();
  await expect(page.getByRole('button', { name: kit.w('language.name'), exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', other === 'zh' ? 'zh-CN' : 'en');
});

test.describe('below a path', () => {
  test.use({ baseURL: async ({}, use, info) => use(info.config.metadata.below) });

  test('the same files work below any path, the document module too', async ({ kit, page }) => {
    await kit.sample();
    await kit.go('item/leadership.senior-leaders');
    await kit.step(95).click();
    const total = await kit.total().textContent();
    await kit.settled();
    await page.reload();
    await expect(kit.total()).toHaveText(total!);
    await kit.go('draft');
    const download = await kit.download(() => kit.button('draft.word').click());
    expect(download.suggestedFilename()).toMatch(/\.docx$/);
  });
});

/** `SHOTS=1` leaves a picture of every page in test-results/shots, to be looked at. */
for (const width of process.env.SHOTS ? WIDTHS : []) {
  test(`pictures at ${width} px`, async ({ kit, page }, info) => {
    test.slow();
    const folder = join(info.project.outputDir, 'shots');
    await mkdir(folder, { recursive: true });
    const shoot = (name: string) => page.screenshot({ path: join(folder, `${name}-${info.project.name}-${width}.png`), fullPage: true });
    await page.setViewportSize({ width, height: 900 });
    await kit.home();
    await shoot('home-empty');
    await kit.sample();
    const id = kit.id();
    await kit.settled();
    for (const screen of [...INSIDE, ...OUTSIDE]) {
      await page.goto(`./#${screen.address(id)}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(screen.heading(kit));
      await shoot(screen.name);
    }
  });
}

test('what the kit is made of is listed with its licences, whose texts lie beside the page', async ({ kit, page, request, baseURL }) => {
  await page.goto('./#/settings');
  const list = page.getByRole('group', { name: kit.w('settings.licences'), exact: true });
  await page.getByText(kit.w('settings.licences'), { exact: true }).click();
  const rows = list.getByRole('row').filter({ has: page.getByRole('rowheader') });
  await expect(rows.filter({ hasText: /^yew \d/ })).toContainText('MIT');
  // Also what only documents need.
  await expect(rows.filter({ hasText: /^docx-rs \d/ })).toHaveCount(1);
  const told = await rows.count();
  await expect(page.getByText(kit.w('settings.licences_note', { n: told }))).toBeVisible();
  for (const row of await rows.all()) await expect(row.getByRole('cell').first()).not.toHaveText('');
  await checkAxe(page);
  const file = await (await request.get(`${baseURL}licences.txt`)).text();
  expect(file.split('\n').indexOf('')).toBe(told);
  expect(file).toContain('Permission is hereby granted');
});
