/** Accessibility by axe: every rule it has, best practices included. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What depends on the appearance alone. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

interface Options {
  where?: string;
  /** Only the rules about colours, for pages whose other rules were checked in another appearance. */
  colours?: boolean;
}

export async function checkAxe(page: Page, { where = page.url(), colours = false }: Options = {}) {
  // A colour that is still on its way to another one has the contrast of neither.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((animation) => animation instanceof CSSTransition).map(({ finished }) => finished)));
  const axe = new AxeBuilder({ page }).setLegacyMode();
  // What passes is neither described nor sent over: a page has thousands of elements.
  const { violations } = await axe.options({ resultTypes: ['violations'], ...(colours && { runOnly: COLOURS }) }).analyze();
  const told = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`));
  expect.soft(told, `axe at ${where}`).toEqual([]);
}
