/**
 * Firefox by WebDriver BiDi, which it speaks itself: no program stands between.
 *
 * The protocol is a WebSocket of JSON; the dozen commands asked for here need no library over it.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import { asElement, asJson, type Engine, type Found, type Profile, type Window } from './engine.ts';

const CONTROL_END = ['\uE009', '\uE010'];

/** What a fresh profile is set to: downloads go into a folder without a question, and no request leaves this machine. */
const preferences = (downloads: string) => ({
  'browser.download.folderList': 2,
  'browser.download.dir': downloads,
  'browser.download.alwaysOpenPanel': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  // Nobody listens there; what goes to this machine itself takes no proxy.
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
});

interface Event {
  method: string;
  params: any;
}

class Connection {
  private asked = 0;
  private readonly waiting = new Map<number, { resolve: (answer: any) => void; reject: (error: Error) => void }>();

  private constructor(private readonly socket: WebSocket, hear: (event: Event) => void) {
    socket.on('message', (data) => {
      const message = JSON.parse(String(data));
      if (message.type === 'event') return hear(message);
      const waiting = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.type === 'success') waiting?.resolve(message.result);
      else waiting?.reject(new Error(`${message.error}: ${message.message}`));
    });
    socket.on('close', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('Firefox has ended.'));
    });
  }

  static async open(address: string, hear: (event: Event) => void): Promise<Connection> {
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return new Connection(socket, hear);
  }

  call(method: string, params: object = {}): Promise<any> {
    const id = (this.asked += 1);
    this.socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }
}

export async function firefox(origin: string): Promise<Engine> {
  const home = mkdtempSync(join(tmpdir(), 'award-kit-firefox-'));
  const downloads = join(home, 'downloads');
  mkdirSync(downloads);
  const lines = Object.entries(preferences(downloads)).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  writeFileSync(join(home, 'user.js'), `${lines.join('\n')}\n`);
  const running = spawn(process.env.FIREFOX ?? 'firefox-esr', ['--headless', '--no-remote', '--profile', home, '--remote-debugging-port', '0', 'about:blank'], {
    env: { ...process.env, HOME: home },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  process.once('exit', () => running.kill('SIGKILL'));
  const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let told = '';
    running.stderr!.on('data', (data) => {
      told += data;
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(told);
      if (found) resolve(found[1]);
    });
    running.once('error', reject);
    running.once('exit', () => reject(new Error(`Firefox ended at its start: ${told}`)));
  });

  const faults: string[] = [];
  const hear = ({ method, params }: Event) => {
    if (method === 'log.entryAdded' && ['error', 'warn'].includes(params.level)) faults.push(`${params.type} ${params.level}: ${params.text}`);
    // A page that is left takes its open requests along.
    if (method === 'network.fetchError' && params.errorText !== 'NS_BINDING_ABORTED') faults.push(`request failed: ${params.request.url} ${params.errorText}`);
    if (method === 'network.beforeRequestSent' && /^(https?|wss?):/.test(params.request.url) && new URL(params.request.url).origin !== origin) {
      faults.push(`request off the origin: ${params.request.url}`);
    }
  };
  const connection = await Connection.open(`${address}/session`, hear);
  // The question before leaving is answered as a person who wants to leave does.
  const session = await connection.call('session.new', { capabilities: { alwaysMatch: { unhandledPromptBehavior: { default: 'accept' } } } });
  await connection.call('session.subscribe', { events: ['log.entryAdded', 'network.beforeRequestSent', 'network.fetchError'] });

  return {
    name: `Firefox ${session.capabilities.browserVersion}`,
    faults,
    downloads,
    profile: () => profile(connection),
    async close() {
      await connection.call('browser.close').catch(() => {});
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function profile(connection: Connection): Promise<Profile> {
  const { userContext } = await connection.call('browser.createUserContext');
  return {
    async open() {
      const { context } = await connection.call('browsingContext.create', { type: 'window', userContext });
      return new FirefoxWindow(connection, context);
    },
    close: () => connection.call('browser.removeUserContext', { userContext }),
  };
}

class FirefoxWindow implements Window {
  constructor(
    private readonly connection: Connection,
    private readonly context: string,
  ) {}

  private call(method: string, params: object): Promise<any> {
    return this.connection.call(method, { context: this.context, ...params });
  }

  async goto(url: string) {
    await this.call('browsingContext.navigate', { url, wait: 'interactive' });
  }

  async reload() {
    await this.call('browsingContext.reload', { wait: 'interactive' });
  }

  private async evaluate(functionDeclaration: string, ...given: object[]) {
    const answer = await this.connection.call('script.callFunction', {
      functionDeclaration,
      arguments: given,
      awaitPromise: true,
      target: { context: this.context },
    });
    if (answer.type !== 'success') throw new Error(answer.exceptionDetails.text);
    return answer.result;
  }

  async run<Given extends unknown[], Answer>(act: (...given: Given) => Answer, ...given: Given): Promise<Awaited<Answer>> {
    const { value } = await this.evaluate(asJson(act), { type: 'string', value: JSON.stringify(given) });
    return JSON.parse(value);
  }

  ask<Given extends unknown[], Answer>(question: (...given: Given) => Answer, ...given: Given): Promise<Awaited<Answer>> {
    return this.run(question, ...given);
  }

  async element<Given extends unknown[]>(find: (...given: Given) => Element | undefined | null, ...given: Given): Promise<Found | undefined> {
    const { sharedId } = await this.evaluate(asElement(find), { type: 'string', value: JSON.stringify(given) });
    return sharedId && { sharedId };
  }

  async click(element: Found) {
    await this.evaluate('(element) => element.scrollIntoView({ block: "center" })', element as object);
    const to = { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element } };
    const actions = [to, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    await this.call('input.performActions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  async type(element: Found, text: string) {
    await this.evaluate('(element) => element.focus()', element as object);
    const [control, end] = CONTROL_END;
    const press = (value: string) => [{ type: 'keyDown', value }, { type: 'keyUp', value }];
    const actions = [{ type: 'keyDown', value: control }, ...press(end), { type: 'keyUp', value: control }, ...[...text].flatMap(press)];
    await this.call('input.performActions', { actions: [{ type: 'key', id: 'keys', actions }] });
  }

  async value(field: Found): Promise<string> {
    return (await this.evaluate('(field) => field.value', field as object)).value;
  }

  async give(element: Found, path: string) {
    await this.call('input.setFiles', { element, files: [path] });
  }
}
