/** The plain facts of an item: answered on a page of its own, bands with reasons and a range beside them, and nothing rated or written by itself. */
import type { Locator } from '@playwright/test';
import { checkAxe } from './support/axe.ts';
import type { Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';
import { day, interviewWords } from './support/words.ts';

const ITEM = 'leadership.governance';

const says = (kit: Kit) => interviewWords(kit.language);
const about = (kit: Kit, item = ITEM) => ({ subject: says(kit)(`item.${item}`) });
const question = (kit: Kit, id: string, item = ITEM): string => says(kit)(`question.${id}`, about(kit, item));
const group = (kit: Kit, name: string): Locator => kit.page.getByRole('group', { name, exact: true });
const factor = (kit: Kit, id: string): Locator => kit.page.getByTestId(`factor-${id}`);
const name = (kit: Kit, id: string, rubric = 'process'): string => kit.pack(`factor.${rubric}.${id}`);
const sure = (kit: Kit, id: string, from: number, to: number, rubric = 'process'): string =>
  kit.w('interview.factor_sure', { factor: name(kit, id, rubric), band: kit.w('range', { from, to }) });

async function open(kit: Kit, item = ITEM) {
  await kit.go(`item/${item}`);
  await kit.page.getByRole('main').getByRole('link', { name: kit.w('interview.title'), exact: true }).click();
  await expect(kit.page.getByRole('heading', { level: 1, name: kit.w('interview.of', { item: kit.itemName(item) }) })).toBeVisible();
}

/** Method and responsibility, in full but for the matters settled. */
async function answerApproach(kit: Kit) {
  const method = group(kit, question(kit, 'method'));
  await method.getByRole('radio', { name: says(kit)('question.method.written') }).check();
  await kit.page.getByRole('textbox', { name: question(kit, 'since') }).fill('2011');
  await kit.page.getByRole('textbox', { name: question(kit, 'since') }).press('Tab');
  await kit.page.getByRole('textbox', { name: question(kit, 'owner') }).fill(kit.language === 'zh' ? '董事会、审计部' : 'Board, Audit');
  const matters = group(kit, question(kit, 'matters'));
  for (const matter of ['powers', 'audit', 'interests', 'evaluation']) {
    await matters.getByRole('checkbox', { name: says(kit)(`item.${ITEM}.matters.${matter}`), exact: true }).check();
  }
}

test('facts are answered, give bands with reasons, are kept in the file and undone one by one', async ({ kit, page }) => {
  await kit.create();
  await open(kit);
  await expect(page.getByTestId('difference')).toHaveText(kit.w('interview.blank'));
  await checkAxe(page);
  await answerApproach(kit);
  await expect(factor(kit, 'approach').getByRole('heading')).toHaveText(sure(kit, 'approach', 50, 65));
  await expect(factor(kit, 'approach')).toContainText(says(kit)('question.method.name'));
  // What nobody has answered leaves a factor open, and says by which questions.
  await expect(factor(kit, 'deployment')).toContainText(says(kit)('question.places.name'));
  await expect(page.getByTestId('range')).toBeVisible();
  await expect(page.getByTestId('difference')).toHaveText(kit.w('interview.unrated'));
  await kit.settled();
  const facts = (await kit.kept()).items[ITEM] as unknown as { interview: Record<string, unknown>; percent: unknown; bands: object };
  expect(facts.interview).toEqual({
    matters: ['powers', 'audit', 'interests', 'evaluation'],
    method: 'written',
    owner: kit.language === 'zh' ? ['董事会', '审计部'] : ['Board', 'Audit'],
    since: 2011,
  });
  expect([facts.percent, facts.bands], 'nothing is rated by itself').toEqual([null, {}]);
  // An option less is a step back; none of several is an answer, a last tick taken away is none.
  await page.keyboard.press('ControlOrMeta+z');
  await expect(group(kit, question(kit, 'matters')).getByRole('checkbox', { name: says(kit)(`item.${ITEM}.matters.evaluation`), exact: true })).not.toBeChecked();
  await expect(factor(kit, 'approach').getByRole('heading')).toHaveText(sure(kit, 'approach', 30, 45));
  await group(kit, question(kit, 'matters')).getByRole('checkbox', { name: kit.w('interview.none_of'), exact: true }).check();
  await expect(factor(kit, 'approach').getByRole('heading')).toHaveText(sure(kit, 'approach', 10, 25));
  await page.reload();
  await expect(factor(kit, 'approach').getByRole('heading')).toHaveText(sure(kit, 'approach', 10, 25));
});

test('bands are taken over and a rating is given by the person alone, and the difference is said', async ({ kit, page }) => {
  await kit.create();
  await open(kit);
  await answerApproach(kit);
  await expect(factor(kit, 'approach').getByRole('heading')).toHaveText(sure(kit, 'approach', 50, 65));
  await kit.button('interview.take').click();
  await expect(kit.notice()).toContainText(kit.w('interview.taken'));
  await kit.settled();
  const item = (await kit.kept()).items[ITEM] as unknown as { bands: object; percent: unknown };
  // Only what is sure; the others are still open.
  expect(item.bands).toEqual({ approach: '50-65' });
  expect(item.percent).toBe(null);
  await kit.step(90).click();
  await expect(page.getByTestId('difference')).toContainText('90%');
  await expect(page.getByTestId('difference')).not.toHaveText(kit.w('interview.unrated'));
  await kit.go(`item/${ITEM}`);
  await expect(kit.band('process', 'approach')).toHaveValue('3');
});

test('a beginning of a paragraph goes where nothing is written, and never over what is', async ({ kit, page }) => {
  await kit.create();
  await open(kit);
  await answerApproach(kit);
  await expect(factor(kit, 'approach').getByRole('heading')).toHaveText(sure(kit, 'approach', 50, 65));
  await kit.button('interview.insert_of', { factor: name(kit, 'approach') }).click();
  await expect(kit.notice()).toContainText(kit.w('interview.inserted', { factor: name(kit, 'approach') }));
  await kit.go(`item/${ITEM}`);
  const answer = kit.answer('process', 'approach');
  await expect(answer).toHaveValue(new RegExp(`2011[\\s\\S]*${kit.language === 'zh' ? '审计部' : 'Audit'}`));
  await answer.fill(kit.language === 'zh' ? '已写的内容。' : 'What is written.');
  await kit.settled();
  await open(kit);
  await kit.button('interview.append_of', { factor: name(kit, 'approach') }).click();
  await kit.go(`item/${ITEM}`);
  await expect(answer).toHaveValue(new RegExp(`^${kit.language === 'zh' ? '已写的内容。' : 'What is written\\.'}\\n\\n[\\s\\S]*2011`));
});

test('figures answer for a results item, a person may say otherwise, and takes it back', async ({ kit, page }) => {
  await kit.sample();
  await open(kit, 'results.finance');
  const covered = group(kit, question(kit, 'covered', 'results.finance'));
  await expect(covered.getByText(kit.w('interview.by_figures', { value: '' }).split(/[:：]/)[0])).toBeVisible();
  await expect(factor(kit, 'level').getByRole('heading')).toContainText(name(kit, 'level', 'results'));
  const before = await factor(kit, 'integration').getByRole('heading').textContent();
  await covered.getByRole('radio', { name: says(kit)('question.covered.none') }).check();
  await expect(factor(kit, 'integration').getByRole('heading')).toHaveText(sure(kit, 'integration', 0, 5, 'results'));
  await covered.getByRole('button', { name: kit.w('interview.clear_of', { name: says(kit)('question.covered.name') }) }).click();
  await expect(factor(kit, 'integration').getByRole('heading')).toHaveText(before!);
});

test('a day to come judges nothing, and years count to the application date', async ({ kit, page }) => {
  await kit.sample();
  await open(kit);
  await expect(page.getByText(kit.w('interview.on', { date: day(kit.w, '2016-12-02') }))).toBeVisible();
  const reviewed = page.getByLabel(question(kit, 'reviewed'), { exact: true });
  await reviewed.fill('2016-12-03');
  await reviewed.press('Tab');
  await expect(page.getByText(kit.w('interview.odd'))).toBeVisible();
  await page.getByRole('checkbox', { name: kit.w('interview.never'), exact: true }).check();
  await expect(page.getByText(kit.w('interview.odd'))).toHaveCount(0);
  await expect(reviewed).toHaveValue('');
});

test('without the files of the interview the page says so, and tries again', async ({ kit, page, watch }) => {
  await kit.create();
  await page.route('**/interview.json', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(`./#/${kit.id()}/item/${ITEM}/interview`);
  await expect(page.getByRole('alert')).toHaveText(kit.w('interview.unavailable'));
  watch.faults.splice(0);
  await page.unroute('**/interview.json');
  await kit.button('interview.again').click();
  await expect(group(kit, question(kit, 'method'))).toBeVisible();
});
