/**
 * How long a keystroke in the grid of figures takes to show, at a processor slowed four times: prints figures, asserts nothing.
 *
 *   cargo xtask serve --no-build --port 8123 &
 *   node measure-keystrokes.mjs [http://127.0.0.1:8123/] [slower: 4] [keys: 80]
 *
 * `shown` is from the key event to after the frame it is drawn in, `work` what its handlers take, `commit` the longest task in the moments
 * in which what was typed counts. Milliseconds.
 */
import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';

const [address = 'http://127.0.0.1:8123/', slower = '4', keys = '80'] = process.argv.slice(2);
const words = JSON.parse(readFileSync(new URL('../../src/language/zh/pages.json', import.meta.url), 'utf8'));

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })).newPage();
await page.goto(`${address}#/`);
await page.getByRole('button', { name: words['home.sample_open'], exact: true }).click();
await page.waitForURL(/#\/[^/]+$/);
const id = new URL(page.url()).hash.split('/')[1];
await page.goto(`${address}#/${id}/indicators/results.resources`);
const first = page.locator('input[data-cell]').first();
await first.waitFor();
await page.evaluate(() => {
  window.measured = { shown: [], work: [], commit: [] };
  const { shown, work, commit } = window.measured;
  addEventListener('keydown', (event) => {
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => shown.push(performance.now() - event.timeStamp);
      after.port2.postMessage(0);
    });
  }, true);
  const notes = (list, into, of) => list.getEntries().forEach((entry) => into.push(of(entry)));
  new PerformanceObserver((list) => notes(list, work, (entry) => entry.processingEnd - entry.processingStart)).observe({ type: 'event', durationThreshold: 16 });
  new PerformanceObserver((list) => notes(list, commit, (entry) => entry.duration)).observe({ type: 'longtask' });
});
const client = await page.context().newCDPSession(page);
await client.send('Emulation.setCPUThrottlingRate', { rate: Number(slower) });
for (let key = 0; key < Number(keys); key += 1) {
  // A figure of three digits, then the next cell.
  await page.keyboard.press(key % 4 === 3 ? 'Enter' : String((key * 7) % 10), { delay: 20 });
  await page.waitForTimeout(70);
}
const { shown, work, commit } = await page.evaluate(() => window.measured);
const told = (all) => {
  const sorted = all.map((value) => Math.round(value * 10) / 10).sort((one, other) => one - other);
  return { n: sorted.length, median: sorted[sorted.length >> 1] ?? null, p95: sorted[Math.floor(sorted.length * 0.95)] ?? null, most: sorted.at(-1) ?? null };
};
console.log(JSON.stringify({ slower: Number(slower), shown: told(shown), work: told(work), commit: told(commit) }, null, 2));
await browser.close();
