import { awsFailure } from '../../aws/failure.js';
import { Functions } from '../../aws/functions.js';
import { Gateway } from '../../aws/gateway.js';
import type { AwsRegion } from '../../aws/region.js';
import { readBack } from '../../aws/retry.js';
import { NotSeen } from '../kind.js';
import { stackFunctionNames } from '../settings.js';
import type { Target } from '../target.js';

/** Variable whose change makes Lambda start new environments: what the old ones kept in memory goes with them. */
const FLUSHED = 'KEYS_FLUSHED_AT';

/**
 * Empties what a region remembers of keys: the functions' caches of secrets first, then the gateway's answers of the
 * authorizer, which an old environment could have given anew. Returns what could not be emptied, for people.
 */
export async function flushCaches(target: Target, region: AwsRegion): Promise<string[]> {
  const left: string[] = [];
  const tries = [
    await tried('the functions’ caches', async () => left.push(...(await flushFunctions(target, region)))),
    await tried('the gateway’s authorizer cache', () => flushAuthorizers(target, region)),
  ];
  return [...left, ...tries.filter((one) => one !== undefined)];
}

async function tried(what: string, flush: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await flush();
    return undefined;
  } catch (error) {
    const failure = awsFailure(error);
    if (!failure) throw error;
    return `${what} (${failure.code}: ${failure.message})`;
  }
}

/** Returns what is served by a version that could not be made anew. */
async function flushFunctions(target: Target, region: AwsRegion): Promise<string[]> {
  const functions = new Functions(region);
  const at = new Date(target.clock.now()).toISOString();
  const readers = (await functions.list(stackFunctionNames(target.model))).filter(({ environment }) =>
    Object.keys(environment).some((name) => name.endsWith('_SECRET') || name === 'TENANT_SECRETS_PREFIX'),
  );
  await Promise.all(
    readers.map(({ name, environment }) => functions.setEnvironment(name, { ...environment, [FLUSHED]: at })),
  );
  const left: string[] = [];
  for (const { name } of readers) {
    const settled = await readBack(async () => {
      const now = await functions.read(name);
      return now.settled && now.environment[FLUSHED] === at;
    });
    if (!settled) throw new NotSeen(`the function ${name}`, region.name);
    left.push(...(await functions.publishToAliases(name)));
  }
  return left.map((alias) => `${alias} (its version has other code, or is being deployed: deploy it)`);
}

async function flushAuthorizers(target: Target, region: AwsRegion): Promise<void> {
  const gateway = new Gateway(region);
  for (const { name } of target.model.restApis) {
    const api = await gateway.apiId(name);
    if (api !== undefined) await gateway.flushAuthorizers(api, target.stage);
  }
}
