import { createHash } from 'node:crypto';
import type { FunctionVersion } from './registry.js';

/**
 * What makes a new version worth publishing: code and settings. A function whose code lies on disk, where it changes
 * without a package, goes by its revision.
 */
export function fingerprintOf(version: FunctionVersion): string {
  const { definition, codeSha256, revisionId, description, shown = {} } = version;
  const { code: _code, versions: _versions, aliases: _aliases, place: _place, ...settings } = definition;
  const { logicalId: _id, reservedConcurrency: _reserved, ...counted } = settings;
  const code = codeSha256 ?? revisionId;
  return createHash('sha256')
    .update(JSON.stringify([counted, code, description, shown]))
    .digest('hex');
}
