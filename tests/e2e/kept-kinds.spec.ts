/** What the service worker takes for a file of the host: its rules alone, without a browser. A row is a file and its content. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@playwright/test';
import { root } from './support/words.ts';

interface Worker {
  isOfKind: (name: string, bytes: Uint8Array) => boolean;
  isSealed: (address: string) => boolean;
  isNeeded: (address: string) => boolean;
  isOfHost: (name: string) => boolean;
  typeOf: (address: string) => string;
}

const names = ['isOfKind', 'isSealed', 'isNeeded', 'isOfHost', 'typeOf'];
const self = { registration: { scope: 'https://host/kit/' }, addEventListener: () => {} };
const script = readFileSync(join(root, 'assets/sw.js'), 'utf8');
const worker: Worker = runInNewContext(`${script}\n;({ ${names.join(', ')} })`, { self, URL, TextDecoder });
const takes = (name: string, content: string | Buffer) => worker.isOfKind(name, new Uint8Array(Buffer.from(content)));

/** Files as they lie beside the page: relative names with their content. */
function* own(): Generator<[string, Buffer]> {
  for (const [folder, under] of [['assets/samples', 'samples'], ['assets/training', 'training'], ['criteria', 'criteria']]) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      yield [join(under, path.slice(join(root, folder).length)), readFileSync(path)];
    }
  }
}

const SAMPLE = 'samples/service.zh.json';
const PACK = 'criteria/beijing-2016/pack.json';
const TEXT = 'criteria/beijing-2016/text.zh.json';
const SOURCES = 'criteria/beijing-2016/sources.json';

const REFUSED: [string, string, string | Buffer][] = [
  ['a login page', SAMPLE, '<!doctype html><title>Login</title>'],
  ['nothing', SAMPLE, ''],
  ['half a file', SAMPLE, '{"format": "award-kit.assessment", "items": {'],
  ['two files', SAMPLE, '{"format": "award-kit.assessment"}{}'],
  ['a word', SAMPLE, '"award-kit.assessment"'],
  ['nothing in JSON', SAMPLE, 'null'],
  ['a list', SAMPLE, '[{"format": "award-kit.assessment"}]'],
  ['an error in JSON', SAMPLE, '{"error": {"code": 404}}'],
  ['another kind of file', SAMPLE, '{"format": "award-kit.pack", "id": "samples"}'],
  ['bytes that are no UTF-8', SAMPLE, Buffer.from([0x7b, 0x22, 0xd6, 0xca, 0x22, 0x3a, 0x31, 0x7d])],
  ['UTF-16', SAMPLE, Buffer.from('\ufeff{"format": "award-kit.assessment"}', 'utf16le')],
  ['the pack of another folder', PACK, '{"format": "award-kit.pack", "id": "hebei-2016"}'],
  ['a pack in the place of the index', 'criteria/index.json', '{"format": "award-kit.pack", "id": "index.json"}'],
  ['a pack in the place of the score distribution', 'criteria/benchmark.json', '{"format": "award-kit.pack-file"}'],
  ['an error in the place of texts', TEXT, '{"error": "not found", "status": "404"}'],
  ['no texts', TEXT, '{}'],
  ['texts that are none', TEXT, '{"pack.name": 1}'],
  ['an error in the place of sources', SOURCES, '{"error": "not found"}'],
  ['more than the page takes', SAMPLE, `{"format": "award-kit.assessment", "a": "${'a'.repeat(10_000_000)}"}`],
];

test('every file the kit comes with is of its kind', () => {
  const files = [...own()].filter(([name]) => name.endsWith('.json'));
  expect(files.length).toBeGreaterThan(30);
  for (const [name, content] of files) {
    expect(worker.isOfHost(name), name).toBe(true);
    expect(takes(name, content), name).toBe(true);
    expect(takes(name, Buffer.concat([Buffer.from('\ufeff'), content])), `${name} with a mark before it`).toBe(true);
    expect(takes(name, content.subarray(0, content.length - 20)), `${name} cut short`).toBe(false);
  }
});

test('what is no such file is refused', () => {
  for (const [what, name, content] of REFUSED) expect(takes(name, content), what).toBe(false);
});

test('names tell what is sealed, what belongs to the host, what is needed, and the type', () => {
  const rows: [string, boolean, boolean, boolean, string][] = [
    ['app-0123456789ab.js', true, false, true, 'text/javascript'],
    ['app_bg-0123456789ab.wasm', true, false, true, 'application/wasm'],
    ['pack.beijing-2016-0123456789ab.json', true, false, true, 'application/json'],
    ['app-0123456789AB.js', false, false, true, 'text/javascript'],
    ['icon.svg', false, false, false, 'image/svg+xml'],
    ['icon-192.png', false, false, false, 'image/png'],
    ['kit.webmanifest', false, false, false, 'application/manifest+json'],
    ['', false, false, true, 'text/html'],
    ['samples/one.json', false, true, true, 'application/json'],
    ['criteria/another/text.zh.json', false, true, true, 'application/json'],
    ['criteria/README.md', false, false, true, 'application/octet-stream'],
    ['somewhere/one.json', false, false, true, 'application/json'],
  ];
  for (const [name, sealed, ofHost, needed, type] of rows) {
    const address = `https://host/kit/${name}`;
    expect([worker.isSealed(address), worker.isOfHost(name), worker.isNeeded(address)], name).toEqual([sealed, ofHost, needed]);
    expect(worker.typeOf(address).split(';')[0], name).toBe(type);
  }
});
