/**
 * Whether a page ever stutters: of every page of the worked sample the longest task while it comes, how many nodes it has, and the longest
 * task when the language is switched on it; then what a page does to writing, rating and moving, and what 200 changes of page leave
 * behind. Prints Markdown, asserts nothing.
 *
 *   cargo xtask serve --no-build --port 8123 &
 *   node measure-tasks.mjs http://127.0.0.1:8123/ [slower: 4] [zh | en]
 *
 * Milliseconds with the processor slowed; nothing is asked of the page while it works, because looking costs as well.
 */
import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';

const [address, slower = '4', language = 'zh'] = process.argv.slice(2);
if (!address) throw new Error('an address is needed: node measure-tasks.mjs ADDRESS [slower] [zh | en]');
const words = JSON.parse(readFileSync(new URL(`../../src/language/${language}/pages.json`, import.meta.url), 'utf8'));
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const ITEM = 'leadership.senior-leaders';
const RESULTS = 'results.products';
/** What is quiet for so long is done. */
const QUIET = 1_200;

const PAGES = [
  '',
  'organisation',
  'eligibility',
  `item/${ITEM}`,
  `item/${ITEM}/interview`,
  `item/${RESULTS}`,
  `indicators/${RESULTS}`,
  'figures',
  'evidence',
  'departments',
  'improvement',
  'result',
  'next',
  'compare',
  'under',
  'road',
  'report',
  'panel',
  'red-pen',
  'versions',
  'draft',
];
const OUTSIDE = ['#/', '#/settings', '#/criteria', '#/criteria/beijing-2016@2016', '#/desk', '#/scoring', '#/training'];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGS });
const context = await browser.newContext({ locale: language === 'zh' ? 'zh-CN' : 'en-GB', viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
const page = await context.newPage();
const client = await context.newCDPSession(page);
await page.addInitScript(() => {
  window.tasks = [];
  window.last = 0;
  window.events = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.tasks.push(entry.duration), (window.last = performance.now());
  }).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.interactionId) window.events.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16 });
});

/** The longest task since this was asked last, once there has been none for a while. */
async function longest(act) {
  await page.evaluate(() => (window.tasks.splice(0), (window.last = performance.now())));
  await act();
  for (;;) {
    await page.waitForTimeout(QUIET / 2);
    if (await page.evaluate((quiet) => performance.now() - window.last > quiet, QUIET)) break;
  }
  return page.evaluate(() => Math.round(Math.max(0, ...window.tasks)));
}

const go = (hash) => page.evaluate((hash) => setTimeout(() => (location.hash = hash)), hash);
const press = (selector) => page.evaluate((selector) => setTimeout(() => document.querySelector(selector).click()), selector);
const nodes = () => page.evaluate(() => document.querySelectorAll('*').length);

await page.goto(address);
await page.getByRole('button', { name: words['home.sample_open'], exact: true }).click();
await page.waitForURL(/#\/[^/]{8,}/);
const id = new URL(page.url()).hash.split('/')[1];
const all = [...PAGES.map((name) => [name || 'overview', `#/${id}/${name}`.replace(/\/$/, '')]), ...OUTSIDE.map((hash) => [hash, hash])];
// Every part has come before anything is measured: that is what the sizes are for.
for (const [, hash] of all) await longest(() => go(hash));
await client.send('Emulation.setCPUThrottlingRate', { rate: Number(slower) });

const told = [];
for (const [name, hash] of all) {
  const comes = await longest(() => go(hash));
  const many = await nodes();
  const switches = await longest(() => press('header .lang'));
  await longest(() => press('header .lang'));
  told.push({ name, comes, many, switches });
}
console.log(`| page | longest task while it comes | nodes | longest task of the switch of language |\n|---|---|---|---|`);
for (const { name, comes, many, switches } of told) console.log(`| ${name} | ${comes} | ${many} | ${switches} |`);
const most = (of) => Math.max(...told.map(of));
console.log(`| **the most** | **${most(({ comes }) => comes)}** | **${most(({ many }) => many)}** | **${most(({ switches }) => switches)}** |\n`);

/** From the press to the next picture, in milliseconds: the longest of several. */
async function interactions(what, act) {
  await page.evaluate(() => window.events.splice(0));
  await act();
  await page.waitForTimeout(QUIET);
  const found = await page.evaluate(() => window.events.splice(0));
  console.log(`| ${what} | ${Math.round(Math.max(0, ...found))} |`);
}
console.log('| what is done | longest time to the next picture |\n|---|---|');
await longest(() => go(`#/${id}/item/${ITEM}`));
await page.locator('textarea').first().focus();
await interactions('typing 30 characters', () => page.keyboard.type('a quality manager writes here. ', { delay: 60 }));
await page.evaluate(() => document.querySelector('[data-percent="50"]').focus());
await interactions('rating with eight arrows', async () => {
  for (let turn = 0; turn < 8; turn += 1) await page.keyboard.press(turn % 2 ? 'ArrowUp' : 'ArrowDown'), await page.waitForTimeout(150);
});
await longest(() => go(`#/${id}/indicators/${RESULTS}`));
await page.evaluate(() => document.querySelector('main td input').focus());
await interactions('moving over eight cells', async () => {
  for (let turn = 0; turn < 8; turn += 1) await page.keyboard.press(turn % 4 < 2 ? 'ArrowDown' : 'ArrowUp'), await page.waitForTimeout(150);
});
// What a script pastes counts as no interaction: its longest task.
const block = Array.from({ length: 40 }, (_, row) => Array.from({ length: 5 }, (_, column) => 80 + ((row + column) % 9)).join('\t')).join('\n');
const pasted = await longest(() =>
  page.evaluate((block) => {
    const data = new DataTransfer();
    data.setData('text/plain', block);
    setTimeout(() => document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })));
  }, block),
);
console.log(`| pasting 200 cells (its longest task) | ${pasted} |`);

await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
await client.send('Performance.enable');
async function left() {
  await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  return Object.fromEntries(['JSHeapUsedSize', 'Nodes', 'JSEventListeners'].map((name) => [name, metrics.find((metric) => metric.name === name).value]));
}
const round = async (times) => {
  for (let turn = 0; turn < times; turn += 1) {
    const [, hash] = all[turn % PAGES.length];
    await page.evaluate((hash) => (location.hash = hash), hash);
    await page.waitForTimeout(60);
  }
  await longest(() => go(`#/${id}`));
};
await round(PAGES.length);
const before = await left();
await round(200);
const after = await left();
console.log(`\n| | before | after 200 changes of page |\n|---|---|---|`);
for (const name of Object.keys(before)) console.log(`| ${name} | ${before[name]} | ${after[name]} |`);
await browser.close();
