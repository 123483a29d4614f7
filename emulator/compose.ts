import { join } from 'node:path';
import type { MovableClock } from '../src/core/clock.js';
import { readDevSecrets } from '../src/core/config/dev-secrets.js';
import { userError } from '../src/core/errors.js';
import type { Ids } from '../src/core/ids.js';
import { loadStack } from '../src/core/stack/load.js';
import type { StackModel } from '../src/core/stack/model.js';
import { createAuthorizers } from './authorizer/index.js';
import { type Aws, createAws } from './aws/index.js';
import { Control } from './control/index.js';
import type { ControlView, Forgetting } from './control/view.js';
import { emptyClusters } from './empty-clusters.js';
import { faultControl, functionFaults, functionsCalled, mongoFaults, vendorFaults } from './fault-control.js';
import { forget } from './forget.js';
import { functionEnvironment, functionKey } from './function-environment.js';
import { FunctionRoles } from './function-roles.js';
import { createGateway, type Explanation } from './gateway/index.js';
import type { EventBus } from './kernel/events.js';
import { FaultTable } from './kernel/faults.js';
import type { Service } from './kernel/service.js';
import { createLambda, createLambdaApi, type LambdaService } from './lambda/index.js';
import { createMongo } from './mongo/index.js';
import type { EmulatorUrls } from './options.js';
import { createPlatform, isAncillaryPlatform, type TenantCredentials } from './platform/index.js';
import { rotationFunctions } from './rotation-functions.js';
import type { Sandbox } from './sandbox.js';
import { createSchedules } from './schedules/index.js';
import type { Settings } from './settings.js';
import { snapshotRestorer } from './snapshot.js';
import { StackWatcher } from './stack-watcher.js';
import { StoryStore } from './story/index.js';
import { dataRegions, keptRegions } from './tenant-regions.js';
import { createVendors } from './vendors/index.js';

/** What the services of one emulator share. */
export interface ComposeContext {
  settings: Settings;
  /** Folder of kept state; undefined keeps everything in memory. */
  stateDir: string | undefined;
  clock: MovableClock;
  ids: Ids;
  events: EventBus;
  /** What the control API sees of the emulator, but for the story of a request. */
  control: Omit<ControlView, 'explain' | 'faults' | 'apiDescription' | 'outbox' | 'kept' | 'forget'>;
}

/** The services of one emulator, joined but not started. */
export interface Composition {
  services: Service[];
  /** Valid once all have started. */
  urls(): EmulatorUrls;
  /** The tenants with their credentials, those of the home region first. */
  tenants(): TenantCredentials[];
  /** What tests do beside the API. */
  sandbox: Sandbox;
  /** Ports that were asked for, taken, and replaced. */
  movedPorts(): { what: string; wanted: number; used: number }[];
  /** Data and caches as they were after the first start. */
  reset(): Promise<void>;
}

/** Joins the services: the only file that names every one of them. Throws STACK_INVALID for a faulty template. */
export function compose(context: ComposeContext): Composition {
  const { settings, stateDir, clock, ids, events } = context;
  const { region, accountId, host, strictPort, ports, watch } = settings;
  const stack = readStack(settings, ids, events);
  const isPlatform = isAncillaryPlatform(stack);
  const regions = isPlatform
    ? dataRegions(region, settings.tenantsDir, [...settings.dataRegions, ...keptRegions(stateDir)])
    : [region];

  const inspected = inspectedFunctions(settings, stack);
  const key = functionKey(accountId, ids);
  const roles = new FunctionRoles(ids, () => aws.keys);
  const lambda = createLambda({
    functions: stack.functions,
    permissions: stack.permissions,
    clock,
    ids,
    events,
    ...(stateDir !== undefined && { stateDir }),
    trusts: (role, service) => aws.trusts(role, service),
    extraEnvironment: functionEnvironment(settings, key, {
      aws: () => aws.endpoint.url,
      api: () => gateway.url,
      mongo: () => mongo.clusters()[0]?.uri ?? '',
    }),
    roleEnvironment: (definition) => roles.variablesOf(definition),
    keys: {
      encrypt: (...request) => aws.keyService.encrypt(...request),
      decrypt: (...request) => aws.keyService.decrypt(...request),
    },
    objects: { readObject: (...request) => aws.objects.readObject(...request) },
    watch,
    inspect: inspected,
    ...(stateDir !== undefined && { cacheDir: join(settings.home, 'cache') }),
  });
  const aws = createAws({
    host,
    port: ports.aws,
    strictPort,
    accountId,
    region,
    stateDir,
    clock,
    ids,
    apis: [createLambdaApi(lambda)],
    rotationFunctions: rotationFunctions(lambda, () => watcher.stack),
    onMail: (mail) => void events.emit('mail', mail),
    gateways: () => [gateway],
    enforceIam: settings.enforceIam,
    events,
  });
  aws.keys.add(key);
  aws.declare(stack);
  const faultyCommands = new FaultTable(() => ids.random());
  declareAliases(aws.kms, stack, accountId, regions);
  const mongo = createMongo({
    faults: faultyCommands,
    mode: settings.mongo,
    regions,
    host: '127.0.0.1',
    port: ports.mongo,
    ...(stateDir !== undefined && { stateDir: join(stateDir, 'mongo') }),
    clock,
    ids,
    events,
  });
  const vendors = createVendors({
    host: '127.0.0.1',
    port: 0,
    clock,
    ids,
    events,
    ...(settings.seed !== undefined && { seed: settings.seed }),
    ...(stateDir !== undefined && { file: join(stateDir, 'vendors.jsonl') }),
  });
  const dataRegion = (tenant: string): string | undefined => platform?.regionOf(tenant);
  const stories =
    stateDir === undefined
      ? undefined
      : new StoryStore({
          folder: join(settings.home, 'logs'),
          events,
          ...(isPlatform && { regions: { home: region, of: dataRegion } }),
        });
  const kept = stories && ((id: string) => stories.get(id));
  const explain = (id: string): Explanation | undefined => gateway.explain(id);
  const faults = faultControl([
    functionFaults(lambda.faults, () => watcher.stack.functions),
    mongoFaults(faultyCommands, settings.mongo, regions),
    vendorFaults(vendors.faults, isPlatform ? vendors.names : []),
  ]);
  const apiDescription = () => openApiOf(watcher.stack);
  const inMemory = (): void => {
    context.control.history.clear();
    gateway.forgetRequests();
    gateway.flush();
    aws.mail.clear();
  };
  const view = {
    ...context.control,
    forget: (wanted: Forgetting) => forget({ mongo, platform, stories, outbox: aws.mail, inMemory }, wanted),
    explain,
    faults,
    apiDescription,
    outbox: aws.mail,
    ...(kept && { kept }),
  };
  const control = new Control(view, ports.control);
  const authorizers = createAuthorizers({ lambda, clock });
  const gateway = createGateway({
    stack,
    lambda,
    authorizers,
    accessKeys: aws.keyBook,
    clock,
    ids,
    events,
    host,
    port: ports.api,
    strictPort,
    accountLimit: settings.accountThrottle,
    control: control.listener,
  });
  const mongoByRegion = () =>
    Object.fromEntries(mongo.clusters().map((cluster) => [cluster.region, cluster.uri]));
  const snapshot =
    settings.fromSnapshot === undefined
      ? undefined
      : snapshotRestorer({
          file: settings.fromSnapshot,
          clock,
          secrets: aws.secrets,
          kms: aws.kms,
          mongoByRegion,
        });
  aws.takeOver(stack);
  const platform = isPlatform
    ? createPlatform({
        stack,
        tenantsDir: settings.tenantsDir,
        clusters: mongo,
        secrets: aws.secrets,
        devSecrets: () => readDevSecrets(settings.projectDir),
        vendors,
        mail: aws.mail,
        ids,
        clock,
        events,
        watch,
        ...(snapshot && { after: [snapshot.name] }),
      })
    : undefined;
  const watcher = new StackWatcher({
    stack,
    events,
    load: () => loadStack({ ...loadOptions(settings), ids }),
    apply: (next) => {
      const told = gateway.replaceStack(next);
      if (told.some(({ severity }) => severity === 'error')) return told;
      lambda.replaceFunctions(next.functions, next.permissions);
      aws.takeOver(next);
      return told;
    },
  });

  return {
    services: [
      aws.endpoint,
      mongo,
      ...(snapshot ? [snapshot] : []),
      lambda,
      control,
      gateway,
      createSchedules({ stack, lambda, clock, ids, events }),
      ...(platform ? [vendors, platform] : []),
      ...(stories ? [stories] : []),
      ...(watch ? [watcher] : []),
      provisioner(lambda, watch && isPlatform ? waitedFor(stack) : inspected.flatMap(served(stack))),
    ],
    urls: () => {
      const [home] = mongo.clusters();
      return {
        api: gateway.url,
        mongo: home?.uri ?? '',
        mongoByRegion: mongoByRegion(),
        aws: aws.endpoint.url,
        control: control.url,
        ...(isPlatform && { vendors: vendors.url }),
      };
    },
    tenants: () => homeFirst(platform?.credentials() ?? [], region),
    sandbox: {
      explain,
      faults,
      vendors,
      secrets: aws.secrets,
      kms: aws.kms,
      outbox: aws.mail,
      apiDescription,
    },
    movedPorts: () => [
      ...moved('API', ports.api, gateway.port),
      ...moved('AWS endpoint', ports.aws, aws.endpoint.port),
    ],
    reset: async () => {
      await emptyClusters(settings.mongo, mongo);
      vendors.reset();
      aws.mail.clear();
      await platform?.refresh();
      gateway.flush();
      gateway.resetTraffic();
    },
  };
}

/** ARNs, as they are called, of what a client of an API waits for, authorizers among them; a schedule waits for none. */
function waitedFor({ functions, restApis }: StackModel): string[] {
  const called = restApis.flatMap(({ methods, authorizers }) => [
    ...methods.map(({ integration }) => integration.uri),
    ...Object.values(authorizers).map(({ functionArn }) => functionArn),
  ]);
  const known = functions.map(({ arn }) => arn);
  const ours = called.filter((arn) => known.some((one) => arn === one || arn?.startsWith(`${one}:`)));
  return [...new Set(ours)].filter((arn) => arn !== undefined);
}

/** How a function is called: by its aliases, where it has some. */
function served({ functions }: StackModel): (name: string) => string[] {
  return (name) => {
    const aliases = functions.find((one) => one.name === name)?.aliases ?? [];
    return aliases.length === 0 ? [name] : aliases.map((alias) => `${name}:${alias.name}`);
  };
}

/** Names of the functions that a debugger may attach to. Throws UNKNOWN_FUNCTION. */
function inspectedFunctions({ inspect }: Settings, { functions }: StackModel): string[] {
  if (inspect === false) return [];
  const wanted = inspect === true ? functions : functionsCalled(inspect, functions);
  return wanted.map(({ name }) => name);
}

/**
 * Makes an environment of each function as soon as the addresses in its variables are known: a person at a laptop
 * should not wait for cold starts, nor a debugger for the first request. A test that counts them does not watch, and sees each.
 */
function provisioner(lambda: LambdaService, names: readonly string[]): Service {
  return {
    name: 'provisioner',
    needs: ['aws', 'mongo', 'gateway'],
    start: async () => void lambda.provisionConcurrency().then(() => lambda.provision(names)),
    stop: async () => undefined,
    health: () => ({ status: 'ok' }),
  };
}

/** Keys behind the aliases of the template, in every data region: what is wrapped there is opened there. */
function declareAliases(kms: Aws['kms'], stack: StackModel, accountId: string, regions: string[]): void {
  for (const { type, properties, logicalId } of stack.resources) {
    const alias = properties.AliasName;
    if (type !== 'AWS::KMS::Alias' || typeof alias !== 'string') continue;
    for (const region of regions) kms.declare({ accountId, region }, alias, `Made for ${logicalId}`);
  }
}

/** Tenants of the home region first: `urls.mongo` is the cluster that has their data. */
function homeFirst(credentials: TenantCredentials[], home: string): TenantCredentials[] {
  const isHome = (one: TenantCredentials) => one.region === home;
  return [...credentials.filter(isHome), ...credentials.filter((one) => !isHome(one))];
}

/** The body of the first REST API that has one. */
function openApiOf({ resources }: StackModel): Record<string, unknown> | undefined {
  const bodies = resources.flatMap(({ type, properties }) =>
    type === 'AWS::ApiGateway::RestApi' ? [properties.Body] : [],
  );
  return bodies.find((body) => typeof body === 'object' && body !== null) as
    | Record<string, unknown>
    | undefined;
}

function loadOptions({ template, region, accountId, stackName, parameters, stage }: Settings) {
  return { file: template, region, accountId, stackName, parameters, ...(stage !== undefined && { stage }) };
}

/** The stack as the template says; remarks about it are told as events. */
function readStack(settings: Settings, ids: Ids, events: EventBus): StackModel {
  const { stack, diagnostics } = loadStack({ ...loadOptions(settings), ids });
  if (!stack) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    throw userError('STACK_INVALID', { file: settings.template, diagnostics: errors });
  }
  for (const diagnostic of diagnostics) events.emit('diagnostic', diagnostic);
  return stack;
}

function moved(what: string, wanted: number, used: number): { what: string; wanted: number; used: number }[] {
  return wanted === 0 || wanted === used ? [] : [{ what, wanted, used }];
}
