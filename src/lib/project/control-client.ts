import { userError } from '../../core/errors.js';
import { isAlive, readRunFile } from '../../core/run-file.js';

/** How a command reaches an emulator that runs in another terminal. */
export interface ControlTarget {
  projectDir: string;
  /** Base URL given by the user instead. */
  url?: string | undefined;
}

/** Talks to the control API of a running emulator; its refusals become user errors. */
export class ControlClient {
  readonly #base: string;
  readonly #token: string | undefined;

  private constructor(base: string, token: string | undefined) {
    this.#base = base;
    this.#token = token;
  }

  /** Finds the emulator of a project. Throws NO_EMULATOR when none runs. */
  static find(target: ControlTarget): ControlClient {
    const client = ControlClient.tryFind(target);
    if (!client) throw userError('NO_EMULATOR', { projectDir: target.projectDir });
    return client;
  }

  /** Finds the emulator of a project; undefined when none runs. */
  static tryFind({ projectDir, url }: ControlTarget): ControlClient | undefined {
    const found = readRunFile(projectDir);
    if (url !== undefined) {
      const own = found?.urls?.control === url.replace(/\/$/, '');
      return new ControlClient(url.replace(/\/$/, ''), own ? found?.controlToken : undefined);
    }
    if (!found?.urls || !isAlive(found.pid)) return undefined;
    return new ControlClient(found.urls.control, found.controlToken);
  }

  get<T>(path: string): Promise<T> {
    return this.#ask<T>(path, {});
  }

  /** Like `get`, but undefined for what the emulator does not have. */
  async tryGet<T>(path: string): Promise<T | undefined> {
    const answer = await this.#fetch(path, {});
    return answer.status === 404 ? undefined : this.#read<T>(answer);
  }

  post<T>(path: string, body: unknown): Promise<T> {
    const headers = { 'content-type': 'application/json' };
    return this.#ask<T>(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  delete<T>(path: string): Promise<T> {
    return this.#ask<T>(path, { method: 'DELETE' });
  }

  /** Server-sent events of these types, until the emulator ends or `signal` aborts. */
  async *events(types: string[], signal: AbortSignal): AsyncGenerator<{ type: string; data: unknown }> {
    const answer = await this.#fetch(`/events?types=${types.join(',')}`, { signal });
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of answer.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, type, data] = /^event: (\w+)\ndata: (.*)$/s.exec(block) ?? [];
        if (type !== undefined && data !== undefined) yield { type, data: JSON.parse(data) as unknown };
      }
    }
  }

  async #ask<T>(path: string, init: RequestInit): Promise<T> {
    return this.#read<T>(await this.#fetch(path, init));
  }

  async #read<T>(answer: Response): Promise<T> {
    const body = (await answer.json()) as T & {
      error?: { code: string; what: string; why?: string; todo?: string };
    };
    if (answer.ok || !body.error) return body;
    throw userError('CONTROL_REFUSED', body.error);
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#token !== undefined) headers.set('authorization', `Bearer ${this.#token}`);
    try {
      return await fetch(`${this.#base}/_arcube${path}`, { ...init, headers });
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw userError('EMULATOR_SILENT', { url: this.#base }, { cause: error });
    }
  }
}
