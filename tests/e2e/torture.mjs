/**
 * Kills and power cuts while somebody types into the real page: what of it is there afterwards.
 *
 *   cargo xtask torture kill --rounds 100
 *   cargo xtask torture power --rounds 100        (root: a file system of its own is mounted for the profile; both back ends)
 *
 * In each round a field of an item is typed into, one character every few milliseconds, and at a random moment the
 * browser is killed with all its processes, or the disk is copied as it is at that moment while its processes stand still.
 * Then the same profile, or the copy of the disk, is opened again. Told for each round: what was typed, how much of that the
 * page called saved, and how many milliseconds of typing are gone. The round fails where a saved character is gone, or
 * one that was typed more than 50 ms before the end. (The tests allow more for that: how soon a disk answers is up to a machine
 * that is busy with other things.)
 */
import { chromium } from '@playwright/test';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const [address, what, rounds = '10', backend = 'leveldb', allowed = '50', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
if (!['kill', 'power'].includes(what)) throw new Error('node torture.mjs ADDRESS kill|power [rounds] [leveldb|sqlite] [allowed ms] [seed]');
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

const args = (port) => [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=zh-CN',
  `--remote-debugging-port=${port}`,
  ...(backend === 'sqlite' ? ['--enable-features=IdbSqliteBackingStore'] : []),
];

/** The browsers that have not been ended. */
const running = new Set();

/** A browser in a process group of its own, so that it can be ended with all its processes at once. */
async function launched(profile) {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const process_ = spawn(process.env.CHROMIUM ?? '/usr/bin/chromium', [...args(port), `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => process_.once('exit', resolve));
  for (;;) {
    try {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const one = { browser, group: process_.pid, ended };
      running.add(one);
      return one;
    } catch (error) {
      if (process_.exitCode !== null) throw error;
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
const content = (page) => field(page).inputValue();

async function item(browser, id) {
  const [context] = browser.contexts();
  const page = await context.newPage();
  await page.goto(id ? `${address}#/${id}/item/${ITEM}` : `${address}#/`);
  return page;
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
    const page = await item(first.browser);
    await page.locator('main .btn.main').first().click();
    await page.waitForURL(/#\/[^/]+\/organisation/);
    const id = /#\/([^/]+)\//.exec(page.url())[1];
    await page.evaluate(([id, item]) => (location.hash = `#/${id}/item/${item}`), [id, ITEM]);
    await field(page).focus();
    await page.locator('.saved.good').waitFor();
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

const all = [];
console.log(`seed ${seed}, ${backend}`);
for (let number = 1; number <= Number(rounds); number += 1) all.push(await round(number));
const failed = all.filter(({ fails }) => fails).length;
const most = Math.max(...all.map(({ ms }) => ms));
console.log(`${all.length} rounds, ${failed} failed, at most ${most} ms of typing gone`);
process.exit(failed > 0 ? 1 : 0);
