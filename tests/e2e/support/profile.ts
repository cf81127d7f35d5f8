/** A browser of its own beside the first one, as on another device. */
import type { Browser } from '@playwright/test';
import { Kit } from './kit.ts';
import { Watch } from './watch.ts';

/** With an empty profile, and watched as the first one is. */
export async function profile(browser: Browser, baseURL: string, locale: string, language: Kit['language']) {
  const context = await browser.newContext({ baseURL, locale, timezoneId: 'Asia/Shanghai', acceptDownloads: true });
  const watch = new Watch(context, new URL(baseURL).origin);
  return { context, watch, kit: new Kit(await context.newPage(), language) };
}
