import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { userError } from '../../../core/errors.js';
import { Journal, journalIds, readJournal } from '../../journal/journal.js';
import { lockHolder, ProcessLock } from '../../journal/lock.js';
import { projectConfig } from '../../project/project-stack.js';
import type { DeployTarget } from '../target/open-target.js';
import { DeployState } from './deploy-state.js';
import { DeployEngine, type EngineTools } from './engine.js';
import type { BeginEntry, DeployEntry } from './entries.js';

const LOCK = 'deploy.lock';

/** What a run needs beside its files. */
export type DeployTools = Omit<EngineTools, 'journal' | 'isCancelled'>;

/** A deploy that this process holds the lock of. */
export interface OpenDeploy {
  engine: DeployEngine;
  close(): void;
}

/** The right to deploy from a project, before anything has been begun. */
export interface DeployTurn {
  id: string;
  deploys: Deploys;
  /** Writes down what was confirmed. The turn is the deploy's from then on. */
  begin(facts: BeginFacts, tools: DeployTools): OpenDeploy;
  release(): void;
}

/** What is confirmed of a deploy beside where it goes. */
export type BeginFacts = Pick<BeginEntry, 'options' | 'parts'> &
  Partial<Pick<BeginEntry, 'git' | 'rollbackTo' | 'endpoint' | 'bucket'>>;

/** The deploys of a project: their journals and their lock, in `.arcube/deploy`. */
export class Deploys {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Those of a project. */
  static of(projectDir: string): Deploys {
    return new Deploys(join(projectDir, projectConfig(projectDir).state ?? '.arcube', 'deploy'));
  }

  /** Those of a rehearsal, which are no deploys of the project: in a folder of their own. */
  static rehearsals(projectDir: string): Deploys {
    const state = projectConfig(projectDir).state ?? '.arcube';
    return new Deploys(
      join(projectDir, state, 'rehearsals', `${process.pid}-${randomBytes(3).toString('hex')}`),
    );
  }

  /** Removes every journal. */
  forget(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Ids, oldest first. */
  ids(): string[] {
    return journalIds(this.folder, 'd-');
  }

  /** How far a deploy is. Throws DEPLOY_UNKNOWN. */
  state(id: string): DeployState {
    const entries = readJournal<DeployEntry>(this.folder, id);
    if (!entries?.[0]) throw userError('DEPLOY_UNKNOWN', { id, known: this.ids().slice(-5) });
    return new DeployState(entries);
  }

  /** The last deploy that has not ended; undefined when all have. */
  unfinished(): string | undefined {
    return this.ids().findLast((one) => this.state(one).outcome === undefined);
  }

  /** The deploy that was named, else the last one that has not ended. Throws DEPLOY_UNKNOWN. */
  chosen(id: string | undefined): string {
    const found = id ?? this.unfinished();
    if (found === undefined) throw userError('DEPLOY_UNKNOWN', { id, known: this.ids().slice(-5) });
    return found;
  }

  /** The process that is at a deploy now. */
  runner(id: string): { pid: number; host: string } | undefined {
    const holder = lockHolder(this.folder, LOCK);
    return holder?.id === id ? holder : undefined;
  }

  /**
   * Takes the right to deploy. Throws DEPLOY_RUNNING with the first one's name, and DEPLOY_UNFINISHED when another
   * deploy of a stack of the target is not at its end.
   */
  take(target: DeployTarget): DeployTurn {
    const id = newId(target.clock.now());
    const lock = this.#lock(id);
    try {
      this.#refuseUnfinished(target);
    } catch (error) {
      lock.release();
      throw error;
    }
    return {
      id,
      deploys: this,
      release: () => lock.release(),
      begin: (facts, tools) => {
        const journal = Journal.begin<DeployEntry>(this.folder, id, {
          type: 'begin',
          deploy: id,
          at: target.clock.now(),
          by: target.caller,
          account: target.account,
          stage: target.stage,
          ...facts,
        });
        tools.boundary('begin');
        return this.#open(target, id, journal, lock, tools);
      },
    };
  }

  /** Goes on with a deploy. Throws DEPLOY_UNKNOWN, DEPLOY_RUNNING and DEPLOY_ENDED. */
  reopen(target: DeployTarget, id: string, tools: DeployTools): OpenDeploy {
    const { outcome } = this.state(id); // an unknown one must not make a journal
    if (outcome !== undefined) throw userError('DEPLOY_ENDED', { id, outcome });
    const lock = this.#lock(id);
    return this.#open(target, id, Journal.open<DeployEntry>(this.folder, id), lock, tools);
  }

  /** Adds a line to a deploy's journal, whoever is at it: a line is written whole. */
  note(id: string, entry: DeployEntry): void {
    const journal = Journal.open<DeployEntry>(this.folder, id);
    journal.append(entry);
    journal.close();
  }

  #lock(id: string): ProcessLock {
    return ProcessLock.take(this.folder, LOCK, id, (holder) => userError('DEPLOY_RUNNING', holder));
  }

  #open(
    target: DeployTarget,
    id: string,
    journal: Journal<DeployEntry>,
    lock: ProcessLock,
    tools: DeployTools,
  ): OpenDeploy {
    const entries = readJournal<DeployEntry>(this.folder, id) ?? [];
    const isCancelled = (): boolean => this.state(id).cancelled;
    return {
      engine: new DeployEngine(target, entries, { ...tools, journal, isCancelled }),
      close: () => {
        journal.close();
        lock.release();
      },
    };
  }

  #refuseUnfinished({ account, regions }: DeployTarget): void {
    const wanted = new Set(regions.map(({ name, settings }) => `${name} ${settings.stackName}`));
    for (const id of this.ids()) {
      const state = this.state(id);
      const { begin, outcome } = state;
      if (outcome !== undefined || begin.account !== account) continue;
      if (begin.parts.some(({ region, stack }) => wanted.has(`${region} ${stack}`)))
        throw userError('DEPLOY_UNFINISHED', { id, state: state.describe() });
    }
  }
}

/** The later one sorts after the earlier. */
function newId(now: number): string {
  const time = new Date(now).toISOString().replace(/[-:.Z]/g, '');
  return `d-${time}-${randomBytes(3).toString('hex')}`;
}
