import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { waterfall } from '../../../src/lib/ui/waterfall.js';

const spans = [
  { kind: 'mongo', name: 'find trips', startedAt: 30, durationMs: 10, error: 'no primary' },
  { kind: 'gateway', name: 'POST /items', startedAt: 0, durationMs: 100 },
  { kind: 'lambda', name: `arcube-${'x'.repeat(60)}-END`, startedAt: 20, durationMs: 60 },
];
const lines = (columns?: number) => stripVTControlCharacters(waterfall(spans, columns)).split('\n');

describe('the waterfall of a request', () => {
  it('has a bar for each span where its time lies, in the order they began', () => {
    const [gateway = '', lambda = '', mongo = ''] = lines();
    expect(gateway).toMatch(/^gateway POST \/items {2,}█{40} 100\.00 ms$/);
    expect(lambda).toMatch(/-END {9}█{24} {8} 60\.00 ms$/);
    expect(mongo).toMatch(/^mongo find trips .* █{4} +10\.00 ms no primary$/);
  });

  it.each([200, 120, 80, 60])('fits into %i columns, and keeps both ends of a name', (columns) => {
    for (const line of lines(columns))
      expect(line.replace(/ no primary$/, '').length).toBeLessThanOrEqual(columns);
    expect(lines(columns)[1]).toMatch(/^lambda .*END +█/);
  });

  it('says when there is nothing to draw', () => {
    expect(waterfall([])).toBe('No spans are known of this request.');
  });
});
