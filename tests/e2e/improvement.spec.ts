/** The improvement plan and the draft: opportunities become actions, actions are ranked, and everything leaves in every format. */
import { readFile } from 'node:fs/promises';
import type { Download, Locator } from '@playwright/test';
import { checkAxe } from './support/axe.ts';
import type { Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';

const ITEM = 'leadership.governance';
const label = (kit: Kit, key: string): Locator => kit.page.getByLabel(kit.w(key), { exact: true });
const link = (kit: Kit, name: string): Locator => kit.page.getByRole('main').getByRole('link', { name, exact: true });
const row = (kit: Kit, name: string): Locator => kit.page.getByRole('row').filter({ has: kit.page.getByRole('link', { name, exact: true }) });
const plan = async (kit: Kit) => (await kit.kept()) as any;
/** Opens an action and waits for its fields: those of another action bear the same labels. */
async function chosen(kit: Kit, name: string) {
  await link(kit, name).click();
  await expect(kit.page.getByRole('region', { name })).toBeVisible();
}
/** The actions as they are kept, whatever they are called. */
const actions = (kept: any): any[] => Object.values(kept.actions);

async function planOf(kit: Kit) {
  await kit.page.goto(`./#/${kit.id()}/improvement`);
  await expect(kit.page.getByRole('heading', { level: 1, name: kit.w('improvement.title') })).toBeVisible();
}

async function blank(kit: Kit) {
  await kit.create();
  await kit.go(`item/${ITEM}`);
  await kit.step(50).click();
  await kit.page.getByRole('textbox', { name: kit.w('item.opportunities'), exact: true }).fill('No outside view\nReviews too seldom');
}

test('a number and a day that are being typed stay when the page is drawn anew', async ({ kit, page }) => {
  await blank(kit);
  await kit.button('improvement.adopt_here').click();
  await page.getByRole('link', { name: kit.w('improvement.of_item', { n: 2 }) }).click();
  await chosen(kit, 'No outside view');
  const days = label(kit, 'improvement.days');
  await days.fill('12');
  // Another field is changed while the focus stays here: what follows from it is drawn.
  const change = (value: string) =>
    label(kit, 'improvement.gain').evaluate((list: HTMLSelectElement, value) => {
      list.value = value;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    }, value);
  await change('10');
  await expect(row(kit, 'No outside view').getByRole('cell', { name: /^\+?3$/ }).first()).toBeVisible();
  await expect(days).toBeFocused();
  await expect(days).toHaveValue('12');
  await days.press('Tab');
  await kit.settled();
  expect(actions(await plan(kit))[0]).toMatchObject({ days: 12, gain: 10 });
  // Undo is another kept value, and is shown.
  await kit.button('top.undo').click();
  await expect(days).toHaveValue('');
});

test('opportunities of an item become actions, which are ranked by their gain for the effort', async ({ kit, page }) => {
  await blank(kit);
  await kit.button('improvement.adopt_here').click();
  await expect(kit.notice()).toContainText(kit.w('improvement.adopted', { n: 2 }));
  await kit.button('improvement.adopt_here').click();
  await expect(kit.notice()).toContainText(kit.w('improvement.adopted_none'));
  await page.getByRole('link', { name: kit.w('improvement.of_item', { n: 2 }) }).click();
  await chosen(kit, 'No outside view');
  await label(kit, 'improvement.gain').selectOption('10');
  await label(kit, 'improvement.days').fill('12');
  await label(kit, 'improvement.owner').fill('Board office');
  await label(kit, 'improvement.due').fill('2020-06-30');
  await label(kit, 'improvement.progress').selectOption('doing');
  await expect(row(kit, 'No outside view')).toContainText(kit.w('improvement.late'));
  await checkAxe(page);
  await chosen(kit, 'Reviews too seldom');
  await label(kit, 'improvement.gain').selectOption('20');
  await label(kit, 'improvement.size').selectOption('S');
  const names = page.getByRole('main').locator('table').first().locator('tbody th a');
  await expect(names).toHaveText(['Reviews too seldom', 'No outside view']);
  await page.getByRole('combobox', { name: kit.w('improvement.target_of', { item: kit.itemName(ITEM) }), exact: true }).selectOption('90');
  await kit.settled();
  const kept = await plan(kit);
  expect(kept.version).toBe('1.2');
  expect(actions(kept)[0]).toMatchObject({ item: ITEM, owner: 'Board office', due: '2020-06-30', status: 'doing', days: 12, gain: 10 });
  expect(actions(kept)[1]).toMatchObject({ size: 'S', gain: 20 });
  expect(kept.targets).toEqual({ [ITEM]: 90 });
  // 30 points: 15 now, 24 with both actions, 27 at the target.
  const total = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: kit.w('total'), exact: true }) });
  await expect(total.getByRole('cell')).toHaveText(['15', '24', '27', '27', /\d+/]);
  await checkAxe(page);
  await kit.button('improvement.remove').click();
  await expect(link(kit, 'Reviews too seldom')).toHaveCount(0);
  await kit.button('top.undo').click();
  await expect(link(kit, 'Reviews too seldom')).toBeVisible();
});

test('a finding leads to the field in which it is mended', async ({ kit, page }) => {
  await blank(kit);
  await kit.button('improvement.adopt_here').click();
  await kit.go('draft');
  const unowned = kit.w('finding.action_without_owner', { action: 'No outside view' });
  await page.getByRole('link', { name: unowned, exact: true }).click();
  await expect(label(kit, 'improvement.owner')).toBeFocused();
  await page.keyboard.type('Board office');
  await kit.settled();
  await kit.go('draft');
  await expect(page.getByRole('link', { name: unowned, exact: true })).toHaveCount(0);
  await page.getByRole('link', { name: kit.w('finding.profile_missing', { field: kit.w('profile.credit_code') }), exact: true }).click();
  await expect(kit.profile('credit_code')).toBeFocused();
});

const text = async (download: Download) => readFile(await download.path(), 'utf8');

test('the draft leaves as text, page, table and calendar, whole or one part alone', async ({ kit, page }) => {
  await blank(kit);
  await kit.button('improvement.adopt_here').click();
  await planOf(kit);
  await chosen(kit, 'No outside view');
  await label(kit, 'improvement.due').fill('2020-06-30');
  await kit.settled();
  await kit.go('draft');
  await page.getByText(kit.w('draft.others'), { exact: true }).click();
  const made = async (target: string, ending: string) => {
    const download = await kit.download(() => kit.button(`target.${target}`).click());
    expect(download.suggestedFilename()).toMatch(ending);
    return text(download);
  };
  expect(await made('md', '.md')).toContain('| No outside view |');
  const html = await made('html', '.html');
  expect(html).toContain('No outside view');
  expect(html).not.toContain('<script');
  const csv = await made('csv', '.csv');
  expect(csv.startsWith('\uFEFFsection,id,name,field,year,value,unit\r\n')).toBe(true);
  expect(csv).toContain(`item,${ITEM},`);
  const ics = await made('ics', '.ics');
  expect(ics).toContain('DTSTART;VALUE=DATE:20200630\r\n');
  await label(kit, 'draft.section').selectOption('improvement');
  await expect((await kit.document()).getByText('No outside view').first()).toBeVisible();
  await expect(page.getByRole('article').getByText(kit.w('report.sources'))).toHaveCount(0);
  const part = await made('md', '.md');
  expect(part.length).toBeLessThan(html.length / 4);
  expect(part).toContain('No outside view');
  await checkAxe(page);
});

test('what is printed is the document and nothing beside it', async ({ kit, page }) => {
  await kit.sample();
  await kit.go('draft');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('article')).toBeVisible();
  await expect(page.getByRole('article').locator('svg').first()).toBeVisible();
  for (const hidden of [page.locator('h1'), page.locator('.top'), page.locator('.rail'), page.locator('#export'), page.locator('#missing'), page.locator('#preview')]) {
    await expect(hidden).toBeHidden();
  }
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.length).toBeGreaterThan(100_000);
});

test('stages of the road get their days, are ticked off and lead into the calendar', async ({ kit, page }) => {
  await kit.create();
  await kit.go('road');
  const stage = kit.pack('stage.voluntary-application');
  await page.getByLabel(kit.w('road.day_of', { stage }), { exact: true }).fill('2016-12-02');
  const done = page.getByRole('button', { name: kit.w('road.done_of', { stage }), exact: true });
  await done.click();
  await expect(done).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('textbox', { name: kit.w('road.note_of', { stage }), exact: true }).fill('Handed in online');
  await kit.settled();
  expect((await plan(kit)).road).toEqual({ 'voluntary-application': { day: '2016-12-02', done: true, note: 'Handed in online' } });
  await expect(page.getByRole('navigation', { name: kit.w('rail.label') }).getByRole('link', { name: new RegExp(kit.w('road.title')) })).toContainText('1 / 7');
  await checkAxe(page);
  await kit.go('draft');
  await page.getByText(kit.w('draft.others'), { exact: true }).click();
  const download = await kit.download(() => kit.button('target.ics').click());
  expect(await text(download)).toContain(kit.w('calendar.stage', { n: 1, stage }).replaceAll(',', '\\,'));
});

test('incidents after the award are noted, kept, and taken away again with a step back', async ({ kit, page }) => {
  const { w } = kit;
  page.on('dialog', (dialog) => void dialog.accept());
  await kit.sample();
  await kit.go('road');
  const field = (key: string) => w('road.incident_field', { field: w(key), n: 1 });
  await expect(page.getByText(w('road.incidents_none'), { exact: true })).toBeVisible();
  await kit.button('road.incident_add').click();
  await page.getByLabel(field('road.incident_day'), { exact: true }).fill('2018-03-05');
  await page.getByRole('combobox', { name: field('road.incident_kind'), exact: true }).selectOption(w('incident.safety'));
  await page.getByRole('combobox', { name: field('road.incident_reported'), exact: true }).selectOption(w('road.incident_reported_yes'));
  await page.getByRole('textbox', { name: field('road.incident_what'), exact: true }).fill('One person hurt');
  await checkAxe(page, { where: 'road with an incident' });
  await kit.settled();
  const noted = [{ day: '2018-03-05', kind: 'safety', what: 'One person hurt', reported: true, note: '' }];
  const incidents = async () => Object.values((await kit.kept() as unknown as { incidents?: object }).incidents ?? {});
  expect(await incidents()).toEqual(noted);
  await page.reload();
  await expect(page.getByRole('textbox', { name: field('road.incident_what'), exact: true })).toHaveValue('One person hurt');
  await page.getByRole('button', { name: w('road.incident_remove_of', { n: 1 }), exact: true }).click();
  await expect(page.getByText(w('road.incidents_none'), { exact: true })).toBeVisible();
  await kit.button('top.undo').click();
  await expect(page.getByRole('textbox', { name: field('road.incident_what'), exact: true })).toHaveValue('One person hurt');
  await kit.settled();
  expect(await incidents()).toEqual(noted);
});
