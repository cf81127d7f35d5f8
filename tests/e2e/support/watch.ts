/** What no journey may cause: messages on the console, errors in the page, requests that leave the page's own origin. */
import type { BrowserContext, Page } from '@playwright/test';

/** What the driver says where it keeps workers away, as the configuration asks. */
const WITHOUT_WORKERS = 'Service Worker registration blocked by Playwright';

export class Watch {
  readonly faults: string[] = [];
  /** The address of a host that a test has stopped: requests to it fail, and that is no fault. */
  unreachable?: string;

  constructor(
    context: BrowserContext,
    private readonly origin: string,
  ) {
    context.on('page', (page) => this.page(page));
    context.on('request', (request) => this.request(request.url()));
    context.on('requestfailed', (request) => {
      // A page that is left takes its open requests along.
      const why = request.failure()?.errorText ?? '';
      const stopped = this.unreachable !== undefined && request.url().startsWith(this.unreachable);
      if (why !== 'net::ERR_ABORTED' && !stopped) this.faults.push(`request failed: ${request.url()} ${why}`);
    });
    context.on('response', (response) => {
      if (response.status() >= 400) this.faults.push(`status ${response.status()}: ${response.url()}`);
    });
  }

  private page(page: Page) {
    page.on('pageerror', (error) => this.faults.push(`page error: ${error.message}`));
    page.on('console', (message) => {
      if (message.text() === WITHOUT_WORKERS) return;
      if (['error', 'warning', 'assert'].includes(message.type())) this.faults.push(`console ${message.type()}: ${message.text()}`);
    });
    page.on('crash', () => this.faults.push('the page crashed'));
  }

  private request(address: string) {
    if (address.startsWith('blob:') || address === 'about:blank') return;
    if (new URL(address).origin !== this.origin) this.faults.push(`request off the origin: ${address}`);
  }
}
