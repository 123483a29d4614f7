import type { Ids } from '../src/core/ids.js';
import { Secret } from '../src/core/secret.js';
import type { AccessKey } from './aws/index.js';
import type { Settings } from './settings.js';

/** Temporary credentials that every function signs with, as a role's are on AWS. */
export function functionKey(accountId: string, ids: Ids): AccessKey & { sessionToken: Secret } {
  const role = 'arcube-functions';
  return {
    accessKeyId: `ASIA${ids.hex(16).toUpperCase()}`,
    secretAccessKey: new Secret(ids.bytes(30).toString('base64')),
    sessionToken: new Secret(ids.bytes(96).toString('base64')),
    caller: {
      accountId,
      arn: `arn:aws:sts::${accountId}:assumed-role/${role}/emulator`,
      userId: `AROA${ids.hex(16).toUpperCase()}:emulator`,
    },
  };
}

/** Addresses that are known once the services have started. */
interface Addresses {
  aws(): string;
  api(): string;
  mongo(): string;
}

/** Variables that functions get on top of their own; the addresses are looked up when an environment is made. */
export function functionEnvironment(
  settings: Settings,
  key: AccessKey & { sessionToken: Secret },
  addresses: Addresses,
): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: key.accessKeyId,
    AWS_SECRET_ACCESS_KEY: key.secretAccessKey.reveal(),
    AWS_SESSION_TOKEN: key.sessionToken.reveal(),
    // Lambda's own SDK says this in no function's log
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    ...settings.environment,
    get AWS_ENDPOINT_URL() {
      return addresses.aws();
    },
    get ARCUBE_URL() {
      return addresses.api();
    },
    get MONGODB_URI() {
      return addresses.mongo();
    },
  };
}
