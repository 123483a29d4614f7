import { sign } from 'node:crypto';
import { withRetry } from '../../aws/retry.js';
import { Secrets } from '../../aws/secrets.js';
import type { Subject } from '../kind.js';
import type { SigningKey } from '../kinds/signing-key.js';
import { readTenantSecret } from '../kinds/tenant-document.js';
import type { KindName, Phase } from '../phases.js';
import { parseDocument } from '../secret-edit.js';
import { regionOf, type Target } from '../target.js';
import type { Knowledge, RotationLoad } from './load.js';
import type { RehearsalStage } from './stage.js';

/** What the callers of a rehearsal know of keys: they take up new secrets when they are told, and try revoked ones. */
export class HolderBook {
  readonly knowledge: Knowledge[];
  readonly #target: Target;
  readonly #stage: RehearsalStage;
  #oldKey: SigningKey | undefined;
  #old = new Map<Knowledge, { client: string; edge: string }>();

  constructor(stage: RehearsalStage, target: Target) {
    this.#stage = stage;
    this.#target = target;
    this.knowledge = stage.holders.map((holder) => ({
      holder,
      clientSecret: holder.clientSecret.reveal(),
      edgeSecret: holder.edgeSecret.reveal(),
    }));
  }

  /** True for keys that somebody in the load uses: the adoption gate would hold others for good. */
  holds({ kind, id }: Subject): boolean {
    if (kind === 'client') return this.knowledge.some(({ holder }) => id === `client/${holder.clientId}`);
    if (kind === 'edge') return this.knowledge.some(({ holder }) => id === `edge/${holder.tenant}`);
    return true;
  }

  /** Before a rotation: what is to be revoked, and not yet forgotten from the one before. */
  async remember(kind: KindName, _load: RotationLoad): Promise<void> {
    if (kind === 'signing') this.#oldKey = await this.#currentKey();
    this.#old = new Map(
      this.knowledge.map((one) => [one, { client: one.clientSecret, edge: one.edgeSecret }]),
    );
  }

  /** New secrets are in use once they are promoted; old ones must be refused once that is proven. */
  async after(phase: Phase, kind: KindName, load: RotationLoad): Promise<void> {
    if (phase === 'promote') for (const one of this.knowledge) await this.#takeUp(one, kind);
    if (phase !== 'prove') return;
    if (kind === 'signing') load.forge = this.#forger();
    for (const one of this.knowledge) {
      const old = this.#old.get(one);
      if (kind === 'client' && old) one.revokedClient = old.client;
      if (kind === 'edge' && old) one.revokedEdge = old.edge;
    }
  }

  #secrets(): Secrets {
    return new Secrets(regionOf(this.#target, this.#stage.region));
  }

  async #takeUp(one: Knowledge, kind: KindName): Promise<void> {
    const { clientId, tenant } = one.holder;
    if (kind === 'client') one.clientSecret = await this.#currentValue(`clients/${clientId}`);
    if (kind === 'edge') one.edgeSecret = await this.#currentValue(`edge/${tenant}`);
  }

  async #currentValue(name: string): Promise<string> {
    const full = `${this.#target.tenantPrefix}${name}`;
    const version = await withRetry(() => this.#secrets().read(full, { stage: 'AWSCURRENT' }));
    const values = version ? readTenantSecret(version.value, full).secrets : [];
    return values.find(({ state }) => state === 'current')?.value ?? '';
  }

  async #currentKey(): Promise<SigningKey | undefined> {
    const name = this.#target.secretNames['signing-keys'] ?? '';
    const version = await withRetry(() => this.#secrets().read(name, { stage: 'AWSCURRENT' }));
    return version && parseDocument<{ keys: SigningKey[] }>(version.value, name).keys[0];
  }

  /** Signs tokens that would be good but for their key; a key in KMS has ended, and signs nothing. */
  #forger(): (() => string) | undefined {
    const key = this.#oldKey;
    if (!key || key.kms !== undefined) return undefined;
    const { TOKEN_ISSUER: iss = '', TOKEN_AUDIENCE: aud = '' } = this.#target.environment;
    return () => {
      const now = Math.floor(this.#stage.now() / 1000);
      const claims = {
        iat: now,
        exp: now + 3600,
        jti: String(Math.random()),
        iss,
        aud,
        tenant: 'forged',
        role: 'api_client',
        region: this.#stage.region,
      };
      const parts = [{ alg: 'ES256', typ: 'JWT', kid: key.kid }, claims];
      const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
      const signature = sign('sha256', Buffer.from(text), { key, format: 'jwk', dsaEncoding: 'ieee-p1363' });
      return `${text}.${signature.toString('base64url')}`;
    };
  }
}
