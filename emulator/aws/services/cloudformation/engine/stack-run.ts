import { setMaxListeners } from 'node:events';
import { type Dict, own } from '../../../../../src/core/dict.js';
import type { KnownIdentity } from '../../../../../src/core/stack/context.js';
import { Evaluation } from '../../../../../src/core/stack/evaluation.js';
import { loadStack } from '../../../../../src/core/stack/load.js';
import type { StackModel } from '../../../../../src/core/stack/model.js';
import type { ResourceHandler, ResourceStack } from '../../../../kernel/cloudformation.js';
import { refused } from '../faults.js';
import { hiddenValues, masked } from '../parameters.js';
import type { Stacks } from '../stacks.js';
import type { StackSource, StoredResource, StoredStack } from '../stored.js';
import { readTemplate, type Template } from '../template.js';

/** What an event is about. */
export interface Happening {
  status: string;
  reason?: string;
  physicalId?: string;
  properties?: Dict;
}

/** One stack under operation: its parts as the engine's steps need them. */
export class StackRun {
  readonly stacks: Stacks;
  readonly stack: StoredStack;
  /** Aborts when the operation failed, was cancelled, or the emulator stops. */
  readonly ended = new AbortController();
  /** Aborts when the emulator stops: nothing is written down as failed then. */
  readonly halted: AbortSignal;

  constructor(stacks: Stacks, stack: StoredStack, halted: AbortSignal) {
    this.stacks = stacks;
    this.stack = stack;
    this.halted = halted;
    halted.addEventListener('abort', this.#onHalt, { once: true });
    setMaxListeners(0, this.ended.signal); // as many canaries listen as the stack has aliases
    if (halted.aborted) this.#onHalt(); // begun while the emulator stops
  }

  /** Names of the exports that the last evaluation used. */
  readonly imports = new Set<string>();

  readonly #onHalt = (): void => this.ended.abort(this.halted.reason);

  /** Takes it off what it listens to. */
  close(): void {
    this.halted.removeEventListener('abort', this.#onHalt);
  }

  get template(): Template {
    return readTemplate(this.stack.template);
  }

  get handlerStack(): ResourceStack {
    const { id, name, tags } = this.stack;
    const { accountId, region } = this.stacks;
    return { id, name, accountId, region, tags };
  }

  handler(type: string): ResourceHandler | undefined {
    return own(this.stacks.world.handlers(), type);
  }

  /** The template as it stands now, with what the resources that exist answer. */
  evaluation(): Evaluation {
    const { stack } = this;
    return evaluationOf(this.stacks, stack, {
      ref: (id) => own(stack.resources, id)?.physicalId,
      attribute: (id, name) => own(own(stack.resources, id)?.attributes, name),
      imported: (name) => this.imports.add(name),
    });
  }

  /** The whole template resolved with real ids. Throws `ValidationError` when the reader finds a fault. */
  model(): StackModel {
    const { id: stackId, name: stackName, template: text, parameters, resources } = this.stack;
    const { accountId, region } = this.stacks;
    const identities = new Map<string, KnownIdentity>();
    for (const one of Object.values(resources))
      if (one.physicalId !== undefined)
        identities.set(one.logicalId, { ref: one.physicalId, attributes: one.attributes });
    const imports = (name: string) => this.stacks.exported(name)?.value;
    const wanted = {
      file: `${stackName}.template`,
      text,
      region,
      accountId,
      stackName,
      parameters,
      identities,
      stackId,
      imports,
    };
    const { stack, diagnostics } = loadStack(wanted);
    if (stack) return stack;
    throw refused(
      diagnostics.find(({ severity }) => severity === 'error')?.message ?? 'The template cannot be read.',
    );
  }

  /** Puts the stack into a status, with its event. */
  turn(status: string, reason?: string): void {
    this.stack.status = status;
    if (reason === undefined) delete this.stack.statusReason;
    else this.stack.statusReason = reason;
    this.stacks.tell(this.stack, {
      logicalId: this.stack.name,
      physicalId: this.stack.id,
      type: 'AWS::CloudFormation::Stack',
      status,
      ...(reason !== undefined && { reason }),
    });
    this.persist();
  }

  /** Puts a resource into a status, with its event. */
  turnResource(resource: StoredResource, { status, reason, physicalId, properties }: Happening): void {
    resource.status = status;
    resource.updatedAt = this.stacks.now;
    if (reason === undefined) delete resource.reason;
    else resource.reason = reason;
    const shown = masked(
      properties ?? resource.properties,
      hiddenValues(this.template, this.stack.parameters),
    );
    this.stacks.tell(this.stack, {
      logicalId: resource.logicalId,
      physicalId: physicalId ?? resource.physicalId ?? '',
      type: resource.type,
      status,
      ...(reason !== undefined && { reason }),
      properties: JSON.stringify(shown),
    });
    this.persist();
  }

  /** Puts the state on its way to disk: a disk that fails is told by the save that an operation ends with. */
  persist(): void {
    this.stacks.save().catch(() => undefined);
  }
}

/** A source evaluated for a stack. */
export function evaluationOf(
  stacks: Stacks,
  { id: stackId, name: stackName, template, parameters }: Pick<StoredStack, 'id' | 'name'> & StackSource,
  {
    imported,
    ...answers
  }: {
    ref(id: string): string | undefined;
    attribute(id: string, name: string): unknown;
    imported?(name: string): void;
  },
): Evaluation {
  const { document } = readTemplate(template);
  const { accountId, region } = stacks;
  const imports = (name: string) => {
    imported?.(name);
    return stacks.exported(name)?.value;
  };
  return new Evaluation({ document, parameters, region, accountId, stackName, stackId, imports, ...answers });
}
