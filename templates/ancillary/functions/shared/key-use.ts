/** Keys whose use is counted. */
type CountedKind = 'signing' | 'client' | 'edge' | 'database';

/** A use is told at once when it is the first of its key and holder within this many milliseconds. */
const PERIOD = 60_000;
/** Keys and holders remembered at most. */
const MOST = 5_000;

interface Count {
  since: number;
  untold: number;
}

const counts = new Map<string, Count>();

/**
 * Counts a use of a key for the metric `Uses` of namespace `Arcube/Keys`: key rotation retires a key only when that has
 * ended. Written in CloudWatch's embedded metric format, so it costs no call; a key that is used within a minute shows
 * in that minute, its further uses with the next line.
 * @param keyId the `kid`, or the id of a secret's value; never a value
 * @param holder the client, or the tenant where there is none; the function for database users
 */
export function countKeyUse(kind: CountedKind, keyId: string, holder: string): void {
  const now = Date.now();
  const name = JSON.stringify([kind, keyId, holder]);
  const count = counts.get(name);
  // A clock that was set back must not silence a key.
  if (count && now - count.since < PERIOD && now >= count.since) {
    count.untold += 1;
    return;
  }
  if (counts.size >= MOST) counts.clear();
  counts.set(name, { since: now, untold: 0 });
  tell({ Kind: kind, KeyId: keyId, Holder: holder }, 1 + (count?.untold ?? 0), now);
}

function tell(dimensions: Record<'Kind' | 'KeyId' | 'Holder', string>, uses: number, now: number): void {
  const stack = process.env.STACK_NAME ?? '';
  const metric = {
    Namespace: 'Arcube/Keys',
    Dimensions: [['Stack', 'Kind', 'Holder', 'KeyId']],
    Metrics: [{ Name: 'Uses', Unit: 'Count' }],
  };
  const line = {
    _aws: { Timestamp: now, CloudWatchMetrics: [metric] },
    Stack: stack,
    ...dimensions,
    Uses: uses,
  };
  console.log(JSON.stringify(line));
}
