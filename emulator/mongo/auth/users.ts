import { createHash, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import type { Ids } from '../../../src/core/ids.js';
import type { Identity, RoleGrant } from './identity.js';

/** What is kept of a password: enough to check it, not to learn it (RFC 5802). */
export interface ScramCredential {
  iterationCount: number;
  /** Base64. */
  salt: string;
  storedKey: string;
  serverKey: string;
}

export interface User extends Identity {
  /** The user's UUID, hexadecimal. */
  userId: string;
  credential: ScramCredential;
}

/** mongod's default (`scramSHA256IterationCount`). */
const ITERATIONS = 15_000;

/** The users of a cluster, by `db.user`. */
export class Users {
  readonly #ids: Ids;
  readonly #users = new Map<string, User>();

  constructor(ids: Ids) {
    this.#ids = ids;
  }

  get(db: string, user: string): User | undefined {
    return this.#users.get(`${db}.${user}`);
  }

  all(): User[] {
    return [...this.#users.values()];
  }

  get size(): number {
    return this.#users.size;
  }

  /** Adds or replaces. Existing connections keep what they were granted until they authenticate again. */
  put(db: string, user: string, password: string, roles: readonly RoleGrant[]): User {
    const userId = this.get(db, user)?.userId ?? this.#ids.uuid().replaceAll('-', '');
    const added = { db, user, userId, roles, credential: this.credential(password) };
    this.#users.set(`${db}.${user}`, added);
    return added;
  }

  /** Takes up a user that was read from the journal. */
  restore(user: User): void {
    this.#users.set(`${user.db}.${user.user}`, user);
  }

  setRoles(db: string, user: string, roles: readonly RoleGrant[]): void {
    const known = this.get(db, user);
    if (known !== undefined) this.#users.set(`${db}.${user}`, { ...known, roles });
  }

  remove(db: string, user: string): boolean {
    return this.#users.delete(`${db}.${user}`);
  }

  credential(password: string): ScramCredential {
    const salt = this.#ids.bytes(28);
    const salted = pbkdf2Sync(password.normalize('NFKC'), salt, ITERATIONS, 32, 'sha256');
    const clientKey = createHmac('sha256', salted).update('Client Key').digest();
    return {
      iterationCount: ITERATIONS,
      salt: salt.toString('base64'),
      storedKey: createHash('sha256').update(clientKey).digest('base64'),
      serverKey: createHmac('sha256', salted).update('Server Key').digest('base64'),
    };
  }
}

/** Checks a client's proof against a credential and gives the server's signature, or `undefined`. */
export function checkProof(
  credential: ScramCredential,
  proof: Buffer,
  authMessage: string,
): Buffer | undefined {
  const storedKey = Buffer.from(credential.storedKey, 'base64');
  const signature = createHmac('sha256', storedKey).update(authMessage).digest();
  if (proof.length !== signature.length) return undefined;
  const clientKey = Buffer.from(signature.map((byte, i) => byte ^ (proof[i] as number)));
  if (!timingSafeEqual(createHash('sha256').update(clientKey).digest(), storedKey)) return undefined;
  return createHmac('sha256', Buffer.from(credential.serverKey, 'base64')).update(authMessage).digest();
}
