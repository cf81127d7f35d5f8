/**
 * What many drafts cost the desk: how long it takes from the moment they are chosen until the table stands, the longest task of the page
 * meanwhile, the processor's share (which counts on a machine that has other work), and the most memory its process held. Prints Markdown, asserts nothing.
 *
 *   cargo xtask serve --no-build --port 8123 &
 *   node measure-desk.mjs http://127.0.0.1:8123/ [drafts: 500] [kB each: 240] [slower: 1] [zh | en]
 *
 * The drafts are the sample's, each of another organisation and in letters of its own, with answers until the file has that size. They are left in a folder
 * whose name is printed, for `award-kit desk FOLDER`.
 */
import { chromium } from '@playwright/test';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [address, drafts = '500', size = '240', slower = '1', language = 'zh'] = process.argv.slice(2);
if (!address) throw new Error('an address is needed: node measure-desk.mjs ADDRESS [drafts] [kB each] [slower] [zh | en]');
const root = new URL('../../', import.meta.url);
const words = JSON.parse(readFileSync(new URL(`src/language/${language}/desk.json`, root), 'utf8'));
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Letters of a draft's own: a row of numbers (sfc32) that begins with two others. */
function letters(one, two, many) {
  let [a, b, c, d] = [one, two, 0x9e3779b9, 1];
  const next = () => {
    const out = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    [a, b, c] = [b ^ (b >>> 9), (c + (c << 3)) | 0, (((c << 21) | (c >>> 11)) + out) | 0];
    return out >>> 0;
  };
  for (let turn = 0; turn < 12; turn += 1) next();
  return Array.from({ length: many }, () => String.fromCodePoint(0x4e00 + (next() % 20_000))).join('');
}

/** The folder with the drafts, made where it is not there. */
function made() {
  const folder = join(tmpdir(), `desk-${drafts}-${size}`);
  if (existsSync(folder)) return folder;
  mkdirSync(folder);
  const text = readFileSync(new URL(`assets/samples/manufacturing.${language}.json`, root), 'utf8');
  for (let at = 0; at < Number(drafts); at += 1) {
    const draft = JSON.parse(text);
    draft.organisation.name = `第 ${at} 家公司`;
    draft.organisation.credit_code = `91110108MA${String(at).padStart(8, '0')}`;
    const items = Object.values(draft.items);
    for (const item of items) item.answers = {};
    let nth = 0;
    const own = (value) => {
      if (typeof value === 'string') return value.length > 20 && /[\s\p{Script=Han}]/u.test(value) ? letters(at, (nth += 1), value.length) : value;
      for (const [key, inner] of Object.entries(value ?? {})) value[key] = own(inner);
      return value;
    };
    own(draft);
    // What the file has besides answers, then three bytes an ideograph.
    const rest = Number(size) * 1000 - Buffer.byteLength(JSON.stringify(draft, null, 2));
    const each = Math.max(200, Math.floor(rest / 3 / items.length / 4) - 20);
    for (const item of items) {
      const bands = Object.keys(item.bands);
      const factors = bands.length ? bands : ['approach'];
      const share = Math.floor((each * 4) / factors.length);
      item.answers[''] = Object.fromEntries(factors.map((factor) => [factor, letters(at, (nth += 1), share)]));
    }
    writeFileSync(join(folder, `${String(at).padStart(3, '0')}.json`), JSON.stringify(draft, null, 2));
  }
  return folder;
}

const folder = made();
const files = Array.from({ length: Number(drafts) }, (_, at) => join(folder, `${String(at).padStart(3, '0')}.json`));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGS });
const system = await browser.newBrowserCDPSession();
const context = await browser.newContext({ locale: language === 'zh' ? 'zh-CN' : 'en-GB', viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
const page = await context.newPage();
const client = await context.newCDPSession(page);
await page.addInitScript(() => {
  window.tasks = [];
  new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })))).observe({ type: 'longtask' });
});

/** Of the processes of the browser that draw pages: the most memory one held so far, in MB, and the seconds of processor they had. */
async function spent() {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  const drawing = processInfo.filter(({ type }) => type === 'renderer');
  const held = drawing.map(({ id }) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1]));
  return { most: Math.round(Math.max(...held) / 1000), seconds: drawing.reduce((sum, { cpuTime }) => sum + cpuTime, 0) };
}

await page.goto(`${address}#/desk`);
const choose = page.getByRole('button', { name: words['desk.choose'], exact: true });
await choose.waitFor();
await page.waitForLoadState('networkidle');
const before = await spent();
await client.send('Emulation.setCPUThrottlingRate', { rate: Number(slower) });
// From the page's own hands: when the files are there, and when the table is.
await page.evaluate(() => {
  document.addEventListener('change', () => ((window.begun = performance.now()), window.tasks.splice(0)), { capture: true, once: true });
  const watch = new MutationObserver(() => {
    if (!document.querySelector('table.lines tbody tr')) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => (window.ended = performance.now())));
  });
  watch.observe(document.querySelector('main'), { childList: true, subtree: true });
});
const chooser = page.waitForEvent('filechooser');
await choose.click();
await (await chooser).setFiles(files);
await page.waitForFunction(() => window.ended, null, { timeout: 600_000 });
const { took, tasks } = await page.evaluate(() => ({
  took: window.ended - window.begun,
  tasks: window.tasks.map(({ startTime, duration }) => [Math.round(startTime - window.begun), Math.round(duration)]),
}));
const after = await spent();
const told = await page.locator('section.long > p').first().textContent();
const longest = Math.max(0, ...tasks.map(([, duration]) => duration));
const when = tasks.map(([start, duration]) => `${duration} after ${(start / 1000).toFixed(1)} s`);
console.log(`${folder}\n${told}\nTasks over 50 ms: ${when.join(', ') || 'none'}\n`);
console.log('| drafts | kB each | slower | seconds until the table stands | of them processor | longest task, ms | tasks over 50 ms | memory before, MB | at most, MB |\n|---|---|---|---|---|---|---|---|---|');
console.log(`| ${drafts} | ${size} | ${slower} | ${(took / 1000).toFixed(1)} | ${(after.seconds - before.seconds).toFixed(1)} | ${longest} | ${tasks.length} | ${before.most} | ${after.most} |`);
await browser.close();
