/** What the worked sample says to the same item, read beside one's own text: unfolded, compared, and put nowhere. */
import { checkAxe } from './support/axe.ts';
import type { Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';
import { sample } from './support/words.ts';

const ITEM = 'leadership.governance';

const section = (kit: Kit) => kit.page.getByRole('region', { name: kit.w('item.sample'), exact: true });
const unfold = (kit: Kit) => section(kit).getByText(kit.w('item.sample_open'), { exact: true }).click();

test('the sample’s answer stands beside one’s own, with whose it is, and nothing of it is taken over', async ({ kit, page }) => {
  const file = sample(kit.language);
  const told = file.items[ITEM];
  await kit.create();
  await kit.go(`item/${ITEM}`);
  await kit.answer('process', 'approach').fill('A');
  await kit.settled();
  const before = await kit.kept();
  await unfold(kit);
  await expect(section(kit)).toContainText(file.organisation.name);
  for (const text of Object.values(told.answers).flatMap((byFactor) => Object.values(byFactor))) await expect(section(kit)).toContainText(text);
  await expect(section(kit)).toContainText(kit.w('item.sample_rated').split('{percent}')[0].trim());
  await checkAxe(page);
  await expect(kit.answer('process', 'approach')).toHaveValue('A');
  expect(await kit.kept()).toEqual(before);

  // The one of the other language, once it is asked for there.
  const other = kit.language === 'zh' ? 'en' : 'zh';
  await page.getByRole('button', { name: other === 'zh' ? '中文' : 'English', exact: true }).click();
  await expect(section(kit)).toHaveCount(0);
  const region = page.locator('section[aria-labelledby=sample-item]');
  await region.locator('summary').click();
  await expect(region).toContainText(sample(other).organisation.name);
});

test('a sample that cannot be fetched is told, and asked for once more when it is unfolded again; the sample itself has none beside it', async ({ kit, page, watch }) => {
  await kit.create();
  await kit.go(`item/${ITEM}`);
  await page.route('**/samples/*.json', (route) => route.fulfill({ status: 404 }));
  await unfold(kit);
  await expect(section(kit)).toContainText(kit.w('sample.missing'));
  watch.faults.splice(0);
  await page.unroute('**/samples/*.json');
  await unfold(kit);
  await unfold(kit);
  await expect(section(kit)).toContainText(sample(kit.language).organisation.name);

  await kit.sample();
  await kit.go(`item/${ITEM}`);
  // The other help of this page has come.
  await expect(page.getByRole('region', { name: kit.w('red.title'), exact: true })).toBeVisible();
  await expect(section(kit)).toHaveCount(0);
});

test('what the facts still lack stands below the answers, by factor, and follows what is answered', async ({ kit, page }) => {
  const lacking = page.getByRole('region', { name: kit.w('item.lacking'), exact: true });
  const show = () => lacking.getByText(kit.w('item.lacking_open'), { exact: true }).click();
  await kit.create();
  await kit.go(`item/${ITEM}`);
  await show();
  await expect(lacking).toContainText(kit.w('item.lacking_blank'));
  await lacking.getByRole('link', { name: kit.w('interview.title'), exact: true }).click();
  const method = page.locator('#fact-method');
  await method.getByRole('radio').last().check();
  await kit.settled();
  const [beginning] = kit.w('interview.open').split('{questions}');
  await kit.go(`item/${ITEM}`);
  await show();
  await expect(lacking.getByRole('term')).toHaveCount(4);
  await expect(lacking.getByRole('definition').first()).toContainText(beginning);
  await checkAxe(page);

  // In the sample every fact is answered: what is told is what a higher band asks for.
  await kit.sample();
  await kit.go(`item/${ITEM}`);
  await show();
  await expect(lacking.getByRole('term')).toHaveCount(4);
  await expect(lacking).not.toContainText(beginning);
});
