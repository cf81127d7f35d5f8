/** A host of its own for a test: the built page copied into a folder, served as plain files under a path, where the
 * test edits the criteria as an agency's web editor would. */
import { createServer, type Server } from 'node:http';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync, statSync } from 'node:fs';
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
  '.webmanifest': 'application/manifest+json',
};

export class Host {
  private constructor(
    readonly folder: string,
    private readonly server: Server,
  ) {}

  /** `types` are served instead of the right ones, by the ending of the file. */
  static async open(types: Record<string, string> = {}): Promise<Host> {
    const folder = mkdtempSync(join(tmpdir(), 'award-kit-host-'));
    cpSync(join(root, 'dist'), folder, { recursive: true });
    const server = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url!, 'http://host').pathname);
      const name = path.startsWith(UNDER) ? normalize(path.slice(UNDER.length) || 'index.html') : '..';
      const file = join(folder, name);
      if (name.startsWith('..') || !existsSync(file) || !statSync(file).isFile()) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, { 'content-type': { ...TYPES, ...types }[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Host(folder, server);
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${UNDER}`;
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

  /** The host can no longer be reached. */
  async stop() {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async close() {
    if (this.server.listening) await this.stop();
    rmSync(this.folder, { recursive: true });
  }
}
