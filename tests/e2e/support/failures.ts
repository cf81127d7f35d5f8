/** Writes the tests that failed into the file that FAILURES names, one a line, for whoever started the run to say them again at the end of a long log. */
import { appendFileSync } from 'node:fs';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

export default class Failures implements Reporter {
  onTestEnd(test: TestCase, result: TestResult) {
    const file = process.env.FAILURES;
    const failed = result.status !== test.expectedStatus && result.retry === test.retries;
    if (file && failed) appendFileSync(file, `${test.titlePath().filter(Boolean).join(' › ')} (${result.status})\n`);
  }

  printsToStdio() {
    return false;
  }
}
