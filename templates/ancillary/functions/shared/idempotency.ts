import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { bodyText } from './api/body.js';
import { ApiError, invalid } from './api/errors.js';
import { header, type ProxyEvent } from './api/event.js';
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

/** Refusals that the same call would hear again; the others may pass, so they are not kept. */
const FINAL: ReadonlySet<string> = new Set([
  'INVALID_ARGUMENT',
  'PERMISSION_DENIED',
  'NOT_FOUND',
  'CONFLICT',
  'UNPROCESSABLE_ENTITY',
]);

type Operation = (id: string) => Promise<Answer>;

/**
 * Runs `operation` once for the call's `Idempotency-Key`: a later or simultaneous equal call gets the first answer byte
 * for byte, be it a refusal; another payload gets a 409, whatever became of the first. After a 5xx an equal call is run
 * again. `operation` gets an id that is equal for equal keys, so that what it writes can be found again after a crash.
 * It has to do all that looks at the request: what is refused before does not take the key.
 */
export async function once(call: TenantCall, operation: Operation): Promise<Answer> {
  const key = header(call.event, 'idempotency-key');
  if (key === undefined) return operation(hash(randomUUID()));
  if (!/^[\x21-\x7e]{1,128}$/.test(key))
    throw invalid([{ field: 'Idempotency-Key', reason: 'INVALID_FORMAT' }]);
  return underKey(call, key, operation, true);
}

/**
 * As `once`, for a key that is not the caller's choice: a payment is spent once, whatever key is sent with it. Refusals are
 * not kept: the next try may find fresh offers. The space keeps it apart from every key of a caller.
 */
export function onceFor(call: TenantCall, what: string, operation: Operation): Promise<Answer> {
  return underKey(call, `for ${what}`, operation, false);
}

async function underKey(
  call: TenantCall,
  key: string,
  operation: Operation,
  isCallers: boolean,
): Promise<Answer> {
  const claim: Claim = {
    id: `${call.tenant.id}|${call.event.httpMethod} ${call.event.resource}|${key}`,
    payloadHash: hash(JSON.stringify([payloadOf(call), isCallers ? boundTrip(call) : []])),
    owner: randomUUID(),
  };
  const kept = await acquire(call.db, claim);
  return kept ?? (await run(call, claim, operation, isCallers));
}

async function run(
  call: TenantCall,
  claim: Claim,
  operation: Operation,
  isCallers: boolean,
): Promise<Answer> {
  const keys = await collection(call.db, 'idempotency_keys');
  const own = { _id: claim.id, owner: claim.owner };
  const keep = async ({ status, body, headers }: Answer, state: 'DONE' | 'REFUSED'): Promise<Answer> => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const { requestId } = call;
    await keys.updateOne(own, { $set: { state, answer: { status, body: text, requestId } } });
    return { status, body: text, ...(headers && { headers }) };
  };
  try {
    return await keep(await operation(hash(claim.id)), 'DONE');
  } catch (error) {
    if (isCallers && error instanceof ApiError && FINAL.has(error.code))
      return keep(call.refusal(error), 'REFUSED');
    if (isCallers) await keys.updateOne(own, { $set: { state: 'FAILED' } });
    else await keys.deleteOne(own);
    throw error;
  }
}

/** Takes the key, or answers with what its first call was answered. */
async function acquire(db: Db, claim: Claim): Promise<Answer | undefined> {
  const keys = await collection(db, 'idempotency_keys');
  for (let attempt = 0; ; attempt++) {
    if (await insert(keys, claim)) return undefined;
    const found = await keys.findOne({ _id: claim.id });
    if (!found) continue; // given back, or forgotten, in the meantime
    const isSame = found.payloadHash === claim.payloadHash;
    if (!isSame) throw mismatch();
    if (found.answer) return answerOf(found.state, found.answer);
    const isFree = found.state === 'FAILED' || found.leaseUntil.getTime() <= Date.now();
    if (isFree && (await takeOver(keys, claim, found))) return undefined;
    await wait(WAITS[Math.min(attempt, WAITS.length - 1)]);
  }
}

/** A refusal names the request it was given to, in the body and so in the header. */
function answerOf(
  state: IdempotencyDocument['state'],
  { status, body, requestId }: NonNullable<IdempotencyDocument['answer']>,
): Answer {
  const isRefusal = state === 'REFUSED' && requestId !== undefined;
  return { status, body, ...(isRefusal && { headers: { 'X-Request-Id': requestId } }) };
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
  former: IdempotencyDocument,
): Promise<boolean> {
  const leaseUntil = new Date(Date.now() + IDEMPOTENCY_LEASE * 1000);
  const { modifiedCount } = await keys.updateOne(
    { _id: id, owner: former.owner, state: former.state },
    { $set: { owner, state: 'RUNNING', leaseUntil } },
  );
  return modifiedCount === 1;
}

function mismatch(): ApiError {
  return new ApiError('CONFLICT', 'The idempotency key was used with another request.', [
    { field: 'Idempotency-Key', reason: 'PAYLOAD_MISMATCH' },
  ]);
}

/** Equal for equal requests: what the path names, and the body as JSON, however it is spaced or its keys are ordered. */
function payloadOf({ event, body }: TenantCall): unknown[] {
  return [sorted(event.pathParameters), canonical(event, body)];
}

/** The trip that a token is bound to: under a caller's key nobody else may hear the answer. */
function boundTrip({ caller: { pnr, sessionId } }: TenantCall): unknown[] {
  return [pnr?.toUpperCase() ?? null, sessionId ?? null];
}

function canonical(event: ProxyEvent, body: () => unknown): unknown {
  try {
    return sorted(body());
  } catch {
    return bodyText(event);
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
