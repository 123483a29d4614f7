import { erase } from './erase.js';
import { HOLDING_NAMES } from './holdings.js';
import { begin, clear, copy, cutOver, digest, end, hold, prune, shred, status } from './move.js';
import { openOrders } from './open-orders.js';
import { Refusal } from './refusal.js';
import { report } from './report.js';
import { holdings, wipe, wipeKey } from './wipe.js';

/** Takes what it was asked; each step is short, and can be repeated. */
type Action = (input: never) => Promise<object>;

const ACTIONS: Record<string, Action> = {
  begin,
  clear,
  copy,
  cutOver,
  digest,
  end,
  erase,
  hold,
  holdings,
  openOrders,
  prune,
  report,
  shred,
  status,
  wipe,
  wipeKey,
  collections: async () => ({ collections: HOLDING_NAMES }),
};

/**
 * What operators do with a tenant's data: reports, erasure, moves. Invoked by `arcube tenant`, never by the API. A
 * refusal comes back as `{refusal: {code, message}}`.
 */
export async function handler({ action, ...input }: { action: string }): Promise<object> {
  const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (!run) return { refusal: { code: 'UNKNOWN_ACTION', message: `There is no action ${action}.` } };
  try {
    return await run(input as never);
  } catch (error) {
    if (error instanceof Refusal) return { refusal: { code: error.code, message: error.message } };
    throw error;
  }
}
