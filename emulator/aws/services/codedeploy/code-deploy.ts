import type { Clock } from '../../../../src/core/clock.js';
import type { Ids } from '../../../../src/core/ids.js';
import type { AliasPlace, FunctionTraffic } from '../../../kernel/alias-shift.js';
import type { LambdaInvoker } from '../../../kernel/lambda.js';
import type { ObjectReader } from '../../../kernel/objects.js';
import { ServiceView } from '../../state/service-view.js';
import type { StateBook } from '../../state/state-book.js';
import { PREDEFINED } from './configs.js';
import { missing } from './faults.js';
import type { DeploymentRuns } from './runs.js';
import type {
  CodeDeployState,
  StoredApplication,
  StoredConfig,
  StoredDeployment,
  StoredGroup,
} from './stored.js';

/** What CodeDeploy asks of the account beside Lambda. */
export interface DeploymentWorld {
  /** Names of those alarms that ring. */
  ringing(place: { accountId: string; region: string }, names: readonly string[]): string[];
  /** Whether CodeDeploy may take a role on. */
  trusts(roleArn: string): boolean;
  /** Whether the role's policies allow an action; true where policies are not asked. */
  allows(roleArn: string, action: string, resource: string): boolean;
}

export interface CodeDeployWorld extends DeploymentWorld {
  book: StateBook<CodeDeployState>;
  clock: Clock;
  ids: Ids;
  /** The functions; left out, every deployment fails. */
  functions: (FunctionTraffic & Pick<LambdaInvoker, 'invoke'>) | undefined;
  objects: ObjectReader;
  runs: () => DeploymentRuns;
}

/** CodeDeploy of one account in one region. */
export class CodeDeploy extends ServiceView<CodeDeployState, CodeDeployWorld> {
  get runs(): DeploymentRuns {
    return this.world.runs();
  }

  /** Throws `ApplicationDoesNotExistException`. */
  application(name: string): StoredApplication {
    return (
      own(this.state.applications, name) ?? missing('Application', `No application found for name: ${name}`)
    );
  }

  /** Throws for an application or a group that is not there. */
  group(application: string, name: string): StoredGroup {
    const { groups } = this.application(application);
    return own(groups, name) ?? missing('DeploymentGroup', `No Deployment Group found for name: ${name}`);
  }

  /** Throws `DeploymentConfigDoesNotExistException`. */
  config(name: string): StoredConfig {
    const found = own(PREDEFINED, name) ?? own(this.state.configs, name);
    return found ?? missing('DeploymentConfig', `No deployment configuration found for name: ${name}`);
  }

  configs(): StoredConfig[] {
    return [...Object.values(PREDEFINED), ...Object.values(this.state.configs)];
  }

  /** Throws `DeploymentDoesNotExistException`. */
  deployment(id: string): StoredDeployment {
    return (
      own(this.state.deployments, id) ?? missing('Deployment', `The deployment ${id} could not be found`)
    );
  }

  deployments(): StoredDeployment[] {
    return Object.values(this.state.deployments);
  }

  /** The deployment of a group that has not ended. */
  active(application: string, group: string): StoredDeployment | undefined {
    return this.deployments().find(
      (one) => one.application === application && one.group === group && !isOver(one),
    );
  }

  /** Where a deployment's alias is. */
  placeOf({ spec }: StoredDeployment): AliasPlace {
    const { accountId, region } = this;
    return { accountId, region, functionName: spec.functionName, alias: spec.alias };
  }

  /** An id like CodeDeploy's: `d-` and nine letters or digits. */
  newDeploymentId(): string {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
    const bytes = [...this.world.ids.bytes(9)];
    return `d-${bytes.map((byte) => letters[byte % letters.length]).join('')}`;
  }
}

/** True for a deployment that has come to its end. */
export function isOver({ status }: StoredDeployment): boolean {
  return status === 'Succeeded' || status === 'Failed' || status === 'Stopped';
}

function own<T>(all: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(all, name) ? all[name] : undefined;
}
