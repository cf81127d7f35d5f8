/**
 * How the journeys in other engines run: against the built page on a host and as one file from a folder, in Firefox and in WebKit, once in
 * Chinese and once in English.
 *
 * `cargo xtask test engines` names the programs. The runner is Playwright's, its browsers are not used.
 */
import { defineConfig } from '@playwright/test';
import type { Language } from './support/words.ts';

/** What a project of this configuration says to its journeys. */
export type Place = {
  engine: 'firefox' | 'webkit';
  language: Language;
  from: 'host' | 'file';
};

export default defineConfig({
  testDir: './engines',
  testMatch: 'journeys.ts',
  forbidOnly: true,
  // For what one of them does to programs; everything else fails the second time as well (`journeys.ts`).
  retries: 1,
  // The engines side by side; the journeys of an engine one after the other, in one file.
  workers: 2,
  timeout: 90_000,
  reporter: [['list'], ['./support/failures.ts']],
  outputDir: 'test-results',
  projects: (['firefox', 'webkit'] as const).flatMap((engine) =>
    (['host', 'file'] as const).flatMap((from) =>
      (['zh', 'en'] as const).map((language) => ({ name: [engine, ...(from === 'file' ? [from] : []), language].join('-'), metadata: { engine, language, from } satisfies Place })),
    ),
  ),
});
