import type { Ids } from '../../../../src/core/ids.js';
import { Secret } from '../../../../src/core/secret.js';
import type { PolicyDocument } from '../../../../src/core/stack/model.js';
import type { AwsCaller } from '../../../kernel/aws.js';
import type { AccessKey } from '../../access-keys.js';
import { GLOBAL, type StateBook } from '../../state/state-book.js';
import { accountOf, makeId } from '../iam/key-ids.js';

/** Temporary credentials as they are kept. Dates are epoch ms. */
interface StoredSession {
  secret: string;
  token: string;
  arn: string;
  userId: string;
  expiresAt: number;
  policies?: PolicyDocument[];
}

/** Sessions of an account by access key id. */
export interface SessionState {
  sessions: Record<string, StoredSession>;
}

/** Expired sessions are told from unknown ones for a day. */
const REMEMBERED = 86_400_000;

/** Temporary credentials that STS gave out; like AWS's they outlive a restart. */
export class Sessions {
  readonly #book: StateBook<SessionState>;
  readonly #ids: Ids;

  constructor(book: StateBook<SessionState>, ids: Ids) {
    this.#book = book;
    this.#ids = ids;
  }

  /** Gives out credentials; resolves when they are on disk. */
  async open(
    caller: AwsCaller,
    { now, seconds, policies }: { now: number; seconds: number; policies?: PolicyDocument[] },
  ): Promise<{ accessKeyId: string; session: Readonly<StoredSession> }> {
    const { sessions } = this.#book.at(caller.accountId, GLOBAL);
    for (const [id, { expiresAt }] of Object.entries(sessions))
      if (expiresAt + REMEMBERED < now) delete sessions[id];
    const accessKeyId = makeId('ASIA', caller.accountId, this.#ids);
    const session: StoredSession = {
      secret: this.#ids.bytes(30).toString('base64'),
      token: this.#ids.bytes(180).toString('base64'),
      arn: caller.arn,
      userId: caller.userId,
      expiresAt: now + seconds * 1000,
      ...(policies && { policies }),
    };
    sessions[accessKeyId] = session;
    await this.#book.save(caller.accountId, GLOBAL);
    return { accessKeyId, session };
  }

  /** The credentials with this id, expired ones included. */
  find(accessKeyId: string): AccessKey | undefined {
    const accountId = accessKeyId.startsWith('ASIA') ? accountOf(accessKeyId) : undefined;
    const session =
      accountId === undefined ? undefined : this.#book.at(accountId, GLOBAL).sessions[accessKeyId];
    if (!session || accountId === undefined) return undefined;
    return {
      accessKeyId,
      secretAccessKey: new Secret(session.secret),
      sessionToken: new Secret(session.token),
      caller: { accountId, arn: session.arn, userId: session.userId },
      expiresAt: session.expiresAt,
      ...(session.policies && { sessionPolicies: session.policies }),
    };
  }
}
