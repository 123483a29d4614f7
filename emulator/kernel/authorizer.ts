import type { CompiledPolicy } from '../../src/core/policy/compile.js';
import type { ApiAuthorizer, RestApi } from '../../src/core/stack/model.js';
import type { InvokingService } from './lambda.js';

/** What the gateway sees of the authorizer service: it decides who a caller is, and what its policy says. */
export interface Authorizers {
  /** Answers at once when a cached result will do; otherwise the function (or the user pool's keys) is asked. */
  decide(question: AuthorizerQuestion): AuthorizerVerdict | Promise<AuthorizerVerdict>;
  /** Forgets every cached result; tells how many there were. */
  flush(): number;
}

export interface AuthorizerQuestion {
  /** The authorizer belongs to this API; results are never shared between APIs. */
  api: Pick<RestApi, 'id'>;
  authorizer: ApiAuthorizer;
  /** Values of the authorizer's identity sources, in their order; `undefined` where the request has none. */
  identity: readonly (string | undefined)[];
  methodArn: string;
  /** The gateway's requestId. */
  storyId: string;
  traceHeader: string;
  /** OAuth scopes of the method (Cognito only). */
  scopes: readonly string[];
  /** Why the function may not be invoked, when it may not: every request that needs it is a 500. */
  forbidden?: string | undefined;
  /** As whom the function is invoked; its resource policy decides. */
  by?: InvokingService | undefined;
  /** The event of a REQUEST authorizer, as JSON text. */
  event(): string;
}

/** What came of it. `reason` is for people (`arcube explain`), never for the client. */
export type AuthorizerVerdict =
  | AuthorizerPolicy
  | { kind: 'claims'; claims: Record<string, string>; principalId: string; reason: string }
  | { kind: 'unauthorized'; message?: string; reason: string }
  | { kind: 'misconfigured'; reason: string };

/** The result of a Lambda authorizer. It is the policy that is cached, not the decision. */
export interface AuthorizerPolicy {
  kind: 'policy';
  principalId: string | undefined;
  policy: CompiledPolicy;
  /** Context values as the handler sees them: strings. */
  context: Readonly<Record<string, string>>;
  usageIdentifierKey: string | undefined;
  /** Milliseconds the function took; 0 from the cache. */
  integrationLatency: number;
  /** Milliseconds of emulator time since the function ran, when the result is from the cache. */
  cachedFor?: number;
  reason: string;
}
