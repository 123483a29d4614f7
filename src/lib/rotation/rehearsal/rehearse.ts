import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { userError } from '../../../core/errors.js';
import { callerIdentity } from '../../aws/identity.js';
import { drive, type ShowPhase } from '../drive.js';
import { closeTarget, openTarget } from '../open-target.js';
import type { KindName, Phase } from '../phases.js';
import { Rotations } from '../rotations.js';
import type { Target } from '../target.js';
import { Callers } from './callers.js';
import { HolderBook } from './holder-book.js';
import type { LoadCounts } from './judge.js';
import { RotationLoad } from './load.js';
import type { RehearsalStage } from './stage.js';

export interface RehearsalWishes {
  kinds: KindName[];
  /** Requests a second. */
  rate: number;
  /** How often each kind is rotated. */
  rounds: number;
  /** Milliseconds of the machine's clock between two moves of the emulator's. */
  step?: number;
  signal: AbortSignal;
  show: ShowPhase;
}

/** How it went. */
export interface RehearsalReport extends LoadCounts {
  rotations: number;
  /** Kinds of which there was nothing to rotate. */
  nothingOf: KindName[];
  /** Milliseconds under load: of the machine's clock, and of the emulator's. */
  tookMs: number;
  emulatedMs: number;
}

/** Callers take up new keys at once: the gate only has to see it. Milliseconds of the emulator's clock. */
const ADOPTION = 4 * 3600_000;
/** The emulator's clock moves at most this far at once, milliseconds: caches end one after the other, as they would. */
const LEAP = 120_000;

/**
 * Plays rotations on an emulator whose clock is moved, under a steady load of tokens of all ages, client secrets, edge
 * signatures and gateway keys, good ones and (once they are revoked) bad ones.
 */
export async function rehearse(stage: RehearsalStage, wishes: RehearsalWishes): Promise<RehearsalReport> {
  if (stage.holders.length === 0)
    throw userError('ROTATION_NOTHING', { why: 'The project has no tenants: nobody could call its API.' });
  const folder = mkdtempSync(join(tmpdir(), 'arcube-rehearsal-'));
  const target = await openStage(stage);
  const callers: Callers = new Callers(stage, () => load.counts);
  const load = new RotationLoad(stage, wishes.rate, () => callers.next());
  const book = new HolderBook(stage, target, callers, load.judge);
  const pass = passTime({ target, stage, load, callers, wishes });
  try {
    await book.open();
    for (const one of callers.knowledge) await load.send(callers.grant(one));
    load.start();
    const began = { machine: performance.now(), emulator: stage.now() };
    await age(target, stage, pass, wishes.signal);
    let rotations = 0;
    const nothingOf: KindName[] = [];
    for (const kind of wishes.kinds)
      for (let round = 0; round < wishes.rounds && !wishes.signal.aborted; round++) {
        const rotated = await rotateOnce(folder, kind, { target, callers, book, pass, wishes });
        rotations += rotated ? 1 : 0;
        if (rotated) continue;
        nothingOf.push(kind);
        break;
      }
    await load.stop();
    const times = { tookMs: performance.now() - began.machine, emulatedMs: stage.now() - began.emulator };
    return { ...load.counts, rotations, nothingOf, ...times };
  } finally {
    await load.stop();
    closeTarget(target);
    rmSync(folder, { recursive: true, force: true });
  }
}

type Pass = (ms: number) => Promise<void>;

interface Play {
  target: Target;
  callers: Callers;
  book: HolderBook;
  pass: Pass;
  wishes: RehearsalWishes;
}

/** One rotation; false when there is nothing of the kind. */
async function rotateOnce(
  folder: string,
  kind: KindName,
  { target, callers, book, pass, wishes }: Play,
): Promise<boolean> {
  const rotations = new Rotations(folder);
  const rotation = Rotations.id(target);
  const found = await rotations.survey(target, [kind], rotation);
  const subjects = found.filter((subject) => book.holds(subject));
  if (subjects.length === 0) return false;
  callers.kind = kind;
  await book.remember(kind, subjects);
  const tools = {
    pause: pass,
    boundary: () => undefined,
    acceptChanges: false,
    withoutAdoption: false,
    signal: wishes.signal,
  };
  const open = await rotations.begin(target, { rotation, subjects, adoptionTimeout: ADOPTION }, tools);
  const show = (phase: Phase, work: Parameters<ShowPhase>[1]): Promise<void> =>
    wishes.show(phase, async (say) => {
      await work(say);
      await book.after(phase, kind);
    });
  try {
    await drive(open.engine, show);
  } finally {
    open.close();
  }
  return true;
}

/** Moves the emulator's clock on, a little at a time, new tokens being asked for on the way. */
function passTime({
  target,
  stage,
  load,
  callers,
  wishes: { step = 10 },
}: Pick<Play, 'target' | 'callers' | 'wishes'> & { stage: RehearsalStage; load: RotationLoad }): Pass {
  return async (ms) => {
    // AWS's time is known to the second or two: less than that would have to be waited for again
    const leap = Math.max(3_000, Math.min(ms, Math.ceil(Math.random() * LEAP)));
    await load.still(() => stage.advance(leap));
    await Promise.all([load.send(callers.grant()), sleep(step)]);
    const [home] = target.regions;
    // a machine at its limit answers late: the clock is told with the next answer
    if (home) await callerIdentity(home).catch(() => undefined);
  };
}

/** Lets a token's life pass first, so that tokens of all ages are about when the first rotation begins. */
async function age(target: Target, stage: RehearsalStage, pass: Pass, signal: AbortSignal): Promise<void> {
  const until = stage.now() + target.settings.tokenLife * 1000;
  while (stage.now() < until && !signal.aborted) await pass(until - stage.now());
}

function openStage({
  projectDir,
  account,
  stack,
  stage,
  region,
  awsUrl,
  apiUrl,
}: RehearsalStage): Promise<Target> {
  return openTarget({
    projectDir,
    account,
    stack,
    stage,
    regions: [region],
    endpoint: awsUrl,
    // an emulator's own; nobody else's credentials get near it
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    apiUrls: { [region]: apiUrl },
    choices: { tenants: [], discardPending: false },
    command: 'arcube rotate-keys --rehearse',
  });
}
