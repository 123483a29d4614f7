import type { EventBus, LogLine, RequestRecord, Span } from '../kernel/events.js';

/** How many stories and loose log lines are kept. */
const STORIES = 1000;
const LOOSE_LINES = 1000;
/** Log lines kept of one request: a handler that floods its log must not fill the memory. */
const STORY_LINES = 2000;

/** Everything that happened under one request id. */
export interface Story {
  requestId: string;
  request?: RequestRecord;
  spans: Span[];
  logs: LogLine[];
}

/** The last requests with their spans and logs, as the event bus tells them. */
export class History {
  readonly #stories = new Map<string, Story>();
  readonly #loose: LogLine[] = [];
  readonly #off: () => void;

  constructor(events: EventBus) {
    const request = (record: RequestRecord) => {
      this.#story(record.requestId).request = record;
    };
    const span = (one: Span) => void this.#story(one.requestId).spans.push(one);
    const log = (line: LogLine) => this.#log(line);
    events.on('request', request).on('span', span).on('log', log);
    this.#off = () => void events.off('request', request).off('span', span).off('log', log);
  }

  /** The story of a request; undefined when it is not known, or no longer. */
  story(requestId: string): Story | undefined {
    return this.#stories.get(requestId);
  }

  /** Answered requests, newest first. */
  requests(limit: number): RequestRecord[] {
    const answered = [...this.#stories.values()].flatMap(({ request }) => request ?? []);
    return answered.reverse().slice(0, limit);
  }

  /** Log lines in the order of their time, the last `limit` of those that fit. */
  logs(filter: { functionName?: string; requestId?: string }, limit: number): LogLine[] {
    const { functionName, requestId } = filter;
    const source =
      requestId === undefined
        ? [...this.#loose, ...[...this.#stories.values()].flatMap(({ logs }) => logs)]
        : (this.#stories.get(requestId)?.logs ?? []);
    const fitting = source.filter((line) => functionName === undefined || line.functionName === functionName);
    return fitting.sort((a, b) => a.time - b.time).slice(-limit);
  }

  clear(): void {
    this.#stories.clear();
    this.#loose.length = 0;
  }

  /** Stops listening. */
  close(): void {
    this.#off();
  }

  #log(line: LogLine): void {
    if (line.requestId !== undefined) {
      const { logs } = this.#story(line.requestId);
      if (logs.length < STORY_LINES) logs.push(line);
      return;
    }
    this.#loose.push(line);
    if (this.#loose.length > LOOSE_LINES) this.#loose.shift();
  }

  #story(requestId: string): Story {
    const known = this.#stories.get(requestId);
    if (known) return known;
    const story: Story = { requestId, spans: [], logs: [] };
    this.#stories.set(requestId, story);
    if (this.#stories.size > STORIES) {
      const [oldest] = this.#stories.keys();
      this.#stories.delete(oldest as string);
    }
    return story;
  }
}
