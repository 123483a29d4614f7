import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { UserError, userError } from '../../core/errors.js';
import type { ControlClient } from '../project/control-client.js';
import type { DataFunction } from './data-function.js';
import { editTenant } from './edit.js';
import { findOwnTenant } from './folder.js';
import { MOVE_STEPS, MoveJournal, type MoveState, type MoveStep } from './move-journal.js';

/** What a move needs. */
export interface MoveContext {
  projectDir: string;
  data: DataFunction;
  /** The emulator, to drop what it kept in the former region. */
  control: ControlClient;
  /** Ms in which calls that began before the hold may end. */
  drainMs: number;
  /** Told before each step. */
  onStep?(step: MoveStep): void | Promise<void>;
}

/** What a move did. */
export interface MoveResult {
  tenant: string;
  from: string;
  to: string;
  /** Documents by collection, found equal in number and content on both sides. */
  verified: Record<string, number>;
  /** Documents removed from the former region. */
  wiped: Record<string, number>;
  /** True when the tenant's data key there was destroyed. */
  shredded: boolean;
  /** True when the former region's database files hold the present alone. */
  compacted: boolean;
}

type Facts = Omit<MoveResult, 'tenant' | 'from' | 'to'>;
type Run = (context: MoveContext, state: MoveState, facts: Facts) => Promise<void>;

/** How often a copy is brought up to date under the hold before it is given up: documents may expire meanwhile. */
const TRIES = 3;

const STEPS: Record<MoveStep, Run> = {
  begin,
  copy: copyAll,
  hold: async ({ data, drainMs }, { tenant, id }) => {
    await data.run('hold', { tenant, move: id, on: true });
    await wait(drainMs);
  },
  verify,
  declare: async ({ projectDir }, { tenant, to }) => {
    await editTenant(findOwnTenant(projectDir, tenant).file, [{ path: ['dataRegion'], value: to }]);
  },
  switch: async ({ data }, { tenant, id, to }) => {
    await data.run('cutOver', { tenant, move: id, to });
    await data.run('hold', { tenant, move: id, on: false });
  },
  wipe,
  forget: async ({ control }, { tenant, from }, facts) => {
    const { compacted } = await control.post<{ compacted: boolean }>('/privacy/forget', {
      tenant,
      region: from,
    });
    facts.compacted = compacted;
  },
  end: async ({ data }, { tenant, id }) => {
    await data.run('end', { tenant, move: id });
  },
};

/**
 * Moves a tenant's data to another region, or goes on with a move that was broken off. While the copy is made the
 * tenant is served from its former region; from the hold to the switch its writes are refused with 503. Throws
 * MOVE_RUNNING, MOVE_OTHER_TARGET, MOVE_NOT_EQUAL, TENANT_DATA_REFUSED.
 */
export async function moveTenant(context: MoveContext, tenant: string, to: string): Promise<MoveResult> {
  const journal = new MoveJournal(context.projectDir, tenant);
  const lock = journal.lock(tenant);
  try {
    const state = await takeUp(context, journal, tenant, to);
    const facts: Facts = { verified: {}, wiped: {}, shredded: false, compacted: false };
    for (const step of MOVE_STEPS.slice(MOVE_STEPS.indexOf(state.step))) {
      state.step = step;
      await journal.write(state);
      await context.onStep?.(step);
      await STEPS[step](context, state, facts);
    }
    await journal.remove();
    const { from } = state;
    return { tenant, from, to, ...facts };
  } finally {
    lock.release();
  }
}

/** The move that was broken off, or a new one. */
async function takeUp(
  { data, projectDir }: MoveContext,
  journal: MoveJournal,
  tenant: string,
  to: string,
): Promise<MoveState> {
  const kept = journal.read();
  if (kept && kept.to !== to) throw userError('MOVE_OTHER_TARGET', { tenant, to: kept.to });
  if (kept) return kept;
  findOwnTenant(projectDir, tenant);
  const { dataRegion } = await data.run<{ dataRegion: string }>('status', { tenant });
  return { id: randomUUID(), tenant, from: dataRegion, to, step: 'begin' };
}

/** The platform hears of a move only once the journal knows its id: killed in between, it could not be gone on with. */
async function begin({ data, projectDir }: MoveContext, { tenant, id, to }: MoveState): Promise<void> {
  try {
    await data.run('begin', { tenant, move: id, to });
  } catch (error) {
    const isRefused = error instanceof UserError && error.code === 'TENANT_DATA_REFUSED';
    if (isRefused) await new MoveJournal(projectDir, tenant).remove();
    throw error;
  }
}

async function collectionsOf(data: DataFunction): Promise<string[]> {
  return (await data.run<{ collections: string[] }>('collections', {})).collections;
}

async function copyAll({ data }: MoveContext, { tenant, from, to }: MoveState): Promise<void> {
  for (const collection of await collectionsOf(data)) {
    for await (const _ of data.steps('copy', { tenant, from, to, collection }));
    for await (const _ of data.steps('prune', { tenant, from, to, collection }));
  }
}

/** Brings the copy up to date and holds it against the source: number and hash of each collection. */
async function verify(context: MoveContext, state: MoveState, facts: Facts): Promise<void> {
  let differing: string[] = [];
  for (let attempt = 0; attempt < TRIES; attempt++) {
    await copyAll(context, state);
    differing = await compare(context.data, state, facts);
    if (differing.length === 0) return;
  }
  await context.data.run('hold', { tenant: state.tenant, move: state.id, on: false });
  await new MoveJournal(context.projectDir, state.tenant).write({ ...state, step: 'copy' });
  throw userError('MOVE_NOT_EQUAL', { tenant: state.tenant, collections: differing });
}

async function compare(data: DataFunction, { tenant, from, to }: MoveState, facts: Facts): Promise<string[]> {
  const differing: string[] = [];
  facts.verified = {};
  for (const collection of await collectionsOf(data)) {
    const [source, target] = [
      await digest(data, { tenant, region: from, collection }),
      await digest(data, { tenant, region: to, collection }),
    ];
    if (source.count !== target.count || source.sum !== target.sum) differing.push(collection);
    else if (source.count > 0) facts.verified[collection] = source.count;
  }
  return differing;
}

async function digest(
  data: DataFunction,
  of: { tenant: string; region: string; collection: string },
): Promise<{ count: number; sum: bigint }> {
  let [count, sum] = [0, 0n];
  for await (const step of data.steps<{ count: number; sum: string; next?: unknown }>('digest', of)) {
    count += step.count;
    sum += BigInt(`0x${step.sum}`);
  }
  return { count, sum };
}

async function wipe({ data }: MoveContext, { tenant, from }: MoveState, facts: Facts): Promise<void> {
  for (const collection of await collectionsOf(data)) {
    const { removed } = await data.run<{ removed: number }>('clear', { tenant, region: from, collection });
    if (removed > 0) facts.wiped[collection] = removed;
  }
  const { shredded } = await data.run<{ shredded: boolean }>('shred', { tenant, region: from });
  facts.shredded = shredded;
}
