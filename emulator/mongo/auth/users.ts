import { createHash, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import type { Ids } from '../../../src/core/ids.js';
import { Binary, Document } from '../bson/index.js';
import type { Storage } from '../storage/index.js';
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

const DATABASE = 'admin';
const COLLECTION = 'system.users';

/** The users of a cluster. They live where mongod keeps them, in `admin.system.users`, under `db.user`. */
export class Users {
  readonly #storage: Storage;
  readonly #ids: Ids;

  constructor(storage: Storage, ids: Ids) {
    this.#storage = storage;
    this.#ids = ids;
  }

  get(db: string, user: string): User | undefined {
    const collection = this.#storage.catalogue.find(DATABASE, COLLECTION);
    const stored = collection && this.#storage.begin().findById(collection, `${db}.${user}`);
    return stored && readUser(stored.document());
  }

  all(): User[] {
    const collection = this.#storage.catalogue.find(DATABASE, COLLECTION);
    if (collection === undefined) return [];
    const users: User[] = [];
    const cursor = this.#storage.begin().scan(collection);
    for (let stored = cursor.next(); stored !== undefined; stored = cursor.next()) {
      users.push(readUser(stored.document()));
    }
    return users;
  }

  /** Adds a user. Connections keep what they were granted until they authenticate again. */
  async add(db: string, user: string, password: string, roles: readonly RoleGrant[]): Promise<void> {
    const userId = this.#ids.uuid().replaceAll('-', '');
    await this.#write({ db, user, userId, roles, credential: this.#credential(password) });
  }

  /** Changes password, roles or both of a user that is there. */
  async change(
    known: User,
    password: string | undefined,
    roles: readonly RoleGrant[] | undefined,
  ): Promise<void> {
    const credential = password === undefined ? known.credential : this.#credential(password);
    await this.#write({ ...known, credential, roles: roles ?? known.roles });
  }

  /** Drops a user. False when there was none. */
  async remove(db: string, user: string): Promise<boolean> {
    const collection = this.#storage.catalogue.find(DATABASE, COLLECTION);
    const txn = this.#storage.begin();
    const stored = collection && txn.findById(collection, `${db}.${user}`);
    if (collection === undefined || stored === undefined) return false;
    txn.remove(collection, stored.id);
    await txn.commit({ j: true });
    return true;
  }

  async #write(user: User): Promise<void> {
    const { catalogue } = this.#storage;
    const collection = catalogue.find(DATABASE, COLLECTION) ?? catalogue.create(DATABASE, COLLECTION);
    const txn = this.#storage.begin();
    const stored = txn.findById(collection, `${user.db}.${user.user}`);
    if (stored === undefined) txn.insert(collection, userDocument(user));
    else txn.update(collection, stored.id, userDocument(user));
    await txn.commit({ j: true });
  }

  #credential(password: string): ScramCredential {
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

function userDocument({ db, user, userId, credential, roles }: User): Document {
  return Document.of({
    _id: `${db}.${user}`,
    userId: new Binary(Buffer.from(userId, 'hex'), 4),
    user,
    db,
    credentials: { 'SCRAM-SHA-256': { ...credential } },
    roles: roles.map((grant) => ({ ...grant })),
  });
}

function readUser(document: Document): User {
  const scram = (document.get('credentials') as Document).get('SCRAM-SHA-256') as Document;
  const text = (name: string) => scram.get(name) as string;
  return {
    user: document.get('user') as string,
    db: document.get('db') as string,
    userId: Buffer.from((document.get('userId') as Binary).bytes).toString('hex'),
    credential: {
      iterationCount: scram.get('iterationCount') as number,
      salt: text('salt'),
      storedKey: text('storedKey'),
      serverKey: text('serverKey'),
    },
    roles: (document.get('roles') as Document[]).map((grant) => ({
      role: grant.get('role') as string,
      db: grant.get('db') as string,
    })),
  };
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
