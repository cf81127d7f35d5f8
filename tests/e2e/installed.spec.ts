/** The kit as an installed application: what browsers ask of it before they install it, and files that are opened with it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/test.ts';
import { root, sample, totalOf } from './support/words.ts';

const MANIFEST = join(root, 'dist/kit.webmanifest');
const manifest = () => JSON.parse(readFileSync(MANIFEST, 'utf8'));

test('the browser reads the description, and it says what is asked of one that can be installed', { tag: '@zh' }, async ({ kit, page, context }) => {
  await kit.home();
  const browser = await context.newCDPSession(page);
  const { errors, data } = await browser.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data!)).toEqual(manifest());
  const { name, short_name, start_url, display, icons } = manifest();
  expect([name, short_name]).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)]);
  expect([start_url, display]).toEqual(['./', 'standalone']);
  expect(icons.map(({ sizes }: { sizes: string }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
});

test('its pictures have the sizes that are told of them', { tag: '@en' }, () => {
  const pictures = manifest().icons.filter(({ type }: { type: string }) => type === 'image/png');
  expect(pictures.map(({ purpose }: { purpose?: string }) => purpose)).toContain('maskable');
  for (const { src, sizes } of pictures) {
    const content = readFileSync(join(root, 'dist', src));
    expect(content.subarray(1, 4).toString(), src).toBe('PNG');
    expect(`${content.readUInt32BE(16)}x${content.readUInt32BE(20)}`, src).toBe(sizes);
  }
});

test('a file that is opened with the installed kit is opened', async ({ kit, page }) => {
  // As a browser hands it over; no browser without windows installs anything.
  await page.addInitScript((content) => {
    const file = new File([content], 'given.json', { type: 'application/json' });
    const setConsumer = (take: (given: object) => void) => take({ files: [{ getFile: async () => file }] });
    Object.defineProperty(window, 'launchQueue', { value: { setConsumer } });
  }, JSON.stringify(sample(kit.language)));
  await page.goto('./');
  await kit.at('overview');
  await expect(kit.total()).toHaveText(String(totalOf(sample(kit.language))));
});

test('what is opened with it is what the page itself opens', async ({ kit, page }) => {
  await kit.home();
  const taken = (await page.locator('input#file').getAttribute('accept'))!.split(',');
  const handled = manifest().file_handlers.flatMap(({ accept }: { accept: Record<string, string[]> }) => Object.values(accept).flat());
  expect(handled.length).toBeGreaterThan(0);
  for (const ending of handled) expect(taken).toContain(ending);
});
