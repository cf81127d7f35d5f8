/** Notes: written where one reads, settled, listed, found, taken along by a part that is handed out and brought back, and in nothing that
 * is handed in. */
import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { checkAxe } from './support/axe.ts';
import { textOf } from './support/docx.ts';
import { jsonFile, type GivenFile, type Kit } from './support/kit.ts';
import { profile } from './support/profile.ts';
import { expect, test } from './support/test.ts';
import { day, item } from './support/words.ts';

const ITEM = 'leadership.governance';
const OTHER = 'customers.knowledge';
const RESULTS = 'results.customers';
const INDICATOR = 'customer-satisfaction';
/** Names that are in no sample. */
const AUTHOR = { zh: '黎新批', en: 'Lee Annott' };

/** The answer to a factor, as the kit names it in a sentence. */
const answer = (kit: Kit, id: string, factor: string) => `${kit.itemName(id)} · ${kit.pack(`factor.${item(id).rubric}.${factor}`)}`;

/** The mark of the notes about something, which is named at the end of what it says. */
const mark = (kit: Kit, about: string): Locator => {
  const end = new RegExp(`${about.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
  return kit.page.locator('details.noted').filter({ has: kit.page.locator('summary', { hasText: end }) });
};
const text = (kit: Kit, about: string, n: number): Locator => mark(kit, about).getByRole('textbox', { name: kit.w('notes.text_of', { n, place: about }), exact: true });
const settle = (kit: Kit, about: string, n: number): Locator => mark(kit, about).getByRole('button', { name: kit.w('notes.settle_of', { n, place: about }), exact: true });
const list = (kit: Kit): Locator => kit.page.getByRole('region', { name: kit.w('notes.title'), exact: true });

async function unfold(kit: Kit, about: string) {
  if ((await mark(kit, about).getAttribute('open')) === null) await mark(kit, about).locator('summary').click();
}

async function write(kit: Kit, about: string, words: string) {
  await unfold(kit, about);
  await mark(kit, about).getByRole('textbox', { name: kit.w('notes.new_of', { place: about }), exact: true }).fill(words);
  await mark(kit, about).getByRole('button', { name: kit.w('notes.add'), exact: true }).click();
}

const kept = async (kit: Kit) => Object.values(((await kit.kept()) as any).notes ?? {}) as any[];

test('a note is written beside an answer, settled, listed with the way back, and stands in nothing that is handed in', async ({ kit, page }) => {
  const { w } = kit;
  const about = answer(kit, ITEM, 'approach');
  await kit.sample();
  await kit.go(`item/${ITEM}`);
  await expect(mark(kit, about).locator('summary')).toContainText(w('notes.button'));

  // Without a word there is none.
  await write(kit, about, ' ');
  await expect(kit.notice()).toContainText(w('notes.empty'));
  expect(await kept(kit)).toEqual([]);

  await mark(kit, about).getByRole('textbox', { name: w('notes.author'), exact: true }).fill(AUTHOR[kit.language]);
  await write(kit, about, 'where is the record of 2015');
  await expect(mark(kit, about).locator('summary')).toContainText(w('notes.button_counted', { n: 1 }));
  await expect(text(kit, about, 1)).toHaveValue('where is the record of 2015');
  await expect(mark(kit, about)).toContainText(AUTHOR[kit.language]);
  await expect(mark(kit, about).getByText(w('notes.open'), { exact: true })).toBeVisible();
  await checkAxe(page, { where: 'item with a note that is open' });

  // It is written on, and the name is remembered for the next one, also after the page was opened anew.
  await text(kit, about, 1).fill('where are the records of 2015');
  await kit.settled();
  await write(kit, kit.itemName(ITEM), 'ask the works council');
  await kit.settled();
  await page.reload();
  const strengths = `${kit.itemName(ITEM)} · ${w('item.strengths')}`;
  await write(kit, strengths, 'too long');
  await kit.settled();
  const [first, second, third] = await kept(kit);
  expect(first).toMatchObject({ text: 'where are the records of 2015', author: AUTHOR[kit.language], done: false, item: ITEM, factor: 'approach' });
  expect(second).toMatchObject({ text: 'ask the works council', author: AUTHOR[kit.language], item: ITEM });
  expect(second.factor).toBeUndefined();
  expect(third).toMatchObject({ author: AUTHOR[kit.language], field: 'strengths' });

  // Settled, taken back by one step, settled again.
  await unfold(kit, about);
  await settle(kit, about, 1).click();
  await expect(mark(kit, about).getByText(w('notes.done'), { exact: true })).toBeVisible();
  await kit.button('top.undo').click();
  await expect(mark(kit, about).getByText(w('notes.open'), { exact: true })).toBeVisible();
  await settle(kit, about, 1).click();
  await kit.settled();

  await kit.go('overview');
  await expect(list(kit)).toContainText(w('notes.counts', { open: 2, done: 1 }));
  await expect(list(kit).getByText('ask the works council', { exact: true })).toBeVisible();
  await expect(list(kit).getByText('where are the records of 2015', { exact: true })).toBeHidden();
  await checkAxe(page, { where: 'overview with notes' });
  await list(kit).getByRole('button', { name: w('notes.settle_of', { n: 2, place: kit.itemName(ITEM) }), exact: true }).click();
  await expect(list(kit)).toContainText(w('notes.counts', { open: 1, done: 2 }));
  await list(kit).getByRole('link', { name: strengths, exact: true }).click();
  await kit.at(`item/${ITEM}`);
  await expect(page.getByRole('textbox', { name: w('item.strengths'), exact: true })).toBeFocused();

  // Deleted, and brought back.
  await unfold(kit, strengths);
  const remove = mark(kit, strengths).getByRole('button', { name: w('notes.remove_of', { n: 3, place: strengths }), exact: true });
  page.once('dialog', (asked) => asked.accept());
  await remove.click();
  await expect(mark(kit, strengths).locator('summary')).not.toContainText(w('notes.button_counted', { n: 1 }));
  await kit.button('top.undo').click();
  await expect(remove).toBeVisible();
  await kit.settled();
  expect(await kept(kit)).toHaveLength(3);

  await kit.go('draft');
  for (const variant of ['draft', 'submission']) {
    await page.getByLabel(w('draft.variant'), { exact: true }).selectOption(variant);
    const download = await kit.download(() => kit.button('draft.word').click());
    const document = textOf(new Uint8Array(await readFile(await download.path())));
    expect(document.length).toBeGreaterThan(1000);
    for (const words of ['records of 2015', 'works council', 'too long', AUTHOR[kit.language]]) expect(document, variant).not.toContain(words);
  }
});

test('a note is written, settled and found by keys alone', async ({ kit, page }) => {
  const { w } = kit;
  const about = answer(kit, ITEM, 'deployment');
  await kit.create();
  await kit.go(`item/${ITEM}`);
  const summary = mark(kit, about).locator('summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  const form = mark(kit, about).getByRole('textbox', { name: w('notes.new_of', { place: about }), exact: true });
  await expect(form).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(form).toBeFocused();
  await page.keyboard.type('which plants');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Wang');
  await page.keyboard.press('Enter');
  await expect(text(kit, about, 1)).toHaveValue('which plants');
  await settle(kit, about, 1).focus();
  await page.keyboard.press('Enter');
  await expect(mark(kit, about).getByText(w('notes.done'), { exact: true })).toBeVisible();
  await kit.settled();
  expect(await kept(kit)).toMatchObject([{ text: 'which plants', author: 'Wang', done: true }]);

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: w('finder.title'), exact: true }).fill('which plants');
  await expect(page.getByRole('option').filter({ hasText: 'which plants' }).first()).toContainText(w('finder.note'));
});

test('a note stands at a figure of a year, and the row says so until it is settled', async ({ kit, page }) => {
  const { w } = kit;
  const name = kit.pack(`indicator.${INDICATOR}`);
  await kit.sample();
  await kit.go(`indicators/${RESULTS}`);
  const details = page.getByRole('button', { name: w('grid.details_of', { name }), exact: true });
  const row = page.getByRole('row').filter({ has: details });
  await details.click();
  await unfold(kit, name);
  const year = mark(kit, name).getByRole('combobox', { name: w('notes.year'), exact: true });
  const chosen = await year.getByRole('option').last().getAttribute('value');
  await year.selectOption(chosen!);
  await write(kit, name, 'which survey');
  await expect(row).toContainText(w('notes.button_counted', { n: 1 }));
  await expect(mark(kit, name)).toContainText(w('member.year', { year: chosen! }));
  await checkAxe(page, { where: 'figures with a note' });
  await kit.settled();
  expect(await kept(kit)).toMatchObject([{ text: 'which survey', indicator: INDICATOR, year: Number(chosen) }]);

  await kit.go('overview');
  await list(kit).getByRole('link', { name: `${name} · ${w('member.year', { year: chosen! })}`, exact: true }).click();
  await kit.at(`indicators/${RESULTS}`);
  await expect(page.getByRole('textbox', { name: w('grid.value_of', { name, year: chosen! }), exact: true })).toBeFocused();
  await details.click();
  await unfold(kit, name);
  await settle(kit, name, 1).click();
  await expect(row).not.toContainText(w('notes.button_counted', { n: 1 }));
});

test('a part says until when and what is wanted, has the notes of its items, and brings back what was done with them', async ({ kit, page, browser, baseURL, locale }) => {
  test.slow();
  const { w } = kit;
  const instruction = 'figures of 3 years, ask Ms Li';
  const saved = async (of: Kit, click: () => Promise<void>): Promise<GivenFile> => {
    const download = await of.download(click);
    return jsonFile(download.suggestedFilename(), await readFile(await download.path()));
  };
  await kit.sample();
  const id = kit.id();
  for (const [of, words] of [[ITEM, 'for them'], [OTHER, 'not for them']] as const) {
    await kit.go(`item/${of}`);
    await write(kit, kit.itemName(of), words);
    await kit.settled();
  }
  await kit.go('departments');
  await page.getByRole('checkbox', { name: kit.itemName(ITEM), exact: true }).check();
  await page.getByLabel(w('departments.deadline'), { exact: true }).fill('2020-03-02');
  await page.getByLabel(w('departments.instruction'), { exact: true }).fill(instruction);
  await page.getByRole('textbox', { name: w('departments.name'), exact: true }).fill('Sales');
  const part = await saved(kit, () => kit.button('departments.save_part').click());
  const out = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: w('departments.due'), exact: true }) });
  await expect(out).toContainText(day(w, '2020-03-02'));
  await expect(out).toContainText(w('departments.overdue'));
  await expect(out).toContainText(instruction);
  await checkAxe(page, { where: 'departments, a part that is overdue' });

  const own = await profile(browser, baseURL!, locale!, kit.language);
  await own.kit.home();
  await own.kit.open(part);
  await own.kit.at(`item/${ITEM}`);
  await expect(own.kit.page.getByText(w('part.overdue', { date: day(w, '2020-03-02') }), { exact: true })).toBeVisible();
  await expect(own.kit.page.getByText(w('part.instruction', { text: instruction }), { exact: true })).toBeVisible();
  const about = kit.itemName(ITEM);
  await unfold(own.kit, about);
  await expect(text(own.kit, about, 1)).toHaveValue('for them');
  await settle(own.kit, about, 1).click();
  await write(own.kit, answer(kit, ITEM, 'learning'), 'done in May');
  await own.kit.settled();
  expect((await kept(own.kit)).map((note) => note.text)).toEqual(['for them', 'done in May']);
  await checkAxe(own.kit.page, { where: 'a part with notes, a deadline and an instruction' });
  const returned = await saved(own.kit, () => own.kit.button('part.return').click());

  const chooser = page.waitForEvent('filechooser');
  await kit.button('departments.receive_pick').click();
  await (await chooser).setFiles([returned]);
  await expect(page.getByRole('article', { name: returned.name, exact: true })).toContainText(w('matter.notes', { n: 2 }));
  await kit.button('departments.apply', { n: 1 }).click();
  await kit.settled();
  const all = Object.values(((await kit.kept(id)) as any).notes) as any[];
  expect(all.map(({ text, done }) => [text, done]).sort()).toEqual([['done in May', false], ['for them', true], ['not for them', false]]);
  await expect(out).not.toContainText(w('departments.overdue'));
  await kit.go('overview');
  await expect(list(kit).getByRole('link', { name: answer(kit, ITEM, 'learning'), exact: true })).toBeVisible();
  expect(own.watch.faults).toEqual([]);
  await own.context.close();
});
