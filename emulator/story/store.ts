import { appendFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EventBus, ExchangeRecord } from '../kernel/events.js';
import type { Service, ServiceHealth } from '../kernel/service.js';
import { redactBody, redactHeaders, redactPath } from './redact.js';

/** Requests that are kept. */
const KEPT = 1000;
/** Requests in one file; whole files are dropped when they are no longer needed. */
const PER_FILE = 250;
/** Characters of a body that are kept. */
const LARGEST_BODY = 262_144;
/** Ms between two writes. */
const EVERY = 1000;

/** A request with its answer as it is kept: enough to send it again and compare. */
export interface KeptRequest {
  requestId: string;
  /** Epoch ms on the emulator's clock. */
  startedAt: number;
  method: string;
  path: string;
  headers: [name: string, value: string][];
  body: KeptBody;
  answer: { status: number; headers: [name: string, value: string][]; body: KeptBody };
}

/** `cut` bodies were too large to keep whole: a request with one cannot be replayed. */
export interface KeptBody {
  text: string;
  encoding: 'utf8' | 'base64';
  cut?: true;
}

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
    const files = await this.#files();
    signal.throwIfAborted();
    this.#file = (files.at(-1) ?? -1) + 1;
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

  /** A kept request; undefined when it is not among the last 1,000. */
  async get(requestId: string): Promise<KeptRequest | undefined> {
    await this.flush();
    for (const file of (await this.#files()).reverse()) {
      const lines = (await readFile(this.#path(file), 'utf8')).split('\n');
      const line = lines.findLast((text) => text.startsWith(`{"requestId":${JSON.stringify(requestId)},`));
      if (line) return JSON.parse(line) as KeptRequest;
    }
    return undefined;
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

  async #next(): Promise<void> {
    this.#file++;
    this.#inFile = 0;
    const files = await this.#files();
    for (const file of files.slice(0, Math.max(0, files.length - KEPT / PER_FILE)))
      await rm(this.#path(file), { force: true });
  }

  async #files(): Promise<number[]> {
    const names = await readdir(this.#folder);
    const numbers = names.flatMap((name) => /^requests-(\d+)\.jsonl$/.exec(name)?.[1] ?? []);
    return numbers.map(Number).sort((a, b) => a - b);
  }

  #path(file: number): string {
    return join(this.#folder, `requests-${file}.jsonl`);
  }
}

function keep(record: ExchangeRecord): KeptRequest {
  const { requestId, startedAt, method, path, status } = record;
  return {
    requestId,
    startedAt,
    method,
    path: redactPath(path),
    headers: redactHeaders(record.requestHeaders),
    body: keepBody(record.requestBody, contentType(record.requestHeaders)),
    answer: {
      status,
      headers: redactHeaders(record.responseHeaders),
      body: keepBody(record.responseBody, contentType(record.responseHeaders)),
    },
  };
}

function keepBody(body: Buffer | string, type: string): KeptBody {
  const text = body.toString('utf8');
  if (text.length > LARGEST_BODY) return { text: '', encoding: 'utf8', cut: true };
  const isText = typeof body === 'string' || !text.includes('\uFFFD');
  return isText
    ? { text: redactBody(text, type), encoding: 'utf8' }
    : { text: (body as Buffer).toString('base64'), encoding: 'base64' };
}

function contentType(lines: readonly string[]): string {
  const at = lines.findIndex((line, index) => index % 2 === 0 && line.toLowerCase() === 'content-type');
  return at < 0 ? '' : (lines[at + 1] ?? '');
}
