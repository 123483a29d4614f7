import { Secret } from '../../../core/secret.js';
import { Gateway } from '../../aws/gateway.js';
import { Kms } from '../../aws/kms.js';
import { withRetry } from '../../aws/retry.js';
import { Secrets } from '../../aws/secrets.js';
import { tryConnection, userOf } from '../database/connection.js';
import type { Subject } from '../kind.js';
import { keyedRoute, keysInPlans } from '../kinds/api-key.js';
import type { SigningKey } from '../kinds/signing-key.js';
import { readTenantSecret } from '../kinds/tenant-document.js';
import type { KindName, Phase } from '../phases.js';
import { parseDocument } from '../secret-edit.js';
import { regionOf, type Target } from '../target.js';
import type { Callers } from './callers.js';
import { forger } from './forger.js';
import type { Judge } from './judge.js';
import type { Knowledge } from './knowledge.js';
import type { RehearsalStage } from './stage.js';

interface Databases {
  database: string;
  clusters: { region: string; uri: string }[];
}

/** What holders of keys do in a rotation: they take up new ones when they are told, and try revoked ones. */
export class HolderBook {
  readonly #target: Target;
  readonly #stage: RehearsalStage;
  readonly #callers: Callers;
  readonly #judge: Judge;
  #oldKey: SigningKey | undefined;
  #oldEnvironmentKey: string | undefined;
  #oldDatabases: Databases | undefined;
  #old = new Map<Knowledge, { client: string; edge: string }>();
  readonly #oldApiKeys = new Map<string, string>();

  constructor(stage: RehearsalStage, target: Target, callers: Callers, judge: Judge) {
    this.#stage = stage;
    this.#target = target;
    this.#callers = callers;
    this.#judge = judge;
  }

  /** Finds the gateway's keys: they are the project's own, not the emulator's. */
  async open(): Promise<void> {
    this.#callers.keyedPath = keyedRoute(this.#target);
    if (this.#callers.keyedPath === undefined) return;
    const { name } = this.#region;
    for (const { id, name: keyName } of await keysInPlans(this.#target, name)) {
      const value = await new Gateway(this.#region).value(id);
      this.#callers.apiKeys.push({ id, name: keyName, value: value.reveal() });
    }
  }

  /** True for keys that somebody in the load uses: the adoption gate would hold others for good. */
  holds({ kind, id, name }: Subject): boolean {
    const { knowledge, apiKeys } = this.#callers;
    if (kind === 'client') return knowledge.some(({ holder }) => id === `client/${holder.clientId}`);
    if (kind === 'edge') return knowledge.some(({ holder }) => id === `edge/${holder.tenant}`);
    if (kind === 'api-key') return apiKeys.some((one) => one.name === name);
    return true;
  }

  /** Before a rotation: what is to be revoked, and not yet forgotten from the one before. */
  async remember(kind: KindName, subjects: readonly Subject[]): Promise<void> {
    const { secretNames } = this.#target;
    if (kind === 'signing')
      this.#oldKey = (await this.#document<{ keys: SigningKey[] }>(secretNames['signing-keys']))?.keys[0];
    if (kind === 'database') this.#oldDatabases = await this.#document<Databases>(secretNames.databases);
    if (kind === 'env') this.#oldEnvironmentKey = subjects[0]?.oldKey;
    const { knowledge, apiKeys } = this.#callers;
    for (const one of knowledge) this.#old.set(one, { client: one.clientSecret, edge: one.edgeSecret });
    for (const { name, value } of apiKeys) this.#oldApiKeys.set(name, value);
  }

  /** New secrets are in use once they are promoted; old ones must be refused once that is proven. */
  async after(phase: Phase, kind: KindName): Promise<void> {
    if (phase === 'promote') await this.#takeUp(kind);
    if (phase === 'prove') await this.#giveUp(kind);
  }

  get #region() {
    return regionOf(this.#target, this.#stage.region);
  }

  async #takeUp(kind: KindName): Promise<void> {
    const { knowledge, apiKeys } = this.#callers;
    for (const one of knowledge) {
      if (kind === 'client') one.clientSecret = await this.#tenantValue(`clients/${one.holder.clientId}`);
      if (kind === 'edge') one.edgeSecret = await this.#tenantValue(`edge/${one.holder.tenant}`);
    }
    if (kind !== 'api-key') return;
    const found = await keysInPlans(this.#target, this.#region.name);
    for (const key of apiKeys) {
      const next = found.find(({ id, name }) => name === key.name && id !== key.id);
      if (!next) continue;
      key.id = next.id;
      key.value = (await new Gateway(this.#region).value(next.id)).reveal();
    }
  }

  async #giveUp(kind: KindName): Promise<void> {
    if (kind === 'signing') this.#callers.forge = forger(this.#stage, this.#target, this.#oldKey);
    for (const one of this.#callers.knowledge) {
      const old = this.#old.get(one);
      if (kind === 'client' && old) one.revokedClient = old.client;
      if (kind === 'edge' && old) one.revokedEdge = old.edge;
    }
    for (const key of this.#callers.apiKeys) {
      const old = this.#oldApiKeys.get(key.name);
      if (kind === 'api-key' && old !== undefined) key.revoked = old;
    }
    if (kind === 'database') await this.#tryOldUsers();
    if (kind === 'env') await this.#tryOldKey();
  }

  async #tryOldUsers(): Promise<void> {
    const { database = '', clusters = [] } = this.#oldDatabases ?? {};
    for (const { region, uri } of clusters) {
      const found = userOf(uri);
      if (found && (await tryConnection(new Secret(uri), database)) === undefined)
        this.#judge.note('acceptedRevoked', `the user ${found.user} of the cluster in ${region}`);
    }
  }

  async #tryOldKey(): Promise<void> {
    const key = this.#oldEnvironmentKey ?? '';
    const taken = await new Kms(this.#region).roundTrip(key).catch(() => false);
    if (taken) this.#judge.note('acceptedRevoked', `the key ${key} of the environment`);
  }

  async #tenantValue(name: string): Promise<string> {
    const full = `${this.#target.tenantPrefix}${name}`;
    const version = await withRetry(() => new Secrets(this.#region).read(full, { stage: 'AWSCURRENT' }));
    const values = version ? readTenantSecret(version.value, full).secrets : [];
    return values.find(({ state }) => state === 'current')?.value ?? '';
  }

  async #document<T extends object>(name = ''): Promise<T | undefined> {
    const version = await withRetry(() => new Secrets(this.#region).read(name, { stage: 'AWSCURRENT' }));
    return version && parseDocument<T>(version.value, name);
  }
}
