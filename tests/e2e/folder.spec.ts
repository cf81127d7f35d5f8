/** The second place: a folder of one's own beside the browser's storage. The browser's dialog cannot be driven; in its place
 * a folder of the origin's private file system is handed over, whose handles are the browser's own. */
import type { Page } from '@playwright/test';
import { checkAxe } from './support/axe.ts';
import type { Kit } from './support/kit.ts';
import { expect, test } from './support/test.ts';

const LEADERS = 'leadership.senior-leaders';
const GOVERNANCE = 'leadership.governance';
const WIDTHS = [390, 1440];

const answer = (kit: Kit) => kit.answer('process', 'approach');

async function stick(page: Page, name = 'stick') {
  await page.addInitScript((name) => {
    (window as any).showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
  }, name);
}

/** The files of the folder with their texts, by path. */
async function files(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const found: Record<string, string> = {};
    const walk = async (folder: any, path: string) => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory') await walk(handle, `${path}${name}/`);
        else {
          // What is being replaced at this moment is not there.
          const text = await handle.getFile().then((file: File) => file.text()).catch(() => undefined);
          if (text !== undefined) found[path + name] = text;
        }
      }
    };
    await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('stick', { create: true }), '');
    return found;
  });
}

/** Writes a file of the folder as another program does. */
async function write(page: Page, path: string, text: string) {
  await page.evaluate(
    async ({ path, text }) => {
      let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('stick');
      const names = path.split('/');
      const name = names.pop()!;
      for (const inner of names) folder = await folder.getDirectoryHandle(inner);
      const stream = await (await folder.getFileHandle(name)).createWritable();
      await stream.write(text);
      await stream.close();
    },
    { path, text },
  );
}

async function choose(kit: Kit) {
  await kit.go('versions');
  await kit.button('second.choose').click();
}

const main = async (page: Page) => Object.keys(await files(page)).find((name) => !name.includes('/'))!;

test('a folder of one’s own gets what is saved; a file changed elsewhere is not overwritten but merged', async ({ kit, page }) => {
  await stick(page);
  await kit.create();
  await kit.profile('name').fill('北辰');
  await kit.go(`item/${LEADERS}`);
  await answer(kit).fill('第一稿');
  await kit.settled();
  await choose(kit);
  await expect(page.getByText(/“stick”/)).toBeVisible();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await checkAxe(page, { where: `versions at ${width}` });
  }
  const name = await main(page);
  expect(name).toContain('北辰');
  const today = await page.evaluate(() => new Date().toLocaleDateString('sv'));
  expect(Object.keys(await files(page)).sort()).toEqual([`backups/${name.replace('.json', '')}-${today}.json`, name].sort());
  expect(JSON.parse((await files(page))[name]).items[LEADERS].answers[''].approach).toBe('第一稿');

  // What is saved later arrives by itself.
  await kit.go(`item/${LEADERS}`);
  await answer(kit).fill('第二稿');
  await kit.settled();
  await expect.poll(async () => (await files(page))[name]).toContain('第二稿');

  // Changed elsewhere: not overwritten, told, and merged.
  const elsewhere = JSON.parse((await files(page))[name]);
  elsewhere.items[GOVERNANCE] = { answers: { '': { approach: '在别处写的' } } };
  await write(page, name, JSON.stringify(elsewhere));
  await answer(kit).fill('第三稿');
  await kit.settled();
  await kit.go('versions');
  await expect(page.getByRole('alert')).toContainText(name);
  await checkAxe(page);
  expect((await files(page))[name]).toContain('在别处写的');
  expect((await files(page))[name]).not.toContain('第三稿');
  await kit.button('second.merge').click();
  await expect(kit.notice()).toContainText(kit.w('second.merged'));
  await expect.poll(async () => (await files(page))[name]).toContain('第三稿');
  expect((await files(page))[name]).toContain('在别处写的');
  await kit.go(`item/${GOVERNANCE}`);
  await expect(answer(kit)).toHaveValue('在别处写的');

  // After a reload it goes on, and once it is stopped nothing is written any more.
  await page.reload();
  await answer(kit).fill('重新打开之后');
  await kit.settled();
  await expect.poll(async () => (await files(page))[name]).toContain('重新打开之后');
  await kit.go('versions');
  await kit.button('second.stop').click();
  await expect(kit.button('second.choose')).toBeVisible();
});

test('an evidence file that was changed in the folder stays, and the kept one lies beside it, also where both are as long', async ({ kit, page }) => {
  await stick(page);
  await kit.create();
  await choose(kit);
  await kit.go('evidence');
  await kit.button('register.add').click();
  await kit.page.getByLabel(kit.w('register.name'), { exact: true }).fill('手册');
  const chooser = page.waitForEvent('filechooser');
  await kit.button('register.attach').click();
  await (await chooser).setFiles({ name: '手册.v1.pdf', mimeType: 'application/pdf', buffer: Buffer.from('first edition') });
  const under = async (start: string) => Object.entries(await files(page)).filter(([path]) => path.startsWith(`evidence/${start}`));
  await expect.poll(() => under('')).toHaveLength(1);
  const [[first, content]] = await under('');
  expect(first).toMatch(/^evidence\/E01 手册\.v1\.pdf$/);
  expect(content).toBe('first edition');

  await write(page, first, 'other edition');
  await kit.page.getByLabel(kit.w('register.place'), { exact: true }).fill('档案室');
  await kit.settled();
  await expect.poll(() => under('')).toHaveLength(2);
  // And so it stays.
  await kit.page.getByLabel(kit.w('register.place'), { exact: true }).fill('档案室 3 号柜');
  await kit.settled();
  await expect.poll(async () => (await files(page))[await main(page)]).toContain('3 号柜');
  const there = Object.fromEntries(await under(''));
  expect(Object.keys(there)).toHaveLength(2);
  expect(there[first]).toBe('other edition');
  const beside = Object.keys(there).find((path) => path !== first)!;
  expect(beside).toMatch(/^evidence\/E01 手册\.v1-[0-9a-f]{8}\.pdf$/);
  expect(there[beside]).toBe('first edition');
});

test('a folder that cannot be written into says so, and a file that is none of ours is left as it is', async ({ kit, page }) => {
  await stick(page);
  await kit.create();
  await kit.profile('name').fill('北辰');
  await kit.settled();
  await choose(kit);
  await expect.poll(() => main(page)).toBeTruthy();
  const name = await main(page);
  await write(page, name, 'not an assessment');
  await kit.go('organisation');
  await kit.profile('name').fill('北辰集团');
  await kit.settled();
  await kit.go('versions');
  await expect(page.getByRole('alert')).toContainText(name);
  await kit.button('second.merge').click();
  await expect(kit.notice()).toContainText(kit.w('second.not_merged'));
  expect((await files(page))[name]).toBe('not an assessment');

  // Moved away, it is written anew.
  await page.evaluate(async (name) => (await (await navigator.storage.getDirectory()).getDirectoryHandle('stick')).removeEntry(name), name);
  await kit.go('organisation');
  await kit.profile('name').fill('北辰');
  await kit.settled();
  await expect.poll(async () => (await files(page))[name]).toContain('北辰');

  // The stick is pulled out.
  await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('stick', { recursive: true }));
  await kit.profile('name').fill('北辰股份');
  await kit.settled();
  await kit.go('versions');
  await expect(page.getByRole('alert')).toContainText(kit.w('second.failed', { folder: 'stick' }));
});

test('where the browser cannot write into a folder one is reminded of a backup after a week', async ({ kit, page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showDirectoryPicker'));
  await page.clock.setSystemTime(new Date('2016-11-01T09:00:00+08:00'));
  await kit.create();
  await kit.profile('name').fill('北辰');
  await kit.settled();
  const rail = page.getByRole('navigation').getByRole('link', { name: kit.w('versions.title') });
  await expect(rail).not.toContainText(kit.w('second.due'));
  const address = page.url();
  await page.clock.setSystemTime(new Date('2016-11-09T09:00:00+08:00'));
  await page.goto('about:blank');
  await page.goto(address);
  await kit.profile('name').fill('北辰集团');
  await kit.settled();
  await expect(rail).toContainText(kit.w('second.due'));
  await kit.go('versions');
  await expect(page.getByText(kit.w('second.not_offered'))).toBeVisible();
  await expect(page.getByText(kit.w('second.backup_due', { n: '8' }))).toBeVisible();
  await kit.download(() => kit.button('second.backup').click());
  await expect(page.getByText(kit.w('second.backup_due', { n: '8' }))).toHaveCount(0);
  await expect(rail).not.toContainText(kit.w('second.due'));
});
