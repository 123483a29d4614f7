import type { Clock } from '../../../../src/core/clock.js';
import type { Dict } from '../../../../src/core/dict.js';
import { AwsError } from '../../protocol/faults.js';
import type { Input } from '../../protocol/input.js';
import { ServiceView } from '../../state/service-view.js';
import { GLOBAL } from '../../state/state-book.js';
import type { Directory, IamWorld } from './directory.js';
import type { IamState, StoredPolicy, StoredRole, StoredUser } from './stored.js';

/** IAM of one account. */
export class Account extends ServiceView<IamState, IamWorld> {
  readonly directory: Directory;

  constructor(world: IamWorld, directory: Directory, accountId: string) {
    super(world, accountId, GLOBAL);
    this.directory = directory;
  }

  get clock(): Clock {
    return this.world.clock;
  }

  get ids(): IamWorld['ids'] {
    return this.world.ids;
  }

  newId(prefix: string): string {
    return this.directory.newId(prefix, this.accountId);
  }

  arn(kind: 'user' | 'role' | 'policy', path: string, name: string): string {
    return `arn:aws:iam::${this.accountId}:${kind}${path}${name}`;
  }

  user(name: string): StoredUser {
    return required(this.state.users, name, `The user with name ${name} cannot be found.`);
  }

  role(name: string): StoredRole {
    return required(this.state.roles, name, `The role with name ${name} cannot be found.`);
  }

  policy(arn: string): StoredPolicy {
    return required(this.state.policies, arn, `Policy ${arn} does not exist or is not attachable.`);
  }

  /** Refuses the ARN of a policy that is neither the account's nor known as AWS's own. */
  requirePolicy(arn: string): void {
    if (this.directory.document(this.accountId, arn) === undefined)
      throw noSuchEntity(`Policy ${arn} does not exist or is not attachable.`);
  }

  /** Who has this policy. */
  holders(arn: string): { users: StoredUser[]; roles: StoredRole[] } {
    const has = ({ attached }: StoredUser | StoredRole) => attached.includes(arn);
    return {
      users: Object.values(this.state.users).filter(has),
      roles: Object.values(this.state.roles).filter(has),
    };
  }
}

/** `NoSuchEntity`. */
export function noSuchEntity(message: string): AwsError {
  return new AwsError('NoSuchEntity', message, 404);
}

/** `EntityAlreadyExists`. */
export function alreadyExists(message: string): AwsError {
  return new AwsError('EntityAlreadyExists', message, 409);
}

/** `DeleteConflict`. */
export function deleteConflict(message: string): AwsError {
  return new AwsError('DeleteConflict', message, 409);
}

/** `Path`, `/` when left out. */
export function readPath(input: Input): string {
  const path = input.optionalText('Path', { max: 512 }) ?? '/';
  if (/^\/([!-~]*\/)?$/.test(path)) return path;
  throw new AwsError(
    'ValidationError',
    `The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.`,
  );
}

/** `Tags`. */
export function readTags(input: Input): Record<string, string> {
  return Object.fromEntries(
    input.list('Tags').map((tag) => [tag.text('Key', { min: 1, max: 128 }), tag.text('Value', { max: 256 })]),
  );
}

/** A page of a list by `Marker` and `MaxItems`. */
export function pageOf<T>(input: Input, all: readonly T[]): { items: T[]; members: Dict } {
  const size = input.optionalInteger('MaxItems', { min: 1, max: 1000 }) ?? 100;
  const marker = input.optionalText('Marker');
  const start = marker === undefined ? 0 : Number(Buffer.from(marker, 'base64url').toString('utf8'));
  if (!Number.isInteger(start) || start < 0) throw new AwsError('ValidationError', 'Invalid Marker.');
  const isTruncated = start + size < all.length;
  return {
    items: all.slice(start, start + size),
    members: {
      IsTruncated: isTruncated,
      ...(isTruncated && { Marker: Buffer.from(String(start + size)).toString('base64url') }),
    },
  };
}

function required<T>(all: Record<string, T>, name: string, message: string): T {
  const found = Object.hasOwn(all, name) ? all[name] : undefined;
  if (!found) throw noSuchEntity(message);
  return found;
}
