import type { Ids } from '../../../src/core/ids.js';
import { mongoError } from '../error/index.js';
import type { Identity } from './identity.js';
import { checkProof, type User, type Users } from './users.js';

interface Reply {
  text: string;
  done: boolean;
}

type State = 'first' | 'final' | 'empty' | 'done';

/** The server's side of SCRAM-SHA-256: client-first, client-final, and an empty message unless that is skipped. */
export class ScramConversation {
  readonly id = 1;
  /** Set once the proof was right and the conversation is over. */
  identity: Identity | undefined;
  readonly #users: Users;
  readonly #ids: Ids;
  readonly #db: string;
  readonly #skipEmpty: boolean;
  #state: State = 'first';
  #user: User | undefined;
  #nonce = '';
  #firstBare = '';
  #serverFirst = '';

  constructor(users: Users, ids: Ids, db: string, skipEmpty: boolean) {
    this.#users = users;
    this.#ids = ids;
    this.#db = db;
    this.#skipEmpty = skipEmpty;
  }

  step(payload: Buffer): Reply {
    const text = payload.toString('utf8');
    switch (this.#state) {
      case 'first':
        return this.#first(text);
      case 'final':
        return this.#final(text);
      case 'empty':
        return this.#finish('');
      default:
        throw mongoError('ProtocolError', 'SASL conversation has ended');
    }
  }

  #first(text: string): Reply {
    const match = /^[ny](?:=[^,]*)?,(?:a=[^,]*)?,(n=([^,]*),r=([^,]+)(?:,.*)?)$/s.exec(text);
    if (match === null)
      throw mongoError('BadValue', 'Incorrect number of arguments for first SCRAM client message');
    const [, bare = '', name = '', nonce = ''] = match;
    this.#user = this.#users.get(this.#db, unescapeName(name));
    // Whether the user exists is not told apart from a wrong password.
    if (this.#user === undefined) throw failed();
    this.#firstBare = bare;
    this.#nonce = nonce + this.#ids.bytes(24).toString('base64');
    const { salt, iterationCount } = this.#user.credential;
    this.#serverFirst = `r=${this.#nonce},s=${salt},i=${iterationCount}`;
    this.#state = 'final';
    return { text: this.#serverFirst, done: false };
  }

  #final(text: string): Reply {
    const match = /^(c=([^,]+),r=([^,]+)(?:,.*)?),p=([^,]+)$/s.exec(text);
    if (match === null)
      throw mongoError('BadValue', 'Incorrect number of arguments for second SCRAM client message');
    const [, withoutProof = '', , nonce = '', proof = ''] = match;
    if (nonce !== this.#nonce) throw mongoError('BadValue', 'Incorrect SCRAM nonce');
    const authMessage = `${this.#firstBare},${this.#serverFirst},${withoutProof}`;
    const signature = checkProof(this.#user!.credential, Buffer.from(proof, 'base64'), authMessage);
    if (signature === undefined) throw failed();
    const answer = `v=${signature.toString('base64')}`;
    if (this.#skipEmpty) return this.#finish(answer);
    this.#state = 'empty';
    return { text: answer, done: false };
  }

  #finish(text: string): Reply {
    this.#state = 'done';
    const { user, db, roles } = this.#user!;
    this.identity = { user, db, roles };
    return { text, done: true };
  }
}

function unescapeName(name: string): string {
  return name.replace(/=2C/g, ',').replace(/=3D/g, '=');
}

function failed(): Error {
  return mongoError('AuthenticationFailed', 'Authentication failed.');
}
