import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../emulator/gateway/http/query.js';
import { RouteTree } from '../../../emulator/gateway/tables/route-tree.js';
import { QuotaCounter } from '../../../emulator/gateway/traffic/quota.js';
import { TokenBucket } from '../../../emulator/gateway/traffic/token-bucket.js';
import { isSqlInjection } from '../../../emulator/gateway/waf/detectors/sqli.js';
import { isScriptInjection } from '../../../emulator/gateway/waf/detectors/xss.js';
import { TRANSFORMS } from '../../../emulator/gateway/waf/transforms.js';

/** Every template that fits, best first, found by trying them all. */
function slowFind(templates: readonly string[], path: string): string | undefined {
  const trimmed = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  const fits = templates.filter((template) => matches(template.slice(1), trimmed.slice(1)));
  return fits.sort((a, b) => (rank(a) < rank(b) ? -1 : 1))[0];
}

function matches(template: string, path: string): boolean {
  if (template === '') return path === '';
  const [head = '', ...rest] = template.split('/');
  if (head.endsWith('+}')) return path !== '';
  const [segment = '', ...others] = path.split('/');
  if (segment === '' || (!head.startsWith('{') && head !== segment)) return false;
  if (rest.length === 0) return others.length === 0;
  return others.length > 0 && matches(rest.join('/'), others.join('/'));
}

/** Static before parameter before greedy, segment by segment. */
function rank(template: string): string {
  return template
    .split('/')
    .map((segment) => (segment.endsWith('+}') ? '2' : segment.startsWith('{') ? '1' : '0'))
    .join('');
}

const segment = fc.constantFrom('a', 'b', 'c');
const template = fc
  .tuple(fc.array(fc.oneof(segment, fc.constant('{p}')), { maxLength: 3 }), fc.boolean())
  .map(([segments, greedy]) => `/${[...segments, ...(greedy ? ['{proxy+}'] : [])].join('/')}`);

describe('routing', () => {
  it('finds what trying every template finds', () => {
    const paths = fc.array(fc.oneof(segment, fc.constant('d'), fc.constant('')), { maxLength: 5 });
    fc.assert(
      fc.property(fc.uniqueArray(template, { maxLength: 8 }), paths, (templates, segments) => {
        const tree = new RouteTree<string>();
        for (const one of templates) tree.add(one, 'GET', one);
        const path = `/${segments.join('/')}`.replace(/^\/+/, '/');
        expect(tree.find(path, 'GET')?.target).toBe(slowFind(templates, path));
      }),
      { numRuns: 500 },
    );
  });
});

describe('query strings', () => {
  it('read back what URLSearchParams writes', () => {
    const pairs = fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.string()), { maxLength: 5 });
    fc.assert(
      fc.property(pairs, (list) => {
        const text = new URLSearchParams(list).toString();
        expect(parseQuery(text).map((pair) => [...pair])).toEqual([...new URLSearchParams(text)]);
      }),
    );
  });
  it('take anything', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseQuery(text)));
  });
});

describe('throttles', () => {
  it('never let through more than burst + rate × time', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 60 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 9 }),
        steps,
        (rateLimit, burstLimit, waits) => {
          const limit = { rateLimit, burstLimit };
          const bucket = new TokenBucket(limit, 0);
          let now = 0;
          let passed = 0;
          for (const wait of waits) {
            now += wait;
            if (bucket.take(limit, now)) passed++;
            expect(passed).toBeLessThanOrEqual(burstLimit + (rateLimit * now) / 1000 + 1e-6);
          }
        },
      ),
    );
  });
  it('a clock set back refills nothing and blocks nobody for ever', () => {
    const limit = { rateLimit: 1, burstLimit: 1 };
    const bucket = new TokenBucket(limit, 10_000);
    expect([bucket.take(limit, 10_000), bucket.take(limit, 0), bucket.take(limit, 1_000)]).toEqual([
      true,
      false,
      true,
    ]);
  });
  it('quotas: the offset counts in the first period alone; weeks and months begin anew', () => {
    const quota = { limit: 3, offset: 2, period: 'WEEK' as const };
    const friday = Date.UTC(2024, 5, 21, 12);
    const counter = new QuotaCounter(quota, friday);
    expect([counter.count(quota, friday), counter.count(quota, friday)]).toEqual([true, false]);
    const monday = Date.UTC(2024, 5, 24);
    expect(Array.from({ length: 4 }, () => counter.count(quota, monday))).toEqual([true, true, true, false]);
    const monthly = { ...quota, offset: 0, period: 'MONTH' as const };
    const other = new QuotaCounter(monthly, friday);
    for (let i = 0; i < 3; i++) other.count(monthly, friday);
    expect([other.count(monthly, friday), other.count(monthly, Date.UTC(2024, 6, 1))]).toEqual([false, true]);
  });
});

describe('WAF parts', () => {
  it('take any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        isSqlInjection(text, 'HIGH');
        isScriptInjection(text);
        for (const transform of Object.values(TRANSFORMS)) transform(text);
      }),
    );
  });
  it('are done soon with text made to make them slow', () => {
    for (const part of [
      "' ",
      '<a ',
      '/*!',
      '${',
      '((',
      "''",
      ' \t',
      '<a on',
      'select ',
      "'or'",
      'j a v a',
      '%25',
      '&#',
      '\\u00',
    ])
      for (const end of ['', '!', "'", '>']) {
        const text = part.repeat(16_384 / part.length) + end;
        isSqlInjection(text, 'HIGH');
        isScriptInjection(text);
      }
  }, 5_000);
  it.each([
    ['LOWERCASE', 'AbC', 'abc'],
    ['URL_DECODE', 'a%20b+c%zz', 'a b c%zz'],
    ['URL_DECODE_UNI', '%u0041%uff1c', 'A<'],
    ['HTML_ENTITY_DECODE', '&lt;&#65;&#x42;&amp', '<AB&'],
    ['COMPRESS_WHITE_SPACE', 'a \t\n  b', 'a b'],
    ['CMD_LINE', 'C^md "/C",DIR  (x', 'cmd/c dir(x'],
    ['BASE64_DECODE', 'YWJj', 'abc'],
    ['BASE64_DECODE_EXT', 'YW!Jj', 'abc'],
    ['HEX_DECODE', '616263', 'abc'],
    ['SQL_HEX_DECODE', 'x=0x616263', 'x=abc'],
    ['CSS_DECODE', 'ja\\76 ascript', 'javascript'],
    ['JS_DECODE', '\\x41\\u0042\\103', 'ABC'],
    ['NORMALIZE_PATH', '/a/./b/../c', '/a/c'],
    ['NORMALIZE_PATH_WIN', '\\a\\..\\c', '/c'],
    ['REMOVE_NULLS', 'a\0b', 'ab'],
    ['REPLACE_NULLS', 'a\0b', 'a b'],
    ['REPLACE_COMMENTS', 'a/* x */b/*', 'a b '],
  ])('§12.5 %s', (name, from, to) => {
    expect(TRANSFORMS[name]?.(from)).toBe(to);
  });
});
