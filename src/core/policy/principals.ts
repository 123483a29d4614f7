import { PolicyError } from './error.js';

/** Who asks. `arns` holds every ARN the caller goes by (a session: its own and its role's). */
export interface RequestPrincipal {
  type: 'AWS' | 'Service' | 'Federated' | 'CanonicalUser' | 'Anonymous';
  arns: readonly string[];
  /** Twelve digits. */
  account?: string;
}

/** A compiled `Principal` element. */
export type PrincipalTest = (principal: RequestPrincipal) => boolean;

const KINDS = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

/** Compiles `Principal`: `*`, or lists by kind. ARNs are compared whole; IAM allows no wildcard within one. */
export function compilePrincipal(raw: unknown): PrincipalTest {
  if (raw === '*') return () => true;
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new PolicyError('`Principal` must be `*` or a map');
  const tests: PrincipalTest[] = [];
  for (const [kind, value] of Object.entries(raw)) {
    if (!KINDS.includes(kind)) throw new PolicyError(`\`${kind}\` is no kind of principal`);
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof one !== 'string' || one === '') throw new PolicyError('a principal must be a string');
      tests.push(testOne(kind, one));
    }
  }
  return (principal) => tests.some((test) => test(principal));
}

function testOne(kind: string, wanted: string): PrincipalTest {
  if (kind === 'AWS' && wanted === '*') return () => true;
  if (wanted.includes('*'))
    throw new PolicyError(`\`${wanted}\`: a principal takes no wildcard but \`*\` alone`);
  if (kind !== 'AWS') return ({ type, arns }) => type === kind && arns.includes(wanted);
  const account = /^(?:arn:[^:]+:iam::)?(\d{12})(?::root)?$/.exec(wanted)?.[1];
  if (account) return (principal) => principal.type === 'AWS' && principal.account === account;
  return ({ type, arns }) => type === 'AWS' && arns.includes(wanted);
}
