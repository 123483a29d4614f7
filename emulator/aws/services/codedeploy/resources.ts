import { type Dict, isDict } from '../../../../src/core/dict.js';
import type {
  CreateResource,
  ResourceHandler,
  ResourceHandlers,
  ResourceProperties,
  ResourceRequest,
} from '../../../kernel/cloudformation.js';
import { Input } from '../../protocol/input.js';
import type { Operation } from '../../protocol/operation.js';
import { CodeDeploy, type CodeDeployWorld } from './code-deploy.js';
import { createApplication, deleteApplication } from './operations/applications.js';
import { createDeploymentConfig, deleteDeploymentConfig } from './operations/configs.js';
import { createDeploymentGroup, deleteDeploymentGroup, updateDeploymentGroup } from './operations/groups.js';
import { showGroup } from './show.js';

type Call = (request: ResourceRequest, operation: Operation<CodeDeploy>, members: Dict) => Promise<Dict>;

/** What CloudFormation makes of CodeDeploy's resources: the operations, by the names that templates use. */
export function codeDeployResources(world: CodeDeployWorld): ResourceHandlers {
  const open = ({ stack }: ResourceRequest) => new CodeDeploy(world, stack.accountId, stack.region);
  const call: Call = async (request, operation, members) =>
    operation(open(request), new Input(members), undefined as never);
  return {
    'AWS::CodeDeploy::Application': application(open, call),
    'AWS::CodeDeploy::DeploymentConfig': config(open, call),
    'AWS::CodeDeploy::DeploymentGroup': group(open, call),
  };
}

type Open = (request: ResourceRequest) => CodeDeploy;

function application(open: Open, call: Call): ResourceHandler {
  return {
    replacedBy: ['ApplicationName', 'ComputePlatform'],
    async create(request) {
      const applicationName = await nameOf(request, 'ApplicationName');
      await call(request, createApplication, { ...lowered(request.properties), applicationName });
      return { physicalId: applicationName, attributes: {} };
    },
    update: async ({ physicalId }) => ({ physicalId, attributes: {} }), // tags alone can change
    async delete(request) {
      await call(request, deleteApplication, { applicationName: request.physicalId });
    },
    async read(request) {
      const { applications } = open(request).state;
      return (
        applications[request.physicalId] && { ...request.properties, ApplicationName: request.physicalId }
      );
    },
  };
}

function config(open: Open, call: Call): ResourceHandler {
  return {
    replacedBy: [
      'ComputePlatform',
      'DeploymentConfigName',
      'MinimumHealthyHosts',
      'TrafficRoutingConfig',
      'ZonalConfig',
    ],
    async create(request) {
      const deploymentConfigName = await nameOf(request, 'DeploymentConfigName');
      await call(request, createDeploymentConfig, { ...lowered(request.properties), deploymentConfigName });
      return { physicalId: deploymentConfigName, attributes: {} };
    },
    async delete(request) {
      await call(request, deleteDeploymentConfig, { deploymentConfigName: request.physicalId });
    },
    async read(request) {
      return open(request).state.configs[request.physicalId] && request.properties;
    },
  };
}

function group(open: Open, call: Call): ResourceHandler {
  return {
    replacedBy: ['ApplicationName', 'DeploymentGroupName'],
    async create(request) {
      const deploymentGroupName = await nameOf(request, 'DeploymentGroupName');
      await call(request, createDeploymentGroup, { ...lowered(request.properties), deploymentGroupName });
      return { physicalId: deploymentGroupName, attributes: {} };
    },
    async update(request) {
      const { physicalId, properties } = request;
      await call(request, updateDeploymentGroup, {
        alarmConfiguration: NO_ALARMS,
        autoRollbackConfiguration: NO_ROLLBACK,
        ...lowered(properties),
        currentDeploymentGroupName: physicalId,
        deploymentGroupName: undefined,
      });
      return { physicalId, attributes: {} };
    },
    async delete(request) {
      await call(request, deleteDeploymentGroup, {
        applicationName: request.properties.ApplicationName,
        deploymentGroupName: request.physicalId,
      });
    },
    async read(request) {
      const applicationName = String(request.properties.ApplicationName);
      const context = open(request);
      const found = context.state.applications[applicationName]?.groups[request.physicalId];
      return found && named(raised(showGroup(context, applicationName, found)) as Dict, request.properties);
    },
  };
}

const NO_ALARMS = { enabled: false, ignorePollAlarmFailure: false, alarms: [] };
const NO_ROLLBACK = { enabled: false, events: [] };

/** The name a template gives, or one made up. */
async function nameOf(request: CreateResource, property: string): Promise<string> {
  const name = String(request.properties[property] ?? request.newName(100));
  await request.initiated(name);
  return name;
}

/** Switches that are off and that the template does not name are no difference from it. */
function named(actual: Dict, expected: ResourceProperties): ResourceProperties {
  const kept = Object.entries(actual).filter(([name, value]) => value !== false || name in expected);
  return Object.fromEntries(
    kept.map(([name, value]) => {
      const wanted = expected[name];
      return [name, isDict(value) && isDict(wanted) ? named(value, wanted) : value];
    }),
  );
}

/** Properties as members of the API: `ApplicationName` is `applicationName` there. */
function lowered(value: ResourceProperties): Dict {
  return recased(value, (name) => name.charAt(0).toLowerCase() + name.slice(1)) as Dict;
}

function raised(value: unknown): unknown {
  return recased(value, (name) => name.charAt(0).toUpperCase() + name.slice(1));
}

function recased(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => recased(one, rename));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [rename(name), recased(one, rename)]));
}
