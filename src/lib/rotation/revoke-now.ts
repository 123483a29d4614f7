import { userError } from '../../core/errors.js';
import { Gateway } from '../aws/gateway.js';
import { withRetry } from '../aws/retry.js';
import { Secrets } from '../aws/secrets.js';
import { type FoundKey, findKey } from './break-glass/find-key.js';
import { flushCaches } from './break-glass/flush.js';
import { isSigning, keepForProof, proveRefused, replace, withdraw } from './break-glass/revoke-signing.js';
import { explainFailure } from './failures.js';
import { type StepContext, StillAccepted, type Subject } from './kind.js';
import { useClientSecret } from './kinds/client.js';
import { useEdgeSecret } from './kinds/edge.js';
import { readTenantSecret, type TenantDocument, type TenantValue } from './kinds/tenant-document.js';
import { awaitReply } from './kinds/tenant-probe.js';
import { Rotations } from './rotations.js';
import { editSecret } from './secret-edit.js';
import type { RotationSession } from './session.js';
import { regionOf, type Target } from './target.js';

/** What came of it. */
export interface Revoked {
  kind: FoundKey['kind'];
  regions: string[];
  /** Answers that prove the refusal; empty where nothing was left to try with. */
  proofs: string[];
  /** Caches that could not be emptied: until they end by themselves, a token seen before may pass. */
  notFlushed: string[];
  text: string;
}

/**
 * Revokes a key at once: takes it out of what verifiers read, empties every cache on the way, and shows the live API an
 * old token. Throws ROTATION_KEY_UNKNOWN, ROTATION_STILL_ACCEPTED, and AWS's errors.
 */
export async function revokeNow(
  { target, rotations }: RotationSession,
  key: string,
  command: string,
  say: (text: string) => void,
): Promise<Revoked> {
  const id = Rotations.id(target);
  const note = (what: string, text: string): void => {
    const at = new Date(target.clock.now()).toISOString();
    rotations.audit.append({ at, who: target.caller, rotation: id, what, note: text });
    say(text);
  };
  try {
    const found = await withRetry(() => findKey(target, key));
    if (!found) throw userError('ROTATION_KEY_UNKNOWN', { key });
    note('revoke-now', `${key} (${found.kind}) is being revoked`);
    const done = await revoke(target, found, key, id, note);
    note('revoked-now', done.text);
    return done;
  } catch (error) {
    const region = target.regions.map(({ name }) => name).join(', ');
    const state = `The revocation of ${key} is not finished; it can be repeated.`;
    throw explainFailure(error, { step: key, region, state, next: command });
  }
}

type Note = (what: string, text: string) => void;

async function revoke(
  target: Target,
  found: FoundKey,
  key: string,
  id: string,
  note: Note,
): Promise<Revoked> {
  if (found.kind === 'signing') return revokeSigning(target, key, id, note);
  if (found.kind === 'api-key') return disableGatewayKey(target, found.regions, key);
  return revokeTenantValue(target, found, key, id, note);
}

async function revokeSigning(target: Target, kid: string, id: string, note: Note): Promise<Revoked> {
  const kept = await keepForProof(target, kid);
  const contexts = contextsOf(target, id, subjectOf(target, 'signing', kid, id));
  if (await isSigning(target, kid)) {
    await replace(contexts);
    note('replaced', `${kid} was signing: another key has taken its place`);
  }
  for (const context of contexts) await withRetry(() => withdraw(context, kid));
  note('withdrawn', `${kid} is out of the key sets`);
  const notFlushed = await flushAll(target, note);
  const proofs: string[] = [];
  for (const region of target.regions) {
    const old = kept.get(region.name);
    if (old) proofs.push(await proveRefused(target, region, old));
  }
  return result(target, 'signing', kid, proofs, notFlushed);
}

async function revokeTenantValue(
  target: Target,
  found: Extract<FoundKey, { kind: 'client' | 'edge' }>,
  key: string,
  id: string,
  note: Note,
): Promise<Revoked> {
  const { kind, name, holder } = found;
  const valueId = key.slice(key.indexOf(':') + 1);
  const isIt = (value: TenantValue): boolean => (value.id ?? 'initial') === valueId;
  const subject: Subject = {
    ...subjectOf(target, kind, valueId, id),
    id: `${kind}/${holder}`,
    name,
    regions: found.regions,
  };
  const contexts = contextsOf(target, id, subject);
  const revoked = new Map<string, { document: TenantDocument; value: string }>();
  for (const { region } of contexts) {
    const current = await withRetry(() => new Secrets(region).read(name, { stage: 'AWSCURRENT' }));
    const document = current && readTenantSecret(current.value, name);
    const value = document?.secrets.find(isIt)?.value;
    if (document && value !== undefined) revoked.set(region.name, { document, value });
  }
  for (const context of contexts) await withRetry(() => withdrawValue(context, isIt));
  note('withdrawn', `${key} is out of ${name}`);
  const notFlushed = await flushAll(target, note);
  const use = kind === 'client' ? useClientSecret : useEdgeSecret;
  const proofs: string[] = [];
  for (const [region, { document, value }] of revoked) {
    const ask = () => use(target, region, document, holder, value);
    proofs.push(`${region}: ${await awaitReply(401, key, ask).catch(asStillAccepted)}`);
  }
  return result(target, kind, key, proofs, notFlushed);
}

async function withdrawValue(context: StepContext, isIt: (value: TenantValue) => boolean): Promise<void> {
  const { region, subject } = context;
  await editSecret<TenantDocument>(context, new Secrets(region), subject.name, 'revoke-now', (document) => {
    const left = document.secrets.filter((value) => !isIt(value));
    return left.length === document.secrets.length ? undefined : { ...document, secrets: left };
  });
}

function asStillAccepted(error: Error): never {
  throw error.name === 'UnexpectedReply' ? new StillAccepted(error.message) : error;
}

async function disableGatewayKey(target: Target, regions: string[], key: string): Promise<Revoked> {
  for (const region of regions)
    await withRetry(() => new Gateway(regionOf(target, region)).setEnabled(key, false));
  return result(target, 'api-key', key, [], []);
}

async function flushAll(target: Target, note: Note): Promise<string[]> {
  const left: string[] = [];
  for (const region of target.regions) {
    const kept = await flushCaches(target, region);
    left.push(...kept.map((what) => `${region.name}: ${what}`));
  }
  note('flushed', left.length === 0 ? 'every cache on the way is empty' : `not emptied: ${left.join('; ')}`);
  return left;
}

function result(
  target: Target,
  kind: FoundKey['kind'],
  key: string,
  proofs: string[],
  notFlushed: string[],
): Revoked {
  const regions = target.regions.map(({ name }) => name);
  const proven =
    proofs.length > 0 ? `Proof: ${proofs.join('; ')}.` : 'Nothing was left to prove its refusal with.';
  const { secretCache, authorizerTtl } = target.settings;
  const late =
    notFlushed.length > 0
      ? ` What was not emptied ends by itself within ${secretCache + authorizerTtl} s.`
      : '';
  return {
    kind,
    regions,
    proofs,
    notFlushed,
    text: `${key} is revoked in ${regions.join(', ')}. ${proven}${late}`,
  };
}

function subjectOf(target: Target, kind: Subject['kind'], oldKey: string, id: string): Subject {
  const day = new Date(target.clock.now()).toISOString().slice(0, 10);
  const regions = target.regions.map(({ name }) => name);
  return { id: kind, kind, regions, holder: '', name: '', oldKey, newKey: `${day}-${id.slice(-8)}` };
}

/** Contexts of every region of a subject; what somebody else is at, is overruled. */
function contextsOf(target: Target, rotation: string, subject: Subject): StepContext[] {
  const overruling = { ...target, choices: { ...target.choices, discardPending: true } };
  const memory = new Map<string, string>();
  return subject.regions.map((name) => ({
    target: overruling,
    rotation,
    subject,
    region: regionOf(target, name),
    memory,
    acceptChanges: true,
  }));
}
