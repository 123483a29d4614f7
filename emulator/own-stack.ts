import { userError } from '../src/core/errors.js';
import type { Ids } from '../src/core/ids.js';
import { loadStack } from '../src/core/stack/load.js';
import type { StackModel } from '../src/core/stack/model.js';
import type { Aws } from './aws/index.js';
import { functionsCalled } from './fault-control.js';
import type { EventBus } from './kernel/events.js';
import type { Service } from './kernel/service.js';
import type { LambdaService } from './lambda/index.js';
import type { Settings } from './settings.js';

/** The stack that the emulator boots from; an empty one for an account without any. Remarks about it are told as events. */
export function readStack(settings: Settings, ids: Ids, events: EventBus): StackModel {
  if (settings.stack === 'none') return emptyStack(settings);
  const { stack, diagnostics } = loadStack({ ...loadOptions(settings), ids });
  if (!stack) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    throw userError('STACK_INVALID', { file: settings.template, diagnostics: errors });
  }
  for (const diagnostic of diagnostics) events.emit('diagnostic', diagnostic);
  return stack;
}

/** What the template's reader is asked for. */
export function loadOptions({ template, region, accountId, stackName, parameters, stage }: Settings) {
  return { file: template, region, accountId, stackName, parameters, ...(stage !== undefined && { stage }) };
}

function emptyStack({ template, accountId, region, stackName }: Settings): StackModel {
  return {
    file: template,
    sources: [],
    accountId,
    region,
    stackName,
    parameters: {},
    functions: [],
    permissions: [],
    restApis: [],
    apiKeys: [],
    usagePlans: [],
    webAcls: [],
    edgeFunctions: [],
    secrets: [],
    resources: [],
    outputs: {},
  };
}

/** ARNs, as they are called, of what a client of an API waits for, authorizers among them; a schedule waits for none. */
export function waitedFor({ functions, restApis }: StackModel): string[] {
  const called = restApis.flatMap(({ methods, authorizers }) => [
    ...methods.map(({ integration }) => integration.uri),
    ...Object.values(authorizers).map(({ functionArn }) => functionArn),
  ]);
  const known = functions.map(({ arn }) => arn);
  const ours = called.filter((arn) => known.some((one) => arn === one || arn?.startsWith(`${one}:`)));
  return [...new Set(ours)].filter((arn) => arn !== undefined);
}

/** How a function is called: by its aliases, where it has some. */
export function calledBy({ functions }: StackModel): (name: string) => string[] {
  return (name) => {
    const aliases = functions.find((one) => one.name === name)?.aliases ?? [];
    return aliases.length === 0 ? [name] : aliases.map((alias) => `${name}:${alias.name}`);
  };
}

/** Names of the functions that a debugger may attach to. Throws UNKNOWN_FUNCTION. */
export function inspectedFunctions({ inspect }: Settings, { functions }: StackModel): string[] {
  if (inspect === false) return [];
  const wanted = inspect === true ? functions : functionsCalled(inspect, functions);
  return wanted.map(({ name }) => name);
}

/**
 * Makes an environment of each function as soon as the addresses in its variables are known: a person at a laptop
 * should not wait for cold starts, nor a debugger for the first request. A test that counts them does not watch, and sees each.
 */
export function provisioner(lambda: LambdaService, names: readonly string[]): Service {
  return {
    name: 'provisioner',
    needs: ['aws', 'mongo', 'gateway'],
    start: async () => void lambda.provisionConcurrency().then(() => lambda.provision(names)),
    stop: async () => undefined,
    health: () => ({ status: 'ok' }),
  };
}

/** Keys behind the aliases of the template, in every data region: what is wrapped there is opened there. */
export function declareAliases(kms: Aws['kms'], stack: StackModel, regions: readonly string[]): void {
  const { accountId } = stack;
  for (const { type, properties, logicalId } of stack.resources) {
    const alias = properties.AliasName;
    if (type !== 'AWS::KMS::Alias' || typeof alias !== 'string') continue;
    for (const region of regions) kms.declare({ accountId, region }, alias, `Made for ${logicalId}`);
  }
}

/** The body of the first REST API that has one. */
export function openApiOf({ resources }: StackModel): Record<string, unknown> | undefined {
  const bodies = resources.flatMap(({ type, properties }) =>
    type === 'AWS::ApiGateway::RestApi' ? [properties.Body] : [],
  );
  return bodies.find((body) => typeof body === 'object' && body !== null) as
    | Record<string, unknown>
    | undefined;
}
