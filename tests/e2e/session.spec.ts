/** The agency's year in one sitting: session 2027 from last session's criteria, without a compiler, out as files that check. */
import { readFile } from 'node:fs/promises';
import { checkAxe } from './support/axe.ts';
import { jsonFile } from './support/kit.ts';
import { begin, button, cases, conditions, fill, isWhole, items, names, RESPONSIBILITY, step, unfold } from './support/sitting.ts';
import { expect, test } from './support/test.ts';

test('session 2027 is made in one sitting and comes out as files that check', async ({ kit, page, browser, baseURL }) => {
  test.slow();
  await begin(kit);
  await names(kit);
  await conditions(kit);
  await items(kit);
  await cases(kit);
  await isWhole(kit);
  await checkAxe(page);

  // A reload in the middle of the sitting changes nothing.
  await page.reload();
  await expect(page.getByText(kit.w('adapt.no_faults'))).toBeVisible();

  const table = await kit.download(() => page.getByRole('button', { name: kit.w('adapt.difference_page'), exact: true }).click());
  expect(table.suggestedFilename()).toBe(kit.w('difference.file', { id: 'beijing-2027', ending: 'html' }));
  const published = await readFile(await table.path(), 'utf8');
  for (const text of [kit.w('difference.title'), kit.w('difference.lineage'), kit.w('criteria.rule_years', { years: 3 }), kit.w('criteria.rule_years', { years: 5 })]) expect(published).toContain(text);
  const word = await kit.download(() => page.getByRole('button', { name: kit.w('adapt.difference_save'), exact: true }).click());
  expect((await readFile(await word.path())).subarray(0, 2).toString()).toBe('PK');

  const download = await kit.download(() => page.getByRole('button', { name: kit.w('adapt.export'), exact: true }).click());
  expect(download.suggestedFilename()).toBe('beijing-2027.pack.json');
  const file = await readFile(await download.path());
  const pack = JSON.parse(file.toString('utf8'));
  expect(pack.pack.adapted.items).toMatchObject([{ kind: 'split', from: [RESPONSIBILITY] }]);
  expect(pack.pack.adapted.items[0].to).toHaveLength(2);
  expect(pack.cases.years).toContainEqual({ registered: '2024-03-18', from: '2029-03-18' });
  expect(pack.pack.eligibility.conditions).toContainEqual({ id: 'no-data-leak', rule: { kind: 'free_of', years: 3 } });

  // Elsewhere the one checker takes it, and its short name tells it from last session's.
  const context = await browser.newContext({ baseURL, locale: kit.language === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai' });
  const elsewhere = kit.on(await context.newPage());
  await elsewhere.page.goto('./#/criteria');
  const chooser = elsewhere.page.waitForEvent('filechooser');
  await elsewhere.page.getByRole('button', { name: kit.w('criteria.import'), exact: true }).click();
  await (await chooser).setFiles(jsonFile('beijing-2027.pack.json', file));
  await expect(elsewhere.page.getByTestId('hash-beijing-2027')).toHaveText(/sha256:/);
  await context.close();
});

test('what is written in one language is missing in the other until it is written, and every step can be undone', async ({ kit, page }) => {
  await begin(kit);
  await step(kit, 'adapt.award');
  await unfold(page, 'new-stages-zh');
  await fill(page, { 'new-stages-zh': '现场陈述', 'new-stages-name': 'defence', 'new-stages-more-zh': '由主要负责人陈述' });
  await button(page, 'add/stages').click();
  const english = kit.w('adapt.lacking', { language: 'English', n: 2 });
  await expect(page.getByText(english)).toBeVisible();
  await expect(page.getByRole('heading', { name: kit.w('adapt.faults_title') })).toBeVisible();
  await step(kit, 'adapt.texts');
  await page.locator('#text-group').selectOption('lacking');
  await page.getByRole('textbox', { name: 'English stage.defence', exact: true }).fill('Defence');
  await page.getByRole('textbox', { name: 'English stage.defence.note', exact: true }).fill('By the head of the organisation');
  await expect(page.getByText(kit.w('adapt.no_faults'))).toBeVisible();
  const stages = page.getByTestId('stages');
  await stages.getByRole('button', { name: kit.w('adapt.up_of', { name: kit.language === 'zh' ? '现场陈述' : 'Defence' }), exact: true }).click();
  await expect(stages.getByRole('listitem').last()).not.toContainText(kit.language === 'zh' ? '现场陈述' : 'Defence');
  for (let at = 0; at < 4; at++) await page.getByRole('button', { name: kit.w('adapt.undo'), exact: true }).click();
  await expect(page.getByText(kit.w('adapt.changes_none'))).toBeVisible();
});

test('nothing is added where something is missing, and what is retired comes back', async ({ kit, page }) => {
  await begin(kit);
  await step(kit, 'adapt.self_checks_title');
  await unfold(page, 'new-self_checks-zh');
  await button(page, 'add/self_checks').click();
  await expect(page.locator('.notices')).toContainText(kit.w('adapt.form_incomplete'));
  const checks = page.getByTestId('self_checks');
  const count = await checks.getByRole('listitem').count();
  await button(page, 'take/self_checks/export').click();
  await expect(checks.getByRole('listitem')).toHaveCount(count - 1);
  await button(page, 'back/self_checks/export').click();
  await expect(checks.getByRole('listitem')).toHaveCount(count);
  await expect(page.getByText(kit.w('adapt.changes_none'))).toBeVisible();
});

test('with every step and form open, nothing is broader than a narrow window', async ({ kit, page }) => {
  await begin(kit);
  await page.evaluate(() => document.querySelectorAll('main details').forEach((details) => details.setAttribute('open', '')));
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    const broad = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((element) => !element.closest('.scroll') && element.getBoundingClientRect().right > innerWidth + 0.5)
        .map((element) => `${element.tagName} ${element.className} ${element.getAttribute('data-edit') ?? element.id}`),
    );
    expect(broad).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
});
