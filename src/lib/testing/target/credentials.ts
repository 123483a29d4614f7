import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkYamlWithSchema } from '../../../core/config/read-with-schema.js';
import schema from '../../../core/config/schemas/credentials.schema.json' with { type: 'json' };
import { userError } from '../../../core/errors.js';
import type { Role } from '../../../core/scenario/model.js';
import type { SystemTenant } from '../../../core/scenario/system.js';
import { Secret } from '../../../core/secret.js';

/** A tenant in a file of credentials. */
interface WrittenTenant {
  tenant: string;
  region?: string;
  clientId?: string;
  clientSecret?: string;
  clients?: { id: string; secret: string; role: Role }[];
  edgeSecret?: string;
  domains?: string[];
}

/**
 * Reads who may call a target: a YAML or JSON file with `tenants`, or the environment variables `ARCUBE_TENANT`,
 * `ARCUBE_CLIENT_ID` and `ARCUBE_CLIENT_SECRET`. Values `$NAME` are read from the environment, so that the file need
 * not hold secrets. Errors: CREDENTIALS_MISSING, CREDENTIALS_INVALID.
 */
export function readCredentials(file: string | undefined, env: NodeJS.ProcessEnv): SystemTenant[] {
  if (file === undefined) return [fromEnvironment(env)];
  const path = resolve(file);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw userError('CREDENTIALS_MISSING', { what: path, cause }, { cause: error });
  }
  const { value, diagnostics } = checkYamlWithSchema<{ tenants: WrittenTenant[] }>(path, text, schema);
  if (!value) throw userError('CREDENTIALS_INVALID', { file: path, diagnostics });
  return value.tenants.map((written) => tenantOf(written, env));
}

function fromEnvironment(env: NodeJS.ProcessEnv): SystemTenant {
  const { ARCUBE_TENANT: tenant, ARCUBE_CLIENT_ID: clientId, ARCUBE_CLIENT_SECRET: clientSecret } = env;
  if (tenant && clientId && clientSecret) {
    const edgeSecret = env.ARCUBE_EDGE_SECRET;
    return tenantOf({ tenant, clientId, clientSecret, ...(edgeSecret !== undefined && { edgeSecret }) }, env);
  }
  throw userError('CREDENTIALS_MISSING', {
    what: 'the environment',
    cause: 'ARCUBE_TENANT, ARCUBE_CLIENT_ID and ARCUBE_CLIENT_SECRET are not all set',
  });
}

function tenantOf(written: WrittenTenant, env: NodeJS.ProcessEnv): SystemTenant {
  const { tenant, region = '', clientId, clientSecret, clients = [], edgeSecret, domains = [] } = written;
  const named =
    clientId && clientSecret ? [{ id: clientId, secret: clientSecret, role: 'api_client' as const }] : [];
  return {
    tenant,
    region,
    domains,
    clients: [...named, ...clients].map(({ id, role, secret }) => ({
      id,
      role,
      secret: secretOf(secret, env),
    })),
    ...(edgeSecret !== undefined && { edgeSecret: secretOf(edgeSecret, env) }),
  };
}

/** `$NAME` stands for an environment variable. */
function secretOf(text: string, env: NodeJS.ProcessEnv): Secret {
  const [, name] = /^\$\{?(\w+)\}?$/.exec(text) ?? [];
  const value = name === undefined ? text : env[name];
  if (value) return new Secret(value);
  throw userError('CREDENTIALS_MISSING', { what: 'the environment', cause: `${name} is not set` });
}
