/** Nothing is lost: typing is kept within a second, what cannot be kept says so, and nothing newer is overwritten. */
import { readFile } from 'node:fs/promises';
import type { BrowserContext } from '@playwright/test';
import { checkAxe } from './support/axe.ts';
import { jsonFile, type Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';

const LEADERS = 'leadership.senior-leaders';
const answerOf = async (kit: Kit, factor = 'approach') => (await kit.kept()).items[LEADERS].answers['']?.[factor];

/** Hides the page, as another tab in front of it does. */
async function hide(kit: Kit) {
  await kit.page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
}

/** Makes keeping fail with a full storage, or work again. */
async function full(kit: Kit, full: boolean) {
  await kit.page.evaluate((full) => {
    const store = IDBObjectStore.prototype as unknown as { put: Function; realPut?: Function };
    store.realPut ??= store.put;
    store.put = full
      ? function (this: IDBObjectStore) {
          const { dataset } = document.documentElement;
          if (this.name === 'assessments') dataset.refused = String(Number(dataset.refused ?? 0) + 1);
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        }
      : store.realPut;
  }, full);
}

/** How often the full storage refused to keep a record. */
const refusals = async (kit: Kit) => Number(await kit.page.locator('html').getAttribute('data-refused'));

test('typing is kept within a second, without leaving the field', async ({ kit, page }) => {
  await kit.create();
  await kit.go(`item/${LEADERS}`);
  const answer = kit.answer('process', 'approach');
  await answer.pressSequentially('Every Monday 每周一评审');
  const typed = Date.now();
  await expect.poll(() => answerOf(kit), { intervals: [50] }).toBe('Every Monday 每周一评审');
  expect(Date.now() - typed, 'milliseconds until it was kept').toBeLessThan(1000);
  await expect(answer).toBeFocused();
  await expect(kit.saved()).toBeVisible();
  await page.reload();
  await expect(answer).toHaveValue('Every Monday 每周一评审');
});

test('what is typed in a field is not called saved until it is', async ({ kit, page }) => {
  await kit.create();
  await kit.go(`item/${LEADERS}`);
  await kit.settled();
  const answer = kit.answer('process', 'approach');
  await answer.focus();
  // What is shown from the moment of the key on, until the page says that it is saved again; and whether it is then.
  const shown = await page.evaluateHandle(() => {
    const told: string[] = [];
    const state = () => document.querySelector('.saved[role=status]')?.textContent?.trim() ?? '';
    document.addEventListener('input', () => new MutationObserver(() => told.at(-1) !== state() && told.push(state())).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true }), {
      once: true,
      capture: true,
    });
    return told;
  });
  await page.keyboard.press('a');
  await expect.poll(async () => (await shown.jsonValue()).includes(kit.w('saved.saving'))).toBe(true);
  await expect(kit.saved()).toBeVisible();
  expect(await answerOf(kit)).toBe('a');
});

test('typing without a rest is kept all the same', async ({ kit }) => {
  await kit.create();
  await kit.go(`item/${LEADERS}`);
  const answer = kit.answer('process', 'approach');
  await answer.focus();
  let typed = '';
  // A key every 100 ms is faster than the field's rest: it must not wait for the end of the typing.
  const started = Date.now();
  while (Date.now() - started < 3000) {
    await answer.pressSequentially('字', { delay: 100 });
    typed += '字';
  }
  const kept = (await answerOf(kit)) ?? '';
  expect(typed.length - kept.length, 'characters of the last second that are not kept').toBeLessThanOrEqual(10);
});

test('the state says in words that something is being saved, and then when it was', async ({ kit, page }) => {
  await kit.create();
  await kit.settled();
  const states = await page.evaluateHandle(() => {
    const state = () => document.querySelector('header [role=status]')?.textContent ?? '';
    const before = state();
    const seen: string[] = [];
    // Other parts of the page may be drawn anew meanwhile, which is no change of the state.
    const note = () => {
      if ((seen.at(-1) ?? before) !== state()) seen.push(state());
    };
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
    return seen;
  });
  await kit.profile('name').fill('Name');
  await expect.poll(async () => (await states.jsonValue()).length).toBeGreaterThanOrEqual(2);
  const seen = await states.jsonValue();
  expect(seen[0]).toBe(kit.w('saved.saving'));
  expect(seen.at(-1)).toMatch(new RegExp(kit.w('saved.at', { time: '\\d\\d:\\d\\d' })));
});

test('a hidden page keeps what was typed at once', async ({ kit, page }) => {
  await page.clock.install();
  await kit.create();
  await kit.go(`item/${LEADERS}`);
  await kit.settled();
  // No timer runs any more, as in a page that sleeps.
  await page.clock.pauseAt(Date.now() + 60_000);
  await kit.answer('process', 'approach').fill('Typed just before another tab came to the front');
  await hide(kit);
  await expect.poll(() => answerOf(kit)).toBe('Typed just before another tab came to the front');
});

test('a reload in the middle of typing loses nothing', async ({ kit, page }) => {
  await kit.create();
  await kit.go(`item/${LEADERS}`);
  await kit.settled();
  const answer = kit.answer('process', 'approach');
  page.on('dialog', (dialog) => dialog.accept());
  await answer.fill('Typed just before the reload');
  await page.reload();
  await expect(answer).toHaveValue('Typed just before the reload');
});

test('a closed window loses nothing', async ({ kit, page, context }) => {
  await kit.create();
  await kit.go(`item/${LEADERS}`);
  await kit.settled();
  const address = page.url();
  const other = await context.newPage();
  await kit.answer('process', 'approach').fill('Typed just before the window was closed');
  page.on('dialog', (dialog) => dialog.accept());
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
  await other.goto(address);
  await expect(kit.on(other).answer('process', 'approach')).toHaveValue('Typed just before the window was closed');
});

test('going from page to page in the middle of typing loses nothing', async ({ kit, page }) => {
  await kit.create();
  await kit.go(`item/${LEADERS}`);
  await kit.answer('process', 'approach').fill('first');
  await kit.go('item/leadership.governance');
  await kit.answer('process', 'approach').fill('second');
  await kit.go('organisation');
  await kit.profile('name').fill('third');
  const id = kit.id();
  await kit.home();
  await expect(page.getByRole('table').getByRole('link')).toHaveText(['third']);
  await page.getByRole('link', { name: 'third', exact: true }).click();
  await kit.toProfile();
  await expect(kit.profile('name')).toHaveValue('third');
  const kept = await kit.kept(id);
  expect(kept.organisation.name).toBe('third');
  expect(kept.items[LEADERS].answers[''].approach).toBe('first');
  expect(kept.items['leadership.governance'].answers[''].approach).toBe('second');
  // It is still this window's own: no other window has saved.
  await kit.profile('name').fill('fourth');
  await kit.settled();
  expect((await kit.kept()).organisation.name).toBe('fourth');
});

test('the list of assessments is up to date right after a change', async ({ kit, page }) => {
  await kit.create();
  await kit.go(`item/${LEADERS}`);
  await kit.step(50).click();
  await page.getByRole('banner').getByRole('link', { name: kit.w('nav.home') }).click();
  const row = page.getByRole('row', { name: kit.w('unnamed_organisation') });
  await expect(row.getByRole('cell').nth(2)).toHaveText('1 / 23');
  await expect(row.getByRole('cell').nth(3)).toHaveText('25');
});

/** Two windows of one assessment of which the first does not hear of the other: else it would have shown the other one's
 * text before writing. The second one has written into a field. */
async function twoWindows(kit: Kit, context: BrowserContext): Promise<Kit> {
  await kit.page.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'));
  await kit.create();
  await kit.profile('name').fill('Common');
  await kit.settled();
  await kit.go(`item/${LEADERS}`);
  const other = kit.on(await context.newPage());
  await other.page.goto(kit.page.url());
  await other.answer('process', 'approach').fill('Written in the second window');
  await other.settled();
  return other;
}

const answers = async (kit: Kit) => (await kit.kept()).items[LEADERS].answers[''];

test('what two windows wrote in different places is made into one, and both go on', async ({ kit, page, context }) => {
  const other = await twoWindows(kit, context);
  await kit.answer('process', 'deployment').fill('Written in the first window');
  await expect(kit.notice()).toContainText(kit.w('windows.joined'));
  await kit.settled();
  await expect(kit.answer('process', 'approach')).toHaveValue('Written in the second window');
  expect(await answers(kit)).toMatchObject({ approach: 'Written in the second window', deployment: 'Written in the first window' });
  // The other one, which has not heard of it, goes on from what it knows.
  await other.answer('process', 'learning').fill('And on in the second window');
  await other.settled();
  await expect(other.answer('process', 'deployment')).toHaveValue('Written in the first window');
  expect(await answers(kit)).toMatchObject({
    approach: 'Written in the second window',
    deployment: 'Written in the first window',
    learning: 'And on in the second window',
  });
  // What stood in each window before is a version.
  await other.go('versions');
  await expect(other.page.getByRole('table').getByRole('row').filter({ hasText: kit.w('occasion.merge') })).toHaveCount(2);
  await kit.home();
  await expect(page.getByRole('table').getByRole('link')).toHaveCount(1);
});

test('of two windows that changed the same place the older one overwrites nothing, says so, and both wordings can be kept', async ({ kit, page, context }) => {
  await twoWindows(kit, context);
  await kit.answer('process', 'approach').fill('Written in the first window');
  await expect(kit.notSaved()).toBeVisible();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(kit.w('storage.newer'));
  expect((await answers(kit)).approach).toBe('Written in the second window');
  await alert.getByRole('button', { name: kit.w('windows.join') }).click();
  await expect(alert).toHaveCount(0);
  await kit.settled();
  for (const text of ['Written in the first window', 'Written in the second window', kit.w('windows.other'), kit.w('windows.this')]) {
    expect((await answers(kit)).approach).toContain(text);
  }
});

test('of two windows the older one overwrites nothing, says so, and can be kept as a copy', async ({ kit, page, context }) => {
  const other = await twoWindows(kit, context);
  await kit.answer('process', 'approach').fill('Written in the first window');
  await expect(kit.notSaved()).toBeVisible();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(kit.w('storage.newer'));
  await checkAxe(page);
  expect((await answers(kit)).approach).toBe('Written in the second window');

  // Writing on changes nothing of that.
  await kit.answer('process', 'approach').press('End');
  await kit.answer('process', 'approach').pressSequentially(', and on');
  await kit.answer('process', 'approach').blur();
  await expect(alert).toContainText(kit.w('storage.newer'));
  expect((await answers(kit)).approach).toBe('Written in the second window');

  const first = kit.id();
  await alert.getByRole('button', { name: kit.w('saved.keep_copy') }).click();
  await kit.at('overview');
  expect(kit.id()).not.toBe(first);
  await kit.settled();
  expect((await answers(kit)).approach).toBe('Written in the first window, and on');

  // The second window is still the one that keeps the first assessment.
  await other.answer('process', 'approach').fill('Written again in the second window');
  await other.settled();
  expect((await answers(other)).approach).toBe('Written again in the second window');
  await kit.home();
  await expect(page.getByRole('table').getByRole('link')).toHaveCount(2);
});

test('blocked storage says what to do, and the backup file still holds everything', async ({ kit, page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Blocked for this test.', 'SecurityError');
    };
  });
  await kit.home();
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(kit.w('storage.blocked'));
  await checkAxe(page);
  await kit.button('home.new').click();
  await kit.at('organisation');
  await expect(kit.notSaved()).toBeVisible();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(kit.w('storage.blocked'));
  await checkAxe(page);
  await kit.profile('name').fill('Only in this window');
  const download = await kit.download(() => alert.getByRole('button', { name: kit.w('backup.save') }).click());
  expect(JSON.parse(await readFile(await download.path(), 'utf8')).organisation.name).toBe('Only in this window');
  await expect(kit.profile('name')).toHaveValue('Only in this window');
  const { text } = await kit.backup();
  expect(JSON.parse(text).organisation.name).toBe('Only in this window');
});

test('blocked storage does not lose an assessment on the way through the home page', async ({ kit, page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Blocked for this test.', 'SecurityError');
    };
  });
  await kit.create();
  await kit.profile('name').fill('Only in this window');
  await expect(kit.notSaved()).toBeVisible();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    return dialog.dismiss();
  });
  await page.getByRole('banner').getByRole('link', { name: kit.w('nav.home') }).click();
  await page.goBack();
  await kit.at('organisation');
  await expect(kit.profile('name')).toHaveValue('Only in this window');
});

test('full storage says so, keeps the work in the page, which is saved by itself once there is room', async ({ kit, page }) => {
  test.setTimeout(120_000);
  await kit.create();
  await kit.settled();
  await full(kit, true);
  await kit.profile('name').fill('Too much');
  await expect(kit.notSaved()).toBeVisible();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(kit.w('storage.full_waits'));
  expect((await kit.kept()).organisation.name).toBe('');

  await alert.getByRole('button', { name: kit.w('saved.retry') }).click();
  await expect(alert).toContainText(kit.w('storage.full_waits'));
  await expect(kit.profile('name')).toHaveValue('Too much');

  // Writing on tries again by itself, and still fails; the page goes on saying so meanwhile.
  const before = await refusals(kit);
  const blinked = await page.evaluateHandle(() => {
    const gone: string[] = [];
    new MutationObserver(() => document.querySelector('[role=alert]') || gone.push('the alert was gone')).observe(document.body, { subtree: true, childList: true });
    return gone;
  });
  await kit.profile('industry').fill('Industry');
  await kit.profile('industry').blur();
  await expect.poll(() => refusals(kit)).toBeGreaterThan(before);
  await expect(alert).toContainText(kit.w('storage.full_waits'));
  expect(await blinked.jsonValue()).toEqual([]);
  const { text } = await kit.backup();
  expect(JSON.parse(text).organisation).toMatchObject({ name: 'Too much', industry: 'Industry' });

  // Nobody clicks: the next try of the kit's own is at most a minute away.
  await full(kit, false);
  await expect(alert).toBeHidden({ timeout: 70_000 });
  await expect(kit.saved()).toBeVisible();
  expect((await kit.kept()).organisation).toMatchObject({ name: 'Too much', industry: 'Industry' });
});

test('full storage does not lose the changes on the way through the home page', async ({ kit, page }) => {
  await kit.create();
  await kit.settled();
  await full(kit, true);
  await kit.profile('name').fill('Too much');
  await expect(kit.notSaved()).toBeVisible();
  await page.getByRole('banner').getByRole('link', { name: kit.w('nav.home') }).click();
  await page.goBack();
  await kit.at('organisation');
  await expect(kit.profile('name')).toHaveValue('Too much');
});

test('full storage and a file to open: the file stands in the page and says that it is not kept', async ({ kit, page }) => {
  await kit.create();
  const { text } = await kit.backup();
  await kit.home();
  await full(kit, true);
  await kit.open(jsonFile('given.json', text));
  await kit.at('overview');
  await expect(kit.notSaved()).toBeVisible();
  await expect(page.getByRole('alert')).toContainText(kit.w('storage.full_waits'));
});

test('undo and redo work by buttons and by keys', async ({ kit, page }) => {
  await kit.create();
  await kit.go(`item/${LEADERS}`);
  const undo = kit.button('top.undo');
  const redo = kit.button('top.redo');
  const percent = page.getByTestId('percent');
  await expect(undo).toBeDisabled();
  await expect(redo).toBeDisabled();
  await kit.step(30).click();
  await kit.step(70).click();
  const answer = kit.answer('process', 'approach');
  await answer.fill('One step');
  await answer.blur();

  await undo.click();
  await expect(answer).toHaveValue('');
  await expect(percent).toHaveText('70%');
  await undo.click();
  await expect(percent).toHaveText('30%');
  await redo.click();
  await expect(percent).toHaveText('70%');
  await undo.click();
  await undo.click();
  await expect(percent).toHaveText(kit.w('not_rated'));
  await expect(undo).toBeDisabled();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('ControlOrMeta+y');
  await expect(percent).toHaveText('30%');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(percent).toHaveText('70%');
  await page.keyboard.press('ControlOrMeta+y');
  await expect(answer).toHaveValue('One step');
  await expect(redo).toBeDisabled();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(answer).toHaveValue('');
  await kit.settled();
  expect((await kit.kept()).items[LEADERS].percent).toBe(70);
  expect((await answerOf(kit)) ?? '').toBe('');
  // A new change ends what could be redone.
  await kit.step(35).click();
  await expect(redo).toBeDisabled();
});

test('the button of undo stays where it is while a change is saved and the total grows', async ({ kit, page }) => {
  await kit.create();
  await kit.go(`item/${LEADERS}`);
  await kit.settled();
  await page.getByRole('button', { name: kit.w('top.undo'), exact: true }).evaluate((button) => {
    const places = new Set<number>();
    const states = new Set<string>();
    const look = () => {
      places.add(button.getBoundingClientRect().x);
      states.add(document.querySelector('.saved[role=status]')!.className);
    };
    look();
    new MutationObserver(look).observe(document.querySelector('header')!, { subtree: true, childList: true, characterData: true, attributes: true });
    Object.assign(window, { seen: () => ({ places: [...places], states: states.size }) });
  });
  const total = page.getByTestId('total');
  for (const percent of [5, 70, 100]) {
    const before = await total.textContent();
    await kit.step(percent).click();
    await expect(total).not.toHaveText(before!);
    await kit.settled();
  }
  const seen = await page.evaluate(() => (window as unknown as { seen(): { places: number[]; states: number } }).seen());
  expect(seen.states, 'saving and saved were both seen').toBeGreaterThan(1);
  expect(seen.places, 'one place').toHaveLength(1);
});

test('a choice is undone by keys while the focus is on it', async ({ kit, page }) => {
  await kit.create();
  const service = page.getByRole('radio', { name: kit.w('term.kind.service'), exact: true });
  await service.check();
  await expect(service).toBeChecked();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(service).not.toBeChecked();
});

test('within a field the keys of undo belong to the field', async ({ kit, page }) => {
  await kit.create();
  await kit.go(`item/${LEADERS}`);
  await kit.step(30).click();
  const answer = kit.answer('process', 'approach');
  await answer.pressSequentially('abc');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(answer).not.toHaveValue('abc');
  await expect(page.getByTestId('percent')).toHaveText('30%');
});

test('everything is erased when asked twice, and the kit starts anew', async ({ kit, page }) => {
  await kit.sample();
  await kit.settled();
  await kit.settings();
  page.once('dialog', (dialog) => dialog.dismiss());
  await kit.button('settings.erase').click();
  expect(Object.keys(await kit.stored())).toHaveLength(1);
  page.once('dialog', (dialog) => dialog.accept());
  await kit.button('settings.erase').click();
  await expect(kit.notice()).toContainText(kit.w('settings.erased'));
  await kit.home();
  await expect(page.getByRole('heading', { name: kit.w('home.empty_title') })).toBeVisible();
  await kit.button('home.new').click();
  await kit.at('organisation');
  await kit.settled();
});

test('a room that is nearly full is said before anything fails, with what takes it', async ({ kit, page }) => {
  await page.addInitScript(() => {
    navigator.storage.estimate = async () => ({ usage: 850_000_000, quota: 1_000_000_000 });
  });
  await kit.sample();
  await expect(kit.notice()).toContainText(kit.w('room.nearly_full', { percent: '85' }));
  await checkAxe(page);
  await kit.settled();
  await kit.settings();
  await expect(page.getByText(kit.w('room.used', { used: '850.0 MB', quota: '1000.0 MB', percent: '85' }))).toBeVisible();
  await expect(page.getByRole('definition').first()).toHaveText(/^0\.[1-9] MB$/);
  await checkAxe(page);
});
