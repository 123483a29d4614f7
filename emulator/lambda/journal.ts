import type { EventBus, Span } from '../kernel/events.js';
import { logGroupOf } from './describe.js';
import type { EnvironmentRecord } from './environment-record.js';
import * as logLines from './log-lines.js';
import type { ThreadLine } from './protocol.js';

/** Whose line or span it is. */
export interface Subject {
  environment: EnvironmentRecord;
  requestId: string;
  storyId?: string;
  traceHeader?: string;
  /** When the event was handed over, on the emulator's clock. */
  handedAt: number;
  /** Its START line is written. */
  begun: boolean;
}

/** Tells the emulator what functions do: log lines as CloudWatch has them, and spans. */
export class Journal {
  readonly #events: EventBus;
  readonly #now: () => number;

  constructor(events: EventBus, now: () => number) {
    this.#events = events;
    this.#now = now;
  }

  /** Lines a function wrote. */
  lines(environment: EnvironmentRecord, lines: ThreadLine[]): void {
    for (const line of lines) this.#emit(environment, line);
  }

  /** A line of the platform's. */
  platform(environment: EnvironmentRecord, text: string, storyId?: string): void {
    this.#emit(environment, { time: this.#now(), text, ...(storyId ? { requestId: storyId } : {}) });
  }

  /** Writes START, once, when the event is known to have begun: until then it may be taken elsewhere. */
  started(subject: Subject): void {
    if (subject.begun) return;
    subject.begun = true;
    const { environment, requestId, storyId, handedAt } = subject;
    const text = logLines.start(requestId, environment.version.version);
    this.#emit(environment, { time: handedAt, text, ...(storyId ? { requestId: storyId } : {}) });
  }

  ended(subject: Subject, facts: Omit<logLines.Report, 'requestId' | 'memorySize' | 'maxMemoryMb'>): void {
    const { environment, requestId, storyId, traceHeader } = subject;
    this.started(subject);
    this.platform(environment, logLines.end(requestId), storyId);
    const { memorySize } = environment.version.definition;
    const maxMemoryMb = environment.maxMemoryMb;
    const trace = traceHeader && environment.version.definition.tracing === 'Active' ? { traceHeader } : {};
    const line = logLines.report({ ...facts, ...trace, requestId, memorySize, maxMemoryMb });
    this.platform(environment, line, storyId);
  }

  spans(spans: Span[]): void {
    for (const span of spans) this.#events.emit('span', span);
  }

  #emit({ version, logStream }: EnvironmentRecord, line: ThreadLine): void {
    const { functionName, definition } = version;
    const logGroup = logGroupOf(version);
    this.#events.emit('log', { functionName, functionArn: definition.arn, logGroup, logStream, ...line });
  }
}
