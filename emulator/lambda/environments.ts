import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock, Timer } from '../../src/core/clock.js';
import type { EnvironmentRecord } from './environment-record.js';
import type { ProcessorLoad } from './processor-load.js';
import type { CodeSpec, EnvironmentSpec, FromThread } from './protocol.js';
import type { FunctionVersion } from './registry.js';
import type { Thread, ThreadExit } from './thread.js';
import type { ThreadPool } from './thread-pool.js';

/** An environment without an event for this many ms of emulator time is given up; Lambda keeps them some minutes. */
const IDLE_FOR = 10 * 60_000;

/** What happens to environments, for whoever holds their events. */
export interface EnvironmentHooks {
  message(environment: EnvironmentRecord, message: FromThread): void;
  lost(environment: EnvironmentRecord, exit: ThreadExit): void;
  /** V8's code cache for a bundle, from the first thread that ran it. */
  codeCache(hash: string, data: Uint8Array): void;
  /** A debugger may attach to the function's thread at this address. */
  inspector(functionName: string, url: string): void;
}

/** The execution environments of all functions: found idle, made, given back, expired. */
export class Environments {
  readonly #records = new Map<number, EnvironmentRecord>();
  readonly #idle = new Map<FunctionVersion, EnvironmentRecord[]>();
  readonly #byThread = new Map<Thread, Set<EnvironmentRecord>>();
  /** `/tmp` folders of environments that crashed: Lambda keeps them for the successor. */
  readonly #keptTmp = new Map<string, string[]>();
  readonly #clock: Clock;
  readonly #tmpRoot: string;
  readonly #hooks: EnvironmentHooks;
  readonly threads: ThreadPool;
  #expiry: Timer | undefined;
  #lastId = 0;

  constructor(options: {
    clock: Clock;
    tmpRoot: string;
    hooks: EnvironmentHooks;
    threads: (living: (thread: Thread) => number) => ThreadPool;
  }) {
    this.#clock = options.clock;
    this.#tmpRoot = options.tmpRoot;
    this.#hooks = options.hooks;
    this.threads = options.threads((thread) => this.#byThread.get(thread)?.size ?? 0);
  }

  get size(): number {
    return this.#records.size;
  }

  all(): EnvironmentRecord[] {
    return [...this.#records.values()];
  }

  /** True when the version has environments, and one more would get no more done than they do. */
  isCrowded(version: FunctionVersion, load: Pick<ProcessorLoad, 'mainBusy' | 'saturated'>): boolean {
    const { functionName, definition } = version;
    const lives = this.living(version) > 0;
    if (!lives || load.mainBusy) return lives;
    return this.threads.isCrowded(functionName, definition.memorySize, load.saturated);
  }

  /** Environments of the version. */
  living(version: FunctionVersion): number {
    let count = 0;
    for (const record of this.#records.values()) if (record.version === version) count++;
    return count;
  }

  /** Other environments in the same thread. */
  neighbours({ thread }: EnvironmentRecord): number {
    return (this.#byThread.get(thread)?.size ?? 1) - 1;
  }

  /** An idle environment of the version, the one used last; none whose thread does not answer. */
  takeIdle(version: FunctionVersion): EnvironmentRecord | undefined {
    const idle = this.#idle.get(version);
    if (!idle) return undefined;
    for (let at = idle.length - 1; at >= 0; at--) {
      const record = idle[at] as EnvironmentRecord;
      if (record.thread.blockedSince !== undefined) continue;
      idle.splice(at, 1);
      record.state = 'busy';
      return record;
    }
    return undefined;
  }

  /** Makes an environment; its init phase begins at once. */
  create(
    version: FunctionVersion,
    logStream: string,
    spec: Omit<EnvironmentSpec, 'id' | 'tmpDir' | 'code'>,
    code?: CodeSpec,
    provisioned = false,
  ): EnvironmentRecord {
    const id = ++this.#lastId;
    const { memorySize } = version.definition;
    const thread = this.threads.place(version.functionName, memorySize);
    const tmpDir = this.#keptTmp.get(version.functionName)?.pop() ?? join(this.#tmpRoot, String(id));
    const record: EnvironmentRecord = {
      id,
      version,
      thread,
      logStream,
      tmpDir,
      codeHash: code?.hash,
      provisioned,
      state: 'starting',
      children: new Set(),
      lastUsed: this.#clock.now(),
      maxMemoryMb: 0,
    };
    this.#records.set(id, record);
    this.#settle(record);
    if (code && !thread.codes.has(code.hash)) thread.send({ type: 'code', code });
    const reference = code && { hash: code.hash, file: code.file, exportPath: code.exportPath };
    if (code) thread.codes.add(code.hash);
    const environment = { ...spec, id, tmpDir, ...(reference && { code: reference }) };
    thread.send({ type: 'create', environment });
    return record;
  }

  /** Its event was taken back before it began. */
  putBack(record: EnvironmentRecord): void {
    if (record.state === 'busy') this.release(record);
  }

  /** Its event is over: back to the idle ones, unless its code has been replaced. */
  release(record: EnvironmentRecord): void {
    if (record.state === 'dead') return;
    record.lastUsed = this.#clock.now();
    if (record.version.retired) {
      this.drop(record);
      return;
    }
    record.state = 'idle';
    const idle = this.#idle.get(record.version);
    if (idle) idle.push(record);
    else this.#idle.set(record.version, [record]);
    this.#expiry ??= this.#clock.at(record.lastUsed + IDLE_FOR, () => this.#expire());
  }

  /** Ends an environment. After a crash its `/tmp` is kept for the next one of the function. */
  drop(record: EnvironmentRecord, crashed = false): void {
    if (record.state === 'dead') return;
    const alone = this.neighbours(record) === 0;
    this.#remove(record);
    if (crashed) this.#keepTmp(record);
    else void rm(record.tmpDir, { recursive: true, force: true });
    if (!alone || !crashed) record.thread.send({ type: 'abandon', id: record.id });
    if (!alone) return;
    if (crashed) void this.threads.end(record.thread);
    else this.threads.trimSoon();
  }

  /** No new event for the version: idle environments end now, the others after their event. */
  retire(version: FunctionVersion): void {
    version.retired = true;
    for (const record of [...(this.#idle.get(version) ?? [])]) this.drop(record);
    this.#idle.delete(version);
  }

  async stop(): Promise<void> {
    this.#expiry?.cancel();
    for (const record of this.#records.values()) record.state = 'dead';
    this.#records.clear();
    this.#idle.clear();
    this.#byThread.clear();
    await this.threads.stop();
  }

  #settle(record: EnvironmentRecord): void {
    const { thread } = record;
    const known = this.#byThread.get(thread);
    if (known) {
      known.add(record);
      return;
    }
    this.#byThread.set(thread, new Set([record]));
    thread.onMessage = (message) => {
      if (message.type === 'inspector') this.#hooks.inspector(record.version.functionName, message.url);
      else this.#route(message);
    };
    thread.onExit = (exit) => this.#threadGone(thread, exit);
  }

  #route(message: FromThread): void {
    if (message.type === 'code-cache') this.#hooks.codeCache(message.hash, message.data);
    if (!('id' in message)) return;
    const record = this.#records.get(message.id);
    if (record) this.#hooks.message(record, message);
  }

  #threadGone(thread: Thread, exit: ThreadExit): void {
    this.threads.forget(thread);
    const records = [...(this.#byThread.get(thread) ?? [])];
    this.#byThread.delete(thread);
    if (exit.outOfMemory && records.length > 1 && thread.functionName)
      this.threads.isolate(thread.functionName);
    for (const record of records) {
      this.#remove(record);
      this.#keepTmp(record);
      this.#hooks.lost(record, exit);
    }
  }

  #remove(record: EnvironmentRecord): void {
    record.state = 'dead';
    for (const pid of record.children) endChild(pid);
    this.#records.delete(record.id);
    const housemates = this.#byThread.get(record.thread);
    housemates?.delete(record);
    if (housemates?.size === 0) record.thread.emptySince = performance.now();
    this.#forgetCode(record);
    const idle = this.#idle.get(record.version);
    const at = idle?.indexOf(record) ?? -1;
    if (at >= 0) idle?.splice(at, 1);
  }

  /** A thread keeps code only while an environment there runs it. */
  #forgetCode({ thread, codeHash }: EnvironmentRecord): void {
    if (codeHash === undefined) return;
    for (const other of this.#byThread.get(thread) ?? []) if (other.codeHash === codeHash) return;
    thread.codes.delete(codeHash);
    thread.send({ type: 'forget', hash: codeHash });
  }

  #keepTmp({ version, tmpDir }: EnvironmentRecord): void {
    const kept = this.#keptTmp.get(version.functionName);
    if (kept) kept.push(tmpDir);
    else this.#keptTmp.set(version.functionName, [tmpDir]);
  }

  #expire(): void {
    this.#expiry = undefined;
    const now = this.#clock.now();
    let next = Number.POSITIVE_INFINITY;
    for (const record of [...this.#idle.values()].flat()) {
      if (record.provisioned) continue;
      if (record.lastUsed + IDLE_FOR <= now) this.drop(record);
      else next = Math.min(next, record.lastUsed + IDLE_FOR);
    }
    if (Number.isFinite(next)) this.#expiry = this.#clock.at(next, () => this.#expire());
  }
}

/** A thread that was ended in mid-work could not do this itself. */
function endChild(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it has ended by itself
  }
}
