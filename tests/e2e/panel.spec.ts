/** A workshop of three browsers: the facilitator hands out scoring copies, two assessors score apart and hand back, the panel agrees, signs off, and takes its minute. */
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext } from '@playwright/test';
import { checkAxe } from './support/axe.ts';
import { textOf } from './support/docx.ts';
import { Kit, jsonFile, type GivenFile } from './support/kit.ts';
import { expect, test } from './support/test.ts';
import { Watch } from './support/watch.ts';
import { items } from './support/words.ts';

const FIRST = 'leadership.senior-leaders';

/** A profile of its own, watched as the first one is. */
async function profile(browser: Browser, baseURL: string, locale: string, language: Kit['language']) {
  const context = await browser.newContext({ baseURL, locale, timezoneId: 'Asia/Shanghai', acceptDownloads: true });
  const watch = new Watch(context, new URL(baseURL).origin);
  const page = await context.newPage();
  return { context, watch, kit: new Kit(page, language) };
}

/** What was downloaded, as a file that can be given on. */
async function saved(kit: Kit, click: () => Promise<void>): Promise<GivenFile> {
  const download = await kit.download(click);
  return jsonFile(download.suggestedFilename(), await readFile(await download.path()));
}

/** Opens a scoring copy, rates items of it, and hands it back. */
async function score(kit: Kit, copy: GivenFile, ratings: Record<string, number>, remark: string): Promise<GivenFile> {
  const { page } = kit;
  await kit.home();
  await kit.open(copy);
  await expect(page.getByRole('heading', { level: 1, name: kit.w('scoring.title') })).toBeVisible();
  await expect(page).toHaveURL(/#\/scoring\/[0-9a-f]+$/);
  const address = new URL(page.url()).hash;
  for (const [item, percent] of Object.entries(ratings)) {
    await page.goto(`./${address}/${item}`);
    await expect(page.getByRole('heading', { level: 2, name: kit.itemName(item) })).toBeVisible();
    await kit.step(percent).click();
    await expect(page.getByTestId('percent')).toHaveText(`${percent}%`);
  }
  await page.goto(`./${address}/${FIRST}`);
  await expect(page.getByRole('heading', { level: 2, name: kit.itemName(FIRST) })).toBeVisible();
  await page.getByRole('textbox', { name: kit.w('item.strengths'), exact: true }).fill(remark);
  await page.getByRole('radio', { name: kit.w('session.high'), exact: true }).check();
  await page.getByRole('textbox', { name: kit.w('item.strengths'), exact: true }).blur();
  await expect(page.getByText(kit.w('workshop.kept_at').split('{time}')[0].trim())).toBeVisible();
  await checkAxe(page, { where: 'scoring' });
  // It is all there after the page was left.
  await page.reload();
  await expect(page.getByRole('textbox', { name: kit.w('item.strengths'), exact: true })).toHaveValue(remark);
  await expect(page.getByTestId('percent')).toHaveText(`${ratings[FIRST]}%`);
  return saved(kit, () => kit.button('scoring.hand_back').click());
}

const every = (percent: number, other: Record<string, number>) => ({ ...Object.fromEntries(items.map(({ id }) => [id, percent])), ...other });

test('three browsers play a workshop to a signed-off consensus and its minute', async ({ kit, page, browser, baseURL, locale }) => {
  test.slow();
  const { w } = kit;
  const opened: { context: BrowserContext; watch: Watch }[] = [];
  page.on('dialog', (dialog) => void dialog.accept());

  await kit.sample();
  const id = kit.id();
  await kit.go('panel');
  await checkAxe(page, { where: 'panel, empty' });
  for (const name of ['Li', 'Wang']) {
    await page.getByRole('textbox', { name: w('workshop.member_new'), exact: true }).fill(name);
    await kit.button('workshop.member_add').click();
    await expect(page.getByRole('cell', { name, exact: true })).toBeVisible();
  }
  await page.getByRole('textbox', { name: w('workshop.facilitator'), exact: true }).fill('Zhao');
  const copies: GivenFile[] = [];
  for (const name of ['Li', 'Wang']) {
    copies.push(await saved(kit, () => page.getByRole('button', { name: w('workshop.copy_of', { name }), exact: true }).click()));
  }
  const copy = JSON.parse(copies[0].buffer.toString());
  expect(copy.format).toBe('award-kit.scoring');
  expect(Object.values(copy.answers.items).every((item: any) => !item.percent && !item.strengths)).toBe(true);

  const returned: GivenFile[] = [];
  const ratings = [every(55, { [FIRST]: 40 }), every(60, { [FIRST]: 75 })];
  for (const [at, given] of copies.entries()) {
    const own = await profile(browser, baseURL!, locale!, kit.language);
    opened.push(own);
    returned.push(await score(own.kit, given, ratings[at], `remark of ${at}`));
  }
  const back = JSON.parse(returned[0].buffer.toString());
  expect(back).toMatchObject({ assessor: 'Li', counter: 1, answers: null });

  // With two more among them that do not count.
  const stranger = { ...back, assessor: 'Qian', assessment: { ...back.assessment, key: 'sha256:0', organisation: 'another organisation', credit_code: '' } };
  const damaged = jsonFile('damaged.json', returned[1].buffer.subarray(0, 300));
  await page.goto(`./#/${id}/panel`);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: w('workshop.receive_pick'), exact: true }).first().click();
  await (await chooser).setFiles([...returned, damaged, jsonFile('stranger.json', JSON.stringify(stranger))]);
  const problems = page.getByRole('list', { name: w('workshop.problems') }).getByRole('listitem');
  await expect(problems).toHaveCount(2);
  await expect(problems.filter({ hasText: 'damaged.json' })).toContainText(w('workshop.not_counted'));
  await expect(problems.filter({ hasText: 'stranger.json' })).toContainText('another organisation');
  await expect(page.getByTestId('alpha')).toContainText(/0\.\d\d|-0\.\d\d/);

  // The item they disagree on stands first.
  const rows = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: w('workshop.column_treatment'), exact: true }) });
  const first = rows.getByRole('row').nth(1);
  await expect(first).toContainText(kit.itemName(FIRST));
  await expect(first).toContainText(w('session.discuss'));
  await expect(first).toContainText('57.5');
  await expect(first.getByRole('img')).toHaveAttribute('aria-label', new RegExp('Li 40%.*Wang 75%'));
  await first.getByRole('button').click();
  await expect(page.getByRole('cell', { name: 'remark of 1', exact: true })).toBeVisible();
  await kit.button('workshop.anonymous').click();
  // Without names no name stands anywhere on the page.
  await expect(page.getByRole('main')).not.toContainText('Li');
  await expect(page.getByRole('main')).not.toContainText('Wang');
  await kit.button('workshop.named').click();
  await checkAxe(page, { where: 'panel, scores' });

  // Consensus locks the scores.
  await kit.button('workshop.open').click();
  await expect(page.getByText(w('workshop.opened')).first()).toBeVisible();
  await expect(page.getByRole('button', { name: w('workshop.receive_pick'), exact: true }).first()).toBeDisabled();
  await kit.button('workshop.take_proposals').click();
  await kit.step(70).click();
  await expect(page.getByTestId('standing')).toContainText(w('session.far_from_median'));
  await page.getByRole('textbox', { name: w('workshop.reason'), exact: true }).fill('the evidence was found in the annex');
  await expect(page.getByTestId('standing')).toHaveText(w('workshop.state_agreed', { percent: '70%' }));
  await checkAxe(page, { where: 'panel, consensus' });

  await page.getByRole('textbox', { name: w('workshop.absent'), exact: true }).fill('Sun');
  await page.getByRole('textbox', { name: w('workshop.sign_name'), exact: true }).fill('Zhao');
  await kit.button('workshop.sign').click();
  await expect(page.getByText(w('workshop.signed'))).toBeVisible();
  await expect(page.getByText(w('workshop.kept_at').split('{time}')[0].trim())).toBeVisible();

  // All of it is there after a reload; the scores stay as they were.
  await page.reload();
  await expect(page.getByText(w('workshop.signed'))).toBeVisible();
  const total = await page.getByTestId('consensus-total').textContent();
  await kit.button('workshop.take_over').click();
  await expect(kit.notice()).toContainText(w('workshop.taken_over'));
  await kit.settled();
  expect(total).toContain((await kit.total().textContent())!);
  expect((await kit.kept()).items[FIRST].percent).toBe(70);

  const minute = await kit.download(() => kit.button('workshop.minute').click());
  expect(minute.suggestedFilename()).toMatch(/\.docx$/);
  const text = textOf(await readFile(await minute.path()));
  for (const told of ['70%', 'the evidence was found in the annex', 'Li', 'Wang', 'Zhao', 'Sun', w('minute.title')]) expect(text).toContain(told);

  // What is signed is reopened with a reason, which stands in the minute.
  await page.getByText(w('workshop.reopen_title'), { exact: true }).click();
  await kit.button('workshop.reopen_signed').click();
  await expect(kit.notice()).toContainText(w('session.no_reason'));
  await page.getByRole('textbox', { name: w('workshop.reopen_reason'), exact: true }).fill('a finding on site');
  await kit.button('workshop.reopen_signed').click();
  await expect(page.getByText(w('workshop.signed'))).toHaveCount(0);
  await checkAxe(page, { where: 'panel, reopened' });
  const again = await kit.download(() => kit.button('workshop.minute').click());
  const reopened = textOf(await readFile(await again.path()));
  for (const told of [w('minute.reopenings'), 'a finding on site', w('minute.reopened_consensus'), 'Zhao']) expect(reopened).toContain(told);

  for (const { context, watch } of opened) {
    expect(watch.faults).toEqual([]);
    await context.close();
  }
});

test('the room is led by keys alone', async ({ kit, page }) => {
  const { w } = kit;
  await kit.sample();
  await kit.go('panel');
  page.on('dialog', (dialog) => void dialog.accept());
  await kit.button('workshop.take_own').click();
  await expect(page.getByTestId('alpha')).toBeVisible();
  await kit.button('workshop.open').click();
  await page.getByRole('link', { name: w('workshop.to_room'), exact: true }).click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).not.toHaveText(w('panel.title'));
  const name = await heading.textContent();
  await page.keyboard.press('n');
  await expect(heading).not.toHaveText(name!);
  await page.keyboard.press('p');
  await expect(heading).toHaveText(name!);
  const proposed = page.getByTestId('proposed');
  await page.keyboard.type('35');
  await expect(proposed).toHaveText('35%');
  await page.keyboard.press('ArrowUp');
  await expect(proposed).toHaveText('40%');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('standing')).toContainText(w('session.outside_range'));
  // No field has opened: the keys go on, and what they are is in no text.
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await page.keyboard.press('n');
  await page.keyboard.press('p');
  await expect(heading).toHaveText(name!);
  // A digit that comes late begins anew.
  await page.keyboard.press('5');
  await expect(proposed).toHaveText('5%');
  await page.waitForTimeout(1800);
  await page.keyboard.press('0');
  await expect(proposed).toHaveText('0%');
  // A key that went into the field all the same is taken out, and that is said.
  await page.keyboard.press('r');
  await expect(page.getByRole('textbox', { name: w('workshop.reason'), exact: true })).toBeFocused();
  await page.keyboard.type('n');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alert')).toHaveText(w('room.slip', { text: 'n' }));
  // Also when the next key comes before the field has the focus.
  await page.keyboard.press('r');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await expect(heading).toHaveText(name!);
  await page.keyboard.press('r');
  await expect(page.getByRole('textbox', { name: w('workshop.reason'), exact: true })).toHaveValue('');
  await page.keyboard.press('Escape');
  await page.keyboard.press('m');
  await expect(page.getByRole('textbox', { name: w('workshop.note'), exact: true })).toBeFocused();
  await page.keyboard.type('noted in the room');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox')).toHaveCount(0);
  // Undo, the list and the card of keys.
  await page.keyboard.press('j');
  await expect(heading).toHaveText(w('room.list'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('h');
  await expect(heading).toHaveText(w('room.card_title'));
  await page.keyboard.press('x');
  await expect(heading).toHaveText(name!);
  await page.keyboard.press('t');
  await expect(kit.button('room.timer_stop')).toBeVisible();
  // A clock that runs and an item that was put off are there again after a reload, at the item at hand.
  await page.keyboard.press('l');
  await expect(heading).not.toHaveText(name!);
  await page.keyboard.press('n');
  const third = await heading.textContent();
  const place = page.locator('.room .head p').first();
  await expect(place).toContainText(w('room.later_count', { n: 1 }));
  const told = await place.textContent();
  await page.reload();
  await expect(heading).toHaveText(third!);
  await expect(place).toHaveText(told!);
  await expect(kit.button('room.timer_stop')).toBeVisible();
  await page.keyboard.press('t');
  await expect(kit.button('room.timer_start')).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText(name!);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await checkAxe(page, { where: `room, ${colorScheme}` });
  }
  await page.keyboard.press('Escape');
  await expect(heading).toHaveText(w('panel.title'));
  await page.reload();
  await page.goto(`${page.url()}/room`);
  await expect(heading).toHaveText(name!);
  await page.keyboard.press('m');
  await expect(page.getByRole('textbox', { name: w('workshop.note'), exact: true })).toHaveValue('noted in the room');
});

test('nothing covers the projected page, and a name on it is 1/25 of its height', async ({ kit, page }) => {
  const { w } = kit;
  page.on('dialog', (dialog) => void dialog.accept());
  await kit.sample();
  await kit.go('panel');
  await kit.button('workshop.take_own').click();
  await expect(page.getByTestId('alpha')).toBeVisible();
  await page.getByRole('link', { name: w('workshop.to_room'), exact: true }).click();
  for (const [width, height] of [[1920, 1080], [1280, 720]]) {
    await page.setViewportSize({ width, height });
    const name = page.locator('.room-ladder .plate').first();
    await expect(name).toBeVisible();
    const size = await page.locator('.room-ladder text.name').first().evaluate((text: SVGTextElement) => text.getScreenCTM()!.a * 42);
    expect(size).toBeGreaterThanOrEqual(height / 25);
    // All of it is on the picture, the last line too.
    const foot = await page.locator('.room-foot').boundingBox();
    expect(foot!.y + foot!.height).toBeLessThanOrEqual(height);
    expect(await page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight)).toBe(true);
    await expect(page.getByTestId('proposed')).toBeInViewport({ ratio: 1 });
    await expect(page.locator('.notices')).toBeHidden();
  }
});

test('comments become sentences, each accounted for, and ratings come by sheet, paper and code', async ({ kit, page }) => {
  const { w } = kit;
  page.on('dialog', (dialog) => void dialog.accept());
  await kit.sample();
  await kit.go('panel');
  for (const name of ['Li', 'Wang']) {
    await page.getByRole('textbox', { name: w('workshop.member_new'), exact: true }).first().fill(name);
    await kit.button('workshop.member_add').click();
  }
  // A table with assessors across: one of them is on no list and is asked for.
  const rows = items.map(({ number }, at) => `${number},${40 + 5 * (at % 3)},${50}`);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: w('workshop.receive_pick'), exact: true }).first().click();
  await (await chooser).setFiles({ name: 'across.csv', mimeType: 'text/csv', buffer: Buffer.from(['item,Li,Stranger', ...rows].join('\n')) });
  await expect(page.getByText(w('workshop.asked_title'))).toBeVisible();
  await expect(page.getByText('Stranger').first()).toBeVisible();
  await checkAxe(page, { where: 'panel, asked' });
  await page.getByRole('button', { name: w('workshop.leave_out'), exact: true }).click();
  await expect(page.getByText(w('workshop.asked_title'))).toHaveCount(0);
  // Typed from paper, by keys.
  await page.getByText(w('workshop.typing'), { exact: true }).click();
  await page.locator('#typed-name').fill('Wang');
  await page.locator('table.typing input').first().focus();
  for (let at = 0; at < items.length; at += 1) {
    await page.keyboard.type('60');
    await page.keyboard.press('Enter');
  }
  await page.locator('table.typing tbody tr').first().getByRole('textbox').nth(2).fill('no comparison. not deployed');
  await kit.button('workshop.typing_count').click();
  await expect(page.getByTestId('comments-left')).toContainText('2');
  await kit.button('workshop.open').click();
  const spread = page.locator('table.spread');
  await spread.getByRole('button', { name: new RegExp(items[0].number.replaceAll('.', '\\.')) }).click();
  const groups = page.locator('.offered');
  await expect(groups).toHaveCount(2);
  await groups.filter({ hasText: 'no comparison' }).getByRole('button', { name: w('workshop.use'), exact: true }).click();
  await expect(groups).toHaveCount(1);
  await kit.button('workshop.set_aside').click();
  await expect(kit.notice()).toContainText(w('workshop.aside_reason'));
  await groups.getByRole('textbox').fill('stands in 4.6');
  await kit.button('workshop.set_aside').click();
  await expect(groups).toHaveCount(0);
  await expect(page.getByTestId('comments-left')).toHaveText(w('minute.comments_done'));
  await page.locator('#sentence-own').fill('training records');
  await kit.button('workshop.visit_add').click();
  await checkAxe(page, { where: 'panel, sentences' });
  const list = await kit.download(() => kit.button('workshop.visits_document').click());
  expect(textOf(await readFile(await list.path()))).toContain('training records');
  await kit.button('workshop.take_over').click();
  await kit.settled();
  expect((await kit.kept()).items[items[0].id].opportunities).toBe('no comparison.');
});

test('a panel that another window changes is shown, and what two windows wrote of it is made into one', async ({ kit, page, context }) => {
  const { w } = kit;
  await kit.sample();
  await kit.settled();
  await kit.go('panel');
  const other = kit.on(await context.newPage());
  await other.page.goto(`./#/${kit.id()}/panel`);
  const add = async (on: Kit, name: string) => {
    await on.page.getByRole('textbox', { name: w('workshop.member_new'), exact: true }).fill(name);
    await on.button('workshop.member_add').click();
  };
  const member = (on: Kit, name: string) => on.page.getByRole('cell', { name, exact: true });
  await add(other, 'Li');
  await expect(member(kit, 'Li')).toBeVisible();

  // One that does not hear of the other writes on from what it knows.
  const deaf = await context.newPage();
  await deaf.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'));
  const third = kit.on(deaf);
  await deaf.goto(`./#/${kit.id()}/panel`);
  await expect(member(third, 'Li')).toBeVisible();
  await add(kit, 'Zhao');
  await expect(member(other, 'Zhao')).toBeVisible();
  await add(third, 'Wang');
  for (const name of ['Li', 'Wang', 'Zhao']) await expect(member(third, name)).toBeVisible();
  await expect(deaf.getByText(w('workshop.newer'))).toHaveCount(0);
  await page.reload();
  for (const name of ['Li', 'Wang', 'Zhao']) await expect(member(kit, name)).toBeVisible();
});
