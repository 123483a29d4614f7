import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';

/**
 * How long a value is used before it is asked for again, in milliseconds: what a rotation has to wait for, so the
 * rotation reads it from the same variable.
 */
const CACHE_LIFE = Number(process.env.SECRET_CACHE_SECONDS ?? 30) * 1000;

interface Kept {
  value: Promise<unknown>;
  until: number;
}

const kept = new Map<string, Kept>();
let client: SecretsManagerClient | undefined;

/**
 * The JSON value of a secret by name or ARN, `undefined` when there is no such secret. Equal calls within the cache's
 * life share one answer and one object, so what is derived from it can be kept in a WeakMap.
 */
export async function secret<T extends object>(id: string): Promise<T | undefined> {
  const now = Date.now();
  let entry = kept.get(id);
  // A clock that was set back must not keep a value for longer than the cache's life.
  if (!entry || now >= entry.until || now < entry.until - CACHE_LIFE) {
    entry = { value: read(id), until: now + CACHE_LIFE };
    kept.set(id, entry);
    entry.value.catch(() => kept.delete(id));
  }
  const value = await entry.value;
  if (value === undefined) kept.delete(id); // names that clients make up must not fill the memory
  return value as T | undefined;
}

/** As `secret`, for one named by an environment variable; its absence is a fault of the deployment. */
export async function configured<T extends object>(variable: string): Promise<T> {
  const id = process.env[variable];
  if (!id) throw new Error(`${variable} is not set`);
  const value = await secret<T>(id);
  if (value === undefined) throw new Error(`the secret of ${variable} has no value`);
  return value;
}

async function read(id: string): Promise<unknown> {
  client ??= new SecretsManagerClient({});
  try {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: id }));
    return SecretString === undefined ? undefined : (JSON.parse(SecretString) as unknown);
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}
