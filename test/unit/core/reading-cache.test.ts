import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeOf } from '../../../src/core/document/marks.js';
import { readYaml } from '../../../src/core/document/read-yaml.js';
import { useReadingCache } from '../../../src/core/document/reading-cache.js';
import { SourceFile } from '../../../src/core/document/source.js';

const TEXT = 'a:\n  - 1\n  - {b: "x", __proto__: 2}\nc: null\n';
const read = (text = TEXT) => readYaml(new SourceFile('/somewhere/file.yaml', text));

describe('the reading cache', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'arcube-readings-'));
    useReadingCache(folder, folder);
  });
  afterEach(() => {
    useReadingCache(undefined, folder);
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives what the parser gave, with the same places', () => {
    const parsed = read();
    expect(readdirSync(folder)).toHaveLength(1);
    const again = read();
    expect(again).toEqual(parsed);
    const item = (again.value as { a: unknown[] }).a[1] as object;
    expect(placeOf(item, 'b')).toEqual({ file: '/somewhere/file.yaml', line: 3, column: 9 });
    expect(Object.hasOwn(item, '__proto__')).toBe(true);
  });

  it('keeps no reading with a fault, and reads anew when the text changes or the kept file is broken', () => {
    expect(read('a: 1\na: 2\n').diagnostics).toHaveLength(1);
    expect(readdirSync(folder)).toHaveLength(0);
    read();
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '["m",');
    expect(read().value).toEqual({ a: [1, expect.anything()], c: null });
    expect(read('a: 2\n').value).toEqual({ a: 2 });
  });
});
