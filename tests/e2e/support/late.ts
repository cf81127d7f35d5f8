/**
 * A page that answers late, as on a slow machine: `KIT_LATE=200 npx playwright test` holds back, by so many milliseconds, every
 * change of page, every drawing and idle call, and every file that is fetched. A journey that only passes because the page is
 * quick (it types into the form of before, or looks at what is about to change) fails then each time instead of once in a hundred.
 */
import type { BrowserContext } from '@playwright/test';

export const LATE = Number(process.env.KIT_LATE ?? 0);

/**
 * `KIT_SLOW=4`: every page has a quarter of the processor, and what is put off to the next turn comes a moment later. The framework draws
 * for 16 ms and then lets events through, before it tells the page what was drawn; what happens in that moment must not be lost.
 */
export const SLOW = Number(process.env.KIT_SLOW ?? 1);

export async function workSlowly(context: BrowserContext, by: number) {
  await context.addInitScript(() => {
    const wait = window.setTimeout.bind(window);
    window.setTimeout = ((call: () => void, pause?: number, ...what: []) => wait(call, pause || 50, ...what)) as typeof window.setTimeout;
  });
  context.on('page', async (page) => {
    // A page that is closed again at once needs no brake.
    const session = await context.newCDPSession(page).catch(() => undefined);
    await session?.send('Emulation.setCPUThrottlingRate', { rate: by }).catch(() => {});
  });
}

export async function answerLate(context: BrowserContext, by: number) {
  await context.addInitScript((by) => {
    addEventListener(
      'hashchange',
      (event) => {
        if (!event.isTrusted) return;
        event.stopImmediatePropagation();
        const { oldURL, newURL } = event;
        setTimeout(() => dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL })), by);
      },
      true,
    );
    const draw = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (call) => draw(() => setTimeout(() => draw(call), by / 4));
    const idle = window.requestIdleCallback.bind(window);
    window.requestIdleCallback = (call, options) => idle(() => setTimeout(() => idle(call, options), by), options);
    const load = window.fetch.bind(window);
    window.fetch = async (...what) => {
      await new Promise((go) => setTimeout(go, by));
      return load(...what);
    };
  }, by);
}
