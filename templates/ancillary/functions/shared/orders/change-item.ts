import type { ClientSession, Db } from 'mongodb';
import { collection } from '../database/collections.js';
import type { ItemState, LedgerEntry, OrderDocument, OrderItem } from '../database/documents.js';
import { changeEntry } from '../ledger/entries.js';
import { changeAndTell, type WebhookEvent } from '../webhooks/emit.js';
import { itemEvent, orderEvent } from '../webhooks/order-data.js';
import { isFulfilled, isLost, mayFollow } from './states.js';

/** A change of one item. */
export interface ItemChange {
  to: ItemState;
  event: string;
  correlationId: string;
  reason?: string;
  set?: ItemFields;
  /** What the tenant's endpoints are told of it. */
  tells?: readonly string[];
}

/** Fields of an item that change with its state, or beside it. */
type ItemFields = Partial<
  Pick<OrderItem, 'vendorReference' | 'refunded' | 'refundDue' | 'reason' | 'activated' | 'inDoubt'>
>;

/** A change with the place of its item. */
export interface PlacedChange {
  index: number;
  change: ItemChange;
}

/**
 * Moves an item on and writes the audit trail in the same atomic step, and the ledger where money moves and what the
 * tenant's endpoints are told in the same transaction. False when the item is no longer in the state that `order` shows: somebody else moved it. `order` is
 * brought up to date otherwise.
 */
export function changeItem(
  db: Db,
  order: OrderDocument,
  index: number,
  change: ItemChange,
): Promise<boolean> {
  return applySteps(db, order, [stepOf(order, { index, change })]);
}

/** As `changeItem`, for several items in one step; those that somebody else has moved meanwhile are left alone. */
export async function changeItems(
  db: Db,
  order: OrderDocument,
  changes: readonly PlacedChange[],
): Promise<void> {
  const steps = changes.map((placed) => stepOf(order, placed));
  if (steps.length === 0 || (await applySteps(db, order, steps))) return;
  for (const step of steps) await applySteps(db, order, [step]);
}

function stepOf(order: OrderDocument, { index, change }: PlacedChange): Step {
  const item = order.items[index] as OrderItem;
  const { to, event, correlationId, reason, tells = [] } = change;
  if (!mayFollow(item.state, to)) throw new Error(`an item cannot go from ${item.state} to ${to}`);
  const at = new Date();
  const set = { ...change.set, state: to, ...(to === 'CONFIRMED' && { bookedAt: item.bookedAt ?? at }) };
  const trail = {
    at,
    event,
    itemId: item.itemId,
    from: item.state,
    to,
    correlationId,
    ...(reason && { reason }),
  };
  const after = { ...item, ...set };
  const entry = changeEntry(order, item, after, { at, event });
  const events = tells.map((told) => itemEvent(order, after, { at, event: told, correlationId }));
  return { index, from: item.state, set, trail, events, ...(entry && { entry }) };
}

/** All of them or none. */
async function applySteps(db: Db, order: OrderDocument, steps: readonly Step[]): Promise<boolean> {
  const movesMoney = steps.some(({ entry }) => entry !== undefined);
  const completed = completion(order, steps);
  const events = [...steps.flatMap((step) => step.events), ...(completed?.events ?? [])];
  const trails = [...steps.map(({ trail }) => trail), ...(completed?.trails ?? [])];
  const change = (session?: ClientSession): Promise<boolean> => write(db, order, { steps, trails }, session);
  if (!(await changeAndTell(db, order.tenant, events, change, movesMoney))) return false;
  for (const { index, set } of steps) Object.assign(order.items[index] as OrderItem, set);
  order.history.push(...trails);
  return true;
}

/** What the steps that render the last of an order's services say of the order. */
function completion(order: OrderDocument, steps: readonly Step[]): Written | undefined {
  const last = steps.findLast(({ set }) => set.state && isFulfilled(set.state));
  const items = order.items.map((item, index) => ({
    ...item,
    ...steps.find((step) => step.index === index)?.set,
  }));
  if (!last || items.some(({ state }) => !isFulfilled(state) && !isLost(state))) return undefined;
  const { at, correlationId } = last.trail;
  const trail = { at, event: 'order.completed', correlationId };
  return { trails: [trail], events: [orderEvent({ ...order, items }, trail)] };
}

/** What a change writes beside the items themselves. */
interface Written {
  trails: OrderDocument['history'];
  events: WebhookEvent[];
}

/** Writes down something about an item that stays in its state, with the audit trail. False as with `changeItem`. */
export async function noteItem(
  db: Db,
  order: OrderDocument,
  index: number,
  { event, correlationId, set }: { event: string; correlationId: string; set: ItemFields },
): Promise<boolean> {
  const item = order.items[index] as OrderItem;
  const trail = { at: new Date(), event, itemId: item.itemId, correlationId };
  return applySteps(db, order, [{ index, from: item.state, set, trail, events: [] }]);
}

interface Step {
  index: number;
  from: ItemState;
  set: Partial<OrderItem>;
  trail: OrderDocument['history'][number];
  events: WebhookEvent[];
  /** What the ledger says of it, where money moves. */
  entry?: LedgerEntry;
}

/** False when one of the items is no longer in the state it was to leave. */
async function write(
  db: Db,
  { _id, tenant }: OrderDocument,
  { steps, trails }: { steps: readonly Step[]; trails: OrderDocument['history'] },
  session?: ClientSession,
): Promise<boolean> {
  const left = steps.map(({ index, from }) => [`items.${index}.state`, from]);
  const fields = steps.flatMap(({ index, set }) =>
    Object.entries(set).map(([name, value]) => [`items.${index}.${name}`, value]),
  );
  const orders = await collection(db, 'orders');
  const { matchedCount } = await orders.updateOne(
    { _id, tenant, ...Object.fromEntries(left) },
    {
      $set: { ...Object.fromEntries(fields), updatedAt: trails.at(-1)?.at ?? new Date() },
      $push: { history: { $each: trails } },
    },
    session && { session },
  );
  if (matchedCount === 0) return false;
  const entries = steps.flatMap(({ entry }) => entry ?? []);
  if (session && entries.length > 0) await (await collection(db, 'ledger')).insertMany(entries, { session });
  return true;
}
