import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** The journal of long work: a line is on disk before what it announces is done, and after it was done. */
export class Journal<Entry extends object> {
  readonly file: string;
  readonly #descriptor: number;

  private constructor(file: string, descriptor: number) {
    this.file = file;
    this.#descriptor = descriptor;
  }

  /** Opens it for writing, made when it is not there. A line that a crash left half-written is cut off. */
  static open<Entry extends object>(folder: string, id: string): Journal<Entry> {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${id}.jsonl`);
    const descriptor = openSync(file, 'a', 0o600);
    const text = readFileSync(file, 'utf8');
    const whole = text.lastIndexOf('\n') + 1;
    if (whole < text.length) truncateSync(file, Buffer.byteLength(text.slice(0, whole)));
    return new Journal<Entry>(file, descriptor);
  }

  /** Opens a new one and writes its first line. One that cannot be written is not left open. */
  static begin<Entry extends object>(folder: string, id: string, first: Entry): Journal<Entry> {
    const journal = Journal.open<Entry>(folder, id);
    try {
      journal.append(first);
    } catch (error) {
      journal.close();
      throw error;
    }
    return journal;
  }

  /** Adds a line; it is on disk when this returns. */
  append(entry: Entry): void {
    writeSync(this.#descriptor, `${JSON.stringify(entry)}\n`);
    fsyncSync(this.#descriptor);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** The entries of a journal; `undefined` when there is none. A half-written last line does not count. */
export function readJournal<Entry extends object>(folder: string, id: string): Entry[] | undefined {
  let text: string;
  try {
    text = readFileSync(join(folder, `${id}.jsonl`), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Entry);
}

/**
 * Ids of the journals in a folder that begin with `prefix`, oldest first: ids begin with their time. One without a whole
 * line does not count: its work was killed before it had begun, and nothing was done.
 */
export function journalIds(folder: string, prefix: string): string[] {
  return namesIn(folder)
    .filter((name) => name.startsWith(prefix) && /^[\w-]+\.jsonl$/.test(name))
    .filter((name) => readFileSync(join(folder, name)).includes('\n'))
    .map((name) => name.slice(0, -'.jsonl'.length))
    .sort();
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // nothing was begun yet
  }
}
