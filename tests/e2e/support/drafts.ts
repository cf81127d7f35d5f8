/** Drafts of other organisations, made of one that was downloaded: the same criteria, answers and figures, in words of their own. */
import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { AssessmentFile } from './words.ts';

/** The characters of a credit code by their values, and the weight of each place (GB 32100-2015). */
const CODE = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = Array.from({ length: 17 }, (_, at) => 3 ** at % 31);

/** A credit code of Haidian whose last character checks the others. */
export function creditCode(n: number): string {
  const code = `91110108MA${String(n).padStart(7, '0')}`;
  const sum = [...code].reduce((sum, character, at) => sum + CODE.indexOf(character) * WEIGHTS[at], 0);
  return code + CODE[(31 - (sum % 31)) % 31];
}

/** The next of a row of numbers (sfc32) that begins with two others, from 0 up to a bound. */
function row(one: number, two: number) {
  let [a, b, c, d] = [one, two, 0x9e3779b9, 1];
  const next = () => {
    const out = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    [a, b, c] = [b ^ (b >>> 9), (c + (c << 3)) | 0, (((c << 21) | (c >>> 11)) + out) | 0];
    return out >>> 0;
  };
  for (let turn = 0; turn < 12; turn += 1) next();
  return (below: number) => next() % below;
}

/** As many letters, each another one; figures and signs stay, so that the texts are of the same form and length. */
export function inOtherWords(text: string, one: number, two: number): string {
  const next = row(one, two);
  const letter = (from: number, many: number) => String.fromCodePoint(from + next(many));
  return text.replace(/\p{Script=Han}/gu, () => letter(0x4e00, 20_000)).replace(/[a-z]/g, () => letter(0x61, 26));
}

/** Running text, and no id or word of the format. */
const isText = (value: string) => value.length > 20 && /[\s\p{Script=Han}]/u.test(value);

/** The draft of another organisation. */
export function ofAnother(file: AssessmentFile, n: number, name: string): AssessmentFile {
  let nth = 0;
  const told = (value: unknown): unknown => {
    if (typeof value === 'string') return isText(value) ? inOtherWords(value, n, (nth += 1)) : value;
    if (Array.isArray(value)) return value.map(told);
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, told(inner)]));
    return value;
  };
  const other = told(file) as AssessmentFile;
  return { ...other, organisation: { ...other.organisation, name, credit_code: creditCode(n) } };
}

/** A bundle in which the assessment was changed after it was packed, with its hash made anew so that the list of the bundle fits. */
export function alteredAfterwards(bundle: Uint8Array, change: (text: string) => string): Buffer {
  const parts = unzipSync(bundle);
  const manifest = JSON.parse(strFromU8(parts['manifest.json']));
  const { name } = manifest.project;
  const before = strFromU8(parts[name]);
  const after = change(before);
  if (after === before) throw new Error('nothing was changed in the bundle');
  parts[name] = strToU8(after);
  manifest.project = { ...manifest.project, size: parts[name].length, sha256: createHash('sha256').update(parts[name]).digest('hex') };
  parts['manifest.json'] = strToU8(JSON.stringify(manifest));
  return Buffer.from(zipSync(parts));
}
