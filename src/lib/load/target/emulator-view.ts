import { ControlClient, type ControlTarget } from '../../project/control-client.js';
import type { ServerSpan } from '../results/report.js';

interface Story {
  spans: { name: string; kind: string; startedAt: number; durationMs: number }[];
}

/** What an emulator tells of the load that it is under; a deployed stage has no such side door. */
export class EmulatorView {
  readonly #client: ControlClient;

  constructor(target: ControlTarget) {
    this.#client = ControlClient.find(target);
  }

  /** Cold starts of all functions since the emulator began; undefined when it does not say. */
  async coldStarts(): Promise<number | undefined> {
    const health = await this.#client
      .get<{ services: Record<string, { details?: { coldStarts?: number } }> }>('/health')
      .catch(() => undefined);
    return health?.services.lambda?.details?.coldStarts;
  }

  /** What happened under a request's id, times from its begin; undefined once it has been forgotten. */
  async spans(requestId: string): Promise<ServerSpan[] | undefined> {
    const story = await this.#client
      .get<Story>(`/explain/${encodeURIComponent(requestId)}`)
      .catch(() => undefined);
    if (!story || story.spans.length === 0) return undefined;
    const begin = Math.min(...story.spans.map(({ startedAt }) => startedAt));
    return story.spans
      .map(({ name, kind, startedAt, durationMs }) => ({ name, kind, atMs: startedAt - begin, durationMs }))
      .sort((a, b) => a.atMs - b.atMs);
  }
}
