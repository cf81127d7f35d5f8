/** Documents on the draft page: the zip tells how far it is and can be taken back, and the workbook has the panel's sheet once there is a panel. */
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from './support/test.ts';

const sheets = (workbook: Uint8Array): string => strFromU8(unzipSync(workbook)['xl/workbook.xml']);

test('the zip is made while the page goes on, tells its progress and can be taken back', async ({ page, kit }) => {
  await kit.sample();
  await kit.go('draft');
  // Whatever the page says of its work is heard, however soon it says something else.
  await page.evaluate(() => {
    const heard: string[] = [];
    (window as unknown as { heard: string[] }).heard = heard;
    const listen = () => heard.push(...[...document.querySelectorAll('main [role=status]')].map((status) => status.textContent ?? ''));
    new MutationObserver(listen).observe(document.querySelector('main')!, { subtree: true, childList: true, characterData: true });
  });
  const made = await kit.download(() => kit.button('register.bundle').click());
  const names = Object.keys(unzipSync(new Uint8Array(await readFile(await made.path()))));
  expect(names.filter((name) => /\.(docx|xlsx|md|html|csv|ics)$/.test(name))).toHaveLength(7);
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(heard.filter((told) => told === kit.w('draft.progress', { done: '0', all: '9' }))).not.toHaveLength(0);
  await expect(kit.button('draft.cancel')).toHaveCount(0);

  // Taken back in the moment in which it can be, however soon it would be done.
  await page.evaluate((cancel) => {
    const watch = new MutationObserver(() => {
      const button = [...document.querySelectorAll('main button')].find((button) => button.textContent === cancel) as HTMLButtonElement | undefined;
      if (!button) return;
      watch.disconnect();
      document.documentElement.dataset.taken = 'back';
      button.click();
    });
    watch.observe(document.querySelector('main')!, { subtree: true, childList: true });
  }, kit.w('draft.cancel'));
  await kit.button('register.bundle').click();
  await expect(page.locator('html')).toHaveAttribute('data-taken', 'back');
  await expect(kit.button('register.bundle')).toBeEnabled();
  await expect(kit.button('draft.cancel')).toHaveCount(0);
  // A worker that was ended is started anew.
  const again = await kit.download(() => kit.button('draft.word').click());
  expect(again.suggestedFilename()).toMatch(/\.docx$/);
});

test('the workbook and the zip hold the sheet of the panel once there is one', async ({ page, kit }) => {
  await kit.sample();
  const workbook = async () => {
    await kit.go('draft');
    await page.getByText(kit.w('draft.others'), { exact: true }).click();
    const made = await kit.download(() => kit.button('target.xlsx').click());
    return sheets(new Uint8Array(await readFile(await made.path())));
  };
  const name = `name="${kit.w('workbook.sheet_panel')}"`;
  expect(await workbook()).not.toContain(name);
  await kit.go('panel');
  await page.getByRole('button', { name: kit.w('workshop.take_own'), exact: true }).click();
  await expect(page.getByText(kit.w('workshop.kept_at').split('{time}')[0].trim())).toBeVisible();
  expect(await workbook()).toContain(name);
  const made = await kit.download(() => kit.button('register.bundle').click());
  const files = unzipSync(new Uint8Array(await readFile(await made.path())));
  const packed = Object.keys(files).find((file) => file.endsWith('.xlsx'))!;
  expect(sheets(files[packed])).toContain(name);
});
