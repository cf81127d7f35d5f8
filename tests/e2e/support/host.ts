/** A host of its own for a test: the built page copied into a folder, served as plain files under a path, where the test
 * edits the criteria as an agency's web editor would, lays a newer version, and has nonsense answered. */
import { createHash } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, existsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import type { AddressInfo } from 'node:net';
import { root } from './words.ts';

const UNDER = '/a/b/c/';
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** What a host answers: the right thing, unless something of it is said here. */
export interface Answer {
  status?: number;
  content?: Buffer | string;
  headers?: Record<string, string>;
  /** The connection ends after this share of the content, with nothing that says how long it would have been or with it. */
  cut?: { after: number; told: boolean };
  /** As a server of 1996 speaks. */
  http10?: boolean;
  /** It is answered once this has come to pass. */
  after?: Promise<void>;
}

/** What becomes of the answer for a file, by its name below the page's folder; none leaves it as it is. */
export type Nonsense = (name: string, content: Buffer) => Answer | undefined;

export class Host {
  /** From here on. */
  nonsense: Nonsense = () => undefined;
  /** The names asked for so far. */
  readonly asked: string[] = [];
  private port = 0;

  private constructor(
    readonly folder: string,
    private readonly server: Server,
    private readonly under: string,
  ) {}

  /** `types` are served instead of the right ones, by the ending of the file. */
  static async open(types: Record<string, string> = {}, under = UNDER): Promise<Host> {
    const folder = mkdtempSync(join(tmpdir(), 'award-kit-host-'));
    cpSync(join(root, 'dist'), folder, { recursive: true });
    const server = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url!, 'http://host').pathname);
      const name = path.startsWith(under) ? normalize(path.slice(under.length) || 'index.html') : '..';
      const file = join(folder, name);
      const isThere = !name.startsWith('..') && existsSync(file) && statSync(file).isFile();
      host.asked.push(name);
      const content = isThere ? readFileSync(file) : Buffer.alloc(0);
      const usual = { status: isThere ? 200 : 404, content, headers: { 'content-type': { ...TYPES, ...types }[extname(file)] ?? 'application/octet-stream' } };
      const answer = host.nonsense(name, content) ?? {};
      give({ ...usual, ...answer, headers: { ...usual.headers, ...answer.headers } }, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = new Host(folder, server, under);
    return host;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${encodeURI(this.under)}`;
  }

  /** Edits a JSON file below `criteria/`. */
  edit(name: string, change: (content: any) => void) {
    const file = join(this.folder, 'criteria', name);
    const content = JSON.parse(readFileSync(file, 'utf8'));
    change(content);
    writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
  }

  /** Puts a file below `criteria/`. */
  put(name: string, content: string | Buffer) {
    writeFileSync(join(this.folder, 'criteria', name), content);
  }

  /** Takes a file below `criteria/` away. */
  remove(name: string) {
    rmSync(join(this.folder, 'criteria', name));
  }

  /** Lays another version in the place of this one: its first script has another name, and the page names it, as after any
   * build. The page tells it by a `<meta name="release">`. */
  release() {
    const path = (name: string) => join(this.folder, name);
    const hash = (content: Buffer, form: 'base64' | 'hex') => createHash('sha256').update(content).digest(form);
    const old = readdirSync(this.folder).find((name) => /^app-[0-9a-f]{12}\.js$/.test(name))!;
    const script = Buffer.concat([readFileSync(path(old)), Buffer.from('\n// Another version.\n')]);
    const next = `app-${hash(script, 'hex').slice(0, 12)}.js`;
    const page = readFileSync(path('index.html'), 'utf8').replaceAll(old, next).replace('<head>', '<head><meta name="release" content="2">');
    let worker = readFileSync(path('sw.js'), 'utf8');
    worker = worker.replace(/VERSION = "[0-9a-f]{16}"/, 'VERSION = "2222222222222222"');
    worker = worker.replace(/"\.\/":"[^"]+"/, `"./":"${hash(Buffer.from(page), 'base64')}"`);
    worker = worker.replace(new RegExp(`"\\./${old}":"[^"]+"`), `"./${next}":"${hash(script, 'base64')}"`);
    rmSync(path(old));
    writeFileSync(path(next), script);
    writeFileSync(path('index.html'), page);
    writeFileSync(path('sw.js'), worker);
  }

  /** The host can no longer be reached. */
  async stop() {
    this.port = (this.server.address() as AddressInfo).port;
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** It can be reached again, at the same address. */
  async start() {
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
  }

  async close() {
    if (this.server.listening) await this.stop();
    rmSync(this.folder, { recursive: true });
  }
}

async function give({ status = 200, content = '', headers = {}, cut, http10, after }: Answer, response: ServerResponse) {
  await after;
  const bytes = Buffer.from(content);
  if (http10) {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    response.socket!.end(Buffer.concat([Buffer.from(`HTTP/1.0 ${status} Said\r\n${lines.join('')}\r\n`), bytes]));
    return;
  }
  if (!cut) {
    response.writeHead(status, headers).end(bytes);
    return;
  }
  const part = bytes.subarray(0, Math.floor(bytes.length * cut.after));
  if (cut.told) {
    response.writeHead(status, { ...headers, 'content-length': String(bytes.length) });
    response.write(part, () => response.socket!.destroy());
  } else {
    response.writeHead(status, headers).end(part);
  }
}
