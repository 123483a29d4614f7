import type { Clock } from '../../../src/core/clock.js';
import type { Dict } from '../../../src/core/dict.js';
import type { WafRequest } from './request.js';

/** Whether a statement is true of a request. */
export type Match = (request: WafRequest) => boolean;

/** What statements need to know while they are compiled. */
export interface CompileScope {
  /** Sets and groups by ARN. */
  references: Readonly<Record<string, Dict>>;
  /** Before the labels of this ACL: `awswaf:{account}:webacl:{name}:`. */
  labelPrefix: string;
  clock: Clock;
  /** Tells of what cannot be done here: the stack is refused for it, so that nothing is let through in silence. */
  unsupported(what: string): undefined;
  /** Tells of what is done in a way that AWS's answer may differ from. */
  remark(what: string): void;
}
