/**
 * Kills, power cuts and several windows while somebody types into the real page: what of it is there afterwards.
 *
 *   cargo xtask torture kill --rounds 100
 *   cargo xtask torture windows --rounds 200
 *   cargo xtask torture power --rounds 100        (root: a file system of its own is mounted for the profile; both back ends)
 *   cargo xtask torture full --rounds 10          (the same)
 *
 * In each round a field of an item is typed into, one character every few milliseconds, and at a random moment the
 * browser is killed with all its processes, or the disk is copied as it is at that moment while its processes stand still.
 * Then the same profile, or the copy of the disk, is opened again. Told for each round: what was typed, how much of that the
 * page called saved, and how many milliseconds of typing are gone. The round fails where a saved character is gone, or
 * one that was typed more than 50 ms before the end. (The tests allow more for that: how soon a disk answers is up to a machine
 * that is busy with other things.)
 *
 * `windows`: a walk of three windows on one assessment by a seed; in any of them words are typed, and any is reloaded, closed,
 * crashed or opened. In the end every word must stand in some assessment of the list, in the one they were typed into or
 * in a copy, unless its window ended within the allowed time after it.
 *
 * `full`: the file system of the profile is filled while somebody types, typed into for some seconds more, and given room again. The page
 * must say that it does not save, save by itself once there is room, and have everything after the browser was closed and opened again.
 */
import { chromium } from '@playwright/test';
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const [address, what, rounds = '10', backend = 'leveldb', allowed = '50', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
if (!['kill', 'power', 'windows', 'full'].includes(what)) throw new Error('node torture.mjs ADDRESS kill|power|windows|full [rounds] [leveldb|sqlite] [allowed ms] [seed]');
const ALLOWED = Number(allowed);
const ITEM = 'leadership.senior-leaders';

/** Numbers from a seed (mulberry32), so that the moments of a run can be had again. */
let state = Number(seed);
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}

const ARGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=zh-CN',
  // One that is free; the browser tells which in a file of the profile.
  '--remote-debugging-port=0',
  ...(backend === 'sqlite' ? ['--enable-features=IdbSqliteBackingStore'] : []),
];

/** The browsers that have not been ended. */
const running = new Set();

/** A browser in a process group of its own, so that it can be ended with all its processes at once. */
async function launched(profile) {
  const told = join(profile, 'DevToolsActivePort');
  rmSync(told, { force: true });
  const process_ = spawn(process.env.CHROMIUM ?? '/usr/bin/chromium', [...ARGS, `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => process_.once('exit', resolve));
  const begun = performance.now();
  for (;;) {
    try {
      const port = readFileSync(told, 'utf8').split('\n')[0];
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const one = { browser, group: process_.pid, ended };
      running.add(one);
      return one;
    } catch (error) {
      if (process_.exitCode !== null || performance.now() - begun > 60_000) {
        signal(process_.pid, 'SIGKILL');
        throw error;
      }
      await sleep(50);
    }
  }
}

const signal = (group, name) => process.kill(-group, name);

async function end(one) {
  const { browser, group, ended } = one;
  running.delete(one);
  await browser.close().catch(() => {});
  try {
    signal(group, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
  await ended;
}

/** Every process of a group, whichever of them has been started meanwhile. */
function standing(group) {
  const stat = (pid) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return readdirSync('/proc').filter((pid) => {
    try {
      const [mode, , of] = stat(pid);
      return /^\d+$/.test(pid) && Number(of) === group && mode !== 'T' && mode !== 'Z';
    } catch {
      return false;
    }
  });
}

/** A profile on a file system of its own. */
function disk(folder) {
  const image = join(folder, 'disk.img');
  const at = join(folder, 'disk');
  execFileSync('truncate', ['-s', '400M', image]);
  execFileSync('mkfs.ext4', ['-q', image]);
  mkdirSync(at);
  execFileSync('mount', ['-o', 'loop', image, at]);
  return { image, at };
}

const field = (page) => page.locator('main textarea').first();

/** Leads to another item. What was shown before is still there for a moment, and what is typed into it then is typed nowhere. */
async function lead(page, id, item) {
  const before = await page.title();
  const moves = await page.evaluate((to) => to !== location.hash && ((location.hash = to), true), `#/${id}/item/${item}`);
  if (moves) await page.waitForFunction((before) => document.title !== before, before);
  await field(page).waitFor();
}
const content = (page) => field(page).inputValue();

async function item(browser, id) {
  const [context] = browser.contexts();
  const page = await context.newPage();
  await page.goto(id ? `${address}#/${id}/item/${ITEM}` : `${address}#/`);
  return page;
}

/** A new assessment, kept, with the focus in the field of its item. */
async function begun(browser) {
  const page = await item(browser);
  await page.locator('main .btn.main').first().click();
  await page.waitForURL(/#\/[^/]+\/organisation/);
  const id = /#\/([^/]+)\//.exec(page.url())[1];
  await lead(page, id, ITEM);
  await field(page).focus();
  await page.locator('.saved.good').waitFor();
  return { page, id };
}

/** Types until the moment comes, and tells when each character was in the page. */
async function typing(page, moment) {
  const typed = [];
  const from = performance.now();
  for (let at = 0; performance.now() - from < moment; at += 1) {
    const character = at % 10 === 9 ? ' ' : String(at % 10);
    await page.keyboard.insertText(character);
    typed.push(performance.now());
    await sleep(random() * 40);
  }
  return typed;
}

async function round(number) {
  const folder = mkdtempSync(join(tmpdir(), 'award-kit-torture-'));
  const mounted = [];
  try {
    let profile = join(folder, 'profile');
    let drive;
    if (what === 'power') {
      drive = disk(folder);
      mounted.push(drive.at);
      profile = join(drive.at, 'profile');
    }
    const first = await launched(profile);
    const { page, id } = await begun(first.browser);
    // What the page calls saved, with the time it said so.
    await page.evaluate(() => {
      window.saved = 0;
      const look = () => {
        if (document.querySelector('.saved.good')) window.saved = document.querySelector('main textarea').value.length;
      };
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    const typed = await typing(page, 300 + random() * 3000);
    const saved = what === 'kill' ? 0 : await page.evaluate(() => window.saved);
    const wait = random() * 120;
    await sleep(wait);
    let over = performance.now();
    if (what === 'kill') {
      signal(first.group, 'SIGKILL');
    } else {
      while (standing(first.group).length > 0) signal(first.group, 'SIGSTOP');
      over = performance.now();
      const copy = join(folder, 'copy.img');
      // What has reached the device; what the mounted file system still holds back in memory has not.
      execFileSync('cp', ['--sparse=always', drive.image, copy]);
      signal(first.group, 'SIGKILL');
      const at = join(folder, 'after');
      mkdirSync(at);
      execFileSync('mount', ['-o', 'loop', copy, at]);
      mounted.push(at);
      profile = join(at, 'profile');
    }
    await end(first);
    for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) rmSync(join(profile, name), { force: true });

    const second = await launched(profile);
    const again = await item(second.browser, id);
    await field(again).waitFor();
    await again.locator('.saved').first().waitFor();
    const there = (await content(again)).length;
    await end(second);

    const lost = typed.slice(there).map((at) => over - at);
    const ms = Math.round(lost.length > 0 ? Math.max(...lost) : 0);
    const fails = ms > ALLOWED || there < saved;
    console.log(`${what} ${number}: ${typed.length} typed, ${saved} called saved, ${there} there, ${ms} ms of typing gone${fails ? '  FAILED' : ''}`);
    return { ms, fails };
  } finally {
    for (const one of [...running]) await end(one);
    for (const at of mounted.reverse()) execFileSync('umount', ['-l', at]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many full records there are. */
const records = (page) =>
  page.evaluate(async () => {
    const answer = (request) => new Promise((resolve, reject) => ((request.onsuccess = () => resolve(request.result)), (request.onerror = () => reject(request.error))));
    const database = await answer(indexedDB.open('award-kit'));
    const count = database.objectStoreNames.contains('assessments') ? await answer(database.transaction('assessments').objectStore('assessments').count()) : 0;
    database.close();
    return count;
  });

/** Takes all the room there is on a file system. */
function fill(at) {
  const file = openSync(join(at, 'filler'), 'a');
  try {
    for (let size = 1 << 22; size >= 512; ) {
      try {
        writeSync(file, Buffer.alloc(size, 1));
      } catch (error) {
        if (error.code !== 'ENOSPC') throw error;
        size >>= 1;
      }
    }
  } finally {
    closeSync(file);
  }
}

async function filled(number) {
  const folder = mkdtempSync(join(tmpdir(), 'award-kit-torture-'));
  let drive;
  try {
    drive = disk(folder);
    const profile = join(drive.at, 'profile');
    const first = await launched(profile);
    const { page, id } = await begun(first.browser);
    await typing(page, 500 + random() * 1500);
    await page.locator('.saved.good').waitFor();
    const before = await records(page);

    let told = false;
    for (let times = 0; times < 5 && !told; times += 1) {
      // What the browser itself has let go of meanwhile is taken as well.
      fill(drive.at);
      await typing(page, 500 + random() * 1000);
      told = await page
        .locator('[role=alert]')
        .first()
        .waitFor({ timeout: 3000 })
        .then(() => true, () => false);
    }
    await typing(page, 500 + random() * 1500);
    rmSync(join(drive.at, 'filler'));
    const without = await records(page).catch((error) => error.message);
    await page.locator('.saved.good').waitFor({ timeout: 90_000 });
    const typed = (await content(page)).length;
    // As a person does who has saved: what lies in local storage is written then, which a kill would cut off for some seconds.
    await (await first.browser.newBrowserCDPSession()).send('Browser.close').catch(() => {});
    await first.ended;
    await end(first);

    const second = await launched(profile);
    const again = await item(second.browser, id);
    await field(again).waitFor();
    await again.locator('.saved').first().waitFor();
    const there = (await content(again)).length;
    await end(second);
    const fails = !told || there < typed;
    console.log(`full ${number}: ${typed} typed, ${there} there, ${told ? 'told' : 'not told'}, ${before} records before, ${without} while there was no room${fails ? '  FAILED' : ''}`);
    return { ms: 0, fails };
  } finally {
    for (const one of [...running]) await end(one);
    if (drive) execFileSync('umount', ['-l', drive.at]);
    rmSync(folder, { recursive: true, force: true });
  }
}

const WRITTEN_IN = ['leadership.senior-leaders', 'leadership.governance', 'strategy.development'];

/** A walk of three windows. */
async function walk(number) {
  const seeded = state;
  const { browser } = await walking();
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  const pick = (list) => list[Math.floor(random() * list.length)];
  const words = [];
  let windows = [];

  const ended = (window, now) => words.filter((word) => word.window === window).forEach((word) => (word.lived ??= now - word.at));
  async function open(id) {
    const page = await context.newPage();
    page.on('dialog', (dialog) => dialog.accept().catch(() => {}));
    await page.goto(id ? `${address}#/${id}/item/${pick(WRITTEN_IN)}` : `${address}#/`);
    if (id) await field(page).waitFor();
    windows.push(page);
    return page;
  }
  async function type(page) {
    const word = `w${number}t${words.length}x`;
    if (random() < 0.3) {
      await lead(page, /#\/([^/]+)\//.exec(page.url())[1], pick(WRITTEN_IN));
    }
    await field(page).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(`${word} `);
    words.push({ word, window: page, at: performance.now() });
  }
  async function crash(page) {
    const crashed = page.waitForEvent('crash');
    void (await context.newCDPSession(page)).send('Page.crash').catch(() => {});
    ended(page, performance.now());
    await crashed;
    await page.close();
  }

  const first = await open();
  await first.locator('main .btn.main').first().click();
  await first.waitForURL(/#\/[^/]+\/organisation/);
  const id = /#\/([^/]+)\//.exec(first.url())[1];
  await lead(first, id, WRITTEN_IN[0]);
  for (let step = 0; step < 25; step += 1) {
    const page = windows.length > 0 ? pick(windows) : undefined;
    const chance = random();
    if (!page || (windows.length < 3 && chance < 0.2)) await open(id);
    else if (chance < 0.75) await type(page);
    else if (chance < 0.85) await sleep(random() * 500);
    else if (chance < 0.9) await page.reload().then(() => field(page).waitFor());
    else {
      windows = windows.filter((other) => other !== page);
      if (chance < 0.95) await crash(page);
      else await page.close({ runBeforeUnload: true });
    }
  }
  await Promise.all(windows.map((page) => page.close({ runBeforeUnload: true })));
  await sleep(200);
  while (context.pages().length > 0) await sleep(20);

  // The first to look gathers what was left behind; copies stand in the list after that.
  const reader = await open(id);
  const kept = () =>
    reader.evaluate(async () => {
      const answer = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
      const database = await answer(indexedDB.open('award-kit'));
      const keys = await answer(database.transaction('assessments').objectStore('assessments').getAllKeys());
      database.close();
      return keys.join(' ');
    });
  for (let before = '', same = 0; same < 10; ) {
    const now = await kept();
    same = now === before ? same + 1 : 0;
    before = now;
    await sleep(100);
  }
  await reader.goto(`${address}#/`);
  await reader.locator('main table a').first().waitFor();
  const ids = await reader.locator('main table a').evaluateAll((links) => links.map((link) => /#\/([^/]+)/.exec(link.href)?.[1]).filter(Boolean));
  let text = '';
  for (const one of ids) {
    for (const item of WRITTEN_IN) {
      await reader.goto(`${address}#/${one}/item/${item}`);
      await field(reader).waitFor();
      text += await reader.locator('main textarea').evaluateAll((areas) => areas.map((area) => area.value).join(' '));
    }
  }
  await context.close();
  const missed = words.filter(({ word, lived }) => !text.includes(word) && (lived ?? Infinity) > ALLOWED);
  const gone = missed.map(({ word, lived }) => `${word} (${lived === undefined ? 'its window was closed' : `its window crashed ${Math.round(lived)} ms later`})`);
  const fails = gone.length > 0;
  console.log(`windows ${number}: ${words.length} words, ${new Set(ids).size - 1} copies${fails ? `, gone: ${gone.join(' ')}, state ${seeded}  FAILED` : ''}`);
  return { ms: 0, fails };
}

/** The one browser of all walks, each of which has a profile of its own in it. */
const walked = mkdtempSync(join(tmpdir(), 'award-kit-torture-'));
let walker;
async function walking() {
  walker ??= await launched(walked);
  return walker;
}

const all = [];
console.log(`seed ${seed}, ${backend}`);
for (let number = 1; number <= Number(rounds); number += 1) all.push(await (what === 'windows' ? walk : what === 'full' ? filled : round)(number));
if (walker) await end(walker);
rmSync(walked, { recursive: true, force: true });
const failed = all.filter(({ fails }) => fails).length;
const most = Math.max(...all.map(({ ms }) => ms));
console.log(`${all.length} rounds, ${failed} failed, at most ${most} ms of typing gone`);
process.exit(failed > 0 ? 1 : 0);
