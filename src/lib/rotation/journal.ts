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
import type { Subject } from './kind.js';
import type { Phase } from './phases.js';
import type { RotationChoices } from './target.js';
import type { RotationSettings } from './waits.js';

/** How a rotation was begun: all that `--resume` needs. Nothing secret. */
export interface BeginEntry {
  type: 'begin';
  rotation: string;
  /** Epoch ms, AWS's clock. */
  at: number;
  by: string;
  account: string;
  stack: string;
  stage: string;
  regions: string[];
  endpoint?: string;
  apiUrls: Record<string, string>;
  settings: RotationSettings;
  choices: RotationChoices;
  subjects: Subject[];
  /** Milliseconds that the adoption gate waits before it holds a key. */
  adoptionTimeout: number;
}

/** A line of the journal; `at` is epoch ms of AWS's clock. */
export type JournalEntry =
  | BeginEntry
  | { type: 'intent'; at: number; phase: Phase; step: string }
  | { type: 'done'; at: number; phase: Phase; step: string; note: string; memory: [string, string][] }
  | { type: 'failed'; at: number; phase: Phase; step: string; code: string; what: string }
  | { type: 'wait'; at: number; phase: Phase; until: number }
  | { type: 'held'; at: number; subject: string; note: string }
  | { type: 'back'; at: number; by: string; why: string }
  | { type: 'end'; at: number; outcome: 'done' | 'undone' };

/** The journal of one rotation: a line is on disk before what it announces is done, and after it was done. */
export class Journal {
  readonly file: string;
  readonly #descriptor: number;

  private constructor(file: string, descriptor: number) {
    this.file = file;
    this.#descriptor = descriptor;
  }

  /** Opens it for writing, made when it is not there. A line that a crash left half-written is cut off. */
  static open(folder: string, rotation: string): Journal {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${rotation}.jsonl`);
    const descriptor = openSync(file, 'a', 0o600);
    const text = readFileSync(file, 'utf8');
    const whole = text.lastIndexOf('\n') + 1;
    if (whole < text.length) truncateSync(file, Buffer.byteLength(text.slice(0, whole)));
    return new Journal(file, descriptor);
  }

  /** Adds a line; it is on disk when this returns. */
  append(entry: JournalEntry): void {
    writeSync(this.#descriptor, `${JSON.stringify(entry)}\n`);
    fsyncSync(this.#descriptor);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** The entries of a rotation's journal; `undefined` when there is none. A half-written last line does not count. */
export function readJournal(folder: string, rotation: string): JournalEntry[] | undefined {
  let text: string;
  try {
    text = readFileSync(join(folder, `${rotation}.jsonl`), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as JournalEntry);
}

/** Ids of the rotations there are journals of, oldest first. */
export function rotationIds(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^r-[\w-]+\.jsonl$/.test(name))
      .map((name) => name.slice(0, -'.jsonl'.length))
      .sort();
  } catch {
    return [];
  }
}
