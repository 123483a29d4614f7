import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { BlockList, isIP, isIPv6 } from 'node:net';

/** Networks that no tenant's endpoint is in: this host, its neighbours, the cloud's metadata service. */
const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv6');

/** True for an address that deliveries may go to. */
export function isPublic(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  return isIP(plain) !== 0 && !PRIVATE.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
}

type Found = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

/**
 * A look-up for `http.request` that fails for private addresses. It is the connection's own look-up, so a name cannot
 * answer one address to a check and another to the connection.
 */
export function publicLookup(host: string, options: LookupOptions, found: Found): void {
  lookup(host, options, (error, result, family) => {
    const addresses = Array.isArray(result) ? result.map(({ address }) => address) : [result];
    if (!error && !addresses.every(isPublic)) found(new Error('the address is private'), '');
    else found(error, result, family);
  });
}
