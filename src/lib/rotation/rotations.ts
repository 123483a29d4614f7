import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { userError } from '../../core/errors.js';
import { Journal, readJournal } from '../journal/journal.js';
import { AuditLog } from './audit-log.js';
import { Engine, type EngineTools } from './engine.js';
import { type BeginEntry, type JournalEntry, rotationIds } from './journal.js';
import type { Subject } from './kind.js';
import { loadKinds } from './kinds/index.js';
import { LocalLock } from './local-lock.js';
import { type LockScope, scopesOf } from './lock-scope.js';
import { attempt } from './open-target.js';
import type { KindName } from './phases.js';
import { RunState } from './run-state.js';
import { StackLock } from './stack-lock.js';
import type { Target } from './target.js';

/** What a run needs beside its files. */
export type RunTools = Pick<
  EngineTools,
  'pause' | 'boundary' | 'acceptChanges' | 'withoutAdoption' | 'signal'
> & {
  /** Rotation of another machine that may be put aside once it gives no sign of life. */
  takeOver?: string | undefined;
};

/** A rotation that this process holds the lock of. */
export interface OpenRotation {
  engine: Engine;
  close(): void;
}

/** The rotations of a project: journals, lock and audit log in one folder. */
export class Rotations {
  readonly folder: string;
  readonly audit: AuditLog;

  constructor(folder: string) {
    this.folder = folder;
    this.audit = new AuditLog(join(folder, 'audit.jsonl'));
  }

  /** A new id; the later one sorts after the earlier. */
  static id(target: Target): string {
    const time = new Date(target.clock.now()).toISOString().replace(/[-:.Z]/g, '');
    return `r-${time}-${target.random(4).reveal().toString('hex')}`;
  }

  /** Ids, oldest first. */
  ids(): string[] {
    return rotationIds(this.folder);
  }

  /** How far a rotation is. Throws ROTATION_UNKNOWN. */
  state(id: string): RunState {
    const entries = readJournal<JournalEntry>(this.folder, id);
    if (!entries?.[0]) throw userError('ROTATION_UNKNOWN', { id, known: this.ids().slice(-5) });
    return new RunState(entries);
  }

  /** Every key line of these kinds that the target's choices leave in. */
  async survey(target: Target, kinds: readonly KindName[], id: string): Promise<Subject[]> {
    const loaded = await loadKinds(kinds);
    const subjects: Subject[] = [];
    for (const name of new Set(kinds)) subjects.push(...((await loaded[name]?.survey(target, id)) ?? []));
    return subjects;
  }

  /**
   * Begins a rotation: takes the locks and writes down all that resuming needs. Throws ROTATION_RUNNING and
   * ROTATION_LOCKED, and ROTATION_UNFINISHED when another rotation of one of the keys is not at its end.
   */
  async begin(
    target: Target,
    facts: Pick<BeginEntry, 'rotation' | 'subjects' | 'adoptionTimeout'> & { endpoint?: string | undefined },
    tools: RunTools,
  ): Promise<OpenRotation> {
    const { rotation, subjects, adoptionTimeout, endpoint } = facts;
    mkdirSync(this.folder, { recursive: true });
    const scopes = scopesOf(subjects, target.choices.tenants);
    const lock = LocalLock.take(this.folder, target, rotation, scopes);
    return opened(lock, async () => {
      this.#refuseUnfinished(target, subjects);
      const lock = await lockStack(target, rotation, scopes, tools);
      const entry: BeginEntry = {
        type: 'begin',
        rotation,
        at: target.clock.now(),
        by: target.caller,
        account: target.account,
        stack: target.stack,
        stage: target.stage,
        regions: target.regions.map(({ name }) => name),
        ...(endpoint !== undefined && { endpoint }),
        apiUrls: { ...target.apiUrls },
        settings: target.settings,
        choices: target.choices,
        subjects,
        adoptionTimeout,
      };
      const journal = await begun(lock, () => Journal.begin<JournalEntry>(this.folder, rotation, entry));
      this.#note(target, rotation, 'begin', subjects.map(({ id }) => id).join(', '));
      tools.boundary('begin');
      return this.#engine(target, rotation, journal, { ...tools, lock });
    });
  }

  /** Goes on with a rotation. Throws ROTATION_UNKNOWN, ROTATION_RUNNING, ROTATION_LOCKED and ROTATION_ENDED. */
  async reopen(target: Target, id: string, tools: RunTools): Promise<OpenRotation> {
    const { subjects, choices } = this.state(id).begin; // an unknown one must not make a journal
    const scopes = scopesOf(subjects, choices.tenants);
    const lock = LocalLock.take(this.folder, target, id, scopes);
    return opened(lock, async () => {
      const { outcome } = this.state(id);
      if (outcome !== undefined) throw userError('ROTATION_ENDED', { id, outcome });
      const lock = await lockStack(target, id, scopes, tools);
      this.#note(target, id, 'resume', '');
      return this.#engine(target, id, Journal.open<JournalEntry>(this.folder, id), { ...tools, lock });
    });
  }

  async #engine(
    target: Target,
    id: string,
    journal: Journal<JournalEntry>,
    tools: RunTools & Pick<EngineTools, 'lock'>,
  ) {
    const entries = readJournal<JournalEntry>(this.folder, id) ?? [];
    const kinds = await loadKinds(new RunState(entries).begin.subjects.map(({ kind }) => kind));
    return { journal, engine: new Engine(target, entries, { ...tools, kinds, journal, audit: this.audit }) };
  }

  #refuseUnfinished({ account, stack }: Target, subjects: readonly Subject[]): void {
    const wanted = new Set(subjects.map(({ id }) => id));
    for (const id of this.ids()) {
      const state = this.state(id);
      const same = state.begin.account === account && state.begin.stack === stack;
      if (same && state.outcome === undefined && state.begin.subjects.some((one) => wanted.has(one.id)))
        throw userError('ROTATION_UNFINISHED', { id, state: state.describe() });
    }
  }

  #note(target: Target, rotation: string, what: string, note: string): void {
    const at = new Date(target.clock.now()).toISOString();
    this.audit.append({ at, who: target.caller, rotation, what, note });
  }
}

/** Opens a rotation whose lock is held: it goes back with it, and at once when it cannot be opened. */
async function opened(
  lock: LocalLock,
  open: () => Promise<{ engine: Engine; journal: Journal<JournalEntry> }>,
): Promise<OpenRotation> {
  try {
    const { engine, journal } = await open();
    const close = (): void => {
      journal.close();
      lock.release();
    };
    return { engine, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Begins the journal. A rotation that cannot be written down is none: the lock that other machines see goes back. */
async function begun<T>(lock: StackLock, begin: () => T): Promise<T> {
  try {
    return begin();
  } catch (error) {
    await lock.release().catch(() => undefined); // why it was not begun is what to tell
    throw error;
  }
}

/** Takes the lock that other machines see. Nothing is changed when it cannot be had. */
function lockStack(
  target: Target,
  rotation: string,
  scopes: readonly LockScope[],
  { takeOver }: RunTools,
): Promise<StackLock> {
  const where = target.regions.map(({ name }) => name).join(', ');
  return attempt(where, target.command, () => StackLock.take(target, { rotation, scopes, takeOver }));
}
