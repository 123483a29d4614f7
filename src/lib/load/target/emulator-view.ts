import type { SystemTenant } from '../../../core/scenario/system.js';
import { Secret } from '../../../core/secret.js';
import { ControlClient, type ControlTarget } from '../../project/control-client.js';
import type { ServerSpan } from '../results/report.js';

interface Story {
  spans: { name: string; kind: string; startedAt: number; durationMs: number }[];
}

/** Sandbox credentials as an emulator tells them, secrets in the open. */
export interface ToldCredentials {
  tenant: string;
  region: string;
  clientId: string;
  clientSecret: string;
  edgeSecret: string;
}

/** Sandbox credentials as tenants of a system under test. */
export function tenantsOf(credentials: readonly ToldCredentials[]): SystemTenant[] {
  return credentials.map(({ tenant, region, clientId, clientSecret, edgeSecret }) => ({
    tenant,
    region,
    clients: [{ id: clientId, role: 'api_client', secret: new Secret(clientSecret) }],
    edgeSecret: new Secret(edgeSecret),
    domains: [],
  }));
}

/** What an emulator tells of the load that it is under; a deployed stage has no such side door. */
export class EmulatorView {
  readonly #client: ControlClient;

  constructor(target: ControlTarget) {
    this.#client = ControlClient.find(target);
  }

  /** Cold starts of all functions since the emulator began; undefined when it does not say. */
  async coldStarts(): Promise<number | undefined> {
    const health = await this.#client
      .get<{ services: Record<string, { details?: { coldStarts?: number } }> }>('/health')
      .catch(() => undefined);
    return health?.services.lambda?.details?.coldStarts;
  }

  /** Who may call it. */
  async tenants(): Promise<SystemTenant[]> {
    const { credentials } = await this.#client.get<{ credentials: ToldCredentials[] }>('/credentials');
    return tenantsOf(credentials);
  }

  /** What happened under a request's id, times from its begin; undefined once it has been forgotten. */
  async spans(requestId: string): Promise<ServerSpan[] | undefined> {
    const story = await this.#client
      .get<Story>(`/explain/${encodeURIComponent(requestId)}`)
      .catch(() => undefined);
    if (!story || story.spans.length === 0) return undefined;
    const begin = Math.min(...story.spans.map(({ startedAt }) => startedAt));
    return story.spans
      .map(({ name, kind, startedAt, durationMs }) => ({ name, kind, atMs: startedAt - begin, durationMs }))
      .sort((a, b) => a.atMs - b.atMs);
  }
}
