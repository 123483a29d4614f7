import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeKeyCommand, KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { drive } from '../../../src/lib/rotation/drive.js';
import { makeSigningKey, publicHalf } from '../../../src/lib/rotation/kinds/signing-key.js';
import { attempt, closeTarget, openTarget } from '../../../src/lib/rotation/open-target.js';
import type { KindName } from '../../../src/lib/rotation/phases.js';
import { Rotations, type RunTools } from '../../../src/lib/rotation/rotations.js';
import type { RunState } from '../../../src/lib/rotation/run-state.js';
import type { RotationChoices, Target } from '../../../src/lib/rotation/target.js';
import { type VerifyingApi, verifyingApi } from './api.js';

export const REGIONS = ['eu-central-1', 'us-east-1'];
const STACK = 'arcube';

/** A stack's secrets on an AWS endpoint, the platform's checks in front of them, and rotations that need not wait. */
export interface RotationLab {
  folder: string;
  api: VerifyingApi;
  target(choices?: Partial<RotationChoices>, endpoint?: string): Promise<Target>;
  /** Begins a rotation and takes it to its end. */
  rotate(kinds: KindName[], wishes?: LabWishes): Promise<RunState>;
  resume(id: string, wishes?: LabWishes): Promise<RunState>;
  /** Takes one back. */
  goBack(id: string): Promise<RunState>;
  rotations: Rotations;
  /** The JSON of a secret. */
  // biome-ignore lint/suspicious/noExplicitAny: looked into freely
  secret(name: string, region?: string, stage?: string): Promise<any>;
  put(name: string, value: object, region?: string): Promise<void>;
  /** How many KMS keys are in which state, over all regions. */
  kmsStates(): Promise<Record<string, number>>;
  /** Text of everything that rotations have written down. */
  written(): string;
  close(): Promise<void>;
}

export interface LabWishes extends Partial<Omit<RunTools, 'pause'>> {
  endpoint?: string;
  choices?: Partial<RotationChoices>;
  regions?: string[];
}

/** Puts the secrets in place. Every lab needs an endpoint of its own. */
export async function rotationLab(endpoint: string, regions = REGIONS): Promise<RotationLab> {
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_EC2_METADATA_DISABLED: 'true',
  });
  const folder = mkdtempSync(join(tmpdir(), 'arcube-rotation-'));
  const api = await verifyingApi(STACK, endpoint);
  const clients = new Map(regions.map((region) => [region, new SecretsManagerClient({ region, endpoint })]));
  const targets = new Map<string, Target>();
  const rotations = new Rotations(join(folder, '.arcube', 'rotation'));
  const lab: RotationLab = {
    folder,
    api,
    rotations,
    target: async (choices, to = endpoint) => {
      const key = JSON.stringify([choices, to]);
      const known = targets.get(key);
      if (known) return known;
      const target = await openTarget({
        projectDir: folder,
        account: undefined,
        stack: STACK,
        stage: 'live',
        regions,
        endpoint: to,
        apiUrls: Object.fromEntries(regions.map((region) => [region, api.url])),
        choices: { tenants: [], discardPending: false, ...choices },
        command: 'arcube rotate-keys',
      });
      const settings = Object.fromEntries(Object.keys(target.settings).map((name) => [name, 0]));
      const made = { ...target, settings: settings as unknown as Target['settings'] };
      targets.set(key, made);
      return made;
    },
    rotate: async (kinds, wishes = {}) => {
      const target = await lab.target(wishes.choices, wishes.endpoint);
      const rotation = Rotations.id(target);
      const subjects = await attempt('everywhere', 'arcube rotate-keys', () =>
        rotations.survey(target, kinds, rotation),
      );
      const open = await rotations.begin(target, { rotation, subjects, adoptionTimeout: 0 }, toolsOf(wishes));
      return await drive(open.engine, (_phase, work) => work(() => undefined))
        .then(() => open.engine.state)
        .finally(open.close);
    },
    resume: async (id, wishes = {}) => {
      const target = await lab.target(wishes.choices, wishes.endpoint);
      const open = await rotations.reopen(target, id, toolsOf(wishes));
      return await drive(open.engine, (_phase, work) => work(() => undefined))
        .then(() => open.engine.state)
        .finally(open.close);
    },
    goBack: async (id) => {
      const open = await rotations.reopen(await lab.target(), id, toolsOf({}));
      open.engine.turnBack('rollback');
      return await drive(open.engine, (_phase, work) => work(() => undefined))
        .then(() => open.engine.state)
        .finally(open.close);
    },
    secret: async (name, region = regions[0] as string, stage = 'AWSCURRENT') => {
      const found = await clients
        .get(region)
        ?.send(new GetSecretValueCommand({ SecretId: `${STACK}/${name}`, VersionStage: stage }));
      return JSON.parse(found?.SecretString ?? '{}');
    },
    put: async (name, value, region = regions[0] as string) => {
      const SecretString = JSON.stringify(value);
      const client = clients.get(region);
      await client
        ?.send(new CreateSecretCommand({ Name: `${STACK}/${name}`, SecretString }))
        .catch(() => client.send(new PutSecretValueCommand({ SecretId: `${STACK}/${name}`, SecretString })));
    },
    kmsStates: () => kmsStates(regions, endpoint),
    written: () => readAll(join(folder, '.arcube', 'rotation')),
    close: async () => {
      await api.close();
      for (const target of targets.values()) closeTarget(target);
      for (const client of clients.values()) client.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const key = makeSigningKey('first');
  for (const region of regions) {
    await lab.put('signing-keys', { keys: [key] }, region);
    await lab.put('verification-keys', { keys: [publicHalf(key)] }, region);
    await lab.put(
      'tenants/clients/aulis-booking',
      { tenant: 'aulis-air', region, role: 'api_client', enabled: true, secrets: [{ value: 'old-secret' }] },
      region,
    );
    await lab.put(
      'tenants/edge/aulis-air',
      { tenant: 'aulis-air', region, enabled: true, secrets: [{ value: 'old-edge' }] },
      region,
    );
  }
  return lab;
}

async function kmsStates(regions: string[], endpoint: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const region of regions) {
    const kms = new KMSClient({ region, endpoint });
    const { Keys = [] } = await kms.send(new ListKeysCommand({}));
    for (const { KeyId } of Keys) {
      const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
      if (KeyMetadata?.KeyManager === 'CUSTOMER')
        counts[KeyMetadata.KeyState ?? ''] = (counts[KeyMetadata.KeyState ?? ''] ?? 0) + 1;
    }
    kms.destroy();
  }
  return counts;
}

function toolsOf(wishes: LabWishes): RunTools {
  return {
    boundary: () => undefined,
    acceptChanges: false,
    withoutAdoption: true,
    signal: new AbortController().signal,
    ...wishes,
    pause: async () => undefined,
  };
}

function readAll(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}
