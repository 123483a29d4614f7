import { join } from 'node:path';
import type { MovableClock } from '../src/core/clock.js';
import { readDevSecrets } from '../src/core/config/dev-secrets.js';
import type { Ids } from '../src/core/ids.js';
import type { StackModel } from '../src/core/stack/model.js';
import type { Aws } from './aws/index.js';
import type { GatewayService } from './gateway/index.js';
import { Hosting } from './hosting/index.js';
import type { EventBus } from './kernel/events.js';
import type { MongoClusters } from './kernel/mongo.js';
import type { LambdaService } from './lambda/index.js';
import { declareAliases } from './own-stack.js';
import { createPlatform, isAncillaryPlatform, type Platform } from './platform/index.js';
import { createSchedules } from './schedules/index.js';
import type { Settings } from './settings.js';
import type { Vendors } from './vendors/index.js';

/** The rooms that deployed stacks are served with. */
export interface HostingRooms {
  settings: Settings;
  stateDir: string | undefined;
  clock: MovableClock;
  ids: Ids;
  events: EventBus;
  aws: Aws;
  lambda: LambdaService;
  mongo: MongoClusters;
  /** Left out where the emulator has no sandboxes of suppliers. */
  vendors: Vendors | undefined;
  /** Data regions, the home region first. */
  regions: readonly string[];
  makeGateway(stack: StackModel, port: number): GatewayService;
}

export type HostedStacks = Hosting<GatewayService, Platform>;

/** Hosting of the stacks that CloudFormation makes, joined with the rooms that serve them. */
export function hostStacks(rooms: HostingRooms): HostedStacks {
  const { stateDir, clock, ids, events, aws, lambda, vendors } = rooms;
  return new Hosting<GatewayService, Platform>({
    clock,
    ids,
    events,
    stateDir: stateDir && join(stateDir, 'hosting'),
    needs: ['aws', 'lambda', 'mongo', ...(vendors ? ['vendors'] : [])],
    gateway: rooms.makeGateway,
    schedules: (stack) => createSchedules({ stack, lambda, clock, ids, events }),
    platform: (stack) => operatorOf(stack, rooms),
    served: (stack) => aws.putInForce(stack),
    stageMade: (place, apiId, stage) => aws.forgetStage(place, apiId, stage),
  });
}

/** What the operator does for a deployed platform: as for the emulator's own, with a database of its name in every cluster. */
function operatorOf(stack: StackModel, rooms: HostingRooms): Platform | undefined {
  if (!isAncillaryPlatform(stack)) return undefined;
  const { settings, clock, ids, events, aws, mongo, vendors } = rooms;
  const secrets = aws.secretsAt(stack.accountId, stack.region);
  declareAliases(aws.kms, stack, rooms.regions);
  return createPlatform({
    // values are put into secrets that are there: one that is still to be made would be in CloudFormation's way
    stack: { ...stack, secrets: stack.secrets.filter(({ name }) => secrets.has(name)) },
    tenantsDir: settings.tenantsDir,
    clusters: { clusters: () => homeFirst(mongo, stack.region) },
    database: databaseOf(stack.stackName),
    secrets,
    devSecrets: () => readDevSecrets(settings.projectDir),
    ...(vendors && { vendors }),
    mail: aws.mail,
    ids,
    clock,
    events,
    watch: settings.watch,
  });
}

/** Name of a deployed platform's database: MongoDB takes 63 bytes. */
export function databaseOf(stackName: string): string {
  return stackName.slice(0, 63);
}

/** The cluster of a stack's own region first, where there is one. */
function homeFirst(mongo: MongoClusters, region: string) {
  const all = mongo.clusters();
  return [...all.filter((one) => one.region === region), ...all.filter((one) => one.region !== region)];
}
