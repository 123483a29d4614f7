import type { Clock } from '../../../../src/core/clock.js';
import { own } from '../../../../src/core/dict.js';
import type { Ids } from '../../../../src/core/ids.js';
import type { ResourceChange, ResourceHandlers } from '../../../kernel/cloudformation.js';
import type { ObjectReader } from '../../../kernel/objects.js';
import { ServiceView } from '../../state/service-view.js';
import type { StateBook } from '../../state/state-book.js';
import type { Engine } from './engine/engine.js';
import { noChangeSet, noStack, refused } from './faults.js';
import type {
  CloudFormationState,
  StoredChangeSet,
  StoredEvent,
  StoredOutput,
  StoredResource,
  StoredStack,
} from './stored.js';

export interface CloudFormationWorld {
  book: StateBook<CloudFormationState>;
  clock: Clock;
  ids: Ids;
  /** Handlers of resource types, as they are at the moment. */
  handlers(): ResourceHandlers;
  /** Hears what became of each resource, before its event says that it is complete. */
  onResource?: ((change: ResourceChange) => Promise<void>) | undefined;
  /** Where `TemplateURL` is read from. */
  objects: ObjectReader;
  /** True when IAM has this role. */
  hasRole(accountId: string, arn: string): boolean;
}

/** Events kept of a stack, and how long a deleted one can be asked for by its ARN (user guide: 90 days). */
const EVENTS = 5000;
const GONE_AFTER = 90 * 86_400_000;

/** The stacks of one account in one region. */
export class Stacks extends ServiceView<CloudFormationState, CloudFormationWorld & { engine: Engine }> {
  /** The stack with this name, or any there was with this ARN. */
  find(nameOrId: string): StoredStack | undefined {
    const { stacks } = this.state;
    if (nameOrId.startsWith('arn:')) return Object.hasOwn(stacks, nameOrId) ? stacks[nameOrId] : undefined;
    return this.living().find(({ name }) => name === nameOrId);
  }

  /** The same; throws `Stack [x] does not exist`. */
  named(nameOrId: string): StoredStack {
    const stack = this.find(nameOrId);
    if (!stack) throw noStack(nameOrId);
    return stack;
  }

  /** A resource of a stack. Throws `Resource x does not exist for stack y`. */
  resource({ name, resources }: StoredStack, logicalId: string): StoredResource {
    const found = own(resources, logicalId);
    if (!found) throw refused(`Resource ${logicalId} does not exist for stack ${name}`);
    return found;
  }

  /** Every stack that was not deleted, oldest first. */
  living(): StoredStack[] {
    return this.all().filter(({ status }) => status !== 'DELETE_COMPLETE');
  }

  /** Every stack, those deleted in the last 90 days among them. */
  all(): StoredStack[] {
    const { stacks, changeSets } = this.state;
    for (const { id, deletedAt } of Object.values(stacks)) {
      if (deletedAt === undefined || deletedAt + GONE_AFTER > this.now) continue;
      delete stacks[id];
      for (const one of Object.values(changeSets)) if (one.stackId === id) delete changeSets[one.id];
    }
    return Object.values(stacks);
  }

  arn(what: string): string {
    return `arn:aws:cloudformation:${this.region}:${this.accountId}:${what}`;
  }

  /** A change set by its ARN, or by its name and its stack's. Throws `ValidationError` or `ChangeSetNotFound`. */
  changeSet(name: string, stackName: string | undefined): StoredChangeSet {
    const found = name.startsWith('arn:') ? this.state.changeSets[name] : this.#changeSetOf(name, stackName);
    if (!found) throw noChangeSet(name);
    return found;
  }

  /** The change sets of a stack that can still be asked for by name. */
  changeSetsOf({ id }: StoredStack): StoredChangeSet[] {
    return Object.values(this.state.changeSets).filter(
      ({ stackId, execution }) => stackId === id && !/_COMPLETE$/.test(execution),
    );
  }

  #changeSetOf(name: string, stackName: string | undefined): StoredChangeSet | undefined {
    if (stackName === undefined)
      throw refused('StackName must be specified if ChangeSetName is not specified as an ARN.');
    const { id } = this.named(stackName);
    return Object.values(this.state.changeSets).findLast((one) => one.stackId === id && one.name === name);
  }

  /** Who exports this name, and the value. */
  exported(name: string): { stack: StoredStack; value: string } | undefined {
    return this.exports().find(({ output }) => output.exportName === name);
  }

  /** Every export of the region. */
  exports(): { stack: StoredStack; output: StoredOutput; value: string }[] {
    return this.living().flatMap((stack) =>
      stack.outputs.flatMap((output) =>
        output.exportName === undefined ? [] : [{ stack, output, value: output.value }],
      ),
    );
  }

  /** Names of the stacks that use an export. */
  importers(name: string): string[] {
    return this.living().flatMap((stack) => (stack.imports.includes(name) ? [stack.name] : []));
  }

  /** Writes an event down. */
  tell(stack: StoredStack, event: Omit<StoredEvent, 'id' | 'at' | 'token'>): void {
    const at = this.now;
    const { ids } = this.world;
    const isStack = event.type === 'AWS::CloudFormation::Stack';
    // AWS names resources' events by their time alone; two in one millisecond must still differ
    const id = isStack
      ? ids.uuid()
      : `${event.logicalId}-${event.status}-${new Date(at).toISOString()}-${ids.hex(4)}`;
    const token = stack.operation?.token;
    stack.events.push({ id, at, ...event, ...(token !== undefined && { token }) });
    if (stack.events.length > EVENTS) stack.events.splice(0, stack.events.length - EVENTS);
  }
}
