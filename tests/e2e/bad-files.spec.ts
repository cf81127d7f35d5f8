/** Bad input is met with one clear sentence that names the file, and the present work is untouched. */
import { readFile } from 'node:fs/promises';
import { textOf } from './support/docx.ts';
import { jsonFile, type GivenFile, type Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';
import { pattern, sample, type AssessmentFile, type Values } from './support/words.ts';

const LEADERS = 'leadership.senior-leaders';
const PRESENT = 'Present work 现有自评';

/** A file that would be good, changed. */
function changed(change: (file: AssessmentFile & Record<string, any>) => void): string {
  const file = sample('en');
  change(file);
  return JSON.stringify(file, null, 2);
}

const percent = (value: unknown) => changed((file) => (file.items[LEADERS].percent = value as number));
const whole = changed(() => {});

interface Bad {
  what: string;
  content: string | Buffer;
  /** The code of the sentence, and what must stand in it. */
  error: string;
  values?: Values;
}

const PERCENT = { pointer: `/items/${LEADERS}/percent` };

const BAD: Bad[] = [
  { what: 'empty', content: '', error: 'empty' },
  { what: 'blank', content: ' \n\t\r\n', error: 'empty' },
  { what: 'only a byte-order mark', content: '\ufeff', error: 'empty' },
  { what: 'truncated', content: whole.slice(0, whole.length / 2), error: 'not_json' },
  { what: 'truncated in a character', content: Buffer.from('{"name": "质').subarray(0, 12), error: 'not_text' },
  { what: 'not JSON', content: 'organisation,points\n京华,542\n', error: 'not_json', values: { line: 1, column: 1 } },
  { what: 'binary', content: Buffer.from([0x25, 0x50, 0x44, 0x46, 0xff, 0xfe, 0x00, 0x80]), error: 'not_text' },
  { what: 'a damaged zip', content: Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe, 0x00, 0x80]), error: 'bundle_not_zip' },
  { what: 'deeply nested', content: '['.repeat(100_000) + ']'.repeat(100_000), error: 'not_json' },
  { what: 'other JSON', content: '{"hello": "world"}', error: 'not_assessment' },
  { what: 'a bare number', content: '42', error: 'not_assessment' },
  { what: 'another pack', content: changed((file) => (file.pack.id = 'shanghai-2020')), error: 'unknown_pack', values: { id: 'shanghai-2020' } },
  { what: 'newer version', content: changed((file) => (file.version = '2.0')), error: 'newer_version', values: { version: '2.0' } },
  { what: 'no version at all', content: changed((file) => (file.version = 'first')), error: 'bad_value', values: { value: 'first' } },
  { what: 'percent of 47', content: percent(47), error: 'bad_percent', values: { ...PERCENT, value: 47 } },
  { what: 'percent of -5', content: percent(-5), error: 'bad_percent', values: { ...PERCENT, value: -5 } },
  { what: 'percent of 105', content: percent(105), error: 'bad_percent', values: { ...PERCENT, value: 105 } },
  { what: 'percent of "50"', content: percent('50'), error: 'wrong_kind', values: PERCENT },
  { what: 'percent of 52.5', content: percent(52.5), error: 'wrong_kind', values: PERCENT },
  {
    what: 'a day that does not exist',
    content: changed((file) => (file.organisation.registration_date = '2015-02-29')),
    error: 'bad_date',
    values: { pointer: '/organisation/registration_date', value: '2015-02-29' },
  },
  {
    what: 'a date in another form',
    content: changed((file) => (file.eligibility.application_date = '2 December 2016')),
    error: 'bad_date',
    values: { pointer: '/eligibility/application_date', value: '2 December 2016' },
  },
  { what: 'more than 20 MB', content: Buffer.alloc(21_000_000, 0x20), error: 'too_large', values: { size: 21 } },
];

async function refused(kit: Kit, bad: Bad, file: GivenFile) {
  const notice = kit.notice().getByRole('paragraph');
  await expect(notice).toHaveText(pattern(kit.w('not_opened', { name: file.name, reason: kit.w(`error.${bad.error}`) })));
  for (const value of Object.values(bad.values ?? {})) await expect(notice).toContainText(String(value));
}

test('every bad file is refused in one sentence that names it, and nothing else changes', async ({ kit, page }) => {
  test.slow();
  await kit.create();
  await kit.profile('name').fill(PRESENT);
  await kit.settled();
  await kit.home();
  await expect(page.getByRole('link', { name: PRESENT, exact: true })).toBeVisible();
  const before = await kit.stored();
  for (const [at, bad] of BAD.entries()) {
    await test.step(bad.what, async () => {
      const file = jsonFile(`${bad.what.replaceAll('"', '')} ${at} 备份.json`, bad.content);
      await (at % 4 === 3 ? kit.drop(file) : kit.open(file));
      await refused(kit, bad, file);
      await expect(page).toHaveURL(/#\/$/);
      await expect(page.getByRole('table').getByRole('link')).toHaveText([PRESENT]);
    });
  }
  expect(await kit.stored()).toEqual(before);
  await kit.button('notice.close').click();
  await expect(kit.notice()).toBeEmpty();
  await page.getByRole('link', { name: PRESENT, exact: true }).click();
  await kit.toProfile();
  await expect(kit.profile('name')).toHaveValue(PRESENT);
});

test('a bad field is refused in one sentence, and the earlier value stays', async ({ kit, page }) => {
  await kit.create();
  const staff = page.getByRole('textbox', { name: kit.w('profile.staff'), exact: true });
  await staff.fill('1,234');
  await staff.blur();
  await expect.poll(async () => (await kit.kept()).organisation.staff).toBe(1234);
  for (const wrong of ['many', '12.5', '-3', '99999999999999999999999']) {
    await staff.fill(wrong);
    await staff.blur();
    await expect(kit.notice().getByRole('paragraph')).toHaveText(kit.w('field.number_refused', { field: kit.w('profile.staff'), text: wrong }));
    await expect(staff).toHaveValue('1234');
    await kit.button('notice.close').click();
    await expect(kit.notice()).toBeEmpty();
  }
  await kit.settled();
  expect((await kit.kept()).organisation.staff).toBe(1234);
  await staff.fill('');
  await staff.blur();
  await expect.poll(async () => (await kit.kept()).organisation.staff).toBe(null);
});

/** Characters that break careless programs; none of them is the user's fault. */
const HOSTILE = [
  'control \u0001\u0007\u0008\u001b\u007f\u0085 end',
  'emoji 😀👩‍👩‍👧🇨🇳 ☃️',
  'right to left \u202eevil\u202c \u200fשלום\u200e مرحبا',
  'joined e\u0301 \u200b\u2060\ufeff',
  '𠮷野家 𡈽 㐀',
  '<script>window.harm = 1</script><img src="x" onerror="window.harm = 1">',
  '</textarea></p>&lt;b&gt; &amp; {name} {{n}} ${x} %s \\u0041 \\n',
  '\' " ` -- ; DROP TABLE',
  ']]> <?xml?> <!-- -->',
].join('\n');
const HOSTILE_NAME = HOSTILE.replaceAll('\n', ' ').trim();

async function isHarmless(kit: Kit) {
  expect(await kit.page.evaluate(() => 'harm' in window)).toBe(false);
  await expect(kit.page.locator('img, main script')).toHaveCount(0);
}

test('hostile text that is typed survives as it is, and is shown as text everywhere', async ({ kit, page }) => {
  await kit.create();
  await kit.profile('name').fill(HOSTILE_NAME);
  await kit.go(`item/${LEADERS}`);
  const answer = kit.answer('process', 'approach');
  await answer.fill(HOSTILE);
  await kit.settled();
  await page.reload();
  await expect(answer).toHaveValue(HOSTILE);
  await expect(page.getByRole('banner')).toContainText(HOSTILE_NAME);
  const { text } = await kit.backup();
  expect(JSON.parse(text).items[LEADERS].answers[''].approach).toBe(HOSTILE);
  expect(JSON.parse(text).organisation.name).toBe(HOSTILE_NAME);
  await expect(await kit.document()).toContainText('<script>window.harm = 1</script><img src="x" onerror="window.harm = 1">');
  await isHarmless(kit);

  const download = await kit.download(() => kit.button('draft.word').click());
  const written = textOf(await readFile(await download.path()));
  expect(written).toContain('<script>window.harm = 1</script><img src="x" onerror="window.harm = 1">');
  expect(written, 'no character that XML forbids').not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);

  await kit.home();
  await expect(page.getByRole('table').getByRole('link')).toHaveText([HOSTILE_NAME]);
  await isHarmless(kit);
  await page.getByRole('button', { name: kit.w('erase.short') }).click();
  await expect(kit.notice()).toContainText('<script>');
  await isHarmless(kit);

  await kit.open(jsonFile('hostile.json', text));
  await kit.at('overview');
  await isHarmless(kit);
  await kit.settled();
  expect((await kit.backup()).text).toBe(text);
  await isHarmless(kit);
});

test('a file name can be as hostile as its content', async ({ kit }) => {
  await kit.home();
  const name = '<img src=x onerror=window.harm=1>{reason}.json';
  await kit.open(jsonFile(name, 'no'));
  await expect(kit.notice()).toContainText(name);
  await isHarmless(kit);
});

test('a text of 100,000 characters is kept, shown and exported whole', async ({ kit, page }) => {
  test.slow();
  const long = Array.from({ length: 1000 }, (_, line) => `${String(line).padStart(4, '0')} `.padEnd(99, '质量奖自评')).join('\n') + '\n';
  expect(long).toHaveLength(100_000);
  await kit.create();
  await kit.go(`item/${LEADERS}`);
  const answer = kit.answer('process', 'approach');
  await answer.fill(long);
  await kit.settled();
  await page.reload();
  await expect(answer).toHaveValue(long);
  await answer.press('ControlOrMeta+End');
  await answer.pressSequentially('last');
  await kit.settled();
  const { text } = await kit.backup();
  expect(JSON.parse(text).items[LEADERS].answers[''].approach).toBe(`${long}last`);
  const download = await kit.download(() => kit.button('draft.word').click());
  const written = textOf(await readFile(await download.path()));
  for (const line of `${long}last`.split('\n')) expect(written).toContain(line);
});

test('what a newer minor version adds survives opening, changing and saving', async ({ kit }) => {
  await kit.home();
  const newer = changed((file) => {
    file.version = '1.7';
    file.future = { list: [1, 'two', null], deep: { er: true } };
    file.organisation.motto = '精于毫厘' as never;
    Object.assign(file.items[LEADERS], { colour: 'blue' });
  });
  await kit.open(jsonFile('newer.json', newer));
  await kit.toProfile();
  await kit.profile('name').fill('Changed');
  await kit.settled();
  const file = JSON.parse((await kit.backup()).text);
  expect(file).toMatchObject({ version: '1.7', future: { list: [1, 'two', null], deep: { er: true } }, organisation: { name: 'Changed', motto: '精于毫厘' } });
  expect(file.items[LEADERS].colour).toBe('blue');
});

test('a file whose content cannot be had is told as that', async ({ kit, page }) => {
  // What browsers do with a folder, a file that was moved, and one that lies only in the cloud.
  await page.addInitScript(() => {
    Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
  });
  await kit.home();
  const file = jsonFile('文件夹.json', whole);
  await kit.open(file);
  await expect(kit.notice().getByRole('paragraph')).toHaveText(kit.w('not_opened', { name: file.name, reason: kit.w('error.no_content') }));
});

test('a file whose content cannot be had is told as that wherever files are taken', async ({ kit, page }) => {
  await kit.create();
  const unreadable = jsonFile('文件夹.json', whole);
  await page.evaluate(() => {
    Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
  });
  const give = async (click: () => Promise<void>) => {
    const chooser = page.waitForEvent('filechooser');
    await click();
    await (await chooser).setFiles(unreadable);
  };
  await kit.go('indicators/results.customers');
  await page.getByRole('heading', { level: 2, name: kit.w('import.title'), exact: true }).click();
  await give(() => kit.button('import.choose').click());
  await expect(kit.notice().getByRole('paragraph')).toHaveText(kit.w('import.refused', { name: unreadable.name, reason: kit.w('error.no_content') }));
  await kit.go('evidence');
  await kit.button('register.add').click();
  await give(() => kit.button('register.attach').click());
  await expect(kit.notice().getByRole('paragraph')).toHaveText(kit.w('register.attach_unreadable', { name: unreadable.name }));
  await kit.go('panel');
  await give(() => kit.button('workshop.receive_pick').first().click());
  const problems = page.getByRole('list', { name: kit.w('workshop.problems') }).getByRole('listitem');
  await expect(problems).toHaveCount(1);
  await expect(problems).toContainText(unreadable.name);
  await expect(problems).toContainText(kit.w('error.no_content'));
});

test('a backup that was saved again in another encoding is opened', async ({ kit }) => {
  const utf16 = Buffer.from(`\ufeff${JSON.stringify(sample('zh'), null, 2)}`, 'utf16le');
  await kit.home();
  await kit.open(jsonFile('另存.json', utf16));
  await kit.toProfile();
  await expect(kit.profile('name')).toHaveValue(sample('zh').organisation.name);
});
