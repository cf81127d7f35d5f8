/**
 * WebKit by WebDriver: WebKitGTK's driver and its small browser, on a display in memory.
 *
 * The protocol is JSON over HTTP; the dozen commands asked for here need no library over it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { asElement, asJson, type Engine, type Found, type Profile, type Window } from './engine.ts';

/** How long a question may take before it is asked again; one that changes nothing is answered in some milliseconds. */
const PATIENCE = 10_000;

/** The member under which the protocol names an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** The small browser lies beside the library it is made for. */
function browser(): string {
  const found = readdirSync('/usr/lib')
    .flatMap((machine) => ['4.1', '4.0'].map((version) => `/usr/lib/${machine}/webkit2gtk-${version}/MiniBrowser`))
    .find((path) => existsSync(path));
  if (!found) throw new Error('WebKitGTK has no MiniBrowser here; it comes with the Debian package webkit2gtk-driver.');
  return found;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function display(): Promise<{ name: string; server: ChildProcess }> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise<string>((resolve, reject) => {
    server.stdio[3]!.once('data', (data) => resolve(String(data).trim()));
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb ended at its start.')));
  });
  return { name: `:${number}`, server };
}

export async function webkit(): Promise<Engine> {
  const home = mkdtempSync(join(tmpdir(), 'award-kit-webkit-'));
  const downloads = join(home, 'downloads');
  mkdirSync(downloads);
  mkdirSync(join(home, '.config'));
  writeFileSync(join(home, '.config/user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const { name, server } = await display();
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), DISPLAY: name, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1', NO_AT_BRIDGE: '1' };
  let port = 0;
  let running: ChildProcess | undefined;
  process.once('exit', () => [running, server].forEach((child) => child?.kill()));
  const call: Call = async (method, path, body, signal) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body), signal });
    const { value } = (await response.json()) as { value: any };
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const start = async () => {
    running?.kill('SIGKILL');
    port = await freePort();
    const driver = (running = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' }));
    while (!(await call('GET', '/status').then(() => true, () => false))) {
      if (driver.exitCode !== null) throw new Error('WebKitWebDriver ended at its start.');
      await pause(20);
    }
  };
  await start();
  // Now and then the driver waits for ever for the small browser it has started. No page is there yet; both are started anew.
  const session = async () => {
    for (let left = 2; ; left -= 1) {
      try {
        return await begun(call);
      } catch (error) {
        if (left === 0) throw error;
        console.log(`WebKitWebDriver gave no session (${error}) and is started anew.`);
        await start();
      }
    }
  };
  // One that is asked who it is, and ended.
  const first = await session();
  await call('DELETE', first.path);
  const faults: string[] = [];
  return {
    name: `WebKitGTK ${first.version}`,
    faults,
    downloads,
    profile: async () => profile(call, (await session()).path, faults),
    async close() {
      running?.kill();
      server.kill();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

type Call = (method: string, path: string, body?: object, signal?: AbortSignal) => Promise<any>;

async function begun(call: Call): Promise<{ path: string; version: string }> {
  const alwaysMatch = {
    // Not as soon as the page can be asked something: the driver loses about every second answer of a page that is still being read.
    pageLoadStrategy: 'normal',
    unhandledPromptBehavior: 'accept',
    'webkitgtk:browserOptions': { binary: browser(), args: ['--automation'] },
  };
  const { sessionId, capabilities } = await call('POST', '/session', { capabilities: { alwaysMatch } }, AbortSignal.timeout(20_000));
  return { path: `/session/${sessionId}`, version: capabilities.browserVersion };
}

/** A session has a profile of its own, in memory. */
async function profile(call: Call, path: string, faults: string[]): Promise<Profile> {
  const ask: Call = (method, command, body, signal) => call(method, `${path}${command}`, body, signal);
  const shared: Session = { ask, shown: await ask('GET', '/window') };
  const windows: WebKitWindow[] = [];
  return {
    async open() {
      const handle = windows.length === 0 ? shared.shown : (await ask('POST', '/window/new', { type: 'window' })).handle;
      const window = new WebKitWindow(shared, handle);
      windows.push(window);
      return window;
    },
    async close() {
      for (const window of windows) faults.push(...(await window.faults()));
      await call('DELETE', path);
    },
  };
}

interface Session {
  ask: Call;
  /** The window that commands go to. */
  shown: string;
}

class WebKitWindow implements Window {
  private readonly before: string[] = [];

  constructor(
    private readonly session: Session,
    private readonly handle: string,
  ) {}

  private async call(method: string, command: string, body?: object, signal?: AbortSignal): Promise<any> {
    if (this.session.shown !== this.handle) {
      await this.session.ask('POST', '/window', { handle: this.handle });
      this.session.shown = this.handle;
    }
    return this.session.ask(method, command, body, signal);
  }

  /**
   * Now and then the driver loses what a page that has just been loaded answers, and waits for ever (3 of 43 journeys with four at once). The
   * page is asked once more; one that hangs does not answer then either.
   */
  private async question(method: string, command: string, body?: object): Promise<any> {
    try {
      return await this.call(method, command, body, AbortSignal.timeout(PATIENCE));
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'TimeoutError')) throw error;
      console.log(`WebKitWebDriver gave no answer to ${method} ${command} and is asked again.`);
      return this.call(method, command, body, AbortSignal.timeout(PATIENCE));
    }
  }

  async goto(url: string) {
    this.before.push(...(await this.faults()));
    await this.call('POST', '/url', { url });
  }

  async reload() {
    this.before.push(...(await this.faults()));
    await this.call('POST', '/refresh', {});
  }

  /** The protocol tells no errors of the page; its first script notes them (`first.js`). Asked once, when the page is left. */
  async faults(): Promise<string[]> {
    const now = await this.ask(() => (window as unknown as { faults?: string[] }).faults ?? []);
    return [...this.before.splice(0), ...now];
  }

  run<Given extends unknown[], Answer>(act: (...given: Given) => Answer, ...given: Given): Promise<Awaited<Answer>> {
    return answered(act, given, (body) => this.call('POST', '/execute/async', body));
  }

  ask<Given extends unknown[], Answer>(question: (...given: Given) => Answer, ...given: Given): Promise<Awaited<Answer>> {
    return answered(question, given, (body) => this.question('POST', '/execute/async', body));
  }

  async element<Given extends unknown[]>(find: (...given: Given) => Element | undefined | null, ...given: Given): Promise<Found | undefined> {
    const found = await this.question('POST', '/execute/sync', { script: `return (${asElement(find)})(arguments[0]);`, args: [JSON.stringify(given)] });
    return found?.[ELEMENT];
  }

  async click(element: Found) {
    await this.call('POST', `/element/${element}/click`, {});
  }

  async type(element: Found, text: string) {
    await this.call('POST', `/element/${element}/value`, { text });
  }

  value(field: Found): Promise<string> {
    return this.question('GET', `/element/${field}/property/value`);
  }

  async give(element: Found, path: string) {
    await this.call('POST', `/element/${element}/value`, { text: path });
  }
}

/** Lets a function of the page answer as JSON, also later than at once. */
async function answered<Given extends unknown[], Answer>(asked: (...given: Given) => Answer, given: Given, send: (body: object) => Promise<any>): Promise<Awaited<Answer>> {
  const script = `const [given, done] = arguments; (${asJson(asked)})(given).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
  const { value, error } = await send({ script, args: [JSON.stringify(given)] });
  if (error !== undefined) throw new Error(error);
  return JSON.parse(value);
}
