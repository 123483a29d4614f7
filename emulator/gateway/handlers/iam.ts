import {
  isFault,
  readSignature,
  type Signature,
  type SignatureFault,
  type WireRequest,
} from '../../../src/core/sigv4/signature.js';
import { verifySignature } from '../../../src/core/sigv4/verify.js';
import type { KnownAccessKey } from '../../kernel/access-keys.js';
import { Refusal } from '../answer.js';
import type { Handler } from '../chain.js';
import type { GatewayCore } from '../core.js';
import type { Exchange } from '../exchange.js';
import { compiledPolicy } from '../policy/ask.js';
import type { MethodPlan } from '../tables/plans.js';

/** IAM authorization: the SigV4 signature is verified for real, in header or query form (§6.2). */
export const iam: Handler = {
  name: 'iam',
  handle(exchange, core) {
    const { plan } = exchange;
    if (plan?.method.authorization.type !== 'AWS_IAM') return undefined;
    const wire = wireRequest(exchange);
    const signature = readSignature(wire);
    if (isFault(signature)) return unreadable(exchange, signature);
    const key = core.accessKeys?.find(signature.accessKeyId, signature.sessionToken);
    if (key === undefined)
      return invalid(`the access key ${signature.accessKeyId} is unknown`, {
        message: 'The security token included in the request is invalid.',
        errorType: 'UnrecognizedClientException',
      });
    const fault =
      checkScope(plan, signature) ?? verifySignature(wire, signature, key.secretAccessKey, core.clock.now());
    if (fault !== undefined)
      return invalid(`the signature is refused: ${fault.kind}`, { message: fault.message });
    return accept(exchange, core, key, signature);
  },
};

function accept(
  exchange: Exchange,
  { clock }: GatewayCore,
  { caller, policies, expiresAt }: KnownAccessKey,
  { accessKeyId }: Signature,
): Refusal | undefined {
  if (expiresAt !== undefined && clock.now() >= expiresAt)
    return new Refusal('EXPIRED_TOKEN', `the credentials ${accessKeyId} have expired`);
  exchange.identity.accessKey = accessKeyId;
  exchange.identity.accountId = caller.accountId;
  exchange.identity.caller = caller.userId;
  exchange.identity.user = caller.userId;
  exchange.identity.userArn = caller.arn;
  exchange.principal = { type: 'AWS', arns: [caller.arn, ...roleArn(caller.arn)], account: caller.accountId };
  const root = caller.arn.endsWith(':root') && policies === undefined;
  exchange.identityPolicies = root ? 'everything' : (policies ?? []).map(compiledPolicy);
  exchange.note('iam', `signed by ${caller.arn}`);
  return undefined;
}

/** A session goes by its role too. */
function roleArn(arn: string): string[] {
  const match = /^arn:([^:]+):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn);
  return match === null ? [] : [`arn:${match[1]}:iam::${match[2]}:role/${match[3]}`];
}

function wireRequest(exchange: Exchange): WireRequest {
  const headers: Record<string, string> = Object.create(null);
  const { names, values } = exchange.headers;
  for (let i = 0; i < names.length; i++) {
    const name = names[i]?.lower as string;
    headers[name] = headers[name] === undefined ? (values[i] as string) : `${headers[name]},${values[i]}`;
  }
  return {
    method: exchange.req.method ?? 'GET',
    path: exchange.rawPath,
    query: exchange.rawQuery,
    headers,
    body: exchange.body ?? Buffer.alloc(0),
  };
}

function unreadable(exchange: Exchange, fault: SignatureFault): Refusal {
  if (fault.kind === 'missing')
    return new Refusal('MISSING_AUTHENTICATION_TOKEN', 'the method wants a signature and there is none');
  const authorization = exchange.headers.get('authorization');
  const odd = authorization?.startsWith('AWS4-HMAC-SHA256') === false;
  const message = odd ? notKeyValue(authorization) : fault.message;
  return invalid('the signature cannot be read', { message, errorType: 'IncompleteSignatureException' });
}

/** What AWS says of an Authorization header that is no SigV4. */
function notKeyValue(authorization: string): string {
  const space = authorization.indexOf(' ');
  const part = authorization.slice(space + 1).split(',')[0] ?? '';
  return `'${part}' not a valid key=value pair (missing equal-sign) in Authorization header: '${authorization}'.`;
}

function checkScope(plan: MethodPlan, { service, region }: Signature): SignatureFault | undefined {
  if (service !== 'execute-api')
    return { kind: 'scope', message: "Credential should be scoped to correct service: 'execute-api'." };
  if (region === plan.stage.region) return undefined;
  return { kind: 'scope', message: `Credential should be scoped to a valid region, not '${region}'.` };
}

function invalid(reason: string, details: { message: string; errorType?: string }): Refusal {
  return new Refusal('INVALID_SIGNATURE', reason, details);
}
