/** Accessibility by axe: every rule it has, best practices included. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export async function checkAxe(page: Page, where = page.url()) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n` + nodes.map((node) => `    ${node.target.join(' ')} ${node.failureSummary?.split('\n').slice(1).join(' ') ?? ''}`).join('\n'));
  expect(told, `axe at ${where}`).toEqual([]);
}
