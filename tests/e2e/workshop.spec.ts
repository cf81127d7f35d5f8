/**
 * A workshop of six, led to its end in the page: two hand back files, one a table, one paper, one a code, and one leaves half-way. Without
 * names; every comment is accounted for, and consensus, feedback, site review and minutes come of it.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { checkAxe } from './support/axe.ts';
import { textOf } from './support/docx.ts';
import { jsonFile, type GivenFile, type Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';
import { items } from './support/words.ts';

const [LI, WANG, ZHOU, QIAN, SUN, WU] = ['Li Yiming', 'Wang Er', 'Zhou Sanli', 'Qian Siyuan', 'Sun Wuyi', 'Wu Liu'];
const NAMES = [LI, WANG, ZHOU, QIAN, SUN, WU];
const [FIRST, SECOND] = items.map(({ id }) => id);

/** Ratings that lie apart, differently for each. */
const rating = (item: number, assessor: number) => 35 + 5 * ((item * 3 + assessor * (1 + (item % 4))) % 9);

type Said = Partial<Record<'strengths' | 'opportunities', string>>;

/** A handed-back copy as the assessor's page writes it. */
function handedBack(copy: GivenFile, assessor: number, rated: number, said: Record<string, Said>): GivenFile {
  const file = JSON.parse(copy.buffer.toString());
  const scores = items.slice(0, rated).map(({ id }, at) => [id, { percent: rating(at, assessor), ...said[id] }]);
  return jsonFile(`${file.assessor}.json`, JSON.stringify({ ...file, counter: 1, answers: null, scores: Object.fromEntries(scores) }));
}

/** Hands files to the panel, as they are chosen at once. */
async function receive(kit: Kit, files: GivenFile[]) {
  const chooser = kit.page.waitForEvent('filechooser');
  await kit.page.getByRole('button', { name: kit.w('workshop.receive_pick'), exact: true }).first().click();
  await (await chooser).setFiles(files);
}

/** Rates every item of a copy in the page that opens it, and gives the code that stands there. */
async function codeOf(kit: Kit, page: Page, copy: GivenFile, assessor: number): Promise<string> {
  const own = kit.on(page);
  await own.home();
  await own.open(copy);
  await expect(page).toHaveURL(/#\/scoring\/[0-9a-f]+$/);
  const address = new URL(page.url()).hash;
  for (const [at, { id }] of items.entries()) {
    await page.goto(`./${address}/${id}`);
    await expect(page.getByRole('heading', { level: 2, name: own.itemName(id) })).toBeVisible();
    await own.step(rating(at, assessor)).click();
    await expect(page.getByTestId('percent')).toHaveText(`${rating(at, assessor)}%`);
  }
  await page.getByText(kit.w('workshop.code'), { exact: true }).click();
  return (await page.getByTestId('code').textContent())!;
}

test('six assessors come to a consensus and its documents, without a name, and every comment is accounted for', async ({ kit, page, browser, baseURL, locale }) => {
  test.slow();
  const { w } = kit;
  page.on('dialog', (dialog) => void dialog.accept());
  await kit.sample();
  await kit.go('panel');
  for (const name of NAMES) {
    await page.getByRole('textbox', { name: w('workshop.member_new'), exact: true }).fill(name);
    await kit.button('workshop.member_add').click();
    await expect(page.getByRole('cell', { name, exact: true })).toBeVisible();
  }
  const copyOf = async (name: string) => {
    const download = await kit.download(() => page.getByRole('button', { name: w('workshop.copy_of', { name }), exact: true }).click());
    return jsonFile(download.suggestedFilename(), await readFile(await download.path()));
  };

  // Two by file, and one who leaves after eleven items.
  const comments = { [FIRST]: { strengths: 'the method is documented', opportunities: 'monitoring covers little' } };
  await receive(kit, [
    handedBack(await copyOf(LI), 0, items.length, comments),
    handedBack(await copyOf(WANG), 1, items.length, { [FIRST]: { strengths: 'The method is documented.' } }),
    handedBack(await copyOf(WU), 5, 11, { [SECOND]: { opportunities: 'review takes too long' } }),
  ]);
  await expect(page.getByRole('list', { name: w('workshop.problems') }).getByRole('listitem')).toHaveCount(1);
  // One by a table.
  await receive(kit, [{ name: 'zhou.csv', mimeType: 'text/csv', buffer: Buffer.from([`item,${ZHOU}`, ...items.map(({ number }, at) => `${number},${rating(at, 2)}`)].join('\n')) }]);
  // One from paper, typed by keys.
  await page.getByText(w('workshop.typing'), { exact: true }).click();
  await page.locator('#typed-name').fill(QIAN);
  await page.locator('table.typing input').first().focus();
  for (const at of items.keys()) {
    await page.keyboard.type(String(rating(at, 3)));
    await page.keyboard.press('Enter');
  }
  await page.locator('table.typing tbody tr').first().getByRole('textbox').nth(2).fill('no comparison with the best');
  await kit.button('workshop.typing_count').click();
  await expect(page.locator('#typed-name')).toHaveValue('');
  // One by a code that was told over the telephone.
  const context = await browser.newContext({ baseURL, locale, timezoneId: 'Asia/Shanghai' });
  const code = await codeOf(kit, await context.newPage(), await copyOf(SUN), 4);
  await context.close();
  await page.locator('#typed-name').fill(SUN);
  await page.locator('#typed-code').fill(code);
  await kit.button('workshop.code_read').click();
  await expect(page.locator('.tag.g').filter({ hasText: w('workshop.back') })).toHaveCount(NAMES.length);

  // From here on without names.
  await kit.button('workshop.anonymous').click();
  const noName = async (where: string) => {
    const told = await page.locator('body').innerText();
    for (const name of NAMES) expect(told, where).not.toContain(name);
  };
  await noName('the panel');
  await expect(page.getByTestId('comments-left')).toContainText('5');
  await kit.button('workshop.open').click();
  const row = (item: string) => page.locator('table.spread').getByRole('button', { name: kit.itemName(item), exact: true });
  const groups = page.locator('.offered');

  // The first item: two that say the same become one, one is used, and one set aside.
  await row(FIRST).click();
  await expect(groups).toHaveCount(3);
  const act = (text: string, label: string) => groups.filter({ hasText: text }).getByRole('button', { name: w(label), exact: true }).click();
  await act('method is documented', 'workshop.merge');
  await expect(groups).toHaveCount(2);
  await act('monitoring', 'workshop.use');
  await expect(groups).toHaveCount(1);
  await groups.getByRole('textbox').fill('stands in 4.6');
  await act('no comparison', 'workshop.set_aside');
  await expect(groups).toHaveCount(0);
  // The second: the comment in other words, and a question for the site.
  await row(SECOND).click();
  await groups.getByRole('textbox').fill('The review cycle is long');
  await act('review takes', 'workshop.use');
  await expect(page.getByTestId('comments-left')).toHaveText(w('minute.comments_done'));
  await page.locator('#sentence-own').fill('records of the last two reviews');
  await kit.button('workshop.visit_add').click();
  await checkAxe(page, { where: 'panel, sentences' });
  await noName('the sentences');

  // What lies within the tolerance is taken, the rest agreed in the room by keys.
  await kit.button('workshop.take_proposals').click();
  await page.getByRole('link', { name: w('workshop.to_room'), exact: true }).click();
  await expect(page.locator('.room')).toBeVisible();
  for (const at of items.keys()) {
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('standing')).toContainText(w('workshop.state_agreed', { percent: '' }).trim());
    if (at === 0) await noName('the room');
    if (at < items.length - 1) {
      await page.keyboard.press('n');
      await expect(page.locator('.room .head p').first()).toContainText(w('room.place', { n: at + 2, all: items.length }));
    }
  }
  await page.keyboard.press('Escape');
  await expect(page.getByText(w('workshop.agreed_count', { n: items.length, all: items.length, discuss: '#' }).split('#')[0])).toBeVisible();

  const visits = textOf(await readFile(await (await kit.download(() => kit.button('workshop.visits_document').click())).path()));
  expect(visits).toContain('records of the last two reviews');
  const total = await page.getByTestId('consensus-total').textContent();
  const minute = textOf(await readFile(await (await kit.download(() => kit.button('workshop.minute').click())).path()));
  for (const told of ['stands in 4.6', 'The review cycle is long', 'monitoring covers little', w('minute.comments_done')]) expect(minute).toContain(told);
  for (const name of NAMES) expect(minute).not.toContain(name);

  await kit.button('workshop.take_over').click();
  await kit.settled();
  expect(total).toContain((await kit.total().textContent())!);
  const kept = (await kit.kept()).items;
  expect(kept[FIRST]).toMatchObject({ opportunities: expect.stringContaining('monitoring covers little'), strengths: expect.stringContaining('method is documented') });
  expect(kept[SECOND].opportunities).toContain('The review cycle is long');
  await kit.go('draft');
  await page.getByText(w('draft.others'), { exact: true }).click();
  const feedback = textOf(await readFile(await (await kit.download(() => kit.button('target.feedback').click())).path()));
  for (const told of ['method is documented', 'monitoring covers little', 'The review cycle is long']) expect(feedback).toContain(told);
  for (const name of NAMES) expect(feedback).not.toContain(name);
});
