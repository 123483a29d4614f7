import { userError } from '../../../core/errors.js';
import { Secret } from '../../../core/secret.js';
import { Secrets } from '../../aws/secrets.js';
import type { StepContext } from '../kind.js';
import { parseDocument } from '../secret-edit.js';
import { regionOf, type Target } from '../target.js';
import type { AtlasAccess } from './atlas-users.js';
import type { DatabaseUsers } from './users.js';

/** The secret with the access to databases' users: a connection string for all or each data region, or Atlas’s API. */
interface AdminDocument {
  uri?: string;
  clusters?: Record<string, string>;
  atlas?: AtlasAccess;
}

/** Opens what may change the users of a data region's cluster. Throws ROTATION_DATABASE. */
export async function openUsers(
  { target }: StepContext,
  cluster: string,
  authSource: string,
): Promise<DatabaseUsers> {
  const document = await adminDocument(target);
  if (document.atlas) {
    const { AtlasUsers } = await import('./atlas-users.js');
    return new AtlasUsers(document.atlas);
  }
  const uri = document.clusters?.[cluster] ?? document.uri;
  if (uri === undefined) throw missing(target, `It names no connection string for ${cluster}.`);
  const { MongoUsers } = await import('./mongo-users.js');
  return new MongoUsers(new Secret(uri), authSource);
}

async function adminDocument(target: Target): Promise<AdminDocument> {
  const name = adminName(target);
  const [home] = target.regions;
  const version =
    home && name && (await new Secrets(regionOf(target, home.name)).read(name, { stage: 'AWSCURRENT' }));
  if (!version) throw missing(target, 'It has no value.');
  return parseDocument<AdminDocument>(version.value, name);
}

function adminName({ choices, secretNames }: Target): string {
  return choices.adminSecret ?? secretNames['database-admin'] ?? '';
}

function missing(target: Target, cause: string): Error {
  const name = adminName(target) || 'database-admin';
  return userError('ROTATION_DATABASE', {
    cause: `The secret ${name} says who may change database users. ${cause}`,
    todo: `Put {"uri":"mongodb://…"}, {"clusters":{"REGION":"mongodb://…"}} or {"atlas":{"projectId":…}} into ${name}, or name another with --admin-secret.`,
  });
}
