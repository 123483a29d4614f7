import { readDevSecrets } from '../src/core/config/dev-secrets.js';
import { loadStack } from '../src/core/stack/load.js';
import type { StackModel } from '../src/core/stack/model.js';
import { createAuthorizers } from './authorizer/index.js';
import { createAws } from './aws/index.js';
import { Control } from './control/index.js';
import type { ControlView, Forgetting } from './control/view.js';
import { type DataContext, foldersOf, mongoOf, regionsOf, storiesOf, vendorsOf } from './data-rooms.js';
import { emptyClusters } from './empty-clusters.js';
import { EverythingServed } from './everything-served.js';
import { faultControl, functionFaults, mongoFaults, vendorFaults } from './fault-control.js';
import { forget } from './forget.js';
import { functionEnvironment, functionKey } from './function-environment.js';
import { FunctionRoles } from './function-roles.js';
import { createGateway } from './gateway/index.js';
import { databaseOf, type HostedStacks, hostStacks } from './host-stacks.js';
import { type DeployedStack, hostedResources } from './hosting/index.js';
import { FaultTable } from './kernel/faults.js';
import type { Service } from './kernel/service.js';
import { createLambda, createLambdaApi, createLambdaResources, functionTraffic } from './lambda/index.js';
import type { EmulatorUrls } from './options.js';
import {
  calledBy,
  declareAliases,
  inspectedFunctions,
  loadOptions,
  openApiOf,
  provisioner,
  readStack,
  waitedFor,
} from './own-stack.js';
import { createPlatform, isAncillaryPlatform, type TenantCredentials } from './platform/index.js';
import { rotationFunctions } from './rotation-functions.js';
import type { Sandbox } from './sandbox.js';
import { createSchedules } from './schedules/index.js';
import { snapshotRestorer } from './snapshot.js';
import { StackWatcher } from './stack-watcher.js';

/** What the services of one emulator share. */
export interface ComposeContext extends DataContext {
  /** What the control API sees of the emulator, but for the story of a request. */
  control: Omit<
    ControlView,
    'explain' | 'faults' | 'apiDescription' | 'outbox' | 'kept' | 'forget' | 'deployedStacks'
  >;
}

/** The services of one emulator, joined but not started. */
export interface Composition {
  services: Service[];
  /** Valid once all have started. */
  urls(): EmulatorUrls;
  /** The tenants of a stack with their credentials, those of the home region first; of the first platform when left out. */
  tenants(stackName?: string): TenantCredentials[];
  deployedStacks(): DeployedStack[];
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
  const isEmpty = settings.stack === 'none';
  const isPlatform = isAncillaryPlatform(stack);
  // what will be deployed to an empty account is not known yet: everything that a platform may need is there
  const servesPlatforms = isPlatform || isEmpty;
  const regions = servesPlatforms ? regionsOf(context) : [region];

  const inspected = inspectedFunctions(settings, stack);
  const key = functionKey(accountId, ids);
  const roles = new FunctionRoles(ids, () => aws.keys);
  const lambda = createLambda({
    functions: stack.functions,
    permissions: stack.permissions,
    clock,
    ids,
    events,
    trusts: (role, service) => aws.trusts(role, service),
    extraEnvironment: functionEnvironment(settings, key, {
      aws: () => aws.endpoint.url,
      api: () => served.apiUrl,
      mongo: () => mongo.clusters()[0]?.uri ?? '',
    }),
    roleEnvironment: (definition) => ({
      ...roles.variablesOf(definition),
      ...hosting.variablesOf(definition),
    }),
    keys: {
      encrypt: (...request) => aws.keyService.encrypt(...request),
      decrypt: (...request) => aws.keyService.decrypt(...request),
    },
    objects: { readObject: (...request) => aws.objects.readObject(...request) },
    watch,
    inspect: inspected,
    ...foldersOf(context),
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
    functions: {
      ...functionTraffic(() => lambda),
      invoke: (invocation) => lambda.invoke(invocation),
    },
    rotationFunctions: rotationFunctions(lambda),
    onMail: (mail) => void events.emit('mail', mail),
    gateways: () => served.gateways(),
    resourceHandlers: {
      ...hostedResources(() => hosting),
      ...createLambdaResources(lambda, () => aws.aliasDeployments),
    },
    stacksNeed: ['aws', 'lambda', 'hosting', 'codedeploy'],
    onResource: (change) => hosting.told(change),
    enforceIam: settings.enforceIam,
    events,
  });
  aws.keys.add(key);
  if (!isEmpty) aws.declare(stack);
  const faultyCommands = new FaultTable(() => ids.random());
  declareAliases(aws.kms, stack, regions);
  const mongo = mongoOf(context, regions, faultyCommands);
  const vendors = vendorsOf(context);
  const stories = storiesOf(context, servesPlatforms ? (tenant) => served.regionOf(tenant) : undefined);
  const kept = stories && ((id: string) => stories.get(id));
  const faults = faultControl([
    functionFaults(lambda.faults, () => [...watcher.stack.functions, ...hosting.functions()]),
    mongoFaults(faultyCommands, settings.mongo, regions),
    vendorFaults(vendors.faults, servesPlatforms ? vendors.names : []),
  ]);
  const apiDescription = () => openApiOf(isEmpty ? (hosting.models()[0] ?? stack) : watcher.stack);
  const inMemory = (): void => {
    context.control.history.clear();
    served.forget();
    aws.mail.clear();
  };
  const view = {
    ...context.control,
    forget: (wanted: Forgetting) =>
      forget({ mongo, refresh: () => served.refresh(), stories, outbox: aws.mail, inMemory }, wanted),
    explain: (id: string) => served.explain(id),
    faults,
    apiDescription,
    outbox: aws.mail,
    deployedStacks: () => hosting.deployedStacks(),
    ...(kept && { kept }),
  };
  const control = new Control(view, ports.control);
  const makeGateway = (model: StackModel, port: number) =>
    createGateway({
      stack: model,
      lambda,
      authorizers: createAuthorizers({ lambda, clock }),
      accessKeys: aws.keyBook,
      clock,
      ids,
      events,
      host,
      port,
      strictPort: model === stack && strictPort,
      accountLimit: settings.accountThrottle,
      control: control.listener,
    });
  const gateway = makeGateway(stack, ports.api);
  const hosting: HostedStacks = hostStacks({
    settings,
    stateDir,
    clock,
    ids,
    events,
    aws,
    lambda,
    mongo,
    vendors: servesPlatforms ? vendors : undefined,
    regions,
    makeGateway,
  });
  const served = new EverythingServed({
    home: region,
    own: isEmpty ? undefined : { gateway, platform: () => platform },
    hosting,
  });
  const mongoByRegion = () =>
    Object.fromEntries(mongo.clusters().map((cluster) => [cluster.region, cluster.uri]));
  const { secrets, kms } = aws;
  const { fromSnapshot: file } = settings;
  const snapshot = file === undefined ? [] : [snapshotRestorer({ file, clock, secrets, kms, mongoByRegion })];
  if (!isEmpty) aws.takeOver(stack);
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
        after: snapshot.map(({ name }) => name),
      })
    : undefined;
  const schedules = createSchedules({ stack, lambda, clock, ids, events });
  const watcher = new StackWatcher({
    stack,
    events,
    load: () => loadStack({ ...loadOptions(settings), ids }),
    serve: (next) => gateway.replaceStack(next),
    follow: (next) => {
      lambda.replaceFunctions(next.functions, next.permissions);
      schedules.replaceStack(next);
      aws.takeOver(next);
    },
  });

  const ownServices = [
    gateway,
    schedules,
    ...(watch ? [watcher] : []),
    provisioner(lambda, watch && isPlatform ? waitedFor(stack) : inspected.flatMap(calledBy(stack))),
  ];
  return {
    services: [
      aws.endpoint,
      mongo,
      ...snapshot,
      lambda,
      aws.deployments,
      control,
      ...(isEmpty ? [] : ownServices),
      ...(servesPlatforms ? [vendors] : []),
      ...(platform ? [platform] : []),
      ...(stories ? [stories] : []),
      hosting,
      aws.stacks,
    ],
    urls: () => {
      const [home] = mongo.clusters();
      return {
        api: served.apiUrl,
        mongo: home?.uri ?? '',
        mongoByRegion: mongoByRegion(),
        aws: aws.endpoint.url,
        control: control.url,
        ...(servesPlatforms && { vendors: vendors.url }),
      };
    },
    tenants: (stackName) => served.credentials(stackName),
    deployedStacks: () => hosting.deployedStacks(),
    sandbox: {
      explain: (id) => served.explain(id),
      faults,
      vendors,
      secrets: aws.secrets,
      kms: aws.kms,
      outbox: aws.mail,
      apiDescription,
    },
    movedPorts: () => [
      ...(isEmpty ? [] : moved('API', ports.api, gateway.port)),
      ...moved('AWS endpoint', ports.aws, aws.endpoint.port),
    ],
    reset: async () => {
      const deployed = hosting.deployedStacks().map(({ stackName }) => databaseOf(stackName));
      await emptyClusters(settings.mongo, mongo, deployed);
      vendors.reset();
      aws.mail.clear();
      await served.reset();
    },
  };
}

function moved(what: string, wanted: number, used: number): { what: string; wanted: number; used: number }[] {
  return wanted === 0 || wanted === used ? [] : [{ what, wanted, used }];
}
