/** The test every journey uses: the page in the project's language, watched for whatever must never happen. */
import { expect, test as base } from '@playwright/test';
import { Kit } from './kit.ts';
import { answerLate, LATE, SLOW, workSlowly } from './late.ts';
import { Watch } from './watch.ts';
import type { Language } from './words.ts';

interface Fixtures {
  kit: Kit;
  /** Faults seen so far; what a test provokes on purpose it takes out again. */
  watch: Watch;
}

export const test = base.extend<Fixtures>({
  watch: [
    async ({ context, baseURL }, use) => {
      const watch = new Watch(context, new URL(baseURL!).origin);
      if (LATE) await answerLate(context, LATE);
      if (SLOW > 1) await workSlowly(context, SLOW);
      await use(watch);
      expect(watch.faults, 'console messages, page errors and requests off the origin').toEqual([]);
    },
    { auto: true },
  ],
  kit: async ({ page, watch: _ }, use, info) => use(new Kit(page, info.project.name as Language)),
});

/** For a row of a table of which the language is no part: it is played in one language, the next row in the other. The projects
 * leave out what is tagged for the other one. */
export const inTurn = (row: number) => ({ tag: row % 2 ? '@en' : '@zh' });

/** For tests of what the page's worker does, and for whole ways through the kit as everybody goes them. */
export const WITH_WORKERS = { serviceWorkers: 'allow' } as const;

export { expect };
