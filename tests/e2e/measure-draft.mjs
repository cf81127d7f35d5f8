/**
 * How long the Word draft of a full assessment takes in the worker, and how much memory the worker needs: prints figures, asserts nothing.
 *
 *   cargo xtask serve --no-build --port 8123 &
 *   node measure-draft.mjs [http://127.0.0.1:8123/] [times: 10]
 *
 * The assessment is the manufacturing sample with every answer written twice and inputs of 560 years, opened as a file. `start` is from the
 * worker's start until it listens (its module is fetched and compiled), `first` and `later` from a request to its bytes, in milliseconds of
 * the page. Memory is the worker's linear memory afterwards, which only grows, so it is the most it ever had.
 */
import { chromium } from '@playwright/test';
import { unzipSync, strFromU8 } from 'fflate';
import { readFileSync } from 'node:fs';

const [address = 'http://127.0.0.1:8123/', times = '10'] = process.argv.slice(2);
const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const words = read('src/language/zh/pages.json');

function full() {
  const file = read('assets/samples/manufacturing.zh.json');
  let characters = 0;
  for (const item of Object.values(file.items)) {
    for (const scope of Object.values(item.answers)) {
      for (const factor of Object.keys(scope)) {
        scope[factor] = `${scope[factor]}\n${scope[factor]}`;
        characters += [...scope[factor]].length;
      }
    }
  }
  for (const input of Object.keys(file.inputs)) {
    for (let year = 1456; year < 2013; year += 1) file.inputs[input][year] = year * 10;
  }
  return { content: JSON.stringify(file), characters };
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 }, acceptDownloads: true });
const page = await context.newPage();
await page.addInitScript(() => {
  const told = [];
  window.told = told;
  const RealWorker = window.Worker;
  window.Worker = class extends RealWorker {
    constructor(...given) {
      super(...given);
      told.push(['start', performance.now()]);
      this.addEventListener('message', ({ data }) => told.push([data === 'ready' ? 'ready' : data[1] instanceof Uint8Array ? 'bytes' : 'other', performance.now()]));
    }
    postMessage(message, ...more) {
      told.push(['ask', performance.now()]);
      return super.postMessage(message, ...more);
    }
  };
});

// The worker is a target of its own; what it is asked goes through the page's session.
const client = await context.newCDPSession(page);
let worker = null;
let asked = 0;
const waiting = new Map();
client.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
  if (targetInfo.type === 'worker') worker = sessionId;
});
client.on('Target.receivedMessageFromTarget', ({ message }) => {
  const { id, result } = JSON.parse(message);
  waiting.get(id)?.(result);
});
await client.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
async function ask(method, params = {}) {
  asked += 1;
  const answer = new Promise((resolve) => waiting.set(asked, resolve));
  await client.send('Target.sendMessageToTarget', { sessionId: worker, message: JSON.stringify({ id: asked, method, params }) });
  return answer;
}
async function memory() {
  const { result } = await ask('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
  const { objects } = await ask('Runtime.queryObjects', { prototypeObjectId: result.objectId });
  const sizes = await ask('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.map((memory) => memory.buffer.byteLength); }',
    returnByValue: true,
  });
  return sizes.result.value.reduce((most, size) => Math.max(most, size), 0);
}

const { content, characters } = full();
await page.goto(`${address}#/`);
await page.locator('input[type=file]').first().setInputFiles({ name: 'full.json', mimeType: 'application/json', buffer: Buffer.from(content) });
await page.waitForURL(/#\/[^/]+$/);
const id = new URL(page.url()).hash.split('/')[1];
await page.goto(`${address}#/${id}/draft`);
const button = page.getByRole('button', { name: words['draft.word'], exact: true });
let bytes;
for (let time = 0; time <= Number(times); time += 1) {
  const download = page.waitForEvent('download');
  await button.click();
  bytes = readFileSync(await (await download).path());
  await button.waitFor();
}
const told = await page.evaluate(() => window.told);
const at = (name) => told.filter(([what]) => what === name).map(([, time]) => time);
const took = at('bytes').map((time, one) => time - at('ask')[one]);
const later = took.slice(1).sort((one, other) => one - other);
const files = unzipSync(new Uint8Array(bytes));
const document = strFromU8(files['word/document.xml']);
const round = (value) => Math.round(value);
console.log({
  characters,
  tables: document.split('SEQ 表').length - 1 || document.split('SEQ Table').length - 1,
  labels: document.split('<w:tbl>').length - 1,
  charts: Object.keys(files).filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name)).length,
  bytes: bytes.length,
  start: round(at('ready')[0] - at('start')[0]),
  first: round(took[0]),
  later: { least: round(later[0]), median: round(later[Math.floor(later.length / 2)]), most: round(later.at(-1)) },
  memoryMB: (await memory()) / 2 ** 20,
});
await browser.close();
