import type { Clock } from '../../src/core/clock.js';
import type { Ids } from '../../src/core/ids.js';
import type { StackModel } from '../../src/core/stack/model.js';
import type { AccessKeyBook } from '../kernel/access-keys.js';
import type { AliasDeployments, FunctionTraffic } from '../kernel/alias-shift.js';
import type { AwsApi } from '../kernel/aws.js';
import type { ResourceChange, ResourceHandlers } from '../kernel/cloudformation.js';
import type { EventBus } from '../kernel/events.js';
import type { GatewayControl } from '../kernel/gateway-control.js';
import type { KeyService } from '../kernel/kms.js';
import type { LambdaInvoker } from '../kernel/lambda.js';
import type { MailRecord } from '../kernel/mail.js';
import type { ObjectReader } from '../kernel/objects.js';
import type { Service } from '../kernel/service.js';
import type { AccessKeys } from './access-keys.js';
import type { AwsEndpoint } from './endpoint.js';
import type { Sealing } from './services/kms/sealing.js';
import type { RotationFunctions } from './services/secretsmanager/rotations.js';
import type { SeededSecrets } from './services/secretsmanager/seed.js';
import type { Mailroom } from './services/sesv2/mailroom.js';

export interface AwsOptions {
  host: string;
  port: number;
  strictPort?: boolean;
  accountId: string;
  region: string;
  /** Folder that state is kept in; memory only when left out. */
  stateDir?: string | undefined;
  clock: Clock;
  ids: Ids;
  /** Services that others bring, e.g. Lambda. */
  apis?: readonly AwsApi[];
  /** How Secrets Manager reaches rotation functions; without it none can be configured. */
  rotationFunctions?: RotationFunctions;
  /** Aliases and hooks, for CodeDeploy; without them every deployment fails. */
  functions?: FunctionTraffic & Pick<LambdaInvoker, 'invoke'>;
  /** Hears of each message that SES was given. */
  onMail?: (mail: MailRecord) => void;
  /** The gateways that serve stacks, in whatever account and region. */
  gateways?: () => readonly GatewayControl[];
  /** What the stack does, for logs and metrics. */
  events?: EventBus;
  /** Resource types that CloudFormation makes with the help of other rooms, e.g. Lambda's; they win over ours. */
  resourceHandlers?: ResourceHandlers;
  /** Names of the services that CloudFormation's operations need; this endpoint's alone when left out. */
  stacksNeed?: readonly string[];
  /** Hears what becomes of each resource of a stack, of whatever type. */
  onResource?: (change: ResourceChange) => Promise<void>;
  /** Evaluate the policies of whoever signs; without it a known key may do everything. */
  enforceIam?: boolean;
}

/** The AWS endpoint with its services, and what its owner may do beside the wire. */
export interface Aws {
  endpoint: AwsEndpoint;
  keys: AccessKeys;
  /** The same for whoever checks signatures elsewhere, with what policies say of their owners. */
  keyBook: AccessKeyBook;
  /** Operations of each service, by the name that requests for it are signed with. */
  operations(): Record<string, readonly string[]>;
  /** Puts what a template declares in place, unless it is there from an earlier run. */
  declare(stack: StackModel): void;
  /** Takes over keys, plans and stages of the stack that the gateway serves from now on. */
  takeOver(stack: StackModel): void;
  /** Puts keys, plans and what was changed of stages over the wire in force for a stack that CloudFormation has made. */
  putInForce(stack: StackModel): void;
  /** What was changed of a stage over the wire holds no longer: CloudFormation has made it anew. */
  forgetStage(place: { accountId: string; region: string }, apiId: string, stage: string): void;
  /** What their owner may do to the secrets beside the wire. */
  secrets: SeededSecrets;
  /** The same elsewhere. */
  secretsAt(accountId: string, region: string): SeededSecrets;
  /** KMS whatever the account and region. */
  kms: Sealing;
  /** KMS for other services of the emulator. */
  keyService: KeyService;
  /** Whether a role is there, and its trust policy lets a service take it on. */
  trusts(roleArn: string, service: string): boolean;
  /** CodeDeploy, as CloudFormation uses it for aliases. */
  aliasDeployments: AliasDeployments;
  /** Deployments under way, once functions can be called: another service's part is to start and stop them. */
  deployments: Service;
  /** S3 for other services of the emulator. */
  objects: ObjectReader;
  /** CloudFormation's operations: start it when everything that resources are made with can be used. */
  stacks: Service;
  /** Verified senders, and the messages that were caught. */
  mail: Mailroom;
}
