import type { SecretVersion, StoredSecret } from './store.js';

/**
 * Adds a version and moves its staging labels to it, as the service does: the version that loses `AWSCURRENT` gets
 * `AWSPREVIOUS`, and a label is on one version only. The first version of a secret is always current.
 */
export function addVersion(secret: StoredSecret, versionId: string, version: SecretVersion): void {
  const first = Object.keys(secret.versions).length === 0;
  const stages = new Set(version.stages);
  if (first) stages.add('AWSCURRENT');
  if (stages.has('AWSCURRENT')) demoteCurrent(secret);
  for (const other of Object.values(secret.versions))
    other.stages = other.stages.filter((stage) => !stages.has(stage));
  secret.versions[versionId] = { ...version, stages: [...stages] };
}

function demoteCurrent(secret: StoredSecret): void {
  const versions = Object.values(secret.versions);
  const current = versions.find((version) => version.stages.includes('AWSCURRENT'));
  if (!current) return;
  for (const version of versions) version.stages = version.stages.filter((stage) => stage !== 'AWSPREVIOUS');
  current.stages.push('AWSPREVIOUS');
}
