import type { Clock } from '../../../src/core/clock.js';
import type { WafRequest } from './request.js';

export type Dict = Record<string, unknown>;

/** Whether a statement is true of a request. */
export type Match = (request: WafRequest) => boolean;

/** What statements need to know while they are compiled. */
export interface CompileScope {
  /** Sets and groups by ARN. */
  references: Readonly<Record<string, Dict>>;
  /** Before the labels of this ACL: `awswaf:{account}:webacl:{name}:`. */
  labelPrefix: string;
  clock: Clock;
  /** Tells of what is not emulated. */
  unsupported(what: string): undefined;
}
