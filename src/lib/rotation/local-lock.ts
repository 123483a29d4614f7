import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { userError } from '../../core/errors.js';
import { inTurn } from '../journal/in-turn.js';
import { lockHolder, ProcessLock } from '../journal/lock.js';
import { exclude, type LockScope, scopeName, scopeText } from './lock-scope.js';
import type { KindName } from './phases.js';
import type { Target } from './target.js';

/** Whose keys: rotations of different stacks have nothing to do with each other. */
type Stack = Pick<Target, 'account' | 'stack'>;

/** The right of one process to rotate certain keys of a stack from a project: a file for each scope. */
export class LocalLock {
  readonly #locks: readonly ProcessLock[];

  private constructor(locks: readonly ProcessLock[]) {
    this.#locks = locks;
  }

  /** Takes all of them or none. Throws ROTATION_RUNNING with the rotation that has one of the keys. */
  static take(folder: string, stack: Stack, rotation: string, scopes: readonly LockScope[]): LocalLock {
    mkdirSync(folder, { recursive: true });
    const prefix = `${stack.account}@${stack.stack}@`;
    return inTurn(join(folder, 'locks.turn'), () => {
      for (const { name, scope } of heldIn(folder, prefix)) {
        const holder = scopes.some((mine) => exclude(mine, scope)) ? lockHolder(folder, name) : undefined;
        if (holder) throw userError('ROTATION_RUNNING', { ...holder, keys: scopeText(scope) });
      }
      const locks = scopes.map((scope) => {
        const name = `${prefix}${scopeName(scope, '@')}${SUFFIX}`;
        return ProcessLock.take(folder, name, rotation, (holder) =>
          userError('ROTATION_RUNNING', { ...holder, keys: scopeText(scope) }),
        );
      });
      return new LocalLock(locks);
    });
  }

  /** Gives them back. Idempotent. */
  release(): void {
    for (const lock of this.#locks) lock.release();
  }
}

const SUFFIX = '.lock';

/** The stack's lock files, whoever made them and whether they still live or not. */
function heldIn(folder: string, prefix: string): { name: string; scope: LockScope }[] {
  const names = readdirSync(folder).filter((name) => name.startsWith(prefix) && name.endsWith(SUFFIX));
  return names.map((name) => {
    const [kind, tenant] = name.slice(prefix.length, -SUFFIX.length).split('@') as [KindName, string?];
    return { name, scope: tenant === undefined ? { kind } : { kind, tenant } };
  });
}
