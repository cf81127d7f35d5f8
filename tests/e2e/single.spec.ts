/** The page as one file, opened from a folder as from a stick: nothing but the file is read, and nothing runs but what stands in it. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Request } from '@playwright/test';
import { checkAxe } from './support/axe.ts';
import { textOf } from './support/docx.ts';
import type { Place } from './support/kit.ts';
import { expect, test as base } from './support/test.ts';
import { item, root, sample, totalOf } from './support/words.ts';

const LEADERS = 'leadership.senior-leaders';

const test = base.extend<{ alone: void }, { file: string }>({
  // Alone in a folder as people have them.
  file: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'award-kit-single-'));
      const stick = join(folder, 'U 盘 #1', '100% 自评');
      mkdirSync(stick, { recursive: true });
      copyFileSync(join(root, 'dist/award-kit.html'), join(stick, 'award-kit (1).html'));
      await use(pathToFileURL(join(stick, 'award-kit (1).html')).href);
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ file }, use) => use(file),
  alone: [
    async ({ context, file }, use) => {
      const asked: string[] = [];
      const note = (request: Request) => asked.push(request.url().replace(/#.*$/, ''));
      context.on('requestfinished', note);
      // What the policy stops is never sent.
      context.on('requestfailed', (request) => request.failure()?.errorText !== 'csp' && note(request));
      await use();
      expect(asked.filter((address) => address !== file && !/^(blob|data):/.test(address)), 'requests beside the file itself').toEqual([]);
    },
    { auto: true },
  ],
});

test('what is typed and rated is kept in the browser and there after a reload', async ({ kit, page }) => {
  await kit.create();
  await kit.go(`item/${LEADERS}`);
  await kit.answer('process', 'approach').fill('Every Monday 每周一评审');
  await kit.step(70).click();
  await kit.settled();
  await page.reload();
  await expect(kit.answer('process', 'approach')).toHaveValue('Every Monday 每周一评审');
  await expect(kit.total()).toHaveText(String((item(LEADERS).points * 70) / 100));
  expect((await kit.kept()).items[LEADERS].percent).toBe(70);
  await kit.home();
  await expect(page.getByRole('table').getByRole('link')).toHaveCount(1);
});

test('the sample lies in the file, every page of it draws, and its Word document is made', async ({ kit, page }) => {
  await kit.sample();
  await expect(kit.total()).toHaveText(String(totalOf(sample(kit.language))));
  const places: Place[] = ['organisation', 'eligibility', 'evidence', 'departments', 'figures', `item/${LEADERS}`, 'result', 'improvement', 'next', 'compare', 'under', 'road', 'panel', 'versions', 'red-pen', 'draft'];
  for (const place of places) await kit.go(place);
  const made = await kit.download(() => kit.button('draft.word').click());
  expect(textOf(await readFile(await made.path()))).toContain(kit.sampleName());
  await kit.go('result');
  await checkAxe(page);
});

test('the criteria lie in the file', async ({ kit, page }) => {
  await page.goto('#/criteria');
  await expect(page.getByRole('heading', { level: 1, name: kit.w('criteria.title') })).toBeVisible();
  for (const pack of ['hebei-2022', 'tianjin-2021', 'gbt-19580-2012']) await expect(page.locator(`main a[href*="${pack}"]`).first()).toBeVisible();
});

test('the settings say that no network is needed', async ({ kit, page }) => {
  await kit.settings();
  await expect(page.getByText(kit.w('offline.whole'), { exact: true })).toBeVisible();
  await expect(page.getByText(kit.w('offline.single'), { exact: true })).toBeVisible();
});

test('the licences of what the kit is made of lie in the file, and are saved from it', async ({ kit, page }) => {
  await kit.settings();
  await page.getByText(kit.w('settings.licences'), { exact: true }).click();
  const made = await kit.download(() => page.getByRole('link', { name: kit.w('settings.licences_file'), exact: true }).click());
  expect(made.suggestedFilename()).toBe('licences.txt');
  expect(await readFile(await made.path(), 'utf8')).toContain('Permission is hereby granted');
});

test('where the browser keeps nothing of a file, the page says so and saves files', async ({ kit, page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Blocked for this test.', 'SecurityError');
    };
  });
  await kit.home();
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(kit.w('storage.blocked'));
  await kit.sample();
  const { text } = await kit.backup();
  expect(JSON.parse(text).items).toEqual(sample(kit.language).items);
});

/** Ways in which text that has become markup would run or reach out. */
const INJECTED = {
  script: '<script>document.body.dataset.ran = 1</script>',
  module: '<script type="module">document.body.dataset.ran = 1</script>',
  data: '<script src="data:text/javascript,document.body.dataset.ran = 1"></script>',
  blob: '<script src="BLOB"></script>',
  remote: '<script src="http://127.0.0.1:9/a.js"></script>',
  beside: '<script src="./a.js"></script>',
  handler: '<img src="data:," onerror="document.body.dataset.ran = 1">',
  link: '<a id="injected" href="javascript:void(document.body.dataset.ran = 1)">x</a>',
  frame: '<iframe srcdoc="<script>parent.document.body.dataset.ran = 1</script>"></iframe>',
  picture: '<img src="http://127.0.0.1:9/a.png">',
  style: '<style>body { --ran: 1 }</style>',
  sheet: '<link rel="stylesheet" href="data:text/css,body { --ran: 1 }">',
};

for (const [way, markup] of Object.entries(INJECTED)) {
  test(`nothing that is put into the page runs or reaches out: ${way}`, async ({ kit, page, watch }) => {
    await kit.home();
    await page.evaluate((markup) => {
      const script = URL.createObjectURL(new Blob(['document.body.dataset.ran = 1'], { type: 'text/javascript' }));
      const parsed = new DOMParser().parseFromString(markup.replace('BLOB', script), 'text/html');
      for (const element of parsed.querySelectorAll('head > *, body > *')) {
        // Scripts of a parsed page never run; made anew they would.
        const made = document.createElement(element.localName);
        for (const { name, value } of element.attributes) made.setAttribute(name, value);
        made.textContent = element.textContent;
        document.body.append(made);
      }
      document.getElementById('injected')?.click();
    }, markup);
    await expect.poll(() => watch.faults.join()).toContain('Content Security Policy');
    expect(await page.evaluate(() => [document.body.dataset.ran, getComputedStyle(document.body).getPropertyValue('--ran')])).toEqual([undefined, '']);
    watch.faults.length = 0;
  });
}
