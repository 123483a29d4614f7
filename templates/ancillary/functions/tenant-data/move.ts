import type { Collection } from 'mongodb';
import { dataRegions, homeDatabase, regionDatabase } from '../shared/database/clusters.js';
import { collection } from '../shared/database/collections.js';
import type { TenantDocument } from '../shared/database/documents.js';
import { shredKey } from '../shared/personal/keys.js';
import { digestOf, Holding, type HoldingName, type HoldingOf } from './holdings.js';
import { Refusal } from './refusal.js';

/** A move of one tenant, by the id it was begun with. */
export interface MoveOf {
  tenant: string;
  move: string;
}

const tenants = async (): Promise<Collection<TenantDocument>> => collection(await homeDatabase(), 'tenants');

/** Where a tenant is, and the move that is under way. */
export async function status({ tenant }: { tenant: string }): Promise<object> {
  const found = await (await tenants()).findOne({ _id: tenant });
  if (!found) throw new Refusal('UNKNOWN_TENANT', `There is no tenant ${tenant}.`);
  return { dataRegion: found.dataRegion, ...(found.move && { move: found.move }) };
}

/** Begins a move, or finds it begun. Of two at once one is refused. */
export async function begin({ tenant, move, to }: MoveOf & { to: string }): Promise<object> {
  const found = await (await tenants()).findOne({ _id: tenant });
  if (!found) throw new Refusal('UNKNOWN_TENANT', `There is no tenant ${tenant}.`);
  if (found.move?.id === move) return { from: found.move.from };
  const from = found.dataRegion;
  if (from === to) throw new Refusal('SAME_REGION', `The data of ${tenant} is in ${to} already.`);
  await requireOtherCluster(from, to);
  const { matchedCount } = await (await tenants()).updateOne(
    { _id: tenant, dataRegion: from, move: { $exists: false } },
    { $set: { move: { id: move, from, to, hold: false, startedAt: new Date() } } },
  );
  if (matchedCount === 1) return { from };
  throw new Refusal('MOVE_UNDER_WAY', `Another move of ${tenant} is under way.`);
}

async function requireOtherCluster(from: string, to: string): Promise<void> {
  const regions = await dataRegions();
  const [source, target] = [from, to].map((name) => regions.find(({ region }) => region === name));
  const known = regions.map(({ region }) => region).join(', ');
  if (!source || !target)
    throw new Refusal('NO_CLUSTER', `There is no cluster in ${source ? to : from}; there are ${known}.`);
  if (source.uri === target.uri)
    throw new Refusal(
      'SAME_CLUSTER',
      `${from} and ${to} are one cluster: nothing can be moved between them.`,
    );
}

/** Refuses the tenant's writes from now on, or lets them through again. */
export async function hold({ tenant, move, on }: MoveOf & { on: boolean }): Promise<object> {
  await change({ tenant, move }, { 'move.hold': on });
  return { hold: on };
}

/** Sends the tenant's calls to the new region. */
export async function cutOver({ tenant, move, to }: MoveOf & { to: string }): Promise<object> {
  await change({ tenant, move }, { dataRegion: to });
  return { dataRegion: to };
}

async function change({ tenant, move }: MoveOf, fields: object): Promise<void> {
  const { matchedCount } = await (await tenants()).updateOne(
    { _id: tenant, 'move.id': move },
    { $set: fields },
  );
  if (matchedCount === 0)
    throw new Refusal('NO_SUCH_MOVE', `The move ${move} of ${tenant} is not under way.`);
}

/** Ends a move: done, or given up before the cut-over. Ending it twice changes nothing. */
export async function end({ tenant, move }: MoveOf): Promise<object> {
  await (await tenants()).updateOne({ _id: tenant, 'move.id': move }, { $unset: { move: '' } });
  return {};
}

interface Step {
  tenant: string;
  from: string;
  to: string;
  collection: HoldingName;
  after?: unknown;
}

/** Copies the next documents of a collection; those that are equal over there already are left alone. */
export async function copy({ tenant, from, to, collection: name, after }: Step): Promise<object> {
  const [source, target] = await sides({ tenant, from, to, collection: name });
  const { documents, next } = await source.page(after);
  const there = await target.byIds(documents.map(({ _id }) => _id as string));
  const changed = documents.filter((document) => {
    const other = there.get(document._id as string);
    return !other || !digestOf(other).equals(digestOf(document));
  });
  await target.put(changed);
  return { seen: documents.length, copied: changed.length, ...(next !== undefined && { next }) };
}

/** Removes, among the next documents of the target, those that the source has no more. */
export async function prune({ tenant, from, to, collection: name, after }: Step): Promise<object> {
  const [source, target] = await sides({ tenant, from, to, collection: name });
  const { documents, next } = await target.page(after);
  const ids = documents.map(({ _id }) => _id as string);
  const kept = await source.byIds(ids);
  const removed = await target.remove(ids.filter((id) => !kept.has(id)));
  return { seen: documents.length, removed, ...(next !== undefined && { next }) };
}

async function sides({ tenant, from, to, collection: name }: Step): Promise<[Holding, Holding]> {
  return Promise.all([
    Holding.of(await regionDatabase(from), tenant, name),
    Holding.of(await regionDatabase(to), tenant, name),
  ]);
}

/** Count and hash of the next documents of a collection; sums of both are equal for equal content, in whatever order. */
export async function digest({
  tenant,
  region,
  collection: name,
  after,
}: HoldingOf & { after?: unknown }): Promise<object> {
  const holding = await Holding.of(await regionDatabase(region), tenant, name);
  const { documents, next } = await holding.page(after);
  const sum = documents.reduce((total, one) => total + BigInt(`0x${digestOf(one).toString('hex')}`), 0n);
  return { count: documents.length, sum: sum.toString(16), ...(next !== undefined && { next }) };
}

/** Removes what a tenant has in a collection of a region it is not in. */
export async function clear({ tenant, region, collection: name }: HoldingOf): Promise<object> {
  await refuseHome(tenant, region);
  const holding = await Holding.of(await regionDatabase(region), tenant, name);
  return { removed: await holding.clear() };
}

/** Destroys the tenant's data key in a region it is not in: copies in backups of that region cannot be read any more. */
export async function shred({ tenant, region }: { tenant: string; region: string }): Promise<object> {
  await refuseHome(tenant, region);
  return { shredded: await shredKey(await regionDatabase(region), tenant) };
}

async function refuseHome(tenant: string, region: string): Promise<void> {
  const found = await (await tenants()).findOne({ _id: tenant });
  if (found?.dataRegion === region)
    throw new Refusal('IN_USE', `${region} is where the data of ${tenant} is kept.`);
}
