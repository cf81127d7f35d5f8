/** A newcomer opens the worked sample, changes a rating and an answer, checks eligibility and exports the draft. */
import { readFile } from 'node:fs/promises';
import { textOf } from './support/docx.ts';
import { expect, test } from './support/test.ts';
import { day, item, items, pack, sample, totalOf } from './support/words.ts';

const LEADERS = 'leadership.senior-leaders';

test.beforeEach(({ kit }) => kit.sample());

test('the sample is marked as fictional, filled in full, and its total is the sum shown', async ({ kit, page }) => {
  const { text } = await kit.backup();
  const file = JSON.parse(text);
  const total = totalOf(file);
  expect(file.fictional).toBe(true);
  expect(total).toBeGreaterThanOrEqual(450);
  expect(total).toBeLessThanOrEqual(600);
  await expect(kit.total()).toHaveText(String(total));
  await expect(page.getByRole('banner')).toContainText(kit.w('top.rated', { rated: 23, items: 23 }));

  await kit.go('result');
  await expect(page.getByRole('heading', { level: 2, name: String(total) })).toBeVisible();
  await page.getByText(kit.w('result.every_open')).click();
  const sums = page.locator('table.sums');
  for (const { id, points } of items) {
    const percent = file.items[id].percent;
    const row = sums.getByRole('row', { name: kit.itemName(id) });
    await expect(row).toContainText(`${points} × ${percent}% = ${(points * percent) / 100}`);
  }
  await expect(sums.getByRole('row', { name: kit.w('total') })).toContainText(`${total} / ${pack.scoring.total}`);

  await kit.home();
  await expect(page.getByRole('row', { name: file.organisation.name })).toContainText(kit.w('fictional'));
});

test('a rating is changed by keyboard alone, moves the total by its points, and survives a reload', async ({ kit, page }) => {
  const points = item(LEADERS).points;
  await kit.go(`item/${LEADERS}`);
  const before = Number(await kit.total().textContent());
  const rated = Number((await page.getByTestId('percent').textContent())!.replace('%', ''));
  const totalAt = (percent: number) => String(before + (points * (percent - rated)) / 100);
  const shows = async (percent: number) => {
    await expect(kit.step(percent)).toBeFocused();
    await expect(kit.step(percent)).toHaveAttribute('aria-checked', 'true');
    await expect(kit.ladder().getByRole('radio', { checked: true })).toHaveCount(1);
    await expect(page.getByTestId('percent')).toHaveText(`${percent}%`);
    await expect(kit.total()).toHaveText(totalAt(percent));
  };

  // From the top of the page to the ladder with the Tab key only.
  for (let presses = 0; !(await kit.step(rated).evaluate((step) => step === document.activeElement)); presses += 1) {
    expect(presses, 'the ladder is reached by the Tab key').toBeLessThan(150);
    await page.keyboard.press('Tab');
  }
  await shows(rated);
  await page.keyboard.press('ArrowUp');
  await shows(rated + 5);
  await page.keyboard.press('ArrowRight');
  await shows(rated + 10);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  await shows(rated - 5);
  await page.keyboard.press('Home');
  await shows(0);
  await page.keyboard.press('ArrowDown');
  await shows(0);
  await page.keyboard.press('End');
  await shows(100);
  await page.keyboard.press('ArrowUp');
  await shows(100);

  await page.keyboard.press('Delete');
  await expect(page.getByTestId('percent')).toHaveText(kit.w('not_rated'));
  await expect(kit.ladder().getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(kit.total()).toHaveText(totalAt(0));
  await expect(page.getByRole('banner')).toContainText(kit.w('top.rated', { rated: 22, items: 23 }));

  // Not rated is not zero: arrows go on from the step that has the focus.
  await page.keyboard.press('ArrowDown');
  await shows(95);
  await page.keyboard.press('End');
  for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press('ArrowDown');
  await shows(75);
  await kit.settled();
  await page.reload();
  await expect(page.getByTestId('percent')).toHaveText('75%');
  await expect(kit.total()).toHaveText(totalAt(75));
});

test('keys that come faster than the page draws are all counted', async ({ kit, page }) => {
  await kit.go(`item/${LEADERS}`);
  const before = Number(await kit.total().textContent());
  const rated = sample(kit.language).items[LEADERS].percent!;
  await kit.step(rated).evaluate((step) => {
    const keys = ['Delete', 'ArrowUp', ...Array(8).fill('ArrowUp'), 'ArrowDown'];
    for (const key of keys) step.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
  const reached = Math.min(rated + 9 * 5, 100) - 5;
  await expect(page.getByTestId('percent')).toHaveText(`${reached}%`);
  await expect(kit.total()).toHaveText(String(before + (item(LEADERS).points * (reached - rated)) / 100));
});

test('eligibility turns with the application date and the registration date', async ({ kit, page }) => {
  await kit.go('eligibility');
  const application = page.getByLabel(kit.w('eligibility.date'), { exact: true });
  const registration = page.getByLabel(kit.w('profile.registration_date'), { exact: true });
  const verdict = page.getByTestId('verdict');
  const reached = (written: string) => page.getByRole('heading', { level: 2, name: kit.w('verdict.from_after_close', { day: day(kit.w, written), closes: day(kit.w, '2016-12-02') }) });

  await expect(verdict).toHaveText(kit.w('outcome.eligible'));
  await registration.fill('2014-03-18');
  await expect(verdict).toHaveText(kit.w('outcome.not_eligible'));
  await expect(reached('2017-03-18')).toBeVisible();

  // The corresponding day counts as reached, the day before does not.
  await application.fill('2017-03-17');
  await expect(verdict).toHaveText(kit.w('outcome.not_eligible'));
  await application.fill('2017-03-18');
  await expect(verdict).toHaveText(kit.w('outcome.eligible'));
  await expect(reached('2017-03-18')).toBeHidden();

  // Where the month has no such day, its last one serves.
  await registration.fill('2016-02-29');
  await application.fill('2019-02-27');
  await expect(verdict).toHaveText(kit.w('outcome.not_eligible'));
  await expect(reached('2019-02-28')).toBeVisible();
  await application.fill('2019-02-28');
  await expect(verdict).toHaveText(kit.w('outcome.eligible'));

  // A field that is empty counts once it is left: who types a day empties it in between.
  await application.fill('');
  await application.blur();
  await expect(verdict).toHaveText(kit.w('outcome.verdict_undecided'));
  await kit.settled();
  await page.reload();
  await expect(verdict).toHaveText(kit.w('outcome.verdict_undecided'));
  await expect(registration).toHaveValue('2016-02-29');
});

test('the Word draft of the worker holds the changed answer and the new total', async ({ kit, page, watch }) => {
  const scripts: string[] = [];
  page.on('worker', (worker) => scripts.push(worker.url()));
  await kit.go(`item/${LEADERS}`);
  const answer = kit.answer('process', 'approach');
  await answer.press('ControlOrMeta+End');
  const addition = 'Changed by a test: 5 < 7 & "quoted" – 新增一句。';
  await answer.pressSequentially(addition);
  const changed = await answer.inputValue();
  await kit.step(100).click();
  const total = await kit.total().textContent();
  expect(scripts, 'the document module is no part of the first download').toEqual([]);

  await kit.go('draft');
  const preview = await kit.document();
  await expect(preview).toContainText(changed);
  const download = await kit.download(() => kit.button('draft.word').click());
  expect(download.suggestedFilename()).toMatch(/\.docx$/);
  expect(scripts).toHaveLength(1);
  await expect(kit.notice()).toContainText(kit.w('file.saved', { name: download.suggestedFilename() }));
  await expect(kit.button('draft.word')).toBeEnabled();
  const text = textOf(await readFile(await download.path()));
  expect(text).toContain(changed);
  expect(text).toContain(total);
  expect(text).toContain(kit.itemName(LEADERS));
  expect(watch.faults).toEqual([]);

  // The document's language may differ from the screen's; what was written stays as it is.
  const other = kit.language === 'zh' ? 'en' : 'zh';
  await page.getByLabel(kit.w('draft.language'), { exact: true }).selectOption(other);
  await expect(preview).toHaveAttribute('lang', other);
  const second = await kit.download(() => kit.button('draft.word').click());
  const translated = textOf(await readFile(await second.path()));
  expect(translated).toContain(changed);
  expect(translated).not.toEqual(text);
});

for (const [kind, label, other] of [
  ['service', 'home.sample_service', 'public_welfare'],
  ['public_welfare', 'home.sample_public_welfare', 'service'],
] as const) {
  test(`the sample of a ${kind} organisation opens in one click and is asked what is meant for it`, async ({ kit, page }) => {
    await kit.home();
    await kit.button(label).click();
    await kit.at('overview');
    await kit.settled();
    await kit.go('item/results.customers');
    const prompt = (kind: string) => page.getByText(kit.pack(`prompt.results.customers.${kind.replace('_', '-')}-results`)).first();
    await expect(prompt(kind)).toBeVisible();
    await expect(prompt(other)).toHaveCount(0);
  });
}
