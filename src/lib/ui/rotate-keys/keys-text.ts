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
  const span = `  Uses within a day until ${minute(window.to)} UTC; others were not seen.`;
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

function kindText(kind: KindName, rows: readonly KeyInUse[], all: readonly string[], now: number): string {
  const regions = all.filter((region) => rows.some((row) => row.regions.includes(region)));
  const where = regions.length < all.length && regions.length > 0 ? `  in ${regions.join(', ')}` : '';
  const head = ['Used by', 'Key', 'State', 'Last use (UTC)'].map((text) => pc.dim(text));
  const cells = rows.map((row) => [
    holderText(row),
    row.keyId,
    STATE[row.state](row.state) + partly(row, regions),
    useText(row, now),
  ]);
  const unknown = rows.filter(({ use }) => use === 'not-known').map(({ note }) => note);
  const notes = [...new Set(unknown)].map((note) => `\n  ${pc.red(`Not known: ${note}.`)}`).join('');
  return `  ${pc.bold(kind)}${where}\n${columns([head, ...cells], 2, '  ')}${notes}`;
}

function holderText({ kind, holder, tenant, use, note }: KeyInUse): string {
  if (use === 'named') return note ?? '';
  return kind === 'api-key' && tenant !== null ? `${holder} (${tenant})` : (holder ?? 'nobody seen');
}

/** Where a key stands, when that is not wherever there are some of its kind. */
function partly({ regions }: KeyInUse, all: readonly string[]): string {
  return regions.length === 0 || regions.length === all.length ? '' : ` (${regions.join(', ')})`;
}

function useText({ use, lastUsed }: KeyInUse, now: number): string {
  if (use === 'named') return 'by their settings';
  if (use === 'not-known') return pc.red('not known');
  if (lastUsed === null) return pc.dim('not seen');
  if (!lastUsed.includes('T')) return lastUsed;
  return `${lastUsed.slice(11, 16)}  ${pc.dim(ago(now - Date.parse(lastUsed)))}`;
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
