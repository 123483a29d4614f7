import type { Secret } from '../src/core/secret.js';
import type { StackModel } from '../src/core/stack/model.js';
import type { Service, ServiceHealth } from './kernel/service.js';

/** Where a template's secrets are made. */
interface Secrets {
  create(seed: { name: string; arn?: string; value?: Secret }): Promise<void>;
}

/** Makes the `AWS::SecretsManager::Secret`s of the template, as CloudFormation would. */
export class StackSecrets implements Service {
  readonly name = 'stack-secrets';
  readonly needs = [] as const;
  readonly #stack: StackModel;
  readonly #secrets: Secrets;
  #status: ServiceHealth['status'] = 'stopped';

  constructor(stack: StackModel, secrets: Secrets) {
    this.#stack = stack;
    this.#secrets = secrets;
  }

  async start(): Promise<void> {
    for (const { name, arn, value } of this.#stack.secrets)
      await this.#secrets.create({ name, arn, ...(value && { value }) });
    this.#status = 'ok';
  }

  async stop(): Promise<void> {
    this.#status = 'stopped';
  }

  health(): ServiceHealth {
    return { status: this.#status, details: { secrets: this.#stack.secrets.length } };
  }
}
