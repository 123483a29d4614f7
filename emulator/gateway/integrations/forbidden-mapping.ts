import type { Integration } from '../../../src/core/stack/model.js';

const NEVER = ['content-length', 'transfer-encoding'];
const NOT_TO_AWS = ['authorization', 'connection', 'expect', 'proxy-authenticate', 'te'];

/** The first header a request mapping sets that AWS refuses with a 500 (§1.4). */
export function forbiddenMapping({ type, requestParameters }: Integration): string | undefined {
  const refused = new Set(type.startsWith('AWS') ? [...NEVER, ...NOT_TO_AWS] : NEVER);
  const prefix = 'integration.request.header.';
  for (const target of Object.keys(requestParameters))
    if (target.startsWith(prefix) && refused.has(target.slice(prefix.length).toLowerCase()))
      return target.slice(prefix.length);
  return undefined;
}
