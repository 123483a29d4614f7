import type { Clock } from '../../../../src/core/clock.js';
import type { Ids } from '../../../../src/core/ids.js';
import { Secret } from '../../../../src/core/secret.js';
import type { PolicyDocument } from '../../../../src/core/stack/model.js';
import type { AwsCaller } from '../../../kernel/aws.js';
import type { AccessKey } from '../../access-keys.js';
import { GLOBAL, type StateBook } from '../../state/state-book.js';
import { accountOf, makeId } from './key-ids.js';
import { managedDocument } from './managed-policies.js';
import type { IamState, StoredRole, StoredUser } from './stored.js';

export interface IamWorld {
  book: StateBook<IamState>;
  clock: Clock;
  ids: Ids;
}

/** What an identity may do: its own policies, and the boundary none of them reaches beyond. */
export interface IdentityPolicies {
  policies: PolicyDocument[];
  boundary?: PolicyDocument;
}

/** Who there is in the accounts, and what their policies say. */
export class Directory {
  readonly #world: IamWorld;

  constructor(world: IamWorld) {
    this.#world = world;
  }

  state(accountId: string): IamState {
    return this.#world.book.at(accountId, GLOBAL);
  }

  /** An id like IAM's for something new: `AROA…`, `AIDA…`. */
  newId(prefix: string, accountId: string): string {
    return makeId(prefix, accountId, this.#world.ids);
  }

  role(arn: string): StoredRole | undefined {
    const accountId = arn.split(':')[4] ?? '';
    if (!/^\d{12}$/.test(accountId)) return undefined;
    return Object.values(this.state(accountId).roles).find((role) => role.arn === arn);
  }

  /** The user's key with this id, when it is active. */
  accessKey(id: string): AccessKey | undefined {
    const accountId = id.startsWith('AKIA') ? accountOf(id) : undefined;
    if (accountId === undefined) return undefined;
    for (const user of Object.values(this.state(accountId).users)) {
      const key = user.accessKeys.find((one) => one.id === id && one.active);
      if (!key) continue;
      const caller = { accountId, arn: user.arn, userId: user.id };
      return { accessKeyId: id, secretAccessKey: new Secret(key.secret), caller };
    }
    return undefined;
  }

  /** Policies of whoever signed; undefined for an account's root, which needs none. */
  policiesOf({ accountId, arn }: AwsCaller): IdentityPolicies | undefined {
    if (arn.endsWith(':root')) return undefined;
    const { users, roles } = this.state(accountId);
    const [, kind, path = ''] = /:(user|assumed-role)\/(.+)$/.exec(arn) ?? [];
    if (kind === 'user') {
      const user = Object.values(users).find((one) => one.arn === arn);
      return user ? this.#collect(accountId, user) : { policies: [] };
    }
    const role = roles[path.split('/')[0] ?? ''];
    return role ? this.#collect(accountId, role) : { policies: [] };
  }

  /** The document of a policy in force, AWS's own included. */
  document(accountId: string, arn: string): string | undefined {
    const own = this.state(accountId).policies[arn];
    const inForce = own?.versions.find(({ id }) => id === own.defaultVersion);
    return inForce?.document ?? managedDocument(arn);
  }

  #collect(accountId: string, { inline, attached, boundary }: StoredUser | StoredRole): IdentityPolicies {
    const documents = [...Object.values(inline), ...attached.map((arn) => this.document(accountId, arn))];
    const limit = boundary === undefined ? undefined : this.document(accountId, boundary);
    return {
      policies: documents.filter((one) => one !== undefined).map(parsed),
      ...(boundary !== undefined && { boundary: limit === undefined ? NOTHING : parsed(limit) }),
    };
  }
}

/** A boundary that is not there any more allows nothing. */
const NOTHING: PolicyDocument = { Version: '2012-10-17', Statement: [] };

const PARSED = new Map<string, PolicyDocument>();

/** Documents are read once: the same text gives the same object, which others may key on. */
export function parsed(text: string): PolicyDocument {
  let document = PARSED.get(text);
  if (!document) {
    document = JSON.parse(text) as PolicyDocument;
    if (PARSED.size >= 1000) PARSED.clear();
    PARSED.set(text, document);
  }
  return document;
}
