import { BlockList, isIPv4, isIPv6 } from 'node:net';
import type { Dict } from '../../../src/core/dict.js';
import { referenceOf } from './references.js';
import type { WafRequest } from './request.js';
import type { CompileScope, Match } from './scope.js';

interface Forwarded {
  HeaderName: string;
  FallbackBehavior: 'MATCH' | 'NO_MATCH';
  Position?: 'FIRST' | 'LAST' | 'ANY';
}

/** Addresses WAF reads of a forwarded header at most. */
const MOST_FORWARDED = 10;

/** `IPSetReferenceStatement`: the source address, or those of a forwarded header (§12.2). */
export function ipSetStatement(body: Dict, scope: CompileScope): Match {
  const list = blockList(referenceOf(body, scope, 'IP set')?.Addresses);
  const forwarded = body.IPSetForwardedIPConfig as Forwarded | undefined;
  const has = (address: string) =>
    isIPv4(address) ? list.check(address, 'ipv4') : isIPv6(address) && list.check(address, 'ipv6');
  if (forwarded === undefined) return ({ exchange }) => has(exchange.sourceIp);
  return (request) => {
    const addresses = forwardedAddresses(request, forwarded.HeaderName);
    if (addresses === undefined) return false; // no such header: the rule is not applied at all
    if (addresses.some((address) => !isIPv4(address) && !isIPv6(address)))
      return forwarded.FallbackBehavior === 'MATCH';
    return chosen(addresses, forwarded.Position).some(has);
  };
}

/** The addresses of a forwarded header, or undefined when the request has none. */
export function forwardedAddresses(request: WafRequest, headerName: string): string[] | undefined {
  const values = request.header(headerName.toLowerCase());
  if (values.length === 0) return undefined;
  return values
    .join(',')
    .split(',', MOST_FORWARDED)
    .map((address) => address.trim());
}

function chosen(addresses: string[], position: Forwarded['Position']): string[] {
  if (position === 'ANY') return addresses;
  return position === 'LAST' ? addresses.slice(-1) : addresses.slice(0, 1);
}

function blockList(addresses: unknown): BlockList {
  const list = new BlockList();
  for (const entry of Array.isArray(addresses) ? addresses : []) {
    const [address = '', prefix] = String(entry).split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    list.addSubnet(address, Number(prefix ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return list;
}
