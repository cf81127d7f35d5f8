/** Chinese input by composition: no character is lost or doubled, and nothing is kept in the middle of a word. */
import type { CDPSession, Locator } from '@playwright/test';
import type { Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';

const LEADERS = 'leadership.senior-leaders';

/** What is typed on the way to a word, and the word. */
const WORDS: [string[], string][] = [
  [['z', 'zh', 'zhi', 'zhi l', 'zhi liang'], '质量'],
  [['g', 'gu', 'guan', 'guan li'], '管理'],
  [['t', 'ti', 'ti x', 'ti xi'], '体系'],
  [['，'], '，'],
  [['m', 'mei', 'mei n', 'mei nian'], '每年'],
  [['p', 'ping', 'ping s', 'ping shen'], '评审'],
  [['1'], '一次'],
];
const TEXT = WORDS.map(([, word]) => word).join('');

class Ime {
  constructor(private readonly session: CDPSession) {}

  /** Shows what is typed so far, underlined in the field. */
  async compose(text: string) {
    await this.session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }

  /** Chooses the word. */
  async choose(word: string) {
    await this.session.send('Input.insertText', { text: word });
  }

  async write(words = WORDS) {
    for (const [steps, word] of words) {
      for (const step of steps) await this.compose(step);
      await this.choose(word);
    }
  }
}

const ime = async (kit: Kit) => new Ime(await kit.page.context().newCDPSession(kit.page));
const name = async (kit: Kit) => (await kit.kept()).organisation.name;
const answer = async (kit: Kit) => (await kit.kept()).items[LEADERS].answers['']?.approach ?? '';

interface Place {
  what: string;
  go: (kit: Kit) => Promise<Locator>;
  kept: (kit: Kit) => Promise<string>;
}

const PLACES: Place[] = [
  {
    what: 'a field of one line',
    go: async (kit) => kit.profile('name'),
    kept: name,
  },
  {
    what: 'a text area',
    go: async (kit) => {
      await kit.go(`item/${LEADERS}`);
      return kit.answer('process', 'approach');
    },
    kept: answer,
  },
];

for (const { what, go, kept } of PLACES) {
  test(`${what}: several words composed quickly stand there once each`, async ({ kit, page }) => {
    await kit.create();
    const field = await go(kit);
    const input = await ime(kit);
    await field.focus();
    await input.write();
    await expect(field).toHaveValue(TEXT);
    await expect.poll(() => kept(kit)).toBe(TEXT);
    await page.reload();
    await expect(field).toHaveValue(TEXT);
  });

  test(`${what}: composing goes on while earlier words are being kept`, async ({ kit, page }) => {
    await page.clock.install();
    await kit.create();
    const field = await go(kit);
    await kit.settled();
    const input = await ime(kit);
    await field.focus();
    await page.clock.pauseAt(Date.now() + 60_000);
    let whole = '';
    for (const [steps, word] of WORDS) {
      for (const step of steps) {
        await input.compose(step);
        await page.clock.runFor(100);
        await expect(field).toHaveValue(whole + step);
      }
      await input.choose(word);
      whole += word;
      // Sometimes the rest between two words is long enough to keep the first, sometimes not.
      await page.clock.runFor(whole.length % 2 ? 100 : 700);
      await expect(field).toHaveValue(whole);
    }
    await page.clock.runFor(1000);
    await expect.poll(() => kept(kit)).toBe(TEXT);
    await expect(field).toHaveValue(TEXT);
  });

  test(`${what}: nothing is kept in the middle of a composition`, async ({ kit, page }) => {
    await page.clock.install();
    await kit.create();
    const field = await go(kit);
    await field.fill('已有');
    await kit.settled();
    const input = await ime(kit);
    await field.focus();
    await field.press('End');
    await page.clock.pauseAt(Date.now() + 60_000);
    const before = await kit.stored();
    await input.compose('z');
    await page.clock.runFor(3000);
    await input.compose('zhi liang');
    await page.clock.runFor(3000);
    await expect(field).toHaveValue('已有zhi liang');
    await expect(kit.saved()).toBeVisible();
    expect(await kit.stored()).toEqual(before);

    await input.choose('质量');
    await expect(field).toHaveValue('已有质量');
    await page.clock.runFor(1000);
    await expect.poll(() => kept(kit)).toBe('已有质量');
  });

  test(`${what}: a composition that is given up leaves what was there`, async ({ kit }) => {
    await kit.create();
    const field = await go(kit);
    const input = await ime(kit);
    await field.focus();
    await input.write(WORDS.slice(0, 2));
    await input.compose('fang');
    await input.compose('');
    await expect(field).toHaveValue('质量管理');
    await kit.settled();
    expect(await kept(kit)).toBe('质量管理');
  });

  test(`${what}: leaving it in the middle of a composition keeps what it shows`, async ({ kit, page }) => {
    await kit.create();
    const field = await go(kit);
    const input = await ime(kit);
    await field.focus();
    await input.write(WORDS.slice(0, 2));
    await input.compose('ti xi');
    await page.keyboard.press('Tab');
    await expect(field).not.toBeFocused();
    const shown = await field.inputValue();
    expect(shown).toContain('质量管理');
    await kit.settled();
    expect(await kept(kit)).toBe(shown);
    await page.reload();
    await expect(field).toHaveValue(shown);
  });
}

test('words composed in the middle of a text stand where they were put', async ({ kit }) => {
  await kit.create();
  await kit.go(`item/${LEADERS}`);
  const field = kit.answer('process', 'approach');
  await field.fill('前后');
  await kit.settled();
  const input = await ime(kit);
  await field.focus();
  await field.press('Home');
  await field.press('ArrowRight');
  await input.write(WORDS.slice(0, 3));
  await expect(field).toHaveValue('前质量管理体系后');
  await kit.settled();
  expect(await answer(kit)).toBe('前质量管理体系后');
});

test('evidence is composed and added', async ({ kit, page }) => {
  await kit.create();
  await kit.go(`item/${LEADERS}`);
  const field = page.getByRole('combobox', { name: kit.w('item.evidence'), exact: true });
  const input = await ime(kit);
  await field.focus();
  await input.write();
  await field.press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: TEXT })).toBeVisible();
  await kit.settled();
  expect((await kit.kept()).items[LEADERS].evidence).toEqual([TEXT]);
});
