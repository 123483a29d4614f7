import { userError } from '../../core/errors.js';
import { type InvokeTarget, invoke } from '../aws/invoke.js';
import type { ControlClient } from '../project/control-client.js';
import { projectOf } from './folder.js';

/** The emulator's own account key. */
const EMULATOR_KEY = { accessKeyId: 'test', secretAccessKey: 'test' };

/** What Node says of a connection whose other end has gone. */
const LOST = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE'];

/** The platform's function for operators: what a tenant has in the databases is read and changed by it alone. */
export class DataFunction {
  readonly #target: InvokeTarget;

  constructor(target: InvokeTarget) {
    this.#target = target;
  }

  /** That of the emulator that runs for a project. */
  static async of(client: ControlClient, projectDir: string): Promise<DataFunction> {
    const { stackName, region } = projectOf(projectDir);
    const { urls } = await client.get<{ urls: { aws: string } }>('/info');
    return new DataFunction({
      functionName: `${stackName}-tenant-data:live`,
      region,
      endpoint: urls.aws,
      credentials: EMULATOR_KEY,
    });
  }

  /** Does one action. Throws TENANT_DATA_REFUSED, and EMULATOR_SILENT when the emulator has ended. */
  async run<T>(action: string, input: object): Promise<T> {
    const answer = await this.#invoke<T>({ action, ...input });
    if (!answer.refusal) return answer;
    const { code, message } = answer.refusal;
    throw userError('TENANT_DATA_REFUSED', { code, what: message });
  }

  async #invoke<T>(payload: object): Promise<T & { refusal?: { code: string; message: string } }> {
    try {
      return await invoke(this.#target, payload);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (!LOST.includes(code)) throw error;
      throw userError('EMULATOR_SILENT', { url: this.#target.endpoint ?? 'AWS' }, { cause: error });
    }
  }

  /** Repeats an action until there is no next step, and gives every answer. */
  async *steps<T extends { next?: unknown }>(action: string, input: object): AsyncGenerator<T> {
    for (let after: unknown; ; ) {
      const answer = await this.run<T>(action, { ...input, ...(after !== undefined && { after }) });
      yield answer;
      if (answer.next === undefined) return;
      after = answer.next;
    }
  }
}
