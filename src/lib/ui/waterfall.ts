import pc from 'picocolors';

/** A timed piece of a request's story. `startedAt` is epoch ms with fractions. */
export interface ShownSpan {
  name: string;
  kind: string;
  startedAt: number;
  durationMs: number;
  error?: string;
}

const BAR = 40;

/** Spans as bars over a common time line, in the order they began. */
export function waterfall(spans: readonly ShownSpan[]): string {
  if (spans.length === 0) return 'No spans are known of this request.';
  const sorted = [...spans].sort((a, b) => a.startedAt - b.startedAt || b.durationMs - a.durationMs);
  const begin = Math.min(...sorted.map(({ startedAt }) => startedAt));
  const end = Math.max(...sorted.map(({ startedAt, durationMs }) => startedAt + durationMs));
  const scale = BAR / Math.max(end - begin, 0.001);
  const width = Math.max(...sorted.map(({ kind, name }) => kind.length + name.length + 1));
  const lines = sorted.map((span) => {
    const left = Math.min(Math.round((span.startedAt - begin) * scale), BAR - 1);
    const length = Math.max(1, Math.min(Math.round(span.durationMs * scale), BAR - left));
    const bar = ' '.repeat(left) + '█'.repeat(length) + ' '.repeat(BAR - left - length);
    const label = `${span.kind} ${span.name}`.padEnd(width);
    const painted = span.error === undefined ? pc.cyan(bar) : pc.red(bar);
    return `${label} ${painted} ${span.durationMs.toFixed(2)} ms${span.error === undefined ? '' : pc.red(` ${span.error}`)}`;
  });
  return lines.join('\n');
}
