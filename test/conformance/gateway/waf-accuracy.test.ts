import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isSqlInjection } from '../../../emulator/gateway/waf/detectors/sqli.js';
import { isScriptInjection } from '../../../emulator/gateway/waf/detectors/xss.js';
import { decodings } from '../../../emulator/gateway/waf/managed/parts.js';

function lines(name: string): string[] {
  const file = fileURLToPath(new URL(`../../fixtures/waf/${name}.txt`, import.meta.url));
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

/** WAF sees bytes. */
const bytes = (text: string): string => Buffer.from(text).toString('latin1');
const caught = (text: string, test: (text: string) => boolean): boolean =>
  [...decodings(bytes(text))].some(test);

describe('WAF detectors on the corpora of test/fixtures/waf', () => {
  it('catch SQL injection', () => {
    const missed = lines('sqli').filter((text) => !caught(text, (one) => isSqlInjection(one)));
    expect(missed).toEqual([]);
  });
  it('catch script injection', () => {
    const missed = lines('xss').filter((text) => !caught(text, isScriptInjection));
    expect(missed).toEqual([]);
  });
  it('leave travel data alone', () => {
    const alarms = lines('travel').filter(
      (text) => caught(text, (one) => isSqlInjection(one)) || caught(text, isScriptInjection),
    );
    expect(alarms).toEqual([]);
  });

  // Written after the detectors and never tuned against: what they are worth on data they have not seen.
  it('catch nine of ten attacks they were not made with', () => {
    const attacks = lines('held-out-attacks').map((line) => line.split('\t') as [string, string]);
    const missed = attacks.filter(
      ([kind, text]) => !caught(text, kind === 'xss' ? isScriptInjection : (one) => isSqlInjection(one)),
    );
    expect(missed.length / attacks.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.1);
  });
  it('raise next to no alarm on travel data they were not made with', () => {
    const texts = lines('held-out-travel');
    const alarms = texts.filter(
      (text) => caught(text, (one) => isSqlInjection(one)) || caught(text, isScriptInjection),
    );
    expect(alarms.length / texts.length, JSON.stringify(alarms)).toBeLessThanOrEqual(0.02);
  });
});
