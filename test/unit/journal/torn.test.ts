import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Deploys } from '../../../src/lib/deploy/apply/deploys.js';
import type { BeginEntry } from '../../../src/lib/deploy/apply/entries.js';
import { Journal, journalIds, readJournal } from '../../../src/lib/journal/journal.js';
import { Rotations } from '../../../src/lib/rotation/rotations.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arcube-journal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const begin: BeginEntry = {
  type: 'begin',
  deploy: 'd-1',
  at: 1,
  by: 'arn:aws:iam::123456789012:user/dep¡oyer',
  account: '123456789012',
  stage: 'dev',
  options: { apiUrls: {}, judge: true, smoke: false },
  parts: [],
};

it('a deploy that was killed before its first line was whole is in nobody’s way', () => {
  const journal = Journal.open<BeginEntry>(folder, 'd-1');
  journal.append(begin);
  journal.close();
  const whole = Buffer.from(`${JSON.stringify(begin)}\n`);
  for (const length of [0, 1, whole.length - 1]) {
    writeFileSync(join(folder, 'd-2.jsonl'), whole.subarray(0, length));
    const deploys = new Deploys(folder);
    expect(deploys.ids()).toEqual(['d-1']);
    expect(deploys.chosen(undefined)).toBe('d-1');
  }
});

it('nor is a rotation', () => {
  writeFileSync(join(folder, 'r-1.jsonl'), '{"type":"beg');
  expect(new Rotations(folder).ids()).toEqual([]);
});

it('a journal cut at any byte has the lines that are whole, and goes on behind them', () => {
  const entry = fc.record({ note: fc.string({ unit: 'grapheme' }), at: fc.nat() });
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), fc.nat(), (entries, where) => {
      const text = Buffer.from(entries.map((one) => `${JSON.stringify(one)}\n`).join(''));
      const cut = text.subarray(0, where % (text.length + 1));
      const left = cut.filter((byte) => byte === 10).length;
      writeFileSync(join(folder, 'd-1.jsonl'), cut);
      expect(journalIds(folder, 'd-')).toEqual(left > 0 ? ['d-1'] : []);
      const journal = Journal.open(folder, 'd-1');
      journal.append({ note: 'after', at: 0 });
      journal.close();
      expect(readJournal(folder, 'd-1')).toEqual([...entries.slice(0, left), { note: 'after', at: 0 }]);
      expect(readdirSync(folder)).toEqual(['d-1.jsonl']);
    }),
    { numRuns: 100 },
  );
});
