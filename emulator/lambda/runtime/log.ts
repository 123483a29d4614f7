import type { ThreadLine } from '../protocol.js';

/** Lines kept back between two deliveries; what is more is dropped and counted, so that a flood cannot fill memory. */
const MOST_LINES = 4000;
/** Characters kept back between two deliveries. */
const MOST_TEXT = 4_000_000;

/** Lines of one environment on their way to the emulator. */
export class LineBuffer {
  readonly #deliver: (lines: ThreadLine[]) => void;
  readonly #now: () => number;
  #lines: ThreadLine[] = [];
  #size = 0;
  #dropped = 0;
  #timer: NodeJS.Timeout | undefined;
  /** The rest of a line that has not ended yet, from `process.stdout.write`. */
  #rest = '';

  constructor(now: () => number, deliver: (lines: ThreadLine[]) => void) {
    this.#now = now;
    this.#deliver = deliver;
  }

  /** Adds one entry; it may span several lines of text. */
  add(text: string, requestId: string | undefined): void {
    if (this.#lines.length >= MOST_LINES || this.#size > MOST_TEXT) {
      this.#dropped++;
    } else {
      this.#lines.push({ time: this.#now(), text, ...(requestId ? { requestId } : {}) });
      this.#size += text.length;
    }
    this.#timer ??= setTimeout(() => this.flush(), 50).unref();
  }

  /** Adds raw output; every full line becomes an entry. */
  write(chunk: string, requestId: string | undefined): void {
    const parts = (this.#rest + chunk).split('\n');
    this.#rest = parts.pop() ?? '';
    for (const part of parts) this.add(part, requestId);
  }

  /** Takes what is there. */
  take(requestId?: string): ThreadLine[] {
    if (this.#rest) this.write('\n', requestId);
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const taken = this.#lines;
    if (this.#dropped > 0) {
      const text = `arcube: ${this.#dropped} log lines dropped; a function may write ${MOST_LINES} lines or ${MOST_TEXT} characters in 50 ms`;
      taken.push({ time: this.#now(), text, ...(requestId ? { requestId } : {}) });
    }
    this.#lines = [];
    this.#size = 0;
    this.#dropped = 0;
    return taken;
  }

  /** Delivers at once. */
  flush(): void {
    const lines = this.take();
    if (lines.length > 0) this.#deliver(lines);
  }
}
