import {
  DeleteParameterCommand,
  GetParameterCommand,
  PutParameterCommand,
  paginateGetParametersByPath,
  SSMClient,
} from '@aws-sdk/client-ssm';
import type { AwsRegion } from './region.js';

/** Plain parameters of Systems Manager in one region. */
export class Parameters {
  readonly #client: SSMClient;

  constructor(region: AwsRegion) {
    this.#client = region.client(SSMClient);
  }

  /** Makes it; false when it is there already. Of two who try at once one is told so. */
  async create(name: string, value: string): Promise<boolean> {
    try {
      await this.#put(name, value, false);
      return true;
    } catch (error) {
      if ((error as Error).name === 'ParameterAlreadyExists') return false;
      throw error;
    }
  }

  async overwrite(name: string, value: string): Promise<void> {
    await this.#put(name, value, true);
  }

  /** Its value; undefined when it is not there. */
  async read(name: string): Promise<string | undefined> {
    try {
      return (await this.#client.send(new GetParameterCommand({ Name: name }))).Parameter?.Value;
    } catch (error) {
      if ((error as Error).name === 'ParameterNotFound') return undefined;
      throw error;
    }
  }

  /** Those under a path that ends without a slash, at whatever depth. */
  async under(path: string): Promise<{ name: string; value: string }[]> {
    const found: { name: string; value: string }[] = [];
    const pages = paginateGetParametersByPath({ client: this.#client }, { Path: path, Recursive: true });
    for await (const { Parameters: page = [] } of pages)
      found.push(...page.map(({ Name: name = '', Value: value = '' }) => ({ name, value })));
    return found;
  }

  /** Idempotent. */
  async remove(name: string): Promise<void> {
    try {
      await this.#client.send(new DeleteParameterCommand({ Name: name }));
    } catch (error) {
      if ((error as Error).name !== 'ParameterNotFound') throw error;
    }
  }

  async #put(name: string, value: string, overwrite: boolean): Promise<void> {
    const input = { Name: name, Value: value, Type: 'String', Overwrite: overwrite } as const;
    await this.#client.send(new PutParameterCommand(input));
  }
}
