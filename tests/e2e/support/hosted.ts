/** For journeys at a host of their own, whose files can be edited. */
import { Host } from './host.ts';
import { expect, test as base, WITH_WORKERS } from './test.ts';

export const test = base.extend<{ host: Host }>({
  host: async ({}, use) => {
    const host = await Host.open();
    await use(host);
    await host.close();
  },
  baseURL: async ({ host }, use) => use(host.address),
});

export { expect, WITH_WORKERS };
