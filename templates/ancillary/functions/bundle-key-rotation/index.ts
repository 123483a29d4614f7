import { checkKeys } from './check-keys.js';
import { type BundleKeys, rotated } from './rotated.js';
import { makeCurrent, readKeys, requirePending, writePending } from './versions.js';

/** What Secrets Manager sends for each step of a rotation. */
interface RotationEvent {
  Step: 'createSecret' | 'setSecret' | 'testSecret' | 'finishSecret';
  SecretId: string;
  ClientRequestToken: string;
}

const STEPS: Record<string, (event: RotationEvent) => Promise<void>> = {
  createSecret,
  setSecret,
  testSecret,
  finishSecret: ({ SecretId, ClientRequestToken }) => makeCurrent(SecretId, ClientRequestToken),
};

/**
 * Rotates the keys that seal pricing bundles: a rotation function of Secrets Manager. Nobody outside knows these keys, so
 * nobody has to be asked. Every step may come again.
 */
export async function handler(event: RotationEvent): Promise<void> {
  const { Step, SecretId, ClientRequestToken } = event;
  const step = Object.hasOwn(STEPS, Step) ? STEPS[Step] : undefined;
  if (!step) throw new Error(`There is no step ${Step}.`);
  if ((await requirePending(SecretId, ClientRequestToken)) === 'done') return;
  await step(event);
  console.log(JSON.stringify({ level: 'info', secret: SecretId, version: ClientRequestToken, step: Step }));
}

async function createSecret({ SecretId, ClientRequestToken }: RotationEvent): Promise<void> {
  if ((await readKeys(SecretId, { id: ClientRequestToken })) !== undefined) return;
  const current = await readKeys(SecretId, { stage: 'AWSCURRENT' });
  if (!current) throw new Error('The secret has no value yet: put one in first.');
  await writePending(SecretId, ClientRequestToken, rotated(current, Date.now() / 1000));
}

/** Where a password would be set in a database: these keys are nowhere but in the secret. */
async function setSecret(): Promise<void> {}

async function testSecret({ SecretId, ClientRequestToken }: RotationEvent): Promise<void> {
  const [pending, current] = await Promise.all([
    readKeys(SecretId, { id: ClientRequestToken }),
    readKeys(SecretId, { stage: 'AWSCURRENT' }),
  ]);
  checkKeys(required(pending), required(current), Date.now() / 1000);
}

function required(keys: BundleKeys | undefined): BundleKeys {
  if (!keys) throw new Error('A version of the secret is missing.');
  return keys;
}
