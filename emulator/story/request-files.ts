import { appendFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '../../src/core/atomic-file.js';
import type { KeptRequest } from '../../src/core/kept-request.js';

/** Requests that are kept in a folder. */
export const KEPT = 1000;
/** Requests in one file; whole files are dropped when they are no longer needed. */
const PER_FILE = 250;
const NAME = /^requests-(\d+)\.jsonl$/;

/** One folder of kept requests, one a line, the newest last. */
export class RequestFiles {
  readonly #folder: string;
  #file = 0;
  #inFile = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Goes on in the newest file; a line that a kill has torn is ended, and never found. */
  async open(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    this.#file = (await filesIn(this.#folder)).at(-1) ?? 0;
    const text = await readFile(this.#path(this.#file), 'utf8').catch(() => '');
    this.#inFile = text.split('\n').length - 1;
    if (text !== '' && !text.endsWith('\n')) await appendFile(this.#path(this.#file), '\n');
    if (this.#inFile >= PER_FILE) await this.#next();
  }

  async append(requests: readonly KeptRequest[]): Promise<void> {
    for (let at = 0; at < requests.length; ) {
      const room = Math.min(PER_FILE - this.#inFile, requests.length - at, 50);
      const text = requests.slice(at, at + room).map((request) => `${JSON.stringify(request)}\n`);
      await appendFile(this.#path(this.#file), text.join(''), { mode: 0o600 });
      at += room;
      this.#inFile += room;
      if (this.#inFile >= PER_FILE) await this.#next();
    }
  }

  /** Takes out the requests that the test says true of, with its line; tells how many. */
  async forget(wanted: (request: KeptRequest, line: string) => boolean): Promise<number> {
    let forgotten = 0;
    for (const file of await filesIn(this.#folder)) {
      const lines = (await readFile(this.#path(file), 'utf8')).split('\n').filter((line) => line !== '');
      const kept = lines.filter((line) => {
        const request = readLine(line);
        return request !== undefined && !wanted(request, line); // nobody knows what is in a torn line
      });
      if (kept.length === lines.length) continue;
      forgotten += lines.length - kept.length;
      await writeFileAtomically(this.#path(file), kept.map((line) => `${line}\n`).join(''));
    }
    await this.open();
    return forgotten;
  }

  async #next(): Promise<void> {
    this.#file++;
    this.#inFile = 0;
    const files = await filesIn(this.#folder);
    for (const file of files.slice(0, Math.max(0, files.length - KEPT / PER_FILE)))
      await rm(this.#path(file), { force: true });
  }

  #path(file: number): string {
    return pathOf(this.#folder, file);
  }
}

/**
 * Looks a request up in a folder of kept ones and those below it, whether an emulator runs there or not. Undefined when
 * it is not there.
 */
export async function findKept(folder: string, id: string): Promise<KeptRequest | undefined> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  for (const one of [folder, ...folders]) {
    const found = await findIn(one, id);
    if (found) return found;
  }
  return undefined;
}

async function findIn(folder: string, id: string): Promise<KeptRequest | undefined> {
  const quoted = JSON.stringify(id);
  for (const file of (await filesIn(folder)).reverse()) {
    const lines = (await readFile(pathOf(folder, file), 'utf8')).split('\n').reverse();
    for (const line of lines) {
      const kept = line.includes(quoted) ? readLine(line) : undefined;
      if (kept && isKnownAs(kept, id)) return kept;
    }
  }
  return undefined;
}

/** Removes the requests that lie in the folder itself: an earlier version kept those of all regions there. */
export async function dropLooseFiles(folder: string): Promise<void> {
  for (const file of await filesIn(folder)) await rm(pathOf(folder, file), { force: true });
}

function isKnownAs({ requestId, answer }: KeptRequest, id: string): boolean {
  return requestId === id || answer.headers.some(([, value]) => value === id);
}

/** The request of a line; undefined for one that a kill has torn. */
function readLine(line: string): KeptRequest | undefined {
  try {
    return JSON.parse(line) as KeptRequest;
  } catch {
    return undefined;
  }
}

async function filesIn(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch(() => []);
  const numbers = names.flatMap((name) => NAME.exec(name)?.[1] ?? []);
  return numbers.map(Number).sort((a, b) => a - b);
}

function pathOf(folder: string, file: number): string {
  return join(folder, `requests-${file}.jsonl`);
}
