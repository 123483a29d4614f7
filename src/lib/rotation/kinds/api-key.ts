import { Secret } from '../../../core/secret.js';
import { awsFailure } from '../../aws/failure.js';
import { Gateway, type GatewayKey } from '../../aws/gateway.js';
import { readBack, TRIES } from '../../aws/retry.js';
import {
  type Adoption,
  type KeyKind,
  NotSeen,
  ProbeRefused,
  type StepContext,
  StillAccepted,
  type Subject,
} from '../kind.js';
import { askApi } from '../live-api.js';
import { regionOf, type Target } from '../target.js';

const ROTATION_TAG = 'arcube:rotation';
/** Says whose key it is. */
export const TENANT_TAG = 'arcube:tenant';

/** API Gateway's keys, in the usage plans of the stage. The old and the new key of a holder share their name. */
export const apiKey: KeyKind = {
  async survey(target, rotation) {
    const subjects = new Map<string, Subject>();
    for (const region of target.regions) {
      const keys = await keysInPlans(target, region.name);
      for (const { id, name, createdAt, tags } of keys) {
        const { tenants } = target.choices;
        const tenant = tags[TENANT_TAG];
        if (tenants.length > 0 && !tenants.includes(tenant ?? '')) continue;
        const known = subjects.get(name);
        if (known) known.regions.push(region.name);
        else
          subjects.set(name, {
            id: `api-key/${name}`,
            kind: 'api-key',
            regions: [region.name],
            ...(tenant !== undefined && { tenant }),
            holder: tenant ?? `whoever holds the key ${name}`,
            name,
            oldKey: id,
            newKey: `${name}#${rotation.slice(-8)}`,
            since: createdAt,
          });
      }
    }
    return [...subjects.values()];
  },

  async create(context) {
    const { subject, region, target, rotation, memory } = context;
    const gateway = new Gateway(region);
    const old = await oldKey(context, gateway);
    memory.set(`api-key:old:${region.name}:${subject.name}`, old?.id ?? '');
    const present = await ownKey(context, gateway);
    const id =
      present?.id ??
      (await gateway.create(
        {
          name: subject.name,
          tags: { ...old?.tags, [ROTATION_TAG]: rotation },
          ...(old?.customerId !== undefined && { customerId: old.customerId }),
        },
        await newValue(context, target),
      ));
    const seen = await readBack(async () => (await ownKey(context, gateway)) !== undefined);
    if (!seen) throw new NotSeen(`the key ${subject.name}`, region.name);
    memory.set(`api-key:new:${region.name}:${subject.name}`, id);
    return `key ${id} is made, in no usage plan yet`;
  },

  async publish(context) {
    const gateway = new Gateway(context.region);
    const { oldId, newId } = ids(context);
    for (const plan of await plansOf(context.target, context.region.name)) {
      const keys = await gateway.planKeys(plan);
      if (keys.includes(oldId) && !keys.includes(newId)) await gateway.addToPlan(plan, newId);
    }
    return `${newId} is in the usage plans of ${oldId}`;
  },

  async probe(context) {
    const value = await new Gateway(context.region).value(ids(context).newId);
    if (keyedRoute(context.target) !== undefined) noteOwnUse(context);
    const status = await tryKey(context, value);
    if (status === undefined) return 'no route that can be tried asks for a key; it stands in its plans';
    if (status === 403)
      throw new ProbeRefused(`the gateway in ${context.region.name} answered 403 to the new key`);
    return `the gateway answered ${status} to the new key`;
  },

  async promote(context) {
    const { subject, region, memory, target } = context;
    const { newId } = ids(context);
    const now = target.clock.now();
    const counted = (await usesOf(target, region.name, newId, now, now)) ?? 0; // nobody else has its value yet
    const tries = Number(memory.get(ownUses(context)) ?? 0); // the latest may not be counted yet
    memory.set(ownUses(context), String(Math.max(counted, tries)));
    return `give ${subject.holder} the value of key ${newId}; ${subject.oldKey} is retiring`;
  },

  async revoke(context) {
    const gateway = new Gateway(context.region);
    const { oldId } = ids(context);
    const present = (await gateway.keys(context.subject.name)).find(({ id }) => id === oldId);
    if (present?.enabled) await gateway.setEnabled(oldId, false);
    return `${oldId} is disabled`;
  },

  async prove(context) {
    const gateway = new Gateway(context.region);
    const { oldId, newId } = ids(context);
    const fresh = await tryKey(context, await gateway.value(newId));
    if (fresh === 403)
      throw new ProbeRefused(`the gateway in ${context.region.name} answered 403 to the new key`);
    if (fresh === undefined) return 'no route that can be tried asks for a key';
    const old = await gateway.value(oldId);
    const refused = await readBack(async () => (await tryKey(context, old)) === 403);
    if (!refused) throw new StillAccepted(`the gateway in ${context.region.name} still takes ${oldId}`);
    return `${newId} is accepted, ${oldId} is refused`;
  },

  async clean(context) {
    const { oldId } = ids(context);
    await new Gateway(context.region).remove(oldId, await plansOf(context.target, context.region.name));
    return `${oldId} is removed`;
  },

  async demote(context) {
    const { oldId } = ids(context);
    await new Gateway(context.region).setEnabled(oldId, true);
    return `${oldId} is the one to use again`;
  },

  async unpublish(context) {
    const gateway = new Gateway(context.region);
    const own = await ownKey(context, gateway);
    if (own) await gateway.remove(own.id, await plansOf(context.target, context.region.name));
    return 'the new key is removed';
  },

  adoption,
};

/** Where it is remembered how often the new key was used by the rotation itself: no holder has taken it up by that. */
function ownUses({ region, subject }: StepContext): string {
  return `api-key:own:${region.name}:${subject.name}`;
}

/** Notes a try before it is made. Of a step that was broken off nobody knows how many it made: the most are counted. */
function noteOwnUse(context: StepContext): void {
  const { memory, brokenOff = 0 } = context;
  const before = memory.get(ownUses(context)) ?? brokenOff * TRIES;
  memory.set(ownUses(context), String(Number(before) + 1));
}

/** Usage plans count requests by day: what has not grown between two looks has not been used in between. */
async function adoption(context: StepContext, from: number): Promise<Adoption> {
  const { target, subject, memory } = context;
  const now = target.clock.now();
  const last: { old?: number; fresh?: number } = {};
  for (const region of subject.regions) {
    const here = { ...context, region: regionOf(target, region) };
    const found = ids(here);
    for (const [which, id, own] of [
      ['old', found.oldId, 0],
      ['fresh', found.newId, Number(memory.get(ownUses(here)) ?? 0)],
    ] as const) {
      const used = await usesOf(target, region, id, from, now);
      if (used === undefined)
        return { known: false, note: 'API Gateway does not say how often the keys were used' };
      const at = lastGrowth(memory, `${region}:${id}`, Math.max(0, used - own), now);
      if (at !== undefined) last[which] = Math.max(last[which] ?? 0, at);
    }
  }
  return {
    known: true,
    ...(last.old !== undefined && { oldLastAt: last.old }),
    ...(last.fresh !== undefined && { newLastAt: last.fresh }),
    note: `${subject.oldKey} ${last.old === undefined ? 'not seen in use' : `in use until ${new Date(last.old).toISOString()}`}, the new key ${last.fresh === undefined ? 'not seen in use' : 'in use'}`,
  };
}

/** When a count last grew, as far as looks can tell; undefined for one that was nought all along. */
function lastGrowth(
  memory: Map<string, string>,
  name: string,
  used: number,
  now: number,
): number | undefined {
  const [count, at] = (memory.get(`uses:${name}`) ?? '').split('@').map(Number);
  if (used === 0) return undefined;
  if (count === used && at !== undefined) return at;
  memory.set(`uses:${name}`, `${used}@${now}`);
  return now;
}

async function usesOf(
  target: Target,
  region: string,
  id: string,
  from: number,
  to: number,
): Promise<number | undefined> {
  const days = await usesByDay(target, region, id, from, to);
  return days && Object.values(days).reduce((sum, uses) => sum + uses, 0);
}

/** Requests that a key has made, by day (`YYYY-MM-DD`, UTC); undefined where API Gateway does not say. */
export async function usesByDay(
  target: Target,
  region: string,
  id: string,
  from: number,
  to: number,
): Promise<Record<string, number> | undefined> {
  const gateway = new Gateway(regionOf(target, region));
  const days: Record<string, number> = {};
  try {
    for (const plan of await plansOf(target, region)) {
      if (!(await gateway.planKeys(plan)).includes(id)) continue;
      for (const [day, uses] of await gateway.used(plan, id, Math.min(from, to), to))
        days[day] = (days[day] ?? 0) + uses;
    }
    return days;
  } catch (error) {
    const kind = awsFailure(error)?.kind;
    if (kind === 'refused' || kind === 'denied' || kind === 'missing') return undefined;
    throw error;
  }
}

async function plansOf(target: Target, region: string): Promise<string[]> {
  const gateway = new Gateway(regionOf(target, region));
  const plans: string[] = [];
  for (const { name } of target.model.restApis) {
    const api = await gateway.apiId(name);
    if (api !== undefined) plans.push(...(await gateway.plans(api, target.stage)));
  }
  return plans;
}

/** Enabled keys of the stage's plans. */
export async function keysInPlans(target: Target, region: string): Promise<GatewayKey[]> {
  const gateway = new Gateway(regionOf(target, region));
  const inPlans = new Set<string>();
  for (const plan of await plansOf(target, region))
    for (const id of await gateway.planKeys(plan)) inPlans.add(id);
  return inPlans.size === 0
    ? []
    : (await gateway.keys()).filter(({ id, enabled }) => enabled && inPlans.has(id));
}

/** The key to be replaced, in this region. */
async function oldKey(
  { subject, rotation, target, region }: StepContext,
  gateway: Gateway,
): Promise<GatewayKey | undefined> {
  const inPlans = new Set((await keysInPlans(target, region.name)).map(({ id }) => id));
  const keys = await gateway.keys(subject.name);
  return keys.find(({ id, tags }) => inPlans.has(id) && tags[ROTATION_TAG] !== rotation);
}

/** The key that this rotation made in this region. */
async function ownKey({ subject, rotation }: StepContext, gateway: Gateway): Promise<GatewayKey | undefined> {
  return (await gateway.keys(subject.name)).find(({ tags }) => tags[ROTATION_TAG] === rotation);
}

/** The same value in every region: the one that another region has already, or a new one. */
async function newValue(context: StepContext, target: Target): Promise<Secret> {
  for (const region of context.subject.regions) {
    const gateway = new Gateway(regionOf(target, region));
    const own = await ownKey(context, gateway);
    if (own) return gateway.value(own.id);
  }
  return new Secret(target.random(30).reveal().toString('base64url'));
}

function ids({ memory, region, subject }: StepContext): { oldId: string; newId: string } {
  const read = (which: string): string => memory.get(`api-key:${which}:${region.name}:${subject.name}`) ?? '';
  return { oldId: read('old'), newId: read('new') };
}

/** Path of a route that asks for a key and can be called without changing anything; undefined without one. */
export function keyedRoute({ model }: Target): string | undefined {
  const methods = model.restApis.flatMap((api) => api.methods);
  return methods.find(
    ({ httpMethod, apiKeyRequired, resourcePath }) =>
      httpMethod === 'GET' && apiKeyRequired && !resourcePath.includes('{'),
  )?.resourcePath;
}

/** What such a route answers to a key; undefined without a route. */
async function tryKey({ target, region }: StepContext, key: Secret): Promise<number | undefined> {
  const path = keyedRoute(target);
  if (path === undefined) return undefined;
  const { status } = await askApi(target, region.name, path, { headers: { 'x-api-key': key.reveal() } });
  return status;
}
