import { appendFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptRequest } from '../../src/core/kept-request.js';
import type { EventBus, ExchangeRecord } from '../kernel/events.js';
import type { Service, ServiceHealth } from '../kernel/service.js';
import { keep } from './keep.js';

/** Requests that are kept. */
const KEPT = 1000;
/** Requests in one file; whole files are dropped when they are no longer needed. */
const PER_FILE = 250;
/** Ms between two writes. */
const EVERY = 1000;

/** Keeps the last 1,000 requests on disk, secrets hidden, so that `replay` finds them after a restart too. */
export class StoryStore implements Service {
  readonly name = 'story';
  readonly needs = [] as const;
  readonly #folder: string;
  readonly #events: EventBus;
  /** Not written yet, newest last. Redacting waits for the write: most of a burst is never kept. */
  #fresh: ExchangeRecord[] = [];
  #file = 0;
  #inFile = 0;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #status: ServiceHealth['status'] = 'stopped';
  readonly #listen = (record: ExchangeRecord) => this.#take(record);

  constructor(options: { folder: string; events: EventBus }) {
    this.#folder = options.folder;
    this.#events = options.events;
  }

  async start(signal: AbortSignal): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    await this.#resume();
    signal.throwIfAborted();
    this.#events.on('exchange', this.#listen);
    this.#status = 'ok';
  }

  async stop(): Promise<void> {
    this.#events.off('exchange', this.#listen);
    this.#status = 'stopped';
    await this.flush();
  }

  health(): ServiceHealth {
    return { status: this.#status, details: { folder: this.#folder } };
  }

  /** A kept request, by its id or any id its answer carried; undefined when it is not among the last 1,000. */
  async get(id: string): Promise<KeptRequest | undefined> {
    await this.flush();
    return findKept(this.#folder, id);
  }

  /** Writes what is waiting. Rejects when the disk does. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const records = this.#fresh;
    this.#fresh = [];
    this.#writing = this.#writing.catch(() => {}).then(() => this.#write(records));
    await this.#writing;
  }

  #take(record: ExchangeRecord): void {
    this.#fresh.push(record);
    if (this.#fresh.length > 2 * KEPT) this.#fresh = this.#fresh.slice(-KEPT);
    this.#timer ??= setTimeout(() => {
      // A full disk must not stop the emulator; whoever asks for the request will be told.
      this.flush().catch(() => {});
    }, EVERY).unref();
  }

  async #write(records: ExchangeRecord[]): Promise<void> {
    const kept = records.slice(-KEPT);
    for (let at = 0; at < kept.length; ) {
      const room = Math.min(PER_FILE - this.#inFile, kept.length - at, 50);
      const text = kept.slice(at, at + room).map((record) => `${JSON.stringify(keep(record))}\n`);
      await appendFile(this.#path(this.#file), text.join(''), { mode: 0o600 });
      at += room;
      this.#inFile += room;
      if (this.#inFile >= PER_FILE) await this.#next();
    }
  }

  /** Goes on in the newest file; a line that a kill has torn is ended, and never found. */
  async #resume(): Promise<void> {
    this.#file = (await filesIn(this.#folder)).at(-1) ?? 0;
    const text = await readFile(this.#path(this.#file), 'utf8').catch(() => '');
    this.#inFile = text.split('\n').length - 1;
    if (text !== '' && !text.endsWith('\n')) await appendFile(this.#path(this.#file), '\n');
    if (this.#inFile >= PER_FILE) await this.#next();
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

/** Looks a request up in a folder of kept ones, whether an emulator runs there or not. Undefined when it is not there. */
export async function findKept(folder: string, id: string): Promise<KeptRequest | undefined> {
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
  const numbers = names.flatMap((name) => /^requests-(\d+)\.jsonl$/.exec(name)?.[1] ?? []);
  return numbers.map(Number).sort((a, b) => a - b);
}

function pathOf(folder: string, file: number): string {
  return join(folder, `requests-${file}.jsonl`);
}
