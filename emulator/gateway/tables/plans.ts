import type { CompiledPolicy } from '../../../src/core/policy/compile.js';
import type {
  ApiAuthorizer,
  ApiMethod,
  ApiStage,
  RestApi,
  StackModel,
} from '../../../src/core/stack/model.js';
import type { InvokingService } from '../../kernel/lambda.js';
import type { ResponseType } from '../answer.js';
import type { CachePlan } from '../cache/plan.js';
import type { CompiledEdgeFunction } from '../edge/compile.js';
import type { Exchange } from '../exchange.js';
import type { IntegrationPlan } from '../integrations/plan.js';
import type { GatewayResponsePlan } from '../responses/compile.js';
import type { Limit } from '../traffic/token-bucket.js';
import type { UsagePlans } from '../traffic/usage-plans.js';
import type { RequestCheck } from '../validation/compile.js';
import type { WafPlan } from '../waf/compile.js';
import type { RouteTree } from './route-tree.js';

/** Reads one value out of an exchange; `undefined` where the request has none. */
export type Reader = (exchange: Exchange) => string | undefined;

/** Everything that is served at one moment; replaced as a whole. */
export interface Tables {
  stack: StackModel;
  /** Served at the root of the server, as a custom domain with an empty base path would. */
  root: StagePlan | undefined;
  /** `{apiId}/{stage}` → plan. */
  stages: ReadonlyMap<string, StagePlan>;
  usagePlans: UsagePlans;
}

/** One stage of one API, compiled. */
export interface StagePlan {
  api: RestApi;
  stage: ApiStage;
  accountId: string;
  region: string;
  routes: RouteTree<MethodPlan>;
  /** Requests and answers in this media type are binary. */
  isBinary: (mediaType: string | undefined) => boolean;
  /** `arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/` */
  arnPrefix: string;
  /** JSON of the stage variables, `null` when there are none. */
  variablesJson: string;
  waf: WafPlan | undefined;
  resourcePolicy: CompiledPolicy | undefined;
  gatewayResponses: Readonly<Record<ResponseType, GatewayResponsePlan>>;
  edge: boolean;
  viewerRequest: readonly CompiledEdgeFunction[] | undefined;
  viewerResponse: readonly CompiledEdgeFunction[] | undefined;
  accessLog: AccessLogPlan | undefined;
}

/** One method of one stage, compiled. */
export interface MethodPlan {
  stage: StagePlan;
  method: ApiMethod;
  /** Names of the path parameters, in order. */
  pathNames: readonly string[];
  authorizer: AuthorizerPlan | undefined;
  check: RequestCheck | undefined;
  cache: CachePlan | undefined;
  /** The stage's throttle for this method. */
  limit: Limit | undefined;
  /** `{path}/{VERB}`, as usage plans name their own limits for methods. */
  throttleKey: string;
  integration: IntegrationPlan;
  /** Constant JSON of the proxy event: `{"resource":…,"path":` */
  eventHead: string;
  /** Constant JSON of `requestContext`: `{"resourceId":…,"resourcePath":…` */
  contextHead: string;
}

export interface AuthorizerPlan {
  authorizer: ApiAuthorizer;
  identity: readonly Reader[];
  scopes: readonly string[];
  /** Why API Gateway may not invoke the authorizer's function; undefined when it may. */
  forbidden: string | undefined;
  /** As whom API Gateway invokes it; undefined when a role does. */
  by: InvokingService | undefined;
}

/** A stage's access log: where it goes, and the line for one request. */
export interface AccessLogPlan {
  destinationArn: string;
  line: (exchange: Exchange) => string;
}
