import { join } from 'node:path';
import { userError } from '../../core/errors.js';
import { apiUrls } from '../aws/api-urls.js';
import { killAtBoundary } from '../journal/kill-point.js';
import { projectConfig } from '../project/project-stack.js';
import { drive, type ShowPhase } from './drive.js';
import type { Subject } from './kind.js';
import { attempt, closeTarget, openTarget } from './open-target.js';
import type { KindName } from './phases.js';
import { makePlan, type Plan } from './plan.js';
import { type OpenRotation, Rotations, type RunTools } from './rotations.js';
import type { RunState } from './run-state.js';
import { systemPause } from './system-pause.js';
import type { RotationChoices, Target } from './target.js';

/** What a person may say on the command line of whom and where a rotation is about. */
export interface Wishes {
  projectDir: string;
  account: string | undefined;
  stack: string | undefined;
  stage: string | undefined;
  regions: string[];
  endpoint: string | undefined;
  apiUrls: string[];
  choices: RotationChoices;
  /** The command line without `arcube`, for "then run …". */
  command: string;
}

/** What may be said anew of a rotation that was begun before. */
export type ReopenWishes = Pick<Wishes, 'projectDir' | 'endpoint' | 'command'> &
  Partial<Pick<Wishes, 'choices'>>;

/** How a rotation is run. */
export interface RunWishes {
  acceptChanges: boolean;
  withoutAdoption: boolean;
  /** Rotation of another machine that may be put aside once it gives no sign of life. */
  takeOver?: string | undefined;
  signal: AbortSignal;
}

/** A moment at which tests end the process: after so many boundaries of steps. */
const KILL_AT = 'ARCUBE_ROTATION_KILL_AT';
/** Milliseconds between two looks at AWS's time; for tests, whose clock moves fast. */
const LOOK = 'ARCUBE_ROTATION_LOOK_MS';

/** A target with the rotations of the project: one run of the command. */
export class RotationSession {
  readonly target: Target;
  readonly rotations: Rotations;
  readonly #endpoint: string | undefined;

  private constructor(target: Target, rotations: Rotations, endpoint: string | undefined) {
    this.target = target;
    this.rotations = rotations;
    this.#endpoint = endpoint;
  }

  /** Opens what was named. Throws ROTATION_TARGET_MISSING, AWS_WRONG_ACCOUNT … */
  static async open(wishes: Wishes): Promise<RotationSession> {
    const { stage, regions, projectDir, endpoint } = wishes;
    const missing = [
      ...(stage === undefined ? ['--stage'] : []),
      ...(regions.length === 0 ? ['--region'] : []),
    ];
    if (stage === undefined || missing.length > 0) throw userError('ROTATION_TARGET_MISSING', { missing });
    const target = await openTarget({
      projectDir,
      account: wishes.account,
      stack: wishes.stack ?? projectConfig(projectDir).stackName ?? 'arcube',
      stage,
      regions,
      endpoint,
      apiUrls: apiUrls(wishes.apiUrls, regions),
      choices: wishes.choices,
      command: wishes.command,
    });
    return new RotationSession(target, rotationsOf(projectDir), endpoint);
  }

  /** Opens what a rotation was begun on; only the endpoint may be named anew. Throws ROTATION_UNKNOWN. */
  static async reopen(id: string, wishes: ReopenWishes): Promise<RotationSession> {
    const rotations = rotationsOf(wishes.projectDir);
    const { begin } = rotations.state(id);
    const choices = {
      ...begin.choices,
      discardPending: wishes.choices?.discardPending ?? begin.choices.discardPending,
    };
    const endpoint = wishes.endpoint ?? begin.endpoint;
    const { projectDir, command } = wishes; // where it goes on is where it was begun, whatever else is named
    const target = await openTarget({ ...begin, projectDir, command, endpoint, choices });
    return new RotationSession(target, rotations, endpoint);
  }

  /** Plans a rotation of these kinds. Keys younger than `olderThan` milliseconds are left out. */
  async plan(
    kinds: readonly KindName[],
    command: string,
    olderThan = 0,
  ): Promise<{ id: string; plan: Plan; young: Subject[] }> {
    const id = Rotations.id(this.target);
    const region = this.target.regions.map(({ name }) => name).join(', ');
    const found = await attempt(region, command, () => this.rotations.survey(this.target, kinds, id));
    const limit = this.target.clock.now() - olderThan;
    const isYoung = ({ since }: Subject): boolean => olderThan > 0 && since !== undefined && since > limit;
    const plan = makePlan(
      this.target,
      found.filter((subject) => !isYoung(subject)),
    );
    return { id, plan, young: found.filter(isYoung) };
  }

  /** Begins what was planned. */
  begin(id: string, plan: Plan, adoptionTimeout: number, wishes: RunWishes): Promise<OpenRotation> {
    const facts = { rotation: id, subjects: plan.subjects, adoptionTimeout, endpoint: this.#endpoint };
    return this.rotations.begin(this.target, facts, this.#tools(wishes));
  }

  /** Goes on with one, forward or back as it was going. */
  async resume(id: string, wishes: RunWishes, show: ShowPhase): Promise<RunState> {
    return this.#drive(await this.rotations.reopen(this.target, id, this.#tools(wishes)), show);
  }

  /** Goes back. `abort` is for new keys that are not in use yet, `rollback` for those that are, too. */
  async goBack(id: string, how: 'abort' | 'rollback', wishes: RunWishes, show: ShowPhase): Promise<RunState> {
    const open = await this.rotations.reopen(this.target, id, this.#tools(wishes));
    const { state } = open.engine;
    try {
      if (state.back === undefined && state.reached('revoke')) throw userError('ROTATION_REVOKED', { id });
      if (how === 'abort' && state.back === undefined && state.reached('promote'))
        throw userError('ROTATION_PROMOTED', { id });
      open.engine.turnBack(how);
    } catch (error) {
      open.close();
      throw error;
    }
    return this.#drive(open, show);
  }

  /** Takes one that was begun here to its end. */
  async run(open: OpenRotation, show: ShowPhase): Promise<RunState> {
    return this.#drive(open, show);
  }

  close(): void {
    closeTarget(this.target);
  }

  async #drive(open: OpenRotation, show: ShowPhase): Promise<RunState> {
    try {
      await drive(open.engine, show);
      return open.engine.state;
    } finally {
      open.close();
    }
  }

  #tools({ signal, ...wishes }: RunWishes): RunTools {
    const most = process.env[LOOK];
    return {
      ...wishes,
      signal,
      pause: systemPause(this.target, signal, most === undefined ? undefined : Number(most)),
      boundary: killAtBoundary(Number(process.env[KILL_AT] ?? 0)),
    };
  }
}

/** The rotations of a project. */
export function rotationsOf(projectDir: string): Rotations {
  return new Rotations(join(projectDir, projectConfig(projectDir).state ?? '.arcube', 'rotation'));
}
