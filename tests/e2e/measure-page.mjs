/**
 * How soon the page is there, of two builds in alternation (A B A B …): prints medians, asserts nothing.
 *
 *   cargo xtask serve --no-build --port 8123 &     and another build at another port
 *   node measure-page.mjs http://127.0.0.1:8123/ http://127.0.0.1:8124/ [loads: 15] [slower: 4] [zh | en]
 *
 * Milliseconds from the start of the navigation, in a fresh profile each time, the processor slowed: `paint` the first
 * contentful paint; `heading` the first heading of the empty home page on the screen, `usable` its buttons; `item` a field of an
 * item of the worked sample, kept before, and nothing of the kit in the browser's cache. `key` is what the handlers of a
 * keystroke in that field take, `most` the longest of them. `requests` are those before the first heading, `cpu` is the main
 * thread's work until then at full speed.
 */
import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';

const [a, b, loads = '15', slower = '4', language = 'zh'] = process.argv.slice(2);
if (!b) throw new Error('two addresses are needed: node measure-page.mjs A B [loads] [slower] [zh | en]');
const words = JSON.parse(readFileSync(new URL(`../../src/language/${language}/pages.json`, import.meta.url), 'utf8'));
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const KEYS = 40;
const ITEM = 'leadership.senior-leaders';

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGS });
const context = () =>
  browser.newContext({ locale: language === 'zh' ? 'zh-CN' : 'en-GB', viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });

/** Notes when each of the elements was on the screen, and tells of the first of them. */
function watch(wanted) {
  window.seen = {};
  const painted = (then) =>
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = then;
      after.port2.postMessage(0);
    });
  const look = () => {
    for (const [name, selector] of Object.entries(wanted)) {
      if (name in window.seen || !document.querySelector(selector)) continue;
      window.seen[name] = null;
      painted(() => {
        window.seen[name] = performance.now();
        window.told?.(name);
      });
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}

/** A page of its own, at this speed, that notes when elements appear. */
async function opened(of, wanted, rate) {
  const page = await of.newPage();
  const client = await of.newCDPSession(page);
  await page.addInitScript(watch, wanted);
  if (rate > 1) await client.send('Emulation.setCPUThrottlingRate', { rate });
  return { page, client };
}

const seen = async (page, name) => (await page.waitForFunction((name) => window.seen?.[name], name, { timeout: 60_000 })).jsonValue();

async function home(address, into) {
  const of = await context();
  const { page } = await opened(of, { heading: 'main h1:not([hidden] *)', usable: 'main .btn.main' }, Number(slower));
  await page.goto(`${address}#/`, { waitUntil: 'commit' });
  into.heading.push(await seen(page, 'heading'));
  into.usable.push(await seen(page, 'usable'));
  const { paint, requests } = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    requests: 1 + performance.getEntriesByType('resource').filter((entry) => entry.startTime < window.seen.heading).length,
  }));
  into.paint.push(paint);
  into.requests.push(requests);
  await of.close();
}

async function cpu(address, into) {
  const of = await context();
  const { page, client } = await opened(of, { heading: 'main h1:not([hidden] *)' }, 1);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  let told;
  const heading = new Promise((resolve) => (told = resolve));
  await page.exposeFunction('told', () => told());
  const before = await spent();
  await page.goto(`${address}#/`, { waitUntil: 'commit' });
  await heading;
  into.cpu.push((await spent()) - before);
  await of.close();
}

/** Keeps the worked sample in a profile. */
async function prepared(address) {
  const of = await context();
  const page = await of.newPage();
  await page.goto(`${address}#/`);
  await page.getByRole('button', { name: words['home.sample_open'], exact: true }).click();
  await page.waitForURL(/#\/[^/]+/);
  await page.locator('main h1:not([hidden] *)').waitFor();
  const id = new URL(page.url()).hash.split('/')[1];
  // It is kept once the list shows it.
  await page.goto(`${address}#/`);
  await page.getByRole('heading', { level: 1, name: words['home.title'], exact: true }).waitFor();
  await page.locator(`main table a[href*="${id}"]`).first().waitFor();
  await page.close();
  return { of, id };
}

async function item(address, { of, id }, into) {
  const { page, client } = await opened(of, { item: 'main textarea' }, Number(slower));
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.goto(`${address}#/${id}/item/${ITEM}`, { waitUntil: 'commit' });
  into.item.push(await seen(page, 'item'));
  await page.evaluate(() => {
    window.work = [];
    let begun = 0;
    let sum = 0;
    for (const kind of ['keydown', 'beforeinput', 'input', 'keyup']) {
      addEventListener(kind, () => (begun = performance.now()), true);
      addEventListener(kind, () => {
        sum += performance.now() - begun;
        if (kind !== 'keyup') return;
        window.work.push(sum);
        sum = 0;
      });
    }
  });
  await page.locator('main textarea').first().click();
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('abcdefgh'[key % 8]);
    await page.waitForTimeout(60);
  }
  const work = await page.evaluate(() => window.work);
  into.key.push(median(work));
  into.most.push(Math.max(...work));
  // What was typed stays in this profile; saved, so that the next opening has nothing to put in its place again.
  await page.evaluate(() => document.activeElement?.blur());
  await page.getByRole('status').filter({ hasText: words['saved.at'].replace('{time}', '').trim() }).waitFor();
  await page.close();
}

function median(all) {
  const sorted = [...all].sort((one, other) => one - other);
  return sorted[sorted.length >> 1];
}

const MEASURES = ['paint', 'heading', 'usable', 'requests', 'cpu', 'item', 'key', 'most'];
const builds = await Promise.all(
  [a, b].map(async (address) => ({ address, kept: await prepared(address), found: Object.fromEntries(MEASURES.map((name) => [name, []])) })),
);
for (let load = 0; load < Number(loads); load += 1) {
  for (const { address, found } of builds) await home(address, found);
  for (const { address, found } of builds) await cpu(address, found);
  for (const { address, kept, found } of builds) await item(address, kept, found);
}
const told = (name, number) => `${number.toFixed(name === 'requests' ? 0 : 1)}`.padStart(10);
console.log(`${loads} loads each, ${slower} times slower, ${language}; medians, in brackets the least and the most`);
console.log(`${''.padEnd(10)}${builds.map(({ address }) => address.padStart(34)).join('')}`);
for (const name of MEASURES) {
  const of = ({ found }) => `${told(name, median(found[name]))} (${told(name, Math.min(...found[name])).trim()} – ${told(name, Math.max(...found[name])).trim()})`.padStart(34);
  console.log(`${name.padEnd(10)}${builds.map(of).join('')}`);
}
await browser.close();
