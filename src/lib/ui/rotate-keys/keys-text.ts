import pc from 'picocolors';
import type { KeyState } from '../../rotation/key-states.js';
import type { KeyInUse } from '../../rotation/keys-in-use.js';
import { KINDS, type KindName } from '../../rotation/phases.js';
import type { EndedRotation, KeysOfTarget } from '../../rotation/rotation-status.js';
import { length } from '../length.js';
import { columns } from '../table.js';

const STATE: Record<KeyState, (text: string) => string> = {
  created: pc.dim,
  published: pc.cyan,
  current: pc.green,
  retiring: pc.yellow,
  revoked: pc.red,
};

/** The rotations that ended last. */
export function endedText(ended: readonly EndedRotation[]): string {
  const rows = ended.map(({ rotation, outcome, endedAt, keys }) => [
    rotation,
    outcome === 'done' ? pc.green(outcome) : pc.yellow(outcome),
    minute(endedAt),
    keys.length === 1 ? (keys[0] as string) : `${keys[0]} and ${keys.length - 1} more`,
  ]);
  return `${pc.bold('Ended last')}\n${columns(rows, 2, '  ')}`;
}

/** Who uses which key, a table for each kind. */
export function keysText({ target, window, keys, notRead }: KeysOfTarget): string {
  const { account, stack, stage, regions, tenants, kinds } = target;
  const of = tenants.length > 0 ? `, tenant ${tenants.join(', ')}` : '';
  const title = `${pc.bold('Keys in use')}  account ${account}, ${stack}/${stage}, ${regions.join(', ')}${of}`;
  const span = `  Uses of the last day, until ${minute(window.to)} UTC; who is not named was not seen.`;
  const now = Date.parse(window.to);
  const rowsOf = (kind: KindName) => keys.filter((key) => key.kind === kind);
  const asked = KINDS.filter((kind) => kinds.includes(kind));
  const tables = asked
    .filter((kind) => rowsOf(kind).length > 0)
    .map((kind) => kindText(kind, rowsOf(kind), regions, now));
  const failed = notRead.map(({ kind, why }) => `  ${pc.bold(kind)}  ${pc.red('cannot be read')}: ${why}`);
  const none = asked.filter((one) => rowsOf(one).length === 0 && !notRead.some(({ kind }) => kind === one));
  if (none.length > 0) failed.push(`  No keys of: ${none.join(', ')}`);
  return [`${title}\n${span}`, ...tables, ...failed].join('\n\n');
}

function kindText(
  kind: KindName,
  rows: readonly KeyInUse[],
  regions: readonly string[],
  now: number,
): string {
  const head = ['Used by', 'Key', 'State', 'Last use (UTC)'].map((text) => pc.dim(text));
  const cells = rows.map((row) => [
    holderText(row),
    row.keyId,
    STATE[row.state](row.state) + partly(row, regions),
    useText(row, now),
  ]);
  return `  ${pc.bold(kind)}\n${columns([head, ...cells], 2, '  ')}`;
}

function holderText({ kind, holder, tenant, use, note }: KeyInUse): string {
  if (use === 'named') return note ?? '';
  return kind === 'api-key' && tenant !== null ? `${holder} (${tenant})` : (holder ?? 'nobody seen');
}

/** Where a key stands, when that is not everywhere. */
function partly({ regions }: KeyInUse, all: readonly string[]): string {
  return regions.length === 0 || regions.length === all.length ? '' : ` (${regions.join(', ')})`;
}

function useText({ use, lastUsed, note }: KeyInUse, now: number): string {
  if (use === 'named') return 'by their settings';
  if (use === 'not-known') return pc.red(`not known: ${note}`);
  if (lastUsed === null) return pc.dim('not seen');
  if (!lastUsed.includes('T')) return lastUsed;
  return `${minute(lastUsed)}  ${pc.dim(ago(now - Date.parse(lastUsed)))}`;
}

/** Uses are known to the minute. */
function ago(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  return minutes < 1 ? 'just now' : `${length(minutes * 60)} ago`;
}

/** `2026-11-22 03:17`. */
function minute(time: string): string {
  return time.slice(0, 16).replace('T', ' ');
}
