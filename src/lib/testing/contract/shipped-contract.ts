import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml } from '../../../core/document/read-yaml.js';
import { SourceFile } from '../../../core/document/source.js';
import { packageRoot } from '../../../core/package-root.js';

/** The platform's OpenAPI document, as it ships: what is tested where a system does not tell its own. */
export function shippedContract(): Record<string, unknown> {
  const file = join(packageRoot(), 'templates', 'ancillary', 'openapi.yaml');
  const { value } = readYaml(new SourceFile(file, readFileSync(file, 'utf8')));
  return (value ?? {}) as Record<string, unknown>;
}
