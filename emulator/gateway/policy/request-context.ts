import type { PolicyRequest } from '../../../src/core/policy/evaluate.js';
import type { Exchange } from '../exchange.js';

/**
 * The condition keys of a request (§11). Keys of VPC endpoints are those of private APIs alone, which loopback never is, so
 * they are absent. AWS takes HTTPS only: `aws:SecureTransport` is what it would be there.
 */
export function requestContext(exchange: Exchange): NonNullable<PolicyRequest['context']> {
  const { startedAt, sourceIp, headers, identity, principal } = exchange;
  const context: Record<string, string> = {
    'aws:CurrentTime': new Date(startedAt).toISOString(),
    'aws:EpochTime': String(Math.floor(startedAt / 1000)),
    'aws:SecureTransport': 'true',
    'aws:SourceIp': sourceIp,
  };
  set(context, 'aws:Referer', headers.get('referer'));
  set(context, 'aws:UserAgent', headers.get('user-agent'));
  if (principal?.type !== 'AWS') return context;
  set(context, 'aws:PrincipalAccount', principal.account);
  set(context, 'aws:PrincipalArn', principal.arns[0]);
  set(context, 'aws:PrincipalType', principalType(principal.arns[0] ?? ''));
  set(context, 'aws:userid', identity.caller);
  set(context, 'aws:username', /:user\/(?:.*\/)?([^/]+)$/.exec(principal.arns[0] ?? '')?.[1]);
  return context;
}

function principalType(arn: string): string {
  if (arn.endsWith(':root')) return 'Account';
  return arn.includes(':user/') ? 'User' : 'AssumedRole';
}

function set(context: Record<string, string>, key: string, value: string | undefined): void {
  if (value !== undefined) context[key] = value;
}
