import type { JsonWebKey } from 'node:crypto';
import { userError } from '../../../core/errors.js';
import { Kms } from '../../aws/kms.js';
import { readBack } from '../../aws/retry.js';
import { Secrets } from '../../aws/secrets.js';
import { meteredAdoption } from '../adoption.js';
import { type KeyKind, NotSeen, ProbeRefused, type StepContext, StillAccepted } from '../kind.js';
import { jwkSigner, probeToken, showToken, type TokenSigner } from '../live-api.js';
import {
  dropLabel,
  ownPending,
  type PendingDocument,
  pendingAnywhere,
  putPending,
  refuseForeignPending,
} from '../pending.js';
import { bringBack, previousKey, promotePending } from '../promote-pending.js';
import { currentVersion, editSecret, parseDocument } from '../secret-edit.js';
import { regionOf, type Target } from '../target.js';
import { makeSigningKey, publicHalf, type SigningKey } from './signing-key.js';

interface KeySet extends PendingDocument {
  keys: SigningKey[];
}

/** The platform's token keys: private ones in one secret (or in KMS), public ones in another. */
export const signing: KeyKind = {
  async survey(target, rotation) {
    if (target.choices.tenants.length > 0) return [];
    const found = await Promise.all(target.regions.map((region) => surveyRegion(target, region.name)));
    const first = found.find((one) => one !== undefined);
    if (!first) return [];
    const regions = target.regions.map(({ name }) => name);
    const newKey = `${new Date(target.clock.now()).toISOString().slice(0, 10)}-${rotation.slice(-8)}`;
    const { kid, since, name } = first;
    const holder = 'every holder of a token';
    return [{ id: 'signing', kind: 'signing', regions, holder, name, oldKey: kid, newKey, since }];
  },

  async create(context) {
    const secrets = new Secrets(context.region);
    const name = signingName(context.target);
    await refuseForeignPending(context, secrets, name);
    const current = await currentVersion(context, secrets, name);
    context.memory.set(previousKey(secrets.region, name), current.versionId);
    const [old] = parseDocument<KeySet>(current.value, name).keys;
    context.memory.set(`old:${secrets.region}`, old?.kid ?? '');
    if (await ownPending(context, secrets, name)) return 'the new key was there already';
    const key = await newKey(context, old);
    await putPending(context, secrets, name, { keys: [key] });
    return `key ${key.kid} waits as AWSPENDING of ${name}`;
  },

  async publish(context) {
    const fresh = await freshPublicKeys(context);
    const changed = await editSecret<KeySet>(
      context,
      new Secrets(context.region),
      verificationName(context.target),
      'publish',
      ({ keys, ...rest }) => {
        const known = new Set(keys.map(({ kid }) => kid));
        const missing = fresh.filter(({ kid }) => !known.has(kid));
        return missing.length === 0 ? undefined : { ...rest, keys: [...keys, ...missing] };
      },
    );
    const kids = fresh.map(({ kid }) => kid).join(', ');
    return changed ? `${kids} stands in the key set` : `${kids} stood in the key set already`;
  },

  async probe(context) {
    const { target, region, subject } = context;
    const pending = await ownPending(context, new Secrets(region), signingName(target));
    if (!pending) throw new NotSeen(signingName(target), region.name);
    const [key] = parseDocument<KeySet>(pending.value, subject.name).keys;
    const token = await probeToken(target, region.name, key?.kid ?? '', signerOf(context, key));
    const answer = await showToken(target, region.name, token);
    if (answer.status !== 200)
      throw new ProbeRefused(`GET /auth/whoami in ${region.name} answered ${answer.status}: ${answer.text}`);
    return `a token signed by ${key?.kid} was accepted in ${region.name}`;
  },

  async promote(context) {
    await promotePending(context, new Secrets(context.region), signingName(context.target));
    return `${context.subject.newKey} signs, ${context.subject.oldKey} is retiring`;
  },

  async revoke(context) {
    const gone = oldKids(context);
    const changed = await editSecret<KeySet>(
      context,
      new Secrets(context.region),
      verificationName(context.target),
      'revoke',
      without(gone),
    );
    return changed
      ? `${gone.join(', ')} taken out of the key set`
      : `${gone.join(', ')} was out of the key set already`;
  },

  async prove(context) {
    const { target, region, subject } = context;
    const secrets = new Secrets(region);
    const fresh = await secrets.read(signingName(target), { stage: 'AWSCURRENT' });
    const [newKey] = fresh ? parseDocument<KeySet>(fresh.value, subject.name).keys : [];
    await expectStatus(context, newKey, 200, subject.newKey);
    const id = context.memory.get(previousKey(region.name, signingName(target))) ?? '';
    const previous = await secrets.read(signingName(target), { id });
    const [oldKey] = previous ? parseDocument<KeySet>(previous.value, subject.name).keys : [];
    if (!oldKey)
      return 'the old private key is gone, so that its refusal could not be tried; the new one is accepted';
    await expectStatus(context, oldKey, 401, subject.oldKey);
    return `${subject.newKey} is accepted, ${subject.oldKey} is refused`;
  },

  async clean(context) {
    const secrets = new Secrets(context.region);
    const name = signingName(context.target);
    const id = context.memory.get(previousKey(context.region.name, name)) ?? '';
    const previous = await secrets.read(name, { id });
    const [old] = previous ? parseDocument<KeySet>(previous.value, name).keys : [];
    await endKmsKey(context, old);
    await dropLabel(secrets, name, 'AWSPREVIOUS');
    return `the old private key has no label any more${old?.kms === undefined ? '' : ', and its KMS key ends in 30 days'}`;
  },

  async demote(context) {
    await bringBack(context, new Secrets(context.region), signingName(context.target));
    return `${context.subject.oldKey} signs again`;
  },

  async unpublish(context) {
    const secrets = new Secrets(context.region);
    const name = signingName(context.target);
    const fresh = await freshKids(context);
    await editSecret<KeySet>(context, secrets, verificationName(context.target), 'unpublish', without(fresh));
    const stages = await secrets.stages(name);
    for (const stage of ['AWSPENDING', 'AWSPREVIOUS'] as const) {
      const version = await secrets.read(name, { stage });
      const document = version && parseDocument<KeySet>(version.value, name);
      if (document?.rotation !== context.rotation || stages?.AWSCURRENT === version?.versionId) continue;
      await endKmsKey(context, document.keys[0]);
      await dropLabel(secrets, name, stage);
    }
    return `${context.subject.newKey} is gone`;
  },

  adoption: (context, from) => meteredAdoption(context, from),
};

/** A key in KMS is refused at once and gone in 30 days; one that is not there needs nothing. */
async function endKmsKey({ region }: StepContext, key: SigningKey | undefined): Promise<void> {
  if (key?.kms === undefined) return;
  const kms = new Kms(region);
  await kms.disable(key.kms);
  await kms.scheduleDeletion(key.kms);
}

function signingName({ secretNames }: Target): string {
  return secretNames['signing-keys'] ?? '';
}

function verificationName({ secretNames }: Target): string {
  return secretNames['verification-keys'] ?? '';
}

async function surveyRegion(target: Target, region: string) {
  const name = signingName(target);
  if (name === '') return undefined;
  const current = await new Secrets(regionOf(target, region)).read(name, { stage: 'AWSCURRENT' });
  if (!current) throw userError('ROTATION_NOTHING', { why: `The secret ${name} has no value in ${region}.` });
  const [key] = parseDocument<KeySet>(current.value, name).keys;
  return { name, kid: key?.kid ?? 'unnamed', since: current.createdAt };
}

/** The new key: the one another region has already, or one made now, where the choice or the present key says. */
async function newKey(context: StepContext, old: SigningKey | undefined): Promise<SigningKey> {
  const { target, subject, region } = context;
  const store = target.choices.keyStore ?? (old?.kms === undefined ? 'secrets-manager' : 'kms');
  if (store === 'kms') return kmsKey(context, `${subject.newKey}-${region.name}`);
  const elsewhere = await pendingAnywhere(context, signingName(target));
  const [made] = elsewhere ? parseDocument<KeySet>(elsewhere.value, subject.name).keys : [];
  return made ?? makeSigningKey(subject.newKey);
}

async function kmsKey({ target, rotation, region }: StepContext, kid: string): Promise<SigningKey> {
  const kms = new Kms(region);
  const tags = { 'arcube:holds': 'signing-key', 'arcube:stack': target.stack, 'arcube:rotation': rotation };
  const input = {
    KeySpec: 'ECC_NIST_P256',
    KeyUsage: 'SIGN_VERIFY',
    Description: `Token signing key ${kid}`,
  } as const;
  const arn = (await kms.findByTags(tags)) ?? (await kms.create(input, tags));
  const { kty = 'EC', crv = 'P-256', x = '', y = '' } = await kms.publicKey(arn);
  return { kty, crv, kid, alg: 'ES256', use: 'sig', x, y, kms: arn };
}

/** Public halves of the new keys of every region: each region verifies all before any signs. */
async function freshPublicKeys(context: StepContext): Promise<SigningKey[]> {
  const keys = new Map<string, SigningKey>();
  for (const region of context.subject.regions) {
    const name = signingName(context.target);
    const pending = await ownPending(context, new Secrets(regionOf(context.target, region)), name);
    if (!pending) throw new NotSeen(name, region);
    for (const key of parseDocument<KeySet>(pending.value, name).keys) keys.set(key.kid, key);
  }
  return [...keys.values()].map(publicHalf);
}

function oldKids({ subject, memory }: StepContext): string[] {
  return [...new Set(subject.regions.map((region) => memory.get(`old:${region}`) || subject.oldKey))];
}

/** Key ids that this rotation made, whether in KMS (one a region) or not. */
async function freshKids({ subject }: StepContext): Promise<string[]> {
  return [subject.newKey, ...subject.regions.map((region) => `${subject.newKey}-${region}`)];
}

function without(kids: readonly string[]) {
  return (set: KeySet): KeySet | undefined => {
    const left = set.keys.filter(({ kid }) => !kids.includes(kid));
    return left.length === set.keys.length ? undefined : { ...set, keys: left };
  };
}

function signerOf({ region }: StepContext, key: SigningKey | undefined): TokenSigner {
  const { kms } = key ?? {};
  return kms === undefined ? jwkSigner(key as JsonWebKey) : (text) => new Kms(region).sign(kms, text);
}

/** Shows tokens of a key until the answer is the one wanted: caches that flush late are given a few looks. */
async function expectStatus(
  context: StepContext,
  key: SigningKey | undefined,
  wanted: number,
  kid: string,
): Promise<void> {
  let last = '';
  const seen = await readBack(async () => {
    const token = await probeToken(
      context.target,
      context.region.name,
      key?.kid ?? '',
      signerOf(context, key),
    );
    const answer = await showToken(context.target, context.region.name, token);
    last = `GET /auth/whoami in ${context.region.name} answered ${answer.status}: ${answer.text}`;
    return answer.status === wanted;
  });
  if (seen) return;
  throw wanted === 200 ? new ProbeRefused(last) : new StillAccepted(`${kid}: ${last}`);
}
