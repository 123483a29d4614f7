import type { Secret } from '../src/core/secret.js';
import type { KmsPages } from './aws/index.js';
import type { FaultControl } from './control/view.js';
import type { Explanation } from './gateway/index.js';
import type { MailRecord } from './kernel/mail.js';
import type { Vendors } from './vendors/index.js';

/** What of the joined services tests reach past the API. */
export interface Sandbox {
  explain(id: string): Explanation | undefined;
  faults: FaultControl;
  vendors: Pick<Vendors, 'fail' | 'bookings' | 'accounts'>;
  secrets: {
    get(name: string): Secret | undefined;
    put(name: string, value: Secret): Promise<void>;
    names(): string[];
  };
  /** KMS keys, without which what is encrypted in the databases cannot be read. */
  kms: { keys(): KmsPages; adopt(pages: KmsPages): Promise<void> };
  outbox: { list(): readonly MailRecord[] };
  /** The stack's OpenAPI document. */
  apiDescription(): Record<string, unknown> | undefined;
}
