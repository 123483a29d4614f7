import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Subject } from '../../../src/lib/rotation/kind.js';
import { LocalLock } from '../../../src/lib/rotation/local-lock.js';
import { exclude, type LockScope, scopesOf } from '../../../src/lib/rotation/lock-scope.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'arcube-locks-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const STACK = { account: '123456789012', stack: 'arcube' };
const take = (rotation: string, scopes: LockScope[], stack = STACK) =>
  LocalLock.take(folder, stack, rotation, scopes);

const scope = fc.record(
  { kind: fc.constantFrom('client' as const, 'edge' as const), tenant: fc.constantFrom('a', 'b', 'a.b') },
  { requiredKeys: ['kind'] },
);

it('two rotations are at work at once when they have no key in common, and then only', () => {
  fc.assert(
    fc.property(scope, scope, (one, other) => {
      const first = take('r-first', [one]);
      try {
        const second = take('r-second', [other]);
        second.release();
        expect(exclude(one, other)).toBe(false);
      } catch (error) {
        expect(exclude(one, other)).toBe(true);
        expect(error).toMatchObject({ code: 'ROTATION_RUNNING' });
        expect((error as Error).message).toContain('r-first');
      } finally {
        first.release();
      }
      expect(readdirSync(folder)).toEqual([]);
    }),
  );
});

it('one that is refused keeps nobody else out; another stack is another matter', () => {
  const first = take('r-first', [{ kind: 'edge', tenant: 'b' }]);
  expect(() => take('r-second', [{ kind: 'client' }, { kind: 'edge' }])).toThrow('r-first');
  take('r-third', [{ kind: 'client' }]).release();
  take('r-fourth', [{ kind: 'edge' }], { ...STACK, stack: 'arcube-2' }).release();
  first.release();
});

it('a lock whose process is gone is no lock', () => {
  const gone = { id: 'r-gone', pid: 2 ** 22 + 1, host: hostname(), since: '', token: 't' };
  writeFileSync(join(folder, '123456789012@arcube@client.lock'), JSON.stringify(gone));
  take('r-next', [{ kind: 'client', tenant: 'a' }]).release();
  take('r-next', [{ kind: 'client' }]).release();
  expect(readdirSync(folder)).toEqual([]);
});

it('a rotation of some tenants keeps others from those alone; a tenant with no name for a file from the whole kind', () => {
  const subject = (kind: Subject['kind'], tenant?: string) =>
    ({ kind, ...(tenant && { tenant }) }) as Subject;
  const subjects = [subject('edge', 'b'), subject('client', 'a'), subject('client', 'b'), subject('env')];
  expect(scopesOf(subjects, [])).toEqual([{ kind: 'client' }, { kind: 'edge' }, { kind: 'env' }]);
  const some = [
    { kind: 'client', tenant: 'a' },
    { kind: 'client', tenant: 'b' },
  ];
  expect(scopesOf(subjects, ['a', 'b'])).toEqual([...some, { kind: 'edge', tenant: 'b' }, { kind: 'env' }]);
  expect(scopesOf([subject('api-key', 'Dune Air/1')], ['Dune Air/1'])).toEqual([{ kind: 'api-key' }]);
});
