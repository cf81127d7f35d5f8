/** The award's year, played from one end to the other: the agency makes session 2027 in the page and publishes it as files; an applicant with
 * last session's assessment is told, carries over and applies; the agency's desk reads what came in. */
import { readFile } from 'node:fs/promises';
import type { Download } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { checkAxe } from './support/axe.ts';
import { textOf } from './support/docx.ts';
import { alteredAfterwards, inOtherWords, ofAnother } from './support/drafts.ts';
import { Host } from './support/host.ts';
import { expect, test, WITH_WORKERS } from './support/hosted.ts';
import { jsonFile, type GivenFile, type Kit } from './support/kit.ts';
import { profile } from './support/profile.ts';
import { begin, cases, conditions, DATA, isWhole, items, names, NO_LEAK, PARTS, RESPONSIBILITY, SESSION, step } from './support/sitting.ts';
import { day, type AssessmentFile } from './support/words.ts';

test.use(WITH_WORKERS);

/** What the agency's zip holds. */
const [FILE, INDEX] = [`criteria/${SESSION}.pack.json`, 'criteria/index.json'];
/** The organisation whose bundle was changed after its receipt was made. */
const CHANGED = '后来改过的公司';
/** The two that hand in one page of text as their own, and where it stands. */
const SHARING = ['第 7 家公司', '第 9 家公司'];
const SHARED = 'customers.knowledge';
/** A receipt as it is printed. */
const RECEIPT = /[0-9A-Z]{5}(?:-[0-9A-Z]{5}){4}/;

/** What stands on the page passes, and is drawn where somebody wants to look at it. */
async function seen({ page, language }: Kit, where: string) {
  await checkAxe(page, { where });
  const folder = process.env.YEAR_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${where}-${language}.png`, fullPage: true });
}

const content = async (download: Download) => readFile(await download.path());

// The agency

/** Session 2027 in one sitting, out as the zip that is unpacked on the host. */
async function makeSession(kit: Kit): Promise<Record<string, Uint8Array>> {
  await begin(kit);
  await names(kit);
  await conditions(kit);
  await items(kit);
  await cases(kit);
  await isWhole(kit);
  await step(kit, 'adapt.publish');
  await seen(kit, '1-sitting');
  const zip = await kit.download(() => kit.button('adapt.publish_save').click());
  expect(zip.suggestedFilename()).toBe(`${SESSION}.zip`);
  return unzipSync(await content(zip));
}

/** Unpacks the zip beside the page, as the page says: the session's file is added, and the index is replaced by one that names it. */
function publish(host: Host, files: Record<string, Uint8Array>) {
  expect(Object.keys(files).sort()).toEqual([FILE, INDEX]);
  let before: { packs: object[] };
  host.edit('index.json', (index) => (before = index));
  const after = JSON.parse(strFromU8(files[INDEX]));
  expect(after).toMatchObject({ default: SESSION, packs: [...before!.packs, { id: SESSION, file: `${SESSION}.pack.json` }] });
  for (const [name, bytes] of Object.entries(files)) host.put(name.slice('criteria/'.length), Buffer.from(bytes));
}

/** What the applicants have to do with: what the page calls the session, and the ids of what is new in it. */
interface Session {
  name: string;
  parts: string[];
  added: string;
}

function sessionOf(kit: Kit, files: Record<string, Uint8Array>): Session {
  const { pack, texts } = JSON.parse(strFromU8(files[FILE]));
  const all: { id: string; number: string }[] = pack.categories.flatMap((category: any) => category.items);
  return {
    name: texts[kit.language]['pack.short'].replaceAll('{edition}', pack.edition),
    parts: pack.adapted.items[0].to,
    added: all.find(({ number }) => number === '4.4.8')!.id,
  };
}

// The applicant

/** The new session is told of, and what carrying over would do is seen before it is done. */
async function carryOver(kit: Kit, session: string) {
  const { page, w } = kit;
  await kit.page.reload();
  const told = page.getByRole('link', { name: w('under.newer_session', { name: session }), exact: true });
  await expect(told).toBeVisible();
  await seen(kit, '2-told');
  await told.click();
  // It stands first among all other criteria.
  await expect(page.getByRole('table').first().locator('tbody').getByRole('row').nth(1)).toContainText(session);
  await page.getByRole('button', { name: w('under.look_at', { name: session }), exact: true }).click();
  const proposed = (kind: string) => page.getByRole('listitem').filter({ has: page.locator('.tag', { hasText: w(`carry.${kind}`) }) });
  await expect(proposed('split')).toContainText(kit.pack(`item.${RESPONSIBILITY}`));
  for (const part of PARTS[kit.language]) await expect(proposed('split')).toContainText(part);
  await expect(proposed('changed')).toContainText(w('criteria.rule_years', { years: 5 }));
  await expect(proposed('new').filter({ hasText: DATA[kit.language] })).toHaveCount(1);
  await expect(proposed('new').filter({ hasText: NO_LEAK[kit.language] })).toHaveCount(1);
  await seen(kit, '3-plan');
  await kit.button('under.carry').click();
  await expect(kit.notice()).toContainText(w('under.carried', { name: session }));
  await expect(page.locator('.org')).toContainText(session);
  await kit.settled();
}

/** Five years and the new condition: nobody is eligible on what was asked last time. */
async function apply(kit: Kit) {
  const { page, w } = kit;
  await kit.go('eligibility');
  const verdict = page.getByTestId('verdict');
  await page.getByLabel(w('eligibility.date'), { exact: true }).fill('2027-03-18');
  // Three years would do last session, and do no longer.
  const years = kit.pack('condition.three-years').replace('3', '5');
  const registered = page.getByRole('textbox', { name: w('profile.registration_date'), exact: true });
  const since = await registered.inputValue();
  await registered.fill('2023-06-01');
  await expect(page.getByTestId('outcome-three-years')).toHaveText(w('outcome.not_met'));
  await expect(page.getByRole('heading', { name: w('verdict.from_after_close', { day: day(w, '2028-06-01'), closes: day(w, '2027-04-30') }) })).toBeVisible();
  await registered.fill(since);
  await expect(page.getByRole('heading', { name: years })).toContainText(w('outcome.met'));
  await expect(page.getByTestId('outcome-no-data-leak')).toHaveText(w('outcome.undecided'));
  await expect(verdict).toHaveText(w('outcome.verdict_undecided'));
  await seen(kit, '4-eligibility');
  await page.getByRole('group', { name: NO_LEAK[kit.language], exact: true }).getByRole('radio', { name: w('answer.yes'), exact: true }).check({ force: true });
  await expect(verdict).toHaveText(w('outcome.eligible'));
  await kit.settled();
}

/** What the new session asks for and nobody answered yet: the parts of the split item, and the new one. */
async function answer(kit: Kit, session: Session) {
  const { page, language } = kit;
  for (const [at, id] of session.parts.entries()) await rate(kit, id, PARTS[language][at], 60);
  await rate(kit, session.added, DATA[language], 50);
  const approach = kit.answer('process', 'approach');
  await approach.fill(language === 'zh' ? '数据由信息部统一管理，每年评审一次。' : 'Data are managed by one department and reviewed every year.');
  await kit.settled();
  expect((await kit.kept()).items[session.added].percent).toBe(50);
  await seen(kit, '5-new-item');
}

async function rate(kit: Kit, id: string, name: string, percent: number) {
  await kit.page.goto(`#/${kit.id()}/item/${id}`);
  await expect(kit.page.getByRole('heading', { level: 1, name })).toBeVisible();
  await kit.step(percent).click();
  await expect(kit.step(percent)).toBeChecked();
}

/** The clean submission as Word, with its receipt. */
async function submit(kit: Kit): Promise<{ word: Buffer; receipt: string }> {
  await kit.go('draft');
  await kit.page.getByLabel(kit.w('draft.variant'), { exact: true }).selectOption('submission');
  await seen(kit, '6-submission');
  const word = await content(await kit.download(() => kit.button('draft.word').click()));
  const receipt = RECEIPT.exec(textOf(word))?.[0];
  expect(receipt, 'a receipt in the document').toBeDefined();
  return { word, receipt: receipt! };
}

/** What an assessment is handed in as beside the paper. */
async function bundle(kit: Kit): Promise<Buffer> {
  await kit.go('draft');
  return content(await kit.download(() => kit.button('register.bundle').click()));
}

/** Another organisation's bundle, in which a rating was changed after it was packed. */
async function changedLater(kit: Kit, own: AssessmentFile): Promise<GivenFile> {
  await kit.home();
  await kit.open(jsonFile('other.json', JSON.stringify(ofAnother(own, 12, CHANGED))));
  await kit.at('overview');
  const packed = await bundle(kit);
  return given('12.zip', alteredAfterwards(packed, (text) => text.replace('"percent": 60', '"percent": 95')));
}

const given = (name: string, buffer: Buffer): GivenFile => ({ name, mimeType: 'application/octet-stream', buffer });

/** Ten more drafts as they come in, each in words of its own but for the page that two of them share. */
function others(own: AssessmentFile, language: Kit['language']): GivenFile[] {
  const page = inOtherWords(language === 'zh' ? '质'.repeat(600) : 'a page of text '.repeat(50), 4_711, 0);
  return Array.from({ length: 10 }, (_, at) => at + 2).map((n) => {
    const name = `第 ${n} 家公司`;
    const draft = ofAnother(own, n, name);
    if (SHARING.includes(name)) draft.items[SHARED].answers = { '': { approach: page } };
    return jsonFile(`${String(n).padStart(2, '0')}.json`, JSON.stringify(draft));
  });
}

// The desk

async function receive(kit: Kit, files: GivenFile[]) {
  const { page, w } = kit;
  await page.goto('./#/criteria');
  await page.getByRole('link', { name: w('desk.link') }).click();
  const chooser = page.waitForEvent('filechooser');
  await kit.button('desk.choose').click();
  await (await chooser).setFiles(files);
  await expect(rows(kit)).toHaveCount(files.length);
}

const rows = (kit: Kit) => kit.page.getByRole('table').locator('tbody').getByRole('row');
const marked = (kit: Kit, tag: string) => rows(kit).filter({ has: kit.page.locator('.tag', { hasText: kit.w(tag) }) });

const fact = (kit: Kit, key: string) => kit.page.getByRole('row').filter({ has: kit.page.getByRole('rowheader', { name: kit.w(key), exact: true }) }).getByRole('cell');

/** Looks at a draft of the list, and goes back to it. */
async function lookAt(kit: Kit, name: string, look: () => Promise<void>) {
  await kit.button('desk.open_of', { name }).click();
  await expect(kit.page.getByRole('heading', { level: 1, name })).toBeVisible();
  await look();
  await kit.button('desk.back').click();
  await expect(rows(kit).first()).toBeVisible();
}

test('the year: session 2027 is made and published, an applicant carries over and applies, the desk reads what came in', async ({ kit, host, page, browser, baseURL }) => {
  test.slow();
  const { w } = kit;
  const applicant = await profile(browser, baseURL!, kit.language === 'zh' ? 'zh-CN' : 'en-GB', kit.language);
  let session!: Session;
  let drafts!: GivenFile[];
  let receipt!: string;

  await test.step('an assessment of last session lies in the browser of an applicant', async () => {
    await applicant.kit.sample();
    await applicant.kit.settled();
    await expect(applicant.kit.page.getByRole('link', { name: /2027/ })).toHaveCount(0);
  });

  await test.step('the agency makes session 2027 in the page and publishes it as files', async () => {
    const files = await makeSession(kit);
    session = sessionOf(kit, files);
    publish(host, files);
    await page.goto('./#/criteria');
    await page.reload();
    const listed = page.getByRole('listitem').filter({ hasText: `${SESSION} · 2027` });
    await expect(listed).toContainText(w('criteria.default'));
    await expect(listed).toContainText(w('criteria.origin_host'));
    await seen(kit, '1-published');
  });

  await test.step('the applicant is told, carries over, and sees what the session asks', async () => {
    await carryOver(applicant.kit, session.name);
    await apply(applicant.kit);
    await answer(applicant.kit, session);
  });

  await test.step('the applicant hands in a clean submission with its receipt, and the zip', async () => {
    const submission = await submit(applicant.kit);
    receipt = submission.receipt;
    const own: AssessmentFile = JSON.parse((await applicant.kit.backup()).text);
    expect(own.pack.id).toBe(SESSION);
    const packed = await bundle(applicant.kit);
    drafts = [given('01.zip', packed), ...others(own, kit.language), await changedLater(applicant.kit, own)];
    expect(drafts).toHaveLength(12);
    drafts.push(given('01.docx', submission.word));
  });

  await test.step('the desk reads twelve drafts and the paper of the first, and names what is odd', async () => {
    await receive(kit, drafts);
    await seen(kit, '7-desk');
    await expect(marked(kit, 'desk_state.unreadable')).toHaveCount(0);
    await expect(rows(kit).filter({ hasText: '01.docx' })).toContainText(w('desk.same_receipt_with', { names: '01.zip' }));
    await expect(marked(kit, 'desk.tag_altered')).toHaveCount(1);
    await expect(marked(kit, 'desk.tag_altered')).toContainText(CHANGED);
    await expect(marked(kit, 'desk.tag_shared')).toHaveCount(2);
    for (const name of SHARING) await expect(marked(kit, 'desk.tag_shared').filter({ hasText: name })).toHaveCount(1);
    await lookAt(kit, '12.zip', async () => {
      await expect(page.getByText(w('desk.receipt_differs_in', { parts: w('receipt_part.ratings') }))).toBeVisible();
    });
    await lookAt(kit, '07.json', async () => {
      await expect(page.getByRole('listitem').filter({ hasText: '09.json' }).filter({ hasText: kit.itemName(SHARED) })).toBeVisible();
      await seen(kit, '8-shared');
    });
    await lookAt(kit, '01.zip', async () => {
      await expect(fact(kit, 'desk.receipt')).toHaveText(receipt);
      await expect(fact(kit, 'desk.same_receipt')).toHaveText('01.docx');
    });
  });

  await test.step('the list leaves as a workbook and to be printed', async () => {
    const book = unzipSync(await content(await kit.download(() => kit.button('desk.save').click())));
    const told = strFromU8(book['xl/sharedStrings.xml']);
    const list = (await content(await kit.download(() => kit.button('desk.save_list').click()))).toString();
    for (const name of [CHANGED, ...SHARING]) {
      expect(told).toContain(name);
      expect(list).toContain(name);
    }
  });

  expect(applicant.watch.faults, 'console messages, page errors and requests off the origin').toEqual([]);
  await applicant.context.close();
});
