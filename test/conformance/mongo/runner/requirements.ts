import type { Requirement } from './spec.js';

/** What the server under test is. */
export interface ServerFacts {
  version: string;
  topology: 'single' | 'replicaset' | 'sharded';
  auth: boolean;
}

/** Why the requirements leave this server out; `undefined` when one of them is met. */
export function unmet(
  requirements: readonly Requirement[] | undefined,
  facts: ServerFacts,
): string | undefined {
  if (requirements === undefined || requirements.length === 0) return undefined;
  const reasons = requirements.map((requirement) => reasonAgainst(requirement, facts));
  return reasons.includes(undefined) ? undefined : (reasons[0] as string);
}

function reasonAgainst(
  requirement: Requirement,
  { version, topology, auth }: ServerFacts,
): string | undefined {
  const { minServerVersion, maxServerVersion, topologies } = requirement;
  if (minServerVersion !== undefined && compare(version, minServerVersion) < 0)
    return `needs ${minServerVersion}`;
  if (maxServerVersion !== undefined && compare(version, maxServerVersion) > 0)
    return `up to ${maxServerVersion}`;
  if (topologies !== undefined && !topologies.includes(topology)) return `needs ${topologies.join(' or ')}`;
  if (requirement.serverless === 'require') return 'needs serverless';
  if (requirement.auth !== undefined && requirement.auth !== auth)
    return `needs auth ${requirement.auth ? 'on' : 'off'}`;
  if (requirement.csfle === true) return 'needs client-side encryption';
  return undefined;
}

function compare(a: string, b: string): number {
  const [x, y] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]];
  for (let at = 0; at < 3; at++) {
    // A version that is not told to its end stands for all of it: 4.2.99 is below 4.3, 8.0 contains 8.0.16.
    const difference = (x[at] ?? 0) - (y[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
