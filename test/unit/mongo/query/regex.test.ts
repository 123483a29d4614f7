import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MongoError } from '../../../../emulator/mongo/error/index.js';
import { compileRegex } from '../../../../emulator/mongo/query/regex/index.js';

const codeOf = (action: () => unknown) => {
  try {
    action();
  } catch (error) {
    return error instanceof MongoError ? error.code : error;
  }
  return undefined;
};

/** pattern, options, text, found: behaviour that PCRE2's manual describes. */
const FACTS: [string, string, string, boolean][] = [
  ['^b', '', 'a\nb', false],
  ['^b', 'm', 'a\nb', true],
  ['a$', '', 'a\n', true],
  ['a\\z', '', 'a\n', false],
  ['a\\Z', '', 'a\n', true],
  ['a.b', '', 'a\nb', false],
  ['a.b', 's', 'a\nb', true],
  ['a.b', '', 'a\rb', true],
  ['a b # c', 'x', 'ab', true],
  ['[a b]', 'x', ' ', true],
  ['(?i)abc', '', 'ABC', true],
  ['a(?i)b(?-i)c', '', 'aBc', true],
  ['a(?i)b(?-i)c', '', 'aBC', false],
  ['(?i:a)b', '', 'Ab', true],
  ['a(?i)b|c', '', 'C', true],
  ['(?x) a b', '', 'ab', true],
  ['(?<year>\\d{4})-\\k<year>', '', '2024-2024', true],
  ['(?P<w>ab)-(?P=w)', '', 'ab-ab', true],
  ['^(a)?(?(1)b|c)$', '', 'ab', true],
  ['^(a)?(?(1)b|c)$', '', 'c', true],
  ['^(a)?(?(1)b|c)$', '', 'b', false],
  ['a++b', '', 'aaab', true],
  ['a++ab', '', 'aaab', false],
  ['(?>a|ab)c', '', 'abc', false],
  ['foo\\Kbar', '', 'foobar', true],
  ['\\Qa.b\\E+', '', 'a.bbb', true],
  ['[[:alpha:]]+', '', '12x', true],
  ['[^[:digit:]]', '', '123', false],
  ['[\\W\\d]', '', 'ab_', false],
  ['[]a]', '', ']', true],
  ['[a-\\d]', '', '-', true],
  ['\\p{Greek}', '', 'λ', true],
  ['\\p{^L}', '', 'λ', false],
  ['\\pL', '', 'λ', true],
  ['^\\w+$', '', 'é', false],
  ['(*UCP)^\\w+$', '', 'é', true],
  ['(*UCP)\\byster', '', 'Öyster', false],
  ['^.$', '', '\u{1F600}', true],
  ['É', 'i', 'é', true],
  ['\\x{1F600}', '', '\u{1F600}', true],
  ['\\x41\\102', '', 'AB', true],
  ['(?<=\\d{2})x', '', '12x', true],
  ['(?<!a|bc)x', '', 'bcx', false],
  ['^(?:\\((?:[^()]|(?R))*\\))$', '', '(a)', true],
  ['\\((?:[^()]|(?R))*\\)', '', 'f(a(b)c)', true],
  ['^(?|a(b)|c(d))\\1$', '', 'cdd', true],
  ['a{,2}', '', 'a{,2}', true],
  ['a{2}{2}', '', 'aaaa', true],
  ['(?#comment)a', '', 'a', true],
  ['a|', '', '', true],
  ['(*FAIL)|b', '', 'b', true],
  ['\\R', '', 'a\r\n', true],
  ['(\\d+)\\1', '', '1212', true],
];

describe('compileRegex', () => {
  test.each(FACTS)('/%s/%s on %j is %s', (pattern, options, text, expected) => {
    expect(compileRegex(pattern, options).test(text)).toBe(expected);
    expect(compileRegex(pattern, options).exec(text) !== undefined).toBe(expected);
  });

  test.each([
    '(',
    ')',
    '[a',
    '*a',
    'a{3,2}',
    'a{70000}',
    '\\',
    '[z-a]',
    '(?<=a+)b',
    '\\2',
    '(?<n>a)(?<n>b)',
    '\\p{Nope}',
    '[[:nope:]]',
    '(?(1)a|b|c)',
    '(?z)',
  ])('refuses %s with 51091', (pattern) => {
    expect(codeOf(() => compileRegex(pattern, ''))).toBe(51091);
  });

  test('tells where the match and its groups lie', () => {
    expect(compileRegex('(b)(x)?(?<c>c)', '').exec('abc')).toEqual({
      start: 1,
      end: 3,
      groups: [1, 2, -1, -1, 2, 3],
    });
    expect(compileRegex('a\\Kb', '').exec('xab')).toMatchObject({ start: 2, end: 3 });
    expect(compileRegex('(?:(a)|b)*', '').exec('ab')).toMatchObject({ groups: [0, 1] });
  });

  test.each([
    ['^(a+)+$', `${'a'.repeat(40)}b`],
    ['^(a|aa)+$', `${'a'.repeat(60)}b`],
    ['(x+x+)+y', 'x'.repeat(60)],
    ['(.*)*(.*)*(.*)*\\1z', 'ab'.repeat(50)],
    ['.*.*.*.*.*=', 'a'.repeat(3000)],
  ])('/%s/ ends soon on a text made to explode it', (pattern, text) => {
    expect(compileRegex(pattern, '').test(text)).toBe(false);
  });

  test('finds long matches of nested repeats', () => {
    expect(compileRegex('^(?:\\w+\\s?)+$', '').test('word '.repeat(20_000))).toBe(true);
  });

  test('agrees with JavaScript where both speak the same language', () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '.',
      '[ab]',
      '(?:a|b)',
      '(a)',
      'a?',
      'b*',
      '(?:ab)+',
      'a{1,2}',
      '(?=a)',
      '\\b',
    );
    const pattern = fc.array(atom, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (source, subject) => {
        const expected = new RegExp(source, 'u').exec(subject);
        const regex = compileRegex(source, '');
        expect(regex.test(subject)).toBe(expected !== null);
        const found = regex.exec(subject);
        expect(found && [found.start, found.end]).toEqual(
          expected ? [expected.index, expected.index + expected[0].length] : undefined,
        );
      }),
      { numRuns: 2000 },
    );
  });
});
