import type { MovableClock } from '../src/core/clock.js';
import { userError } from '../src/core/errors.js';
import type { ClockMove, Fault } from '../src/core/scenario/model.js';
import type { OutboxMail } from '../src/core/scenario/step-context.js';
import type {
  SystemBooking,
  SystemControls,
  SystemStory,
  SystemTenant,
  SystemUnderTest,
} from '../src/core/scenario/system.js';
import type { Secret } from '../src/core/secret.js';
import type { History } from './control/history.js';
import type { EventBus, LogLine } from './kernel/events.js';
import type { EmulatorUrls } from './options.js';
import type { TenantCredentials } from './platform/index.js';
import type { Sandbox } from './sandbox.js';
import { writeSnapshot } from './snapshot.js';
import { FAULTS } from './vendors/index.js';

/** Log lines kept since the last reset, for the search for secrets. */
const MOST_LINES = 50_000;

/** What the facade needs of a running emulator. */
export interface SystemParts {
  clock: MovableClock;
  events: EventBus;
  history: History;
  sandbox: Sandbox;
  urls(): EmulatorUrls;
  tenants(): TenantCredentials[];
  reset(): Promise<void>;
}

/** An emulator as tests see it: the API, its tenants, and what can be done to it beside the API. */
export class EmulatorSystem implements SystemUnderTest, SystemControls {
  readonly label = 'the emulator';
  readonly controls = this;
  readonly #parts: SystemParts;
  readonly #lines: LogLine[] = [];

  constructor(parts: SystemParts) {
    this.#parts = parts;
    parts.events.on('log', (line) => {
      if (this.#lines.length < MOST_LINES) this.#lines.push(line);
    });
  }

  get api(): string {
    return this.#parts.urls().api;
  }

  tenants(): SystemTenant[] {
    return this.#parts.tenants().map(({ tenant, region, clients, edgeSecret, domains }) => ({
      tenant,
      region,
      clients,
      edgeSecret,
      domains,
    }));
  }

  contract(): Record<string, unknown> | undefined {
    return this.#parts.sandbox.apiDescription();
  }

  async reset(): Promise<void> {
    this.#lines.length = 0;
    await this.#parts.reset();
  }

  now(): number {
    return this.#parts.clock.now();
  }

  async moveClock(move: ClockMove): Promise<void> {
    const { clock } = this.#parts;
    if (move === 'freeze') clock.freeze();
    else if (move === 'resume') clock.resume();
    else if (move === 'reset') clock.reset();
    else if ('advance' in move) clock.advance(move.advance);
    else clock.set(move.set);
  }

  /** Errors: FAULT_UNKNOWN for a function, vendor or kind that does not exist. */
  async fault(fault: Fault): Promise<void> {
    if ('clear' in fault) this.#parts.sandbox.faults.clear();
    else if (fault.kind !== undefined) this.#fail(fault.name, fault.kind, fault.times ?? 1);
    else this.#set(fault);
  }

  /** Shares and latencies go to whatever bears the name; a `kind` is one of the vendors' own ways to fail. */
  #set(fault: Exclude<Fault, { clear: true }>): void {
    const { faults } = this.#parts.sandbox;
    const { target, name, latency, errorRate, throttleRate, timeoutRate } = fault;
    const all = { function: '*', vendor: 'vendors', mongo: 'mongo' }[target];
    const called = name === '*' ? all : target === 'mongo' ? `mongo:${name}` : name;
    if (faults.resolve(called) === undefined)
      throw userError('FAULT_UNKNOWN', { what: target, name, known: faults.names() });
    faults.set(called, {
      ...(latency !== undefined && { latencyMs: latency }),
      ...(errorRate !== undefined && { errorRate }),
      ...(throttleRate !== undefined && { throttleRate }),
      ...(timeoutRate !== undefined && { timeoutRate }),
    });
  }

  #fail(name: string, kind: string, times: number): void {
    const known = FAULTS.find((one) => one === kind);
    if (!known)
      throw userError('FAULT_UNKNOWN', { what: 'kind of vendor fault', name: kind, known: [...FAULTS] });
    const vendors = this.vendors();
    const wanted = name === '*' ? vendors : vendors.filter((one) => one === name);
    if (wanted.length === 0) throw userError('FAULT_UNKNOWN', { what: 'vendor', name, known: vendors });
    for (const vendor of wanted) this.#parts.sandbox.vendors.fail(vendor, known, times);
  }

  async story(requestId: string): Promise<SystemStory | undefined> {
    const explained = this.#parts.sandbox.explain(requestId);
    const story = this.#parts.history.story(explained?.record.requestId ?? requestId);
    if (!story && !explained) return undefined;
    const { spans = [], logs = [] } = story ?? {};
    return { requestId, spans, logs, ...(explained && { steps: explained.steps }) };
  }

  logs(): { text: string; functionName: string }[] {
    return this.#lines;
  }

  bookings(): SystemBooking[] {
    return this.#parts.sandbox.vendors.bookings().map(({ vendor, key, state }) => ({ vendor, key, state }));
  }

  vendors(): string[] {
    return Object.keys(this.#parts.sandbox.vendors.accounts());
  }

  async outbox(): Promise<OutboxMail[]> {
    // the outbox shows the newest first; a test reads in the order of time
    return this.#parts.sandbox.outbox
      .list()
      .map((mail) => ({ ...mail }))
      .reverse();
  }

  mongoByRegion(): Record<string, string> {
    return this.#parts.urls().mongoByRegion;
  }

  secrets(): Secret[] {
    const { secrets } = this.#parts.sandbox;
    return secrets.names().flatMap((name) => secrets.get(name) ?? []);
  }

  snapshot(file: string): Promise<void> {
    const { sandbox, clock } = this.#parts;
    return writeSnapshot(file, {
      mongoByRegion: this.mongoByRegion(),
      secrets: sandbox.secrets,
      kms: sandbox.kms,
      now: clock.now(),
    });
  }
}
