import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mismatch } from '../../../src/core/scenario/match.js';
import type { ScenarioReading } from '../../../src/core/scenario/model.js';
import { checkDefinedScenario, checkScenario } from '../../../src/core/scenario/read-scenario.js';
import { fill, type Scope } from '../../../src/core/scenario/template.js';

const read = (text: string): ScenarioReading => checkScenario('/p/scenarios/x.yaml', text);
const faults = (text: string): string[] =>
  read(text).diagnostics.map(({ code, place }) => `${place?.line}:${place?.column} ${code}`);

describe('reading', () => {
  it('makes a plan of steps, with captures, repeats, faults and moves of the clock', () => {
    const { scenario, diagnostics } = read(`
name: an order
tags: [orders]
weight: 3
thinkTime: 1s..3s
vars: { pnr: '\${newPnr}' }
steps:
  - request: { GET: /health }
    expect: { status: 2xx, headers: { X-Request-Id: { matches: '^req_' } } }
    capture: { id: header.x-request-id }
  - name: race
    parallel: 10
    request: { POST: /orders, body: { id: '\${id}', pnr: '\${pnr}' } }
  - clock: +1h30m
  - fault: { vendor: airalo, kind: error, times: 2 }
  - repeat: 3
    steps: [{ wait: 5ms }]
`);
    expect(diagnostics).toEqual([]);
    expect(scenario).toMatchObject({
      name: 'an order',
      weight: 3,
      thinkTime: { least: 1000, most: 3000 },
      needsEmulator: true,
      place: { line: 2 },
      steps: [
        {
          name: 'GET /health',
          action: {
            kind: 'request',
            expect: { status: ['2xx'], headers: [{ name: 'x-request-id' }] },
            capture: [{ name: 'id', from: 'header.x-request-id' }],
          },
        },
        { name: 'race', parallel: 10 },
        { action: { kind: 'clock', move: { advance: 5_400_000 } } },
        { action: { kind: 'fault', fault: { target: 'vendor', name: 'airalo', kind: 'error', times: 2 } } },
        { repeat: 3, action: { kind: 'group' } },
      ],
    });
  });

  it('tells every fault at once, each at its line and column', () => {
    expect(
      faults(`name: x
steps:
  - reqest: { GET: / }
  - request: { GET: /a, POST: /b }
  - request: { GET: /a }
    expect: { json: { '$.a[': 1, $.b: { greater: 3 } }, status: 9 }
`),
    ).toEqual(['3:5 UNKNOWN_KEY', '6:41 UNKNOWN_KEY']);
    expect(
      faults(`name: x
steps:
  - request: { GET: /a, POST: /b }
  - request: { GET: '/\${late}' }
    expect: { json: { '$.a[': 1 }, status: 9 }
  - request: { GET: /a }
    capture: { late: $.x, no: x }
  - clock: tomorrow
  - {}
  - wait: 1s
    expect: { status: 200 }
`),
    ).toEqual([
      '3:31 BAD_REQUEST_STEP',
      '5:31 BAD_JSONPATH',
      '5:44 BAD_STATUS',
      '7:31 BAD_CAPTURE',
      '8:12 NOT_A_MOMENT',
      '9:5 BAD_STEP',
      '11:13 BAD_STEP',
      '4:21 UNSET_VALUE',
    ]);
  });

  it('takes what earlier steps capture, and what code may set', () => {
    const text = (first: string) =>
      `name: x\nsteps:\n  - ${first}\n  - request: { GET: '/\${id}' }\n    expect: { body: '\${own}' }\n    capture: { own: body }\n`;
    expect(faults(text('request: { GET: / }\n    capture: { id: $.id }'))).toEqual([]);
    expect(faults(text('request: { GET: / }'))).toEqual(['4:21 UNSET_VALUE']);
    const place = { file: '/p/x.scenario.ts', line: 7, column: 3 };
    const steps = [{ run: () => undefined }, { request: { GET: '/${anything}' } }];
    expect(checkDefinedScenario({ name: 'x', steps }, place).diagnostics).toEqual([]);
    const bad = checkDefinedScenario({ name: 'x', steps: [{ request: { GET: '/${anything}' } }] }, place);
    expect(bad.diagnostics).toMatchObject([{ code: 'UNSET_VALUE', place }]);
  });

  it('never throws, whatever the file', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { scenario, diagnostics } = read(text);
        expect(scenario === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
      }),
    );
  });
});

describe('templates', () => {
  const scope: Scope = {
    now: () => Date.parse('2026-11-22T12:00:00Z'),
    value: (name) => ({ offer: { price: 14.54, tags: ['a', { b: 2 }] }, zero: 0 })[name],
  };

  it('keep the type of a value that stands alone, and make text of others', () => {
    expect(fill({ a: '${offer.price}', b: 'is ${offer.price}', c: ['${offer.tags[1].b}'] }, scope)).toEqual({
      a: 14.54,
      b: 'is 14.54',
      c: [2],
    });
    expect(fill('${zero}', scope)).toBe(0);
    expect(fill("${offer['tags'] | json}", scope)).toBe('["a",{"b":2}]');
  });

  it('move the clock of the system, and count money in decimals', () => {
    expect(fill('${now+90m} ${today-1d}', scope)).toBe('2026-11-22T13:30:00.000Z 2026-11-21');
    expect(fill('${offer.price | times 3 | plus 0.1 | round 2}', scope)).toBe(43.72);
    expect(() => fill('${offer.cost}', scope)).toThrow('`${offer.cost}` has no value here');
  });

  it('round as the platform does: half away from zero on decimal digits', () => {
    const round = (value: number) => fill('${x | round 2}', { ...scope, value: () => value });
    expect([1.005, 2.675, -1.005, 1.0049999].map(round)).toEqual([1.01, 2.68, -1.01, 1]);
  });
});

describe('matchers', () => {
  it.each<[unknown, unknown, boolean]>([
    [1, 1, true],
    [1, '1', false],
    [[1, 2], [1, 2], true],
    [{ a: 1 }, { equals: { a: 1 } }, true],
    [{ a: 1, b: [{ c: 2 }] }, { like: { b: [{ c: { gt: 1 } }] } }, true],
    [{ a: 1 }, { like: { a: 2 } }, false],
    [undefined, { exists: false }, true],
    [[], { exists: true }, false],
    [[3, 5], { every: { gte: 3, lt: 6 } }, true],
    [[3, 5], { some: 4 }, false],
    [[3, 5], { none: 4 }, true],
    [['a', 'b'], { contains: 'b', length: 2, unique: true }, true],
    ['abc', { matches: '^a.c$', contains: 'b', length: { lte: 3 } }, true],
    [[0.1, 0.2], { sum: 0.3 }, true],
    [1.234, { decimals: 2 }, false],
    [1e-7, { decimals: 6 }, false],
    [3, { in: [1, 2] }, false],
    [3, { not: { in: [1, 2] } }, true],
    ['x', { gt: 1 }, false],
    ['2026-01-01T00:00:00Z', { format: 'date-time' }, true],
    [null, { type: 'null' }, true],
    [{}, { empty: true }, true],
    [1, { nonsense: 1 }, false],
  ])('%j against %j: %s', (actual, wanted, fits) => {
    expect(mismatch(actual, wanted) === undefined).toBe(fits);
  });

  it('fit every value to itself, and say why another does not', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => mismatch(value, { equals: value }) === undefined));
    expect(mismatch({ a: [1, { b: 'x' }] }, { like: { a: [1, { b: 'y' }] } })).toBe(
      'a: [1]: b: "x" is not "y"',
    );
  });
});
