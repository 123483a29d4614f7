import type { TenantConfig } from '../../src/core/config/tenant.js';
import type { Diagnostic } from '../../src/core/diagnostics.js';
import { placeAtPath } from '../../src/core/document/marks.js';
import type { MongoClusters } from '../kernel/mongo.js';
import type { StoredTenant } from './registry.js';

/** Collections in which every tenant that was ever used has something. */
const SIGNS = ['trips', 'orders', 'webhooks'];

/** Where tenants' data is. */
interface DataPlace {
  clusters: MongoClusters;
  /** Name of the database in each. */
  database: string;
}

/**
 * A tenant's data does not follow an edit of `dataRegion`: unless it has none, or is being moved there, it stays where
 * it is and the edit is refused. Gives the tenant with the region that holds.
 */
export async function guardRegion(
  tenant: TenantConfig,
  stored: StoredTenant | undefined,
  place: DataPlace,
): Promise<{ tenant: TenantConfig; diagnostic?: Diagnostic }> {
  const from = stored?.dataRegion;
  const to = tenant.dataRegion;
  if (from === undefined || from === to || stored?.move?.to === to) return { tenant };
  if (!(await hasData(tenant.id, from, place))) return { tenant };
  return { tenant: { ...tenant, dataRegion: from }, diagnostic: refusal(tenant, from) };
}

async function hasData(tenant: string, region: string, { clusters, database }: DataPlace): Promise<boolean> {
  const cluster = clusters.clusters().find((one) => one.region === region);
  if (!cluster) return true; // nobody can say: it may lie in a cluster that does not run
  const { MongoClient } = await import('mongodb');
  const client = new MongoClient(cluster.uri, { appName: 'arcube-platform', maxPoolSize: 1 });
  try {
    for (const name of SIGNS)
      if (
        await client
          .db(database)
          .collection(name)
          .findOne({ tenant }, { projection: { _id: 1 } })
      )
        return true;
    return false;
  } finally {
    await client.close();
  }
}

function refusal(tenant: TenantConfig, from: string): Diagnostic {
  const { id, dataRegion } = tenant;
  const place = placeAtPath(tenant, ['dataRegion']);
  return {
    severity: 'error',
    code: 'REGION_BY_MOVE',
    message: `The data of \`${id}\` is in ${from}; an edit of its file does not move it to ${dataRegion}.`,
    remedy: `Write \`dataRegion: ${from}\` again and run \`arcube tenant move ${id} --to ${dataRegion}\`.`,
    ...(place && { place }),
    path: 'dataRegion',
  };
}
