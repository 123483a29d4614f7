import { join } from 'node:path';
import type { Interfaces } from '@oclif/core';
import { parseDuration } from '../../../core/duration.js';
import { userError } from '../../../core/errors.js';
import type { LoadModel } from '../arrivals/load-model.js';
import type { LoadCommand } from '../command.js';
import type { EmitWish } from '../emit/emit.js';
import type { LoadOptions } from '../engine/run-load.js';
import type { JourneyWish } from '../prepare.js';
import type { RecordedLog } from '../read-log.js';
import type { FoundTarget, TargetWish } from '../target/find-target.js';
import type { Allowance } from '../target/guard.js';
import type { loadFlags } from './flags.js';

/** What the command line said. */
export type LoadFlags = Interfaces.InferredFlags<typeof loadFlags>;

export function allowanceOf(flags: LoadFlags): Allowance {
  const maxCost = flags['max-cost'] === undefined ? undefined : Number(flags['max-cost'].replace(/^\$/, ''));
  if (maxCost !== undefined && !(maxCost > 0))
    throw userError('BAD_COMMAND_LINE', { what: '--max-cost is an amount in USD, such as 2.50.' });
  return {
    iMeanProduction: flags['i-mean-production'],
    ...(flags['max-requests'] !== undefined && { maxRequests: flags['max-requests'] }),
    ...(maxCost !== undefined && { maxCost }),
    ...(flags.stage !== undefined && { stage: flags.stage }),
  };
}

export async function modelOf(flags: LoadFlags, log: RecordedLog | undefined): Promise<LoadModel> {
  if (log) {
    const moments = log.requests.map(({ atMs }) => atMs);
    return { kind: 'open', profile: { kind: 'moments', moments }, spacing: 'even' };
  }
  const { readModel } = await import('../arrivals/read-profile.js');
  const { rate, duration, spike, users, arrivals } = flags;
  return readModel({ rate, duration, spike, users, spacing: arrivals === 'poisson' ? 'poisson' : 'even' });
}

export async function limitOf(flags: LoadFlags): Promise<NonNullable<LoadCommand['limit']>> {
  const from = Number(flags.rate);
  if (!(from > 0)) throw userError('BAD_COMMAND_LINE', { what: '--find-limit begins at one --rate.' });
  const { readModel } = await import('../arrivals/read-profile.js');
  const { duration } = flags;
  return {
    from,
    most: flags['max-rate'],
    modelAt: (rate) => readModel({ rate: String(rate), duration, spacing: 'even' }),
  };
}

export function wishOf(flags: LoadFlags, projectDir: string): TargetWish {
  return {
    projectDir,
    allowance: allowanceOf(flags),
    ...(flags.target !== undefined && { url: flags.target }),
    ...(flags.credentials !== undefined && { credentials: flags.credentials }),
  };
}

export function journeysOf(flags: LoadFlags, projectDir: string, log: RecordedLog | undefined): JourneyWish {
  return {
    projectDir,
    ...(log && { log: log.requests }),
    scenarios: flags.scenario ?? [],
    ...(flags.request !== undefined && { request: flags.request }),
    ...(flags.data !== undefined && { data: flags.data }),
    ...(flags.tenant !== undefined && { tenant: flags.tenant }),
  };
}

export async function emitWish(flags: LoadFlags, projectDir: string, model: LoadModel): Promise<EmitWish> {
  const { sloOf } = await import('../command.js');
  return {
    engine: flags.emit === 'artillery' ? 'artillery' : 'k6',
    projectDir,
    output: flags.output ?? join(projectDir, '.arcube', 'load'),
    target: flags.target ?? 'http://127.0.0.1:3000',
    seed: flags.seed,
    scenarios: flags.scenario ?? [],
    ...(flags.request !== undefined && { request: flags.request }),
    model,
    slo: sloOf({ projectDir, ...(flags.slo !== undefined && { slo: flags.slo }) }),
    timeoutMs: parseDuration(flags.timeout),
  };
}

export function loadOf(flags: LoadFlags): Omit<LoadOptions, 'origin' | 'model' | 'source'> {
  const { workers, connections, retries, seed } = flags;
  const warmUpMs = parseDuration(flags['warm-up']);
  return { workers, connections, retries, seed, warmUpMs, timeoutMs: parseDuration(flags.timeout) };
}

export function testOf(
  flags: LoadFlags,
  { target, emulator }: FoundTarget,
): Omit<LoadCommand['test'], 'load' | 'remarks'> {
  return {
    target,
    abortEarly: !flags['run-to-end'],
    maxLagMs: parseDuration(flags['max-lag']),
    ...(flags['max-requests'] !== undefined && { maxRequests: flags['max-requests'] }),
    ...(emulator && { emulator }),
    ...(flags.while !== undefined && { operation: flags.while.trim().split(/\s+/) }),
  };
}
