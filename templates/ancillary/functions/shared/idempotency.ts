import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { bodyText } from './api/body.js';
import { ApiError, invalid } from './api/errors.js';
import { header } from './api/event.js';
import type { TenantCall } from './api/for-tenant.js';
import type { Answer } from './api/serve.js';
import { collection } from './database/collections.js';
import type { IdempotencyDocument } from './database/documents.js';
import { IDEMPOTENCY_LEASE, IDEMPOTENCY_LIFE } from './decisions.js';
import type { PersonalCollection } from './personal/collection.js';

const DUPLICATE_KEY = 11_000;
/** Waits of a call whose twin is still running, in milliseconds; the last one repeats. */
const WAITS = [10, 20, 40, 80, 160, 250];

interface Claim {
  id: string;
  payloadHash: string;
  owner: string;
}

/**
 * Runs `operation` once for the call's `Idempotency-Key`: a later or simultaneous equal call gets the first answer byte
 * for byte, another payload a 409. A refusal is not kept: nothing happened, and the caller may mend and repeat it.
 * `operation` gets an id that is equal for equal keys, so that what it writes can be found again after a crash.
 */
export async function once(
  call: TenantCall,
  operation: (id: string) => Promise<Answer>,
  key = header(call.event, 'idempotency-key'),
): Promise<Answer> {
  if (key === undefined) return operation(hash(randomUUID()));
  if (!/^[\x21-\x7e]{1,128}$/.test(key))
    throw invalid([{ field: 'Idempotency-Key', reason: 'INVALID_FORMAT' }]);
  const claim: Claim = {
    id: `${call.tenant.id}|${call.event.httpMethod} ${call.event.resource}|${key}`,
    payloadHash: payloadHash(call),
    owner: randomUUID(),
  };
  const kept = await acquire(call.db, claim);
  return kept ?? (await run(call.db, claim, operation));
}

async function run(db: Db, claim: Claim, operation: (id: string) => Promise<Answer>): Promise<Answer> {
  const keys = await collection(db, 'idempotency_keys');
  const own = { _id: claim.id, owner: claim.owner };
  try {
    const { status, body, headers } = await operation(hash(claim.id));
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    await keys.updateOne(own, { $set: { state: 'DONE', answer: { status, body: text } } });
    return { status, body: text, ...(headers && { headers }) };
  } catch (error) {
    await keys.deleteOne(own);
    throw error;
  }
}

/** Takes the key, or answers with what its first call was answered. */
async function acquire(db: Db, claim: Claim): Promise<Answer | undefined> {
  const keys = await collection(db, 'idempotency_keys');
  for (let attempt = 0; ; attempt++) {
    if (await insert(keys, claim)) return undefined;
    const found = await keys.findOne({ _id: claim.id });
    if (!found) continue; // its call was refused in the meantime: the key is free again
    if (found.payloadHash !== claim.payloadHash) throw mismatch();
    if (found.state === 'DONE' && found.answer) return { ...found.answer };
    if (found.leaseUntil.getTime() <= Date.now() && (await takeOver(keys, claim, found))) return undefined;
    await wait(WAITS[Math.min(attempt, WAITS.length - 1)]);
  }
}

async function insert(
  keys: PersonalCollection<IdempotencyDocument>,
  { id, payloadHash, owner }: Claim,
): Promise<boolean> {
  const now = Date.now();
  try {
    await keys.insertOne({
      _id: id,
      payloadHash,
      state: 'RUNNING',
      owner,
      leaseUntil: new Date(now + IDEMPOTENCY_LEASE * 1000),
      removeAt: new Date(now + IDEMPOTENCY_LIFE * 1000),
    });
    return true;
  } catch (error) {
    if ((error as { code?: number }).code === DUPLICATE_KEY) return false;
    throw error;
  }
}

async function takeOver(
  keys: PersonalCollection<IdempotencyDocument>,
  { id, owner }: Claim,
  dead: IdempotencyDocument,
): Promise<boolean> {
  const { modifiedCount } = await keys.updateOne(
    { _id: id, owner: dead.owner, state: 'RUNNING' },
    { $set: { owner, leaseUntil: new Date(Date.now() + IDEMPOTENCY_LEASE * 1000) } },
  );
  return modifiedCount === 1;
}

function mismatch(): ApiError {
  return new ApiError('CONFLICT', 'The idempotency key was used with another request.', [
    { field: 'Idempotency-Key', reason: 'PAYLOAD_MISMATCH' },
  ]);
}

/** Equal for equal JSON, however it is spaced or its keys are ordered. */
function payloadHash(call: TenantCall): string {
  try {
    return hash(JSON.stringify(sorted(call.body())));
  } catch {
    return hash(bodyText(call.event));
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, entry]) => [key, sorted(entry)]),
  );
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
