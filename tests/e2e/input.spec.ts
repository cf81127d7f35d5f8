/** What browsers and input methods do to keys, days and numbers, as tables: a row is a place, or a way of writing. */
import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import type { Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';

const ITEM = 'leadership.governance';

/** The key with which WebKit confirms what was composed: told after the composition has ended. */
const confirm = (place: Locator, key = 'Enter') =>
  place.evaluate((element, key) => {
    (element as HTMLElement).focus();
    element.dispatchEvent(new KeyboardEvent('keydown', { key, keyCode: 229, bubbles: true, cancelable: true } as KeyboardEventInit));
  }, key);

interface KeyPlace {
  what: string;
  key?: string;
  go: (kit: Kit) => Promise<Locator>;
  /** What the key would change. */
  told: (kit: Kit) => Promise<unknown>;
}

const focused = (kit: Kit) => kit.page.evaluate(() => document.activeElement?.id);

const KEY_PLACES: KeyPlace[] = [
  {
    what: 'a cell of the grid',
    go: async (kit) => {
      await kit.go('indicators/results.products');
      return kit.page.getByRole('grid').first().locator('input.figure').first();
    },
    told: focused,
  },
  {
    what: 'the ladder of an item',
    key: 'ArrowUp',
    go: async (kit) => {
      await kit.go(`item/${ITEM}`);
      return kit.ladder().getByRole('radio', { checked: true });
    },
    told: async (kit) => (await kit.kept()).items[ITEM].percent,
  },
  {
    what: 'a new assessor',
    go: async (kit) => {
      await kit.go('panel');
      const field = kit.page.getByRole('textbox', { name: kit.w('workshop.member_new'), exact: true });
      await field.fill('王');
      return field;
    },
    told: (kit) => kit.page.getByRole('textbox', { name: kit.w('workshop.member_new'), exact: true }).inputValue(),
  },
  {
    what: 'a department',
    go: async (kit) => {
      await kit.go('departments');
      await kit.page.getByRole('checkbox').first().check();
      const field = kit.page.getByRole('textbox', { name: kit.w('departments.name'), exact: true });
      await field.fill('质量部');
      return field;
    },
    told: (kit) => kit.page.getByRole('textbox', { name: kit.w('departments.name'), exact: true }).inputValue(),
  },
];

for (const { what, key, go, told } of KEY_PLACES) {
  test(`a key that an input method has is not taken: ${what}`, async ({ kit, page }) => {
    await kit.sample();
    const place = await go(kit);
    await place.focus();
    await page.evaluate(() => new Promise(requestAnimationFrame));
    const before = await told(kit);
    let downloads = 0;
    page.on('download', () => (downloads += 1));
    await confirm(place, key);
    // Long enough for what would follow from it to be kept.
    await expect(kit.saved()).toBeVisible();
    expect(await told(kit)).toEqual(before);
    expect(downloads).toBe(0);
    expect(await kit.notice().textContent()).toBe('');
  });
}

/** How often a day was kept, and as what. */
test('a day that is typed is one step, however many days the field tells on the way', async ({ kit, page }) => {
  await page.clock.install();
  await kit.create();
  const field = page.locator('#profile-registration_date');
  const told: string[] = [];
  await page.exposeFunction('tell', (value: string) => told.push(value));
  await field.evaluate((element) => element.addEventListener('change', () => (window as any).tell((element as HTMLInputElement).value)));
  await field.focus();
  // In the order of the field's parts, which the browser's own language decides.
  await page.keyboard.type('05072013', { delay: 60 });
  await field.blur();
  await expect(field).toHaveValue('2013-05-07');
  await kit.settled();
  expect((await kit.kept()).organisation.registration_date).toBe('2013-05-07');
  // The year alone, over the day that stands there: three years come before it.
  await field.evaluate((element) => (element as HTMLInputElement).focus());
  for (const value of ['0001-05-07', '0019-05-07', '0199-05-07', '1998-05-07']) {
    await field.evaluate((element, value) => {
      (element as HTMLInputElement).value = value;
      for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }));
    }, value);
    await page.clock.runFor(value === '0199-05-07' ? 1500 : 80);
    expect((await kit.kept()).organisation.registration_date).toBe('2013-05-07');
  }
  // A day that is written out counts without leaving the field.
  await expect.poll(async () => (await kit.kept()).organisation.registration_date).toBe('1998-05-07');
  await page.locator('#profile-name').focus();
  await kit.button('top.undo').click();
  await expect(field).toHaveValue('2013-05-07');
  await kit.button('top.undo').click();
  await expect(field).toHaveValue('');
  await expect(kit.button('top.undo')).toBeDisabled();
});

test('a year that stays short counts when the field is left, and is doubted', async ({ kit, page }) => {
  await kit.create();
  const field = page.locator('#profile-registration_date');
  await field.fill('0201-05-07');
  await field.blur();
  await kit.settled();
  expect((await kit.kept()).organisation.registration_date).toBe('0201-05-07');
});

const NUMBERS: [string, number | null][] = [
  ['１２０', 120],
  ['1，200', 1200],
  ['１，２００', 1200],
  ['1,200', 1200],
  ['1 200', 1200],
  ['1\u3000200', 1200],
  ['120\u200b', 120],
  ['860人', 860],
  ['1.2万', 12000],
  ['1,20', null],
  ['1.5', null],
  ['abc', null],
  ['-3', null],
];

test('whole numbers are typed in any width, and what is none is refused once, on its own page', async ({ kit, page }) => {
  await page.clock.install();
  await kit.create();
  const field = page.locator('#profile-staff');
  await page.evaluate(() => {
    const told: string[] = ((window as any).told = []);
    new MutationObserver(() => {
      const text = document.querySelector('.notices')?.textContent ?? '';
      if (text !== '' && told.at(-1) !== text) told.push(text);
      if (text === '' && told.at(-1) !== '') told.push('');
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  const told = async () => (await page.evaluate(() => (window as any).told as string[])).filter((text) => text !== '');
  let refused = 0;
  let before: number | null = null;
  for (const [written, number] of NUMBERS) {
    await field.fill(written);
    await field.press('Enter');
    await page.keyboard.press('Tab');
    await kit.settled();
    if (number === null) {
      refused += 1;
      await expect(kit.notice()).toContainText(kit.w('field.number_refused', { field: kit.w('profile.staff'), text: written }));
      await kit.button('notice.close').click();
      await expect(field).toHaveValue(String(before));
    } else {
      before = number;
    }
    if (written.includes('万')) {
      refused += 1;
      await expect(kit.notice()).toContainText(kit.w('field.number_understood', { field: kit.w('profile.staff'), text: written, value: '12,000' }));
      await kit.button('notice.close').click();
    }
    expect((await kit.kept()).organisation.staff, written).toBe(before);
    expect((await told()).length, `notices after ${written}`).toBe(refused);
  }
  // An old refusal is about its page, and stays there.
  await field.fill('abc');
  await field.press('Enter');
  const refusal = kit.w('field.number_refused', { field: kit.w('profile.staff'), text: 'abc' });
  await expect(kit.notice()).toContainText(refusal);
  await page.clock.runFor(1100);
  for (const place of ['result', 'evidence', 'organisation'] as const) {
    await kit.go(place);
    await expect(kit.notice()).toHaveText('');
  }
  // Leaving the field by a link tells it on the page that comes.
  await page.locator('#profile-staff').fill('abc');
  await page.getByRole('link', { name: kit.w('result.title'), exact: true }).first().click();
  await expect(kit.notice()).toContainText(refusal);
});

test('a figure that is refused is told once, and not again elsewhere', async ({ kit, page }) => {
  await page.clock.install();
  await kit.sample();
  await kit.go('indicators/results.products');
  await page.evaluate(() => {
    const told: string[] = ((window as any).told = []);
    let last = '';
    new MutationObserver(() => {
      const text = document.querySelector('.notices p')?.textContent ?? '';
      if (text !== last && text !== '') told.push(text);
      last = text;
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  const told = () => page.evaluate(() => (window as any).told as string[]);
  const cell = page.getByRole('grid').first().locator('input.figure').first();
  await cell.fill('abc');
  await cell.press('Enter');
  await page.keyboard.press('Tab');
  await expect(kit.notice()).toContainText('abc');
  expect((await told()).length).toBe(1);
  await kit.button('notice.close').click();
  await page.clock.runFor(600);
  for (const place of ['indicators/results.finance', 'figures', 'indicators/results.products', 'result'] as const) {
    await kit.go(place);
    await expect(kit.notice()).toHaveText('');
  }
  expect((await told()).length).toBe(1);
});

const CODES: [string, string, RegExp | undefined][] = [
  ['9111 0108 MA00 0000 1D', '91110108MA0000001D', undefined],
  ['９１１１０１０８－ＭＡ００００００１Ｄ', '91110108MA0000001D', undefined],
  ['91110108ma\u200b0000001d', '91110108MA0000001D', undefined],
  ['9111O108MA0000001D', '9111O108MA0000001D', /O/],
  ['91350200M000100Y43', '91350200M000100Y43', /2016/],
];

test('a credit code is taken however it was copied, and a letter for a figure is asked', async ({ kit, page }) => {
  await kit.create();
  const field = kit.profile('credit_code');
  const read = page.locator('#credit-code-read');
  for (const [written, kept, doubt] of CODES) {
    await field.fill(written);
    await field.blur();
    await kit.settled();
    await expect(field).toHaveValue(kept);
    expect((await kit.kept()).organisation.credit_code).toBe(kept);
    await expect(read).toContainText(doubt ?? /.+/);
    await expect(read).toHaveClass(doubt === undefined ? 'good' : kept.includes('O') ? 'problem' : '');
  }
});

test('a calendar saved again after a change moves what another program knows of it', async ({ kit }) => {
  await kit.sample();
  await kit.go('road');
  const day = kit.page.getByLabel(kit.w('road.day_of', { stage: kit.pack('stage.voluntary-application') }), { exact: true });
  const saved = async (written: string) => {
    await kit.go('road');
    await day.fill(written);
    await kit.settled();
    await kit.go('draft');
    await kit.page.getByText(kit.w('draft.others'), { exact: true }).click();
    const download = await kit.download(() => kit.button('target.ics').click());
    const text = (await readFile(await download.path(), 'utf8')).replaceAll('\r\n ', '');
    const event = text.split('BEGIN:VEVENT').find((event) => event.includes('UID:stage-voluntary-application'))!;
    const value = (name: string) => new RegExp(`^${name}:(.+)\r$`, 'm').exec(event)![1];
    return { day: value('DTSTART;VALUE=DATE'), id: value('UID'), sequence: Number(value('SEQUENCE')), stamp: value('DTSTAMP'), modified: value('LAST-MODIFIED') };
  };
  const first = await saved('2016-12-02');
  // A change in the same second is none for the numbers of a calendar.
  const second = Math.floor(Date.now() / 1000);
  await expect.poll(() => Math.floor(Date.now() / 1000)).toBeGreaterThan(second);
  const later = await saved('2016-12-09');
  expect([first.day, later.day]).toEqual(['20161202', '20161209']);
  expect(later.id).toBe(first.id);
  expect(later.sequence).toBeGreaterThan(first.sequence);
  for (const { stamp, modified } of [first, later]) {
    expect(modified).toBe(stamp);
    const told = Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
    expect(Math.abs(Date.now() - told)).toBeLessThan(60_000);
  }
});
