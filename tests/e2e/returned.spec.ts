/** The draft leaves as a Word document and comes back edited: two departments' copies, one saved by LibreOffice, are looked at before anything changes, one conflict is decided, and nothing is lost. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { checkAxe } from './support/axe.ts';
import type { GivenFile, Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';

const GOVERNANCE = 'leadership.governance';
const APPROACH = `/items/${GOVERNANCE}/answers//approach`;
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</w:t></w:r>`;
const paragraphs = (text: string) => text.split('\n').map((line) => `<w:p>${run(line)}</w:p>`).join('');

/** The document with other content in the control of a place. */
function filled(document: string, place: string, markup: string): string {
  const hash = createHash('sha256').update(place).digest('hex').slice(0, 16);
  const tag = document.indexOf(`<w:tag w:val="_AK_${hash}_`);
  expect(tag, place).toBeGreaterThan(0);
  const begins = document.indexOf('<w:sdtContent>', tag) + '<w:sdtContent>'.length;
  return document.slice(0, begins) + markup + document.slice(document.indexOf('</w:sdtContent>', begins));
}

function edited(docx: Uint8Array, name: string, edit: (document: string) => string, more: Record<string, string> = {}): GivenFile {
  const files = unzipSync(docx);
  files['word/document.xml'] = strToU8(edit(strFromU8(files['word/document.xml'])));
  for (const [part, content] of Object.entries(more)) files[part] = strToU8(content);
  return { name, mimeType: TYPE, buffer: Buffer.from(zipSync(files)) };
}

/** As LibreOffice saves it; as it is where that is not installed. */
async function savedAgain(file: GivenFile): Promise<GivenFile> {
  const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path));
  if (!office) return file;
  const folder = await mkdtemp(join(tmpdir(), 'returned-'));
  const from = join(folder, 'copy.docx');
  await writeFile(from, file.buffer);
  execFileSync(office, [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'docx', '--outdir', join(folder, 'out'), from], { timeout: 150_000, stdio: 'ignore' });
  const buffer = await readFile(join(folder, 'out', 'copy.docx'));
  await rm(folder, { recursive: true, force: true });
  return { ...file, buffer };
}

async function draft(kit: Kit): Promise<Uint8Array> {
  await kit.go('draft');
  const download = await kit.download(() => kit.button('draft.word').click());
  return readFile(await download.path());
}

test('two edited copies of the draft come back, a conflict is decided, nothing is lost, and undo leads back', async ({ kit, page }) => {
  test.slow();
  const { w } = kit;
  await kit.sample();
  const id = kit.id();
  const docx = await draft(kit);
  const before = await kit.kept(id);
  const by = 'w:id="900" w:author="Wang Fang" w:date="2016-11-02T08:00:00Z"';
  const comments = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" w:author="Li Qiang" w:date="2016-11-03T08:00:00Z"><w:p>${run('three years of figures, please')}</w:p></w:comment></w:comments>`;
  const first = edited(
    docx,
    'a-marketing.docx',
    (document) => {
      const proposed = `<w:p><w:commentRangeStart w:id="7"/>${run('The market, rewritten.')}<w:ins ${by}>${run(' And more.')}</w:ins><w:r><w:commentReference w:id="7"/></w:r></w:p>`;
      const with_texts = filled(filled(document, APPROACH, paragraphs('Marketing’s way\n\n1 < 2')), '/organisation/environment', proposed);
      const end = with_texts.lastIndexOf('<w:sectPr');
      return with_texts.slice(0, end) + paragraphs('A thought at the very end') + with_texts.slice(end);
    },
    { 'word/comments.xml': comments },
  );
  const second = await savedAgain(edited(docx, 'b-quality.docx', (document) => filled(filled(document, APPROACH, paragraphs('Quality’s way')), '/organisation/competition', paragraphs('全角　空格\n\tA tab'))));

  await kit.go('departments');
  const chooser = page.waitForEvent('filechooser');
  await kit.button('departments.receive_pick').click();
  await (await chooser).setFiles([first, second]);
  const of = (file: GivenFile) => page.getByRole('article', { name: file.name, exact: true });
  await expect(of(first)).toContainText(w('drafts.word'));
  await expect(of(second)).toContainText(w('departments.conflicts', { n: 1 }));
  await expect(of(second).getByText('Quality’s way', { exact: true })).toBeVisible();
  // What is only proposed is shown and not counted in until the person says so; the comment is there; the stray text is told.
  await expect(of(first)).toContainText(w('drafts.proposals', { n: 1 }));
  await of(first).getByText(w('drafts.remarks', { n: 2 }), { exact: true }).click();
  await expect(of(first)).toContainText(w('drafts.insert', { author: 'Wang Fang', text: ' And more.' }));
  await expect(of(first)).toContainText(w('drafts.comment', { author: 'Li Qiang', text: 'three years of figures, please' }));
  await expect(of(first)).toContainText('A thought at the very end');
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await checkAxe(page, { where: `drafts at ${width}` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    if (process.env.RETURNED_PICTURES) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: `${process.env.RETURNED_PICTURES}/drafts-${kit.language}-${width}-${colorScheme}.png`, fullPage: true });
      }
      await page.emulateMedia({ colorScheme: 'light' });
    }
  }
  await of(first).getByRole('button', { name: w('drafts.take_proposals'), exact: true }).click();
  await expect(of(first)).toContainText(w('drafts.proposals_taken', { n: 1 }));
  // Nothing has changed so far.
  expect((await kit.kept(id)).organisation).toEqual(before.organisation);
  const theirs = of(second).getByRole('radio', { name: w('departments.choose_theirs', { whose: 'b-quality' }), exact: true });
  await theirs.check({ force: true });
  await kit.button('departments.apply', { n: 2 }).click();
  await expect(kit.notice()).toContainText(w('departments.applied_aside', { n: 2, m: 1 }));
  await kit.settled();
  const after: any = await kit.kept(id);
  expect(after.items[GOVERNANCE].answers[''].approach).toBe('Quality’s way');
  expect(after.organisation.environment).toBe('The market, rewritten. And more.');
  expect(after.organisation.competition).toBe('全角　空格\n\tA tab');
  const aside = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: w('departments.aside_value'), exact: true }) });
  await expect(aside).toContainText('A thought at the very end');
  // All else is as it was.
  const rest = (file: any) => ({ ...file, organisation: { ...file.organisation, environment: 0, competition: 0 }, items: { ...file.items, [GOVERNANCE]: 0 }, set_aside: 0 });
  expect(rest(after)).toEqual(rest(before));
  await kit.button('top.undo').click();
  await kit.settled();
  const undone: any = await kit.kept(id);
  expect([undone.organisation, undone.items]).toEqual([before.organisation, before.items]);
});

test('a draft that is opened on the home page leads to where it is looked at', async ({ kit, page }) => {
  await kit.sample();
  const id = kit.id();
  const docx = await draft(kit);
  const copy = edited(docx, 'copy.docx', (document) => filled(document, '/organisation/environment', paragraphs('Rewritten.')));
  await kit.home();
  await kit.open(copy);
  await kit.at('departments');
  await expect(page.getByRole('article', { name: copy.name, exact: true })).toContainText(kit.w('departments.conflicts_none'));
  await kit.button('departments.apply', { n: 1 }).click();
  await kit.settled();
  expect(((await kit.kept(id)).organisation as any).environment).toBe('Rewritten.');
  // With several assessments the person says which.
  await kit.create();
  await kit.home();
  await kit.open(copy);
  await expect(kit.notice()).toContainText(kit.w('drafts.home', { name: copy.name }));
  // What is no document is refused where it was given.
  await kit.go('departments', id);
  await kit.drop({ name: 'broken.docx', mimeType: TYPE, buffer: copy.buffer.subarray(0, 400) });
  await expect(page.getByRole('list', { name: kit.w('departments.refused'), exact: true })).toContainText('broken.docx');
});
