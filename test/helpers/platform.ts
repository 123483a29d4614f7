import { cpSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../emulator/index.js';
import type { LogLine } from '../../emulator/kernel/events.js';
import { type Reply, send } from './api-client.js';

/** The emulator with the shipped platform and the sample tenants, all in memory. */
export interface PlatformLab {
  url: string;
  /** Folder of the project; tenants are in `tenants/`. */
  folder: string;
  emulator: Emulator;
  logs: LogLine[];
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  get(path: string, headers?: Record<string, string>): Promise<Reply>;
  /** A header with a token of the tenant's API client. */
  as(tenant: string): Record<string, string>;
  /** A client of the region's cluster; closed with the lab. */
  database(region: string): MongoClient;
  stop(): Promise<void>;
}

/** Starts it, and gets a token for each tenant. */
export async function platformLab(
  options: Pick<EmulatorOptions, 'watch' | 'parameters' | 'enforceIam'> = {},
): Promise<PlatformLab> {
  const folder = mkdtempSync(join(tmpdir(), 'arcube-test-'));
  cpSync('templates/tenant', join(folder, 'tenants'), { recursive: true });
  const emulator = createEmulator({ projectDir: folder, state: 'none', port: 0, awsPort: 0, ...options });
  const logs: LogLine[] = [];
  emulator.events.on('log', (line) => void logs.push(line));
  const urls = await emulator.start();
  const clients: MongoClient[] = [];
  const tokens = new Map<string, string>();
  const lab: PlatformLab = {
    url: urls.api,
    folder,
    emulator,
    logs,
    post: (path, body, headers) => send(urls.api + path, 'POST', body, headers),
    get: (path, headers) => send(urls.api + path, 'GET', undefined, headers),
    as: (tenant) => ({ authorization: `Bearer ${tokens.get(tenant)}` }),
    database: (region) => {
      const client = new MongoClient(urls.mongoByRegion[region] ?? '');
      clients.push(client);
      return client;
    },
    stop: async () => {
      await Promise.all(clients.map((client) => client.close()));
      await emulator.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  for (const { tenant, clientId, clientSecret } of emulator.credentials()) {
    const credentials = { client_id: clientId, client_secret: clientSecret.reveal() };
    const { body } = await lab.post('/oauth/token', { grant_type: 'client_credentials', ...credentials });
    tokens.set(tenant, body.access_token);
  }
  return lab;
}
