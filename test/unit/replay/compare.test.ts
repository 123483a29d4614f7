import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromKept, fromWire } from '../../../src/lib/replay/answer.js';
import { compareAnswers } from '../../../src/lib/replay/compare.js';
import { isGenerated } from '../../../src/lib/replay/generated.js';
import { diffValues } from '../../../src/lib/replay/json-diff.js';

const answer = (body: unknown, more: { status?: number; headers?: Record<string, string> } = {}) => ({
  status: 200,
  headers: {},
  body,
  ...more,
});

describe('the difference of two values', () => {
  it('is empty for equal ones, whatever the order of members', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const turned = JSON.parse(JSON.stringify(value), (_, one: unknown) =>
          typeof one === 'object' && one !== null && !Array.isArray(one)
            ? Object.fromEntries(Object.entries(one).reverse())
            : one,
        ) as unknown;
        expect(diffValues(JSON.parse(JSON.stringify(value)), turned)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('is found wherever a leaf is changed', () => {
    const leafPaths = (value: unknown): number =>
      typeof value === 'object' && value !== null
        ? Object.values(value).reduce((sum: number, one) => sum + leafPaths(one), 0)
        : 1;
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.nat(), (value, seed) => {
        const before = JSON.parse(JSON.stringify(value)) as unknown;
        const leaves = leafPaths(before);
        fc.pre(leaves > 0);
        let at = seed % leaves;
        const after = JSON.parse(JSON.stringify(before), (_, one: unknown) =>
          (typeof one !== 'object' || one === null) && at-- === 0 ? ['changed'] : one,
        ) as unknown;
        expect(diffValues(before, after)).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });

  it('names places by id where members have one, and tells of another order', () => {
    const before = {
      offers: [
        { id: 'a', price: 1 },
        { id: 'b', price: 2 },
        { id: 'c', price: 3 },
      ],
    };
    const after = {
      offers: [
        { id: 'b', price: 2 },
        { id: 'a', price: 9 },
        { id: 'd', price: 4 },
      ],
    };
    expect(diffValues(before, after)).toEqual([
      { path: 'offers[id=a].price', before: 1, after: 9 },
      { path: 'offers[id=c]', before: { id: 'c', price: 3 } },
      { path: 'offers[id=d]', after: { id: 'd', price: 4 } },
      { path: 'offers (order)', before: ['a', 'b'], after: ['b', 'a'] },
    ]);
  });

  it('tells null from missing and a list from an object', () => {
    expect(diffValues({ a: null }, {})).toEqual([{ path: 'a', before: null }]);
    expect(diffValues([], {})).toEqual([{ path: '', before: [], after: {} }]);
    expect(diffValues([1], [1, undefined])).toEqual([{ path: '[1]', after: undefined }]);
  });
});

describe('the comparison of two answers', () => {
  it('counts status, headers and body, but not headers that change by nature', () => {
    const before = answer({ n: 1 }, { headers: { date: 'x', 'content-type': 'application/json' } });
    const after = answer({ n: 2 }, { status: 500, headers: { date: 'y', 'content-type': 'text/html' } });
    expect(compareAnswers(before, after)).toEqual({
      same: false,
      differences: [
        { where: 'status', path: '', before: 200, after: 500 },
        { where: 'header', path: 'content-type', before: 'application/json', after: 'text/html' },
        { where: 'body', path: 'n', before: 1, after: 2 },
      ],
      generated: [],
    });
  });

  it('sets ids, times and tokens apart, unless it is strict', () => {
    const made = (id: string, time: string) => answer({ transactionId: id, timestamp: time, total: 5 });
    const before = made('trx_7db495db31397a5c59aaf701', '2026-11-22T10:00:00.000Z');
    const after = made('trx_8db495db31397a5c59aaf702', '2026-11-22T10:00:01.000Z');
    expect(compareAnswers(before, after)).toMatchObject({ same: true, generated: [{}, {}] });
    expect(compareAnswers(before, after, { strict: true })).toMatchObject({ same: false, generated: [] });
  });

  it('leaves out what is to be ignored, with everything below it', () => {
    const before = answer({ list: [{ at: 'x', deep: { a: 1 } }], at: 'x' });
    const after = answer({ list: [{ at: 'y', deep: { a: 2 } }], at: 'x' });
    expect(compareAnswers(before, after, { ignored: ['list[*].at', 'list[*].deep'] }).same).toBe(true);
    expect(compareAnswers(before, after, { ignored: ['list[*].a', 'at'] }).differences).toHaveLength(2);
  });

  it('unpacks bodies, and hides the same secrets in both', () => {
    const text = '{"access_token":"abc","expires_in":3600}';
    const kept = fromKept({
      status: 200,
      headers: [['Content-Type', 'application/json']],
      body: { text: '{"access_token":"[secret]","expires_in":3600}', encoding: 'utf8' },
    });
    const headers = ['content-type', 'application/json', 'content-encoding', 'gzip'];
    const came = fromWire({ status: 200, headers, body: gzipSync(text) });
    expect(compareAnswers(kept, came)).toEqual({ same: true, differences: [], generated: [] });
  });
});

describe('a generated value', () => {
  it.each([
    ['8e7d2c5e-3a43-4f43-9d2e-6a1b1d8e9f00', '1e7d2c5e-3a43-4f43-9d2e-6a1b1d8e9f01', true],
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:01Z', true],
    ['req_abcdefgh1', 'req_abcdefgh2', true],
    ['req_abcdefgh1', 'trx_abcdefgh1', false],
    [1_767_225_600, 1_767_225_601, true],
    [12.5, 13.5, false],
    [599, 600, false],
    ['PENDING', 'FAILED', false],
    ['2026-01-01', '2026-01-02', false],
    ['8e7d2c5e-3a43-4f43-9d2e-6a1b1d8e9f00', 'none', false],
  ])('%s and %s: %s', (before, after, wanted) => {
    expect(isGenerated(before, after)).toBe(wanted);
  });
});
