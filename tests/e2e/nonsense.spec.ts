/** Hosts and gateways that answer nonsense: a version of the kit is kept whole or not at all, what is kept is right, and the
 * page says whether it works without a network and what hinders it. A row is a kind of host; add another. What a host does is the same
 * in both languages, so that the rows are played in one of them in turn. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { Host, type Answer, type Nonsense } from './support/host.ts';
import type { Kit } from './support/kit.ts';
import { checkAxe } from './support/axe.ts';
import { expect, inTurn, test as base, WITH_WORKERS } from './support/test.ts';
import { root, sample, totalOf } from './support/words.ts';

const test = base.extend<{ host: Host; under: string | undefined }>({
  under: [undefined, { option: true }],
  host: async ({ under }, use) => {
    const host = await Host.open({}, under);
    await use(host);
    await host.close();
  },
  baseURL: async ({ host }, use) => use(host.address),
});
test.use(WITH_WORKERS);

test.beforeEach(({ page }) => page.clock.install());

// What a browser says of nonsense is what the rows are about; that the kit goes on is asked in each of them.
test.afterEach(({ watch }) => {
  const serious = watch.faults.splice(0).filter((fault) => /^(request off|the page crashed)/.test(fault));
  expect(serious).toEqual([]);
});

const HTML = { 'content-type': 'text/html' };
const LOGIN: Answer = { status: 200, headers: HTML, content: '<!doctype html><title>Login</title><form><input name=user></form>' };
const FALLBACK: Answer = { status: 200, headers: HTML, content: '<!doctype html><title>Not found</title>' };
const FOR_EVER: Answer = { ...FALLBACK, headers: { ...HTML, 'cache-control': 'public, max-age=31536000, immutable' } };
const of = (names: RegExp, answer: Answer | ((content: Buffer) => Answer)): Nonsense =>
  (name, content) => (names.test(name) ? (typeof answer === 'function' ? answer(content) : answer) : undefined);

/** The page has time to keep itself, and looks now and then where that stands: two of its seconds go by at every look. */
const stands = (kit: Kit, text: string) =>
  expect(async () => {
    await kit.page.clock.fastForward(2_000);
    await expect(kit.page.getByText(kit.w(text), { exact: true })).toBeVisible({ timeout: 300 });
  }, `${text}: ${kit.w(text)}`).toPass({ timeout: 30_000 });

const whole = async (kit: Kit) => {
  await kit.home();
  await stands(kit, 'offline.whole');
};

/** Loads the page and waits until the browser has given it to the worker of another version, which a page asks for a moment after it came. */
const renewed = async (page: Page, load: () => Promise<unknown>) => {
  await page.addInitScript(() => navigator.serviceWorker.addEventListener('controllerchange', () => Object.assign(window, { renewed: true })));
  await load();
  await expect.poll(() => page.evaluate(() => 'renewed' in window), { timeout: 60_000 }).toBe(true);
};

/** The settings say what hinders it, and name the file. */
const hindered = async (kit: Kit, why: string, file = /^/) => {
  await kit.home();
  await stands(kit, 'offline.not_yet');
  await kit.page.getByRole('link', { name: kit.w('offline.why'), exact: true }).click();
  const [before, after] = kit.w(why).split('{file}');
  const told = kit.page.getByText(after ?? before);
  await expect(told).toBeVisible();
  expect(await told.textContent()).toMatch(file);
};

/** A page of a part that was not asked for before, and the worked sample with its figures. */
const works = async (kit: Kit, page: Page, withSample = true) => {
  await page.goto('./#/');
  await page.reload();
  await kit.home();
  if (withSample) {
    await kit.sample();
    await expect(kit.total()).toHaveText(String(totalOf(sample(kit.language))));
  } else {
    await kit.create();
  }
  await kit.go('draft');
};

const away = async (host: Host) => {
  if ((host as any).server.listening) await host.stop();
};

const AFTERWARDS: [string, Nonsense][] = [
  ['a gateway that answers its login page for everything', () => LOGIN],
  ['a host in trouble: 500 for everything', () => ({ status: 500, headers: HTML, content: '<h1>500</h1>' })],
  ['a host that was emptied: 404 for everything', () => ({ status: 404, headers: HTML, content: '<h1>404</h1>' })],
  ['a host that forbids everything', () => ({ status: 403, headers: HTML, content: '<h1>403</h1>' })],
  ['a fallback page in the place of scripts, modules and styles', of(/\.(js|wasm|css)$/, FALLBACK)],
  ['nothing at all, with status 200', () => ({ content: '' })],
  ['half of every answer', (_, content) => ({ content, cut: { after: 0.5, told: false } })],
  ['connections that break in the middle', (_, content) => ({ content, cut: { after: 0.5, told: true } })],
  ['garbage in the place of criteria and samples', of(/\.json$/, { content: '{"format": "award-kit.assess' })],
  ['JSON of another kind in the place of criteria and samples', of(/\.json$/, { content: '{"error": "not found", "sources": 1}' })],
  ['a list in the place of criteria and samples', of(/\.json$/, { content: '[]' })],
];

for (const [row, [what, nonsense]] of AFTERWARDS.entries()) {
  test(`what is kept stays whole: ${what}`, inTurn(row), async ({ kit, host, page }) => {
    await whole(kit);
    host.nonsense = nonsense;
    await works(kit, page);
    await works(kit, page);
    await away(host);
    await works(kit, page);
  });
}

const MEANWHILE: [string, Nonsense, string, RegExp][] = [
  ['a fallback page in the place of a module', of(/^part_panel/, FALLBACK), 'offline.content', /part_panel-.+\.wasm/],
  ['a fallback page that the browser may keep for ever', of(/^part_panel/, FOR_EVER), 'offline.content', /part_panel-.+\.wasm/],
  ['a module that is missing', of(/^part_panel/, { status: 404 }), 'offline.status', /part_panel-.+\.wasm/],
  ['a module cut short', of(/^part_panel/, (content) => ({ content, cut: { after: 0.9, told: false } })), 'offline.content', /part_panel-.+\.wasm/],
  ['a connection that breaks', of(/^part_panel/, (content) => ({ content, cut: { after: 0.9, told: true } })), 'offline.unreachable', /part_panel-.+\.wasm/],
  ['styles that a gateway has changed', of(/^panel-.+css$/, (content) => ({ content: `${content}/**/` })), 'offline.content', /panel-.+\.css/],
  ['a page into which a gateway writes', of(/^index\.html$/, (content) => ({ content: `${content}<!-- gateway -->` })), 'offline.content', /index\.html/],
  ['a login page for everything', () => LOGIN, 'offline.refused', /^/],
  ['no service worker', of(/^sw\.js$/, { status: 404 }), 'offline.refused', /^/],
];

for (const [row, [what, nonsense, why, file]] of MEANWHILE.entries()) {
  test(`nothing wrong is kept, it is said, and tried again: ${what}`, inTurn(row), async ({ kit, host, page }) => {
    // The parts of the settings page come before the host goes wrong, and nothing is kept before it does, however long they take.
    host.nonsense = of(/^sw\.js$/, { status: 404 });
    await kit.home();
    await kit.settings();
    host.nonsense = nonsense;
    await hindered(kit, why, file);
    host.nonsense = () => undefined;
    await page.reload();
    await whole(kit);
    await away(host);
    await works(kit, page);
  });
}

test('what hindered it and has passed is noticed by the page that is open', async ({ kit, host, page }) => {
  host.nonsense = of(/^part_panel/, { status: 404 });
  await hindered(kit, 'offline.status', /part_panel/);
  host.nonsense = () => undefined;
  await whole(kit);
  // And what the browser clears away while the page is open, with the worker there already.
  await page.reload();
  await whole(kit);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await stands(kit, 'offline.not_yet');
  await whole(kit);
  await away(host);
  await works(kit, page, false);
});

const NO_HINDRANCE: [string, Nonsense, boolean][] = [
  ['a host without types for pictures, descriptions and notes', of(/\.(svg|png|webmanifest|md)$/, { status: 404 }), true],
  ['Vary: * on everything', () => ({ headers: { vary: '*' } }), true],
  ['modules and JSON of other types', of(/\.(wasm|json)$/, { headers: { 'content-type': 'application/octet-stream' } }), true],
  ['types that are wrong altogether', of(/\.(wasm|json)$/, { headers: HTML }), true],
  ['HTTP/1.0', () => ({ http10: true }), true],
  ['no samples and no criteria of the host', of(/^(criteria|samples|training)\//, { status: 404 }), false],
  ['garbage in the place of samples and criteria', of(/^(criteria|samples|training)\//, { content: '<html>' }), false],
];

for (const [row, [what, nonsense, withSample]] of NO_HINDRANCE.entries()) {
  test(`the kit works, and without a network: ${what}`, inTurn(row), async ({ kit, host, page }) => {
    host.nonsense = nonsense;
    await whole(kit);
    await works(kit, page, withSample);
    await away(host);
    await works(kit, page, withSample);
  });
}

test.describe('a path with spaces and Chinese', () => {
  test.use({ under: '/质量 奖/自评 (2016)/' });
  test('is no hindrance', async ({ kit, host, page }) => {
    await whole(kit);
    await works(kit, page);
    await away(host);
    await works(kit, page);
  });
});

test('a new version is taken in one step once it is whole, and never in part', async ({ kit, host, page }) => {
  const release = () => page.evaluate(() => document.querySelector('meta[name=release]')?.getAttribute('content') ?? null);
  await whole(kit);
  // The first script of the new version cannot be had: its page must not stand beside the files of the old one.
  host.release();
  host.nonsense = (name, content) => (/^app-/.test(name) ? { content, cut: { after: 0.5, told: true } } : undefined);
  await page.reload();
  await expect.poll(() => host.asked.filter((name) => /^app-/.test(name)).length).toBeGreaterThan(1);
  await works(kit, page);
  expect(await release()).toBeNull();
  await kit.settings();
  // That it works is told as before, and what becomes of the newer version too.
  await expect(page.getByText(kit.w('offline.whole'), { exact: true })).toBeVisible();
  await expect(page.getByText(kit.w('offline.newer').split('{why}')[0])).toBeVisible();
  await host.stop();
  await works(kit, page);
  expect(await release()).toBeNull();

  await host.start();
  host.nonsense = () => undefined;
  await renewed(page, () => page.reload());
  await page.reload();
  expect(await release()).toBe('2');
  await whole(kit);
  await host.stop();
  await works(kit, page);
  expect(await release()).toBe('2');
});

test('a page that is open while a new version comes still finds its own files', async ({ kit, host, page, context }) => {
  await whole(kit);
  await page.reload();
  await kit.create();
  const other = await context.newPage();
  host.release();
  await renewed(other, () => other.goto(host.address));
  await other.reload();
  await expect(other.locator('meta[name=release]')).toHaveCount(1);
  await host.stop();
  await kit.go('panel');
  await kit.go('draft');
  await page.reload();
  await expect(page.locator('meta[name=release]')).toHaveCount(1);
  await kit.at('draft');
});

// Room for some files, or for nothing at all, not even for a note that there is none.
for (const room of [600_000, 1]) {
  test(`a browser with room for ${room} bytes says that it cannot keep the kit`, async ({ kit, host, page }) => {
    const session = await page.context().newCDPSession(page);
    await kit.home();
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(host.address).origin, quotaSize: room });
    await hindered(kit, 'offline.full');
  });
}

test('a browser without room gives every answer', async ({ kit, host, page }) => {
  const session = await page.context().newCDPSession(page);
  await kit.home();
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(host.address).origin, quotaSize: 600_000 });
  await stands(kit, 'offline.not_yet');
  await page.reload();
  await kit.home();
  await kit.button('home.sample_open').waitFor();
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(host.address).origin });
  await page.reload();
  await whole(kit);
  // Full from now on: what the host changes is given all the same.
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(host.address).origin, quotaSize: 1 });
  const changed = 'Changed while there is no room';
  host.edit(`beijing-2016/text.${kit.language}.json`, (text) => (text['pack.short'] = changed));
  const given = await page.evaluate(async (name) => (await (await fetch(name)).json())['pack.short'], `./criteria/beijing-2016/text.${kit.language}.json`);
  expect(given).toBe(changed);
});

test('what the browser has cleared away is kept again at the next opening', async ({ kit, host, page }) => {
  await whole(kit);
  await page.reload();
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.reload();
  await whole(kit);
  await away(host);
  await works(kit, page, false);
});

test('a browser that keeps nothing says so on home and settings', async ({ kit, page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined }));
  await hindered(kit, 'offline.insecure');
  await checkAxe(page);
});

test('criteria with faults reach the page, to be named, and are not kept', async ({ kit, host, page }) => {
  await whole(kit);
  host.put('index.json', '{"format": "award-kit.criteria-index", "packs": [');
  await page.goto('./#/criteria');
  await page.reload();
  await expect(page.getByText('index.json').first()).toBeVisible();
  await away(host);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: kit.w('criteria.title') })).toBeVisible();
  await expect(page.getByRole('link', { name: /tianjin|天津|Tianjin/ }).first()).toBeVisible();
  await expect(page.getByText('index.json')).toHaveCount(0);
});

const BROKEN_START: [string, Nonsense][] = [
  ['the first script is missing', of(/^app-/, { status: 404 })],
  ['a fallback page in the place of the first script', of(/^app-/, FALLBACK)],
  ['a fallback page that the browser may keep for ever', of(/^app-/, FOR_EVER)],
  ['the first script is cut short', of(/^app-/, (content) => ({ content, cut: { after: 0.9, told: false } }))],
  ['the first module is missing', of(/^app_bg-/, { status: 404 })],
  ['a fallback page in the place of the first module', of(/^app_bg-/, FALLBACK)],
  ['a module that the browser may keep for ever and is a page', of(/^app_bg-/, FOR_EVER)],
  ['every script and module is a fallback page', of(/\.(js|wasm)$/, FALLBACK)],
  ['scripts are served as plain text', of(/\.js$/, (content) => ({ content, headers: { 'content-type': 'text/plain' } }))],
  ['a policy in front that allows no modules', of(/^index\.html$/, (content) => ({ content, headers: { ...HTML, 'content-security-policy': "script-src 'self' 'unsafe-inline'" } }))],
];

for (const [row, [what, nonsense]] of BROKEN_START.entries()) {
  test(`a first visit that comes in part says what to do, in both languages, and the next one works: ${what}`, inTurn(row), async ({ kit, host, page }) => {
    host.nonsense = nonsense;
    await page.goto('./');
    await expect(page.getByText('请重新载入；')).toBeVisible();
    await expect(page.getByText('Load it again;')).toBeVisible();
    await checkAxe(page);
    host.nonsense = () => undefined;
    // What the page asks for past the browser's own copies has to come in the meantime.
    await page.reload();
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole('heading', { level: 1, name: kit.w('home.title') })).toBeVisible({ timeout: 3000 });
    }).toPass();
    await expect(page.getByText('Load it again;')).toHaveCount(0);
  });
}

test('a first visit whose script is empty says so after a while', async ({ host, page }) => {
  await page.clock.install();
  host.nonsense = of(/^app-/, { content: '' });
  await page.goto('./');
  await expect(page.getByText('Load it again;')).toBeHidden();
  await page.clock.fastForward(30_000);
  await expect(page.getByText('Load it again;')).toBeVisible();
});

test('the page that is opened from its folder says that it has not come, in both languages', async ({ page, watch }) => {
  await page.goto(pathToFileURL(join(root, 'dist/index.html')).href);
  await expect(page.getByText('请重新载入；')).toBeVisible();
  await expect(page.getByText('Load it again;')).toBeVisible();
  // A folder has no origin; that nothing else is asked for is the single file's test.
  expect(watch.faults.splice(0).filter((fault) => !/file:/.test(fault) && /^(request off|the page crashed)/.test(fault))).toEqual([]);
});
