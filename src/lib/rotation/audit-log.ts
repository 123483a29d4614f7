import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { userError } from '../../core/errors.js';
import { inTurn } from '../journal/in-turn.js';

/** What happened: who, what, when. Never a secret. */
export interface AuditFacts {
  /** ISO 8601, AWS's clock. */
  at: string;
  /** ARN of whoever did it. */
  who: string;
  rotation: string;
  /** `begin`, `end`, `abort` …, or a step by its name. */
  what: string;
  note: string;
}

/** A line of the log: its hash covers the line before, so that none can be changed, taken out or put in unseen. */
export interface AuditLine extends AuditFacts {
  seq: number;
  previous: string;
  hash: string;
}

const BEGINNING = '0'.repeat(64);

/** The hash-chained audit log of a project's rotations. */
export class AuditLog {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** Adds a line; it is on disk when this returns. Processes that write at once take turns. */
  append(facts: AuditFacts): AuditLine {
    mkdirSync(dirname(this.#file), { recursive: true });
    return inTurn(`${this.#file}.turn`, () => this.#append(facts));
  }

  #append(facts: AuditFacts): AuditLine {
    const last = this.#lastAfterRepair();
    const unhashed = { seq: (last?.seq ?? 0) + 1, ...facts, previous: last?.hash ?? BEGINNING };
    const line = { ...unhashed, hash: hashOf(unhashed) };
    const descriptor = openSync(this.#file, 'a', 0o600);
    try {
      writeSync(descriptor, `${JSON.stringify(line)}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    return line;
  }

  /** Every line, checked. Throws AUDIT_BROKEN at the first that does not fit. */
  verified(): AuditLine[] {
    const lines: AuditLine[] = [];
    for (const text of this.#texts()) {
      const number = lines.length + 1;
      const line = this.#parse(text, number);
      const { hash, ...unhashed } = line;
      const previous = lines.at(-1)?.hash ?? BEGINNING;
      if (line.seq !== number)
        this.#broken(number, `It is numbered ${line.seq}: lines are missing or were put in.`);
      if (line.previous !== previous) this.#broken(number, 'It does not follow the line before it.');
      if (hash !== hashOf(unhashed)) this.#broken(number, 'It was changed after it was written.');
      lines.push(line);
    }
    return lines;
  }

  #parse(text: string, line: number): AuditLine {
    try {
      return JSON.parse(text) as AuditLine;
    } catch {
      return this.#broken(line, 'It is no JSON.');
    }
  }

  #broken(line: number, why: string): never {
    throw userError('AUDIT_BROKEN', { file: this.#file, line, why });
  }

  #texts(): string[] {
    return this.#text().split('\n').slice(0, -1);
  }

  #text(): string {
    try {
      return readFileSync(this.#file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    }
  }

  /** The last whole line; what a crash left half-written behind it was never acknowledged and is cut off. */
  #lastAfterRepair(): AuditLine | undefined {
    const text = this.#text();
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole.length < text.length) truncateSync(this.#file, Buffer.byteLength(whole));
    const last = whole.split('\n').at(-2);
    return last === undefined ? undefined : (JSON.parse(last) as AuditLine);
  }
}

function hashOf(line: Omit<AuditLine, 'hash'>): string {
  const { seq, at, who, rotation, what, note, previous } = line;
  return createHash('sha256')
    .update(JSON.stringify([seq, at, who, rotation, what, note, previous]))
    .digest('hex');
}
