/** The journeys of saving, sample, item, panel, draft and backup in the engines beside Chromium, from a host and as one file. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test as base } from '@playwright/test';
import type { Place } from '../engines.config.ts';
import { textOf } from '../support/docx.ts';
import { Host } from '../support/host.ts';
import { item, root, sample, totalOf } from '../support/words.ts';
import type { Engine } from './engine.ts';
import { firefox } from './firefox.ts';
import { Visit } from './visit.ts';
import { webkit } from './webkit.ts';

const LEADERS = 'leadership.senior-leaders';

/** What an engine may lack: `without=` of the page's first script. */
const LACKING = 'durability,commit,locks,BroadcastChannel,hashes,idle,storage,streaming,worker';

/** What a program says that has stopped in the middle; of a page from a file no more is told than that. */
const STOPPED = /RuntimeError|error: Script error\./;

/** Where the page lies. */
interface Stand {
  address: string;
  host?: Host;
  close(): Promise<void>;
}

// A script before all others notes errors; no policy is in force there yet.
const FIRST = join(import.meta.dirname, 'first.js');

async function onHost(): Promise<Stand> {
  const host = await Host.open();
  const page = join(host.folder, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('<head>', '<head><script src="first.js"></script>'));
  cpSync(FIRST, join(host.folder, 'first.js'));
  return { address: host.address, host, close: () => host.close() };
}

/** Alone in a folder, as on a stick. */
async function asFile(): Promise<Stand> {
  const folder = mkdtempSync(join(tmpdir(), 'award-kit 自评 '));
  const file = join(folder, 'award-kit.html');
  writeFileSync(file, readFileSync(join(root, 'dist/award-kit.html'), 'utf8').replace('<head>', () => `<head><script>${readFileSync(FIRST, 'utf8')}</script>`));
  return { address: pathToFileURL(file).href, close: async () => rmSync(folder, { recursive: true }) };
}

const test = base.extend<{ visit: Visit }, { stand: Stand; engine: Engine }>({
  stand: [
    async ({}, use, info) => {
      const stand = await ((info.project.metadata as Place).from === 'file' ? asFile : onHost)();
      await use(stand);
      await stand.close();
    },
    { scope: 'worker' },
  ],
  engine: [
    async ({ stand }, use, info) => {
      const start = (info.project.metadata as Place).engine === 'firefox' ? firefox : webkit;
      const engine = await start(new URL(stand.address).origin);
      console.log(engine.name);
      await use(engine);
      await engine.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  visit: async ({ engine, stand }, use, info) => {
    const { engine: kind, language } = info.project.metadata as Place;
    const spoiled = join(info.project.outputDir, `spoiled-${info.testId}`);
    if (info.retry > 0 && !existsSync(spoiled)) throw new Error('It failed for a reason of its own, which stands above: only where the browser has spoiled the memory of the program is a journey played again.');
    const profile = await engine.profile();
    const visit = await Visit.begin(engine, profile, stand.address, language);
    await use(visit);
    await profile.close();
    const faults = engine.faults.splice(0);
    // Seldom, and on busy machines, WebKitGTK spoils the memory of programs (bugs.webkit.org, 259441): they stop anywhere. Twice in one journey
    // is a fault of the page.
    if (kind === 'webkit' && faults.some((fault) => STOPPED.test(fault))) {
      mkdirSync(info.project.outputDir, { recursive: true });
      writeFileSync(spoiled, faults.join('\n'));
    }
    expect(faults, 'errors and warnings of the page, and requests that must not be').toEqual([]);
  },
});

test('what is typed is called saved, lies in the storage, and is there after a reload', async ({ visit }) => {
  await visit.create();
  await visit.go(`item/${LEADERS}`);
  const field = visit.answer('process', 'approach');
  await visit.type(field, 'Every Monday 每周一评审');
  await visit.saved();
  await expect.poll(async () => (await visit.kept())[0].items[LEADERS].answers[''].approach).toBe('Every Monday 每周一评审');
  await visit.window.reload();
  await visit.holds(field, 'Every Monday 每周一评审');
});

test('what is typed right before a reload is there, time and again', async ({ visit }) => {
  await visit.create();
  await visit.go(`item/${LEADERS}`);
  const field = visit.answer('process', 'approach');
  let typed = '';
  for (const word of ['once', ', twice', ', three times']) {
    await visit.saved();
    await visit.type(field, word);
    typed += word;
    // A driver answers before the last keys have come; what has not come yet was not typed.
    await visit.holds(field, typed);
    await visit.window.reload();
    await visit.holds(field, typed);
  }
  // In the same moment, which no key can be as near to as a script.
  for (const word of [', and at once', ', and again']) {
    await visit.saved();
    await visit.writeAndReload(field, word);
    typed += word;
    await visit.holds(field, typed);
  }
});

for (const [what, names, place] of [
  ['what nobody has to wait for', /^late-/, ''],
  ['the service worker', /^sw\.js$/, ''],
  ['a part of the program', /^part_.+\.wasm$/, '#/settings'],
  ['the style of a part', /^assessment-.+\.css$/, '#/settings'],
  ['the criteria', /^criteria\/.+\.json$/, '#/criteria'],
] as const) {
  test(`a page that is left while ${what} still comes has no fault to tell`, async ({ visit, stand: { host } }) => {
    test.skip(!host, 'Of the single file nothing comes later.');
    let release = () => {};
    host!.nonsense = (name, content) => (names.test(name) ? { content, after: new Promise((resolve) => (release = resolve)) } : undefined);
    host!.asked.length = 0;
    await visit.window.goto(`${visit.address}?again${place}`);
    await expect.poll(() => host!.asked.some((name) => names.test(name)), { timeout: 30_000 }).toBe(true);
    await visit.window.reload();
    host!.nonsense = () => undefined;
    release();
    await visit.window.goto(visit.address);
    await visit.see('heading', visit.w('home.title'));
  });
}

test('a rating on the ladder moves the total, can be undone, and survives a reload', async ({ visit }) => {
  await visit.create();
  await visit.go(`item/${LEADERS}`);
  await visit.press('radio', /^50%/);
  await visit.says('[data-testid=percent]', '50%');
  await visit.says('[data-testid=total]', String(item(LEADERS).points / 2));
  await visit.press('radio', /^70%/);
  await visit.says('[data-testid=percent]', '70%');
  await visit.button('top.undo');
  await visit.says('[data-testid=percent]', '50%');
  await visit.saved();
  await visit.window.reload();
  await visit.says('[data-testid=percent]', '50%');
  await visit.says('[data-testid=total]', String(item(LEADERS).points / 2));
});

test('the sample opens with its total, and the pages of it draw', async ({ visit }) => {
  await visit.sample();
  const total = String(totalOf(sample(visit.language)));
  await visit.says('[data-testid=total]', total);
  for (const place of ['eligibility', 'evidence', 'departments', 'figures', 'improvement', 'next', 'compare', 'under', 'road', 'result']) await visit.go(place);
  await visit.see('heading', new RegExp(`\\b${total}\\b`));
});

test('the draft is shown, and its Word document, workbook and zip are made by the worker', async ({ visit }) => {
  await visit.sample();
  await visit.go('draft');
  const name = sample(visit.language).organisation.name;
  await visit.reads(name);
  const word = await visit.download(() => visit.button('draft.word'));
  expect(word.name).toMatch(/\.docx$/);
  expect(textOf(word.bytes)).toContain(name);
  const zip = await visit.download(() => visit.button('register.bundle'));
  const files = unzipSync(zip.bytes);
  const workbook = Object.keys(files).find((file) => file.endsWith('.xlsx'))!;
  expect(strFromU8(unzipSync(files[workbook])['xl/workbook.xml'])).toContain(visit.w('workbook.sheet.scores'));
});

test('a backup file is saved and opened again as an assessment of its own', async ({ visit }, info) => {
  await visit.sample();
  await visit.go('draft');
  const backup = await visit.download(() => visit.press('button', visit.w('backup.save')));
  const [kept] = await visit.kept();
  expect(JSON.parse(backup.bytes.toString())).toEqual(kept);
  expect(backup.name).toMatch(/\.json$/);
  const path = info.outputPath('given.json');
  writeFileSync(path, backup.bytes);
  await visit.home();
  await visit.give('input#file', path);
  await visit.see('heading', visit.w('overview.title'));
  await visit.saved();
  expect(await visit.kept()).toEqual([kept, kept]);
});

test('a panel is opened with the sample, takes the own scores, and is there after a reload', async ({ visit }) => {
  await visit.sample();
  await visit.go('panel');
  await visit.type(visit.w('workshop.member_new'), 'Li');
  await visit.button('workshop.member_add');
  await visit.see('cell', 'Li');
  await visit.button('workshop.take_own');
  // Whose scores they are stands not on the list, so that is asked.
  await visit.button('workshop.count_one');
  await visit.says('[data-testid=alpha]', /./);
  await visit.reads(visit.w('workshop.kept_at').split('{time}')[0].trim());
  await visit.window.reload();
  await visit.see('cell', 'Li');
});

test('of two windows the one that only looks follows the other, and goes on from it', async ({ visit }, info) => {
  const { engine, from } = info.project.metadata as Place;
  test.skip(engine === 'webkit' && from === 'file', 'WebKit carries no message between two windows of a file; what both write is made into one, as the last journey plays it.');
  await visit.create();
  await visit.go(`item/${LEADERS}`);
  await visit.saved();
  const [approach, deployment] = [visit.answer('process', 'approach'), visit.answer('process', 'deployment')];
  const other = await visit.another();
  await other.holds(approach, '');
  await visit.type(approach, 'Written in the first window');
  // As soon as it stands there, whether or not the field has handed over what it has.
  await other.holds(approach, 'Written in the first window');
  await other.type(deployment, 'Then in the second');
  await other.settled();
  await visit.holds(deployment, 'Then in the second');
  expect((await visit.kept()).map((file) => file.items[LEADERS].answers[''])).toEqual([expect.objectContaining({ approach: 'Written in the first window', deployment: 'Then in the second' })]);
});

test('an engine that lacks what it may lack saves, overwrites nothing and makes documents', async ({ visit }) => {
  await visit.lacking(LACKING);
  await visit.create();
  await visit.go(`item/${LEADERS}`);
  await visit.saved();
  const [approach, deployment] = [visit.answer('process', 'approach'), visit.answer('process', 'deployment')];
  const other = await visit.another();
  await other.holds(approach, '');
  await visit.type(approach, 'Written in the first window');
  await visit.settled();
  await other.type(deployment, 'Written in the second');
  // The second window has not heard of the first: what both wrote is made into one.
  const both = expect.objectContaining({ approach: 'Written in the first window', deployment: 'Written in the second' });
  await expect(async () => {
    expect((await visit.kept()).map((file) => file.items[LEADERS].answers[''])).toEqual([both]);
  }).toPass({ timeout: 30_000 });
  await other.settled();
  await other.holds(approach, 'Written in the first window');
  await visit.window.reload();
  await visit.holds(deployment, 'Written in the second');
  await visit.go('draft');
  const word = await visit.download(() => visit.button('draft.word'));
  expect(textOf(word.bytes)).toContain('Written in the first window');
});
