/**
 * How the end-to-end tests run: against the built page, in the system's Chromium or its shell without windows (the same engine for two thirds of the work), once
 * in Chinese and once in English.
 *
 * `cargo xtask test e2e` builds the page first and names the browser; the server below never builds.
 */
import { defineConfig } from '@playwright/test';

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
// Two ports, of which another run beside this one takes others.
const port = Number(process.env.KIT_PORT ?? 8123);
const at = `http://127.0.0.1:${port}/`;
const below = `http://127.0.0.1:${port + 1}/a/b/`;

/** A test reads its language from `test.info().project.name`. */
const languages = [
  { name: 'zh', locale: 'zh-CN' },
  { name: 'en', locale: 'en-GB' },
];

export default defineConfig({
  testDir: '.',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // A bound for tests that hang, not a measure: one that looks at every page takes half a minute on a busy machine.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['./support/failures.ts']],
  outputDir: 'test-results',
  // The same page below a path, for the tests that look at its relative addresses.
  metadata: { below },
  use: {
    baseURL: at,
    headless: true,
    trace: 'off',
    // Keeping a whole version for times without a network takes a quarter of the work of a short test, in every fresh profile anew. The
    // tests of that, of hosts and of the whole job have their workers.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: languages.map(({ name, locale }) => ({
    name,
    grepInvert: name === 'zh' ? /@en\b/ : /@zh\b/,
    use: { locale, timezoneId: 'Asia/Shanghai' },
  })),
  webServer: [
    {
      command: `cargo xtask serve --no-build --port ${port}`,
      url: at,
    },
    {
      command: `cargo xtask serve --no-build --port ${port + 1} --under /a/b/`,
      url: below,
    },
  ],
});
