import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { scanFiles } from '../../../src/lib/tenant/scan.js';

const folder = mkdtempSync(join(tmpdir(), 'arcube-scan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a trace is found wherever it stands, on the seam of two pieces too; kept requests are looked at by tenant', async () => {
  mkdirSync(join(folder, 'logs/eu'), { recursive: true });
  const seam = (1 << 20) - 3;
  writeFileSync(join(folder, 'journal.arc'), `${'-'.repeat(seam)}ABC123${'-'.repeat(10)}`);
  writeFileSync(join(folder, 'clean.arc'), `${'-'.repeat(seam)}ABC12`);
  const line = (tenant: string, text: string) => `${JSON.stringify({ tenant, text })}\n`;
  writeFileSync(join(folder, 'logs/eu/requests-0.jsonl'), line('other-air', 'ABC123') + line('sky', 'none'));
  writeFileSync(join(folder, 'logs/eu/requests-1.jsonl'), line('sky', 'ABC123 and its hash'));
  const { files, bytes, found } = await scanFiles(folder, ['ABC123', 'hash'], 'sky');
  expect([files, bytes > 2 * seam]).toEqual([4, true]);
  expect(found.sort((one, other) => (one.file < other.file ? -1 : 1))).toEqual([
    { file: 'journal.arc', traces: 1 },
    { file: 'logs/eu/requests-1.jsonl', traces: 2 },
  ]);
});

test('a folder that is not there holds nothing; one that cannot be read proves nothing', async () => {
  expect(await scanFiles(join(folder, 'gone'), ['x'], 'sky')).toEqual({ files: 0, bytes: 0, found: [] });
  await expect(scanFiles(join(folder, 'clean.arc'), ['x'], 'sky')).rejects.toMatchObject({ code: 'ENOTDIR' });
});
