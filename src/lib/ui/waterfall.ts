import pc from 'picocolors';

/** A timed piece of a request's story. `startedAt` is epoch ms with fractions. */
export interface ShownSpan {
  name: string;
  kind: string;
  startedAt: number;
  durationMs: number;
  error?: string;
}

/** Columns of the bars, and what stands behind them. */
const WIDEST_BAR = 40;
const TIME = 12;

/**
 * Spans as bars over a common time line, in the order they began.
 * @param columns width of the terminal: bars and names are cut to it; left out, nothing is
 */
export function waterfall(spans: readonly ShownSpan[], columns?: number): string {
  if (spans.length === 0) return 'No spans are known of this request.';
  const sorted = [...spans].sort((a, b) => a.startedAt - b.startedAt || b.durationMs - a.durationMs);
  const begin = Math.min(...sorted.map(({ startedAt }) => startedAt));
  const end = Math.max(...sorted.map(({ startedAt, durationMs }) => startedAt + durationMs));
  const barWidth =
    columns === undefined ? WIDEST_BAR : Math.min(WIDEST_BAR, Math.max(10, Math.floor(columns / 4)));
  const scale = barWidth / Math.max(end - begin, 0.001);
  const longest = Math.max(...sorted.map(({ kind, name }) => kind.length + name.length + 1));
  const width =
    columns === undefined ? longest : Math.min(longest, Math.max(16, columns - barWidth - TIME - 2));
  const lines = sorted.map((span) => {
    const left = Math.min(Math.round((span.startedAt - begin) * scale), barWidth - 1);
    const length = Math.max(1, Math.min(Math.round(span.durationMs * scale), barWidth - left));
    const bar = ' '.repeat(left) + '█'.repeat(length) + ' '.repeat(barWidth - left - length);
    const label = cut(`${span.kind} ${span.name}`, width).padEnd(width);
    const painted = span.error === undefined ? pc.cyan(bar) : pc.red(bar);
    return `${label} ${painted} ${span.durationMs.toFixed(2)} ms${span.error === undefined ? '' : pc.red(` ${span.error}`)}`;
  });
  return lines.join('\n');
}

/** Text cut in its middle, where names of one stack differ least. */
function cut(text: string, width: number): string {
  if (text.length <= width) return text;
  const head = Math.ceil((width - 1) / 2);
  return `${text.slice(0, head)}…${text.slice(text.length - (width - 1 - head))}`;
}
