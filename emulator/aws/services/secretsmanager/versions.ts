import type { SecretVersion, StoredSecret } from './stored-secret.js';

/** Versions without labels that are kept (Secrets Manager user guide, "Versions"). */
const DEPRECATED_KEPT = 100;

/**
 * Adds a version and moves its staging labels to it, as the service does: the version that loses `AWSCURRENT` gets
 * `AWSPREVIOUS`, and a label is on one version only. The first version of a secret is always current.
 */
export function addVersion(secret: StoredSecret, versionId: string, version: SecretVersion): void {
  const stages = new Set(version.stages);
  if (!labelled(secret, 'AWSCURRENT') && version.sealed !== undefined) stages.add('AWSCURRENT');
  secret.versions[versionId] = { ...version, stages: [] };
  for (const stage of stages) moveLabel(secret, stage, versionId);
  forgetDeprecated(secret);
}

/** Puts a label on a version, off the one that has it; the version that was current becomes the previous one. */
export function moveLabel(secret: StoredSecret, stage: string, versionId: string): void {
  const before = labelled(secret, stage);
  const target = secret.versions[versionId];
  if (!target || before?.[0] === versionId) return;
  if (stage === 'AWSCURRENT' && before) {
    dropLabel(secret, 'AWSPREVIOUS');
    before[1].stages.push('AWSPREVIOUS');
  }
  dropLabel(secret, stage);
  if (stage === 'AWSCURRENT') target.stages = target.stages.filter((one) => one !== 'AWSPREVIOUS');
  target.stages.push(stage);
}

/** Takes a label off whatever version has it. */
export function dropLabel(secret: StoredSecret, stage: string): void {
  for (const version of Object.values(secret.versions))
    version.stages = version.stages.filter((one) => one !== stage);
}

/** The version with this label. */
export function labelled(
  secret: StoredSecret,
  stage: string,
): [id: string, version: SecretVersion] | undefined {
  return Object.entries(secret.versions).find(([, { stages }]) => stages.includes(stage));
}

function forgetDeprecated(secret: StoredSecret): void {
  const deprecated = Object.entries(secret.versions).filter(([, { stages }]) => stages.length === 0);
  for (const [id] of deprecated.slice(0, Math.max(0, deprecated.length - DEPRECATED_KEPT)))
    delete secret.versions[id];
}
