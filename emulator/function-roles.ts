import type { Ids } from '../src/core/ids.js';
import { Secret } from '../src/core/secret.js';
import type { LambdaFunction } from '../src/core/stack/model.js';
import type { AccessKey } from './aws/index.js';

/** Where the keys are made known. */
interface KeyBook {
  add(key: AccessKey): void;
}

/**
 * Credentials of functions with a role: a session of it under the function's name, as Lambda takes one on, so that
 * policies see who calls. They last as long as the emulator.
 */
export class FunctionRoles {
  readonly #ids: Ids;
  readonly #keys: () => KeyBook;
  readonly #made = new Map<string, Record<string, string>>();

  constructor(ids: Ids, keys: () => KeyBook) {
    this.#ids = ids;
    this.#keys = keys;
  }

  /** Variables of the session; none for a function without a role. */
  variablesOf({ name, roleArn }: LambdaFunction): Record<string, string> {
    const [, accountId, role] = /^arn:aws:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(roleArn ?? '') ?? [];
    if (accountId === undefined || role === undefined) return {};
    const session = `${role}/${name}`;
    const variables = this.#made.get(session) ?? this.#make(accountId, role, name);
    this.#made.set(session, variables);
    return variables;
  }

  #make(accountId: string, role: string, session: string): Record<string, string> {
    const ids = this.#ids;
    const accessKeyId = `ASIA${ids.hex(16).toUpperCase()}`;
    const secret = ids.bytes(30).toString('base64');
    const token = ids.bytes(96).toString('base64');
    this.#keys().add({
      accessKeyId,
      secretAccessKey: new Secret(secret),
      sessionToken: new Secret(token),
      caller: {
        accountId,
        arn: `arn:aws:sts::${accountId}:assumed-role/${role}/${session}`,
        userId: `AROA${ids.hex(16).toUpperCase()}:${session}`,
      },
    });
    return { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token };
  }
}
