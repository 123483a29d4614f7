import pc from 'picocolors';
import type { LoadProgress } from '../load-test.js';
import { ms, percent } from './words.js';

const BARS = '▁▂▃▄▅▆▇█';
const WIDTH = 40;

/** The lines that show a run while it goes on. Without a terminal, one line a second instead of lines that change. */
export class Dashboard {
  readonly #out: NodeJS.WriteStream;
  readonly #totalMs: number;
  #drawn = 0;

  /** @param totalMs length of the run */
  constructor(totalMs: number, out: NodeJS.WriteStream = process.stderr) {
    this.#totalMs = totalMs;
    this.#out = out;
  }

  show({ observation, elapsedMs }: LoadProgress): void {
    const last = lastWhole(observation);
    const { errors, throttled, requests } = observation.overall;
    if (!this.#out.isTTY) {
      this.#out.write(
        `${(elapsedMs / 1000).toFixed(0)} s  ${last.rate}/s  p50 ${ms(last.p50)}  p99 ${ms(last.p99)}  failed ${errors}  throttled ${throttled}\n`,
      );
      return;
    }
    const series = observation.timeline.slots().slice(-WIDTH - 1, -1);
    this.#redraw([
      `${pc.bold(bar(elapsedMs / this.#totalMs))} ${(elapsedMs / 1000).toFixed(0)} of ${(this.#totalMs / 1000).toFixed(0)} s`,
      `${pc.dim('rate   ')} ${pc.cyan(sparkline(series.map(({ tally }) => tally.requests)))} ${last.rate}/s`,
      `${pc.dim('p99    ')} ${pc.cyan(sparkline(series.map(({ tally }) => tally.percentile(99))))} ${ms(last.p99)}, p50 ${ms(last.p50)}`,
      `${pc.dim('failed ')} ${pc.red(sparkline(series.map(({ tally }) => tally.errors)))} ${percent(errors, requests)}, throttled ${percent(throttled, requests)}`,
      `${pc.dim('late   ')} p99 ${ms(observation.lag.percentile(99))} ${pc.dim('(the generator itself)')}`,
    ]);
  }

  /** Takes the lines away: the report follows. */
  clear(): void {
    if (this.#out.isTTY) this.#redraw([]);
  }

  #redraw(lines: string[]): void {
    const up = this.#drawn > 0 ? `\u001b[${this.#drawn}A` : '';
    this.#out.write(`${up}\u001b[J${lines.map((line) => `${line}\n`).join('')}`);
    this.#drawn = lines.length;
  }
}

/** The last stretch that is over, scaled to a second. */
function lastWhole({ timeline }: LoadProgress['observation']): { rate: number; p50: number; p99: number } {
  const slots = timeline.slots();
  const { tally } = slots.at(-2) ?? slots.at(-1) ?? { tally: undefined };
  if (!tally) return { rate: 0, p50: 0, p99: 0 };
  const rate = Math.round((tally.requests * 1000) / timeline.widthMs);
  return { rate, p50: tally.percentile(50), p99: tally.percentile(99) };
}

/** Numbers as little bars, the largest the tallest. */
export function sparkline(values: readonly number[]): string {
  const most = Math.max(...values, 0);
  const height = (value: number): number =>
    most === 0 ? 0 : Math.min(BARS.length - 1, Math.floor((value / most) * BARS.length));
  return values.map((value) => BARS[height(value)]).join('');
}

function bar(share: number): string {
  const full = Math.round(Math.min(share, 1) * WIDTH);
  return '━'.repeat(full) + '┄'.repeat(WIDTH - full);
}
