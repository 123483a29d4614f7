import { Secrets } from '../../aws/secrets.js';
import { meteredAdoption } from '../adoption.js';
import {
  type KeyKind,
  NotSeen,
  ProbeRefused,
  type StepContext,
  StillAccepted,
  type Subject,
} from '../kind.js';
import type { ApiAnswer } from '../live-api.js';
import { dropLabel, ownPending, pendingAnywhere, putPending, refuseForeignPending } from '../pending.js';
import { currentVersion, editSecret } from '../secret-edit.js';
import type { Target } from '../target.js';
import { readTenantSecret, type TenantDocument, type TenantValue } from './tenant-document.js';
import { awaitReply } from './tenant-probe.js';

/** Uses a holder's value on the live API; 200 and 401 are the answers that count. */
export type UseSecret = (
  target: Target,
  region: string,
  document: TenantDocument,
  id: string,
  value: string,
) => Promise<ApiAnswer>;

/** What tells the kinds of tenants' secrets apart. */
export interface TenantSecretKind {
  kind: 'client' | 'edge';
  /** Folder under the tenants' prefix. */
  folder: string;
  use: UseSecret;
}

/**
 * Secrets that somebody outside holds too: a document with a list of values, each with its state, so that a reader sees
 * every change whole. Old and new are both accepted until the holder has been seen to use the new one.
 */
export function tenantSecretKind({ kind, folder, use }: TenantSecretKind): KeyKind {
  const secretsOf = ({ region }: StepContext): Secrets => new Secrets(region);
  const holderOf = ({ subject }: StepContext): string => subject.id.slice(kind.length + 1);

  const edit = (
    context: StepContext,
    step: string,
    change: (values: TenantValue[]) => TenantValue[] | undefined,
  ) =>
    editSecret<TenantDocument>(context, secretsOf(context), context.subject.name, step, (document) => {
      const values = change(document.secrets);
      return values && { ...document, secrets: values };
    });

  const tryValue = async (context: StepContext, id: string, wanted: number): Promise<string> => {
    const { target, region, subject } = context;
    const { document, value } = await valueNow(context, secretsOf(context), id);
    return awaitReply(wanted, subject.id, () => use(target, region.name, document, holderOf(context), value));
  };

  return {
    async survey(target, rotation) {
      return survey(target, kind, folder, rotation);
    },

    async create(context) {
      const secrets = secretsOf(context);
      const { subject, target } = context;
      await refuseForeignPending(context, secrets, subject.name);
      const current = await currentVersion(context, secrets, subject.name);
      if (await ownPending(context, secrets, subject.name)) return 'the new secret was there already';
      const document = readTenantSecret(current.value, subject.name);
      const elsewhere = await pendingAnywhere(context, subject.name);
      const copied =
        elsewhere &&
        readTenantSecret(elsewhere.value, subject.name).secrets.find(({ id }) => id === subject.newKey);
      const made = copied?.value ?? target.random(32).reveal().toString('base64url');
      const values = [...document.secrets, { id: subject.newKey, value: made, state: 'created' as const }];
      await putPending(context, secrets, subject.name, { ...document, secrets: values });
      return `secret ${subject.newKey} waits as AWSPENDING of ${subject.name}`;
    },

    async publish(context) {
      const secrets = secretsOf(context);
      const { subject } = context;
      const pending = await pendingAnywhere(context, subject.name);
      const fresh =
        pending &&
        readTenantSecret(pending.value, subject.name).secrets.find(({ id }) => id === subject.newKey);
      const changed = await edit(context, 'publish', (values) => {
        if (values.some(({ id }) => id === subject.newKey)) return undefined;
        if (!fresh) throw new NotSeen(subject.name, context.region.name);
        return [...values.map(asCurrent), { ...fresh, state: 'published' }];
      });
      await dropLabel(secrets, subject.name, 'AWSPENDING');
      return `${subject.newKey} ${changed ? 'is' : 'was'} accepted beside ${subject.oldKey}`;
    },

    probe: async (context) => tryValue(context, context.subject.newKey, 200).catch(asProbeRefusal),

    async promote(context) {
      const { subject } = context;
      await edit(context, 'promote', (values) => {
        const states = { [subject.newKey]: 'current', [subject.oldKey]: 'retiring' } as const;
        return inState(values, states);
      });
      return `${subject.newKey} is the one to use, ${subject.oldKey} is retiring; give ${subject.holder} the new value of ${subject.name}`;
    },

    async revoke(context) {
      const { subject, memory, region } = context;
      const before = await secretsOf(context).read(subject.name, { stage: 'AWSCURRENT' });
      if (before && !memory.has(`last:${region.name}:${subject.id}`))
        memory.set(`last:${region.name}:${subject.id}`, before.versionId);
      await edit(context, 'revoke', (values) => without(values, subject.oldKey));
      return `${subject.oldKey} is refused from now on`;
    },

    async prove(context) {
      const { subject, memory, region, target } = context;
      await tryValue(context, subject.newKey, 200).catch(asProbeRefusal);
      const id = memory.get(`last:${region.name}:${subject.id}`) ?? '';
      const version = await secretsOf(context).read(subject.name, { id });
      const old = version && readTenantSecret(version.value, subject.name);
      const value = old?.secrets.find((one) => (one.id ?? 'initial') === subject.oldKey);
      if (!old || !value)
        return `${subject.newKey} is accepted; the old value is gone, so that its refusal could not be tried`;
      await awaitReply(401, subject.oldKey, () =>
        use(target, region.name, old, holderOf(context), value.value),
      ).catch((error: Error) => {
        throw new StillAccepted(error.message);
      });
      return `${subject.newKey} is accepted, ${subject.oldKey} is refused`;
    },

    async clean(context) {
      await dropLabel(secretsOf(context), context.subject.name, 'AWSPREVIOUS');
      return 'the version with the old value has no label any more';
    },

    async demote(context) {
      const { subject } = context;
      await edit(context, 'demote', (values) =>
        inState(values, { [subject.oldKey]: 'current', [subject.newKey]: 'retiring' }),
      );
      return `${subject.oldKey} is the one to use again; ${subject.newKey} is still accepted`;
    },

    async unpublish(context) {
      const { subject } = context;
      const secrets = secretsOf(context);
      await edit(context, 'unpublish', (values) => without(values, subject.newKey));
      if (await ownPending(context, secrets, subject.name))
        await dropLabel(secrets, subject.name, 'AWSPENDING');
      return `${subject.newKey} is gone`;
    },

    adoption: (context, from) => meteredAdoption(context, from, holderOf(context)),
  };
}

async function survey(
  target: Target,
  kind: 'client' | 'edge',
  folder: string,
  rotation: string,
): Promise<Subject[]> {
  const prefix = `${target.tenantPrefix}${folder}/`;
  const subjects = new Map<string, Subject>();
  for (const region of target.regions) {
    const secrets = new Secrets(region);
    for (const name of await secrets.names(prefix)) {
      const known = subjects.get(name);
      if (known) {
        known.regions.push(region.name);
        continue;
      }
      const current = await secrets.read(name, { stage: 'AWSCURRENT' });
      if (!current) continue;
      const document = readTenantSecret(current.value, name);
      const { tenants } = target.choices;
      if (!document.enabled || (tenants.length > 0 && !tenants.includes(document.tenant))) continue;
      const id = name.slice(prefix.length);
      const old = document.secrets.find(({ state = 'current' }) => state === 'current');
      subjects.set(name, {
        id: `${kind}/${id}`,
        kind,
        regions: [region.name],
        tenant: document.tenant,
        holder: kind === 'client' ? `client ${id} of ${document.tenant}` : `the edge of ${document.tenant}`,
        name,
        oldKey: old?.id ?? 'initial',
        newKey: `${new Date(target.clock.now()).toISOString().slice(0, 10)}-${rotation.slice(-8)}`,
        since: current.createdAt,
      });
    }
  }
  return [...subjects.values()];
}

/** The value of this id as the newest document has it. */
async function valueNow(context: StepContext, secrets: Secrets, id: string) {
  const current = await secrets.read(context.subject.name, { stage: 'AWSCURRENT' });
  const document = current && readTenantSecret(current.value, context.subject.name);
  const found = document?.secrets.find((one) => one.id === id);
  if (!document || !found) throw new NotSeen(context.subject.name, context.region.name);
  return { document, value: found.value };
}

/** Values that were put in by hand have neither id nor state; from now on they need both. */
function asCurrent(value: TenantValue): TenantValue {
  return { ...value, id: value.id ?? 'initial', state: value.state ?? 'current' };
}

/** Gives values their states, the current one first; undefined when all have theirs. */
function inState(
  values: TenantValue[],
  states: Record<string, TenantValue['state']>,
): TenantValue[] | undefined {
  const named = values.map(asCurrent);
  if (named.every(({ id = '', state }) => states[id] === undefined || states[id] === state)) return undefined;
  const changed = named.map(
    (value) => ({ ...value, state: states[value.id ?? ''] ?? value.state }) as TenantValue,
  );
  return changed.sort((a, b) => Number(b.state === 'current') - Number(a.state === 'current'));
}

function without(values: TenantValue[], gone: string): TenantValue[] | undefined {
  const left = values.filter(({ id }) => (id ?? 'initial') !== gone);
  return left.length === values.length ? undefined : left;
}

function asProbeRefusal(error: Error): never {
  throw error.name === 'UnexpectedReply' ? new ProbeRefused(error.message) : error;
}
