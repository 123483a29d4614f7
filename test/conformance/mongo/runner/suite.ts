import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MongoClient } from 'mongodb';
import { driverLimits } from './driver-limits.js';
import { runFile, type Target, type TestOutcome } from './run-file.js';

/** The folders of the specifications that are in the unified test format. */
export const SUITES = [
  'crud',
  'retryable-writes',
  'transactions',
  'sessions',
  'run-command',
  'collection-management',
  'index-management',
  'change-streams',
] as const;

/** Where the specifications lie: named by the environment, or beside the project. */
export function specsFolder(): string | undefined {
  const candidates = [
    process.env.ARCUBE_MONGODB_SPECS,
    resolve('../shared/mongodb-specs'),
    resolve('../../shared/mongodb-specs'),
  ];
  return candidates.find((folder) => folder !== undefined && existsSync(folder));
}

export interface FileOutcome {
  file: string;
  outcomes: TestOutcome[];
}

/** Runs every file of one suite (or those whose name contains `only`). */
export async function runSuite(
  folder: string,
  suite: string,
  target: Target,
  only = '',
): Promise<FileOutcome[]> {
  const results: FileOutcome[] = [];
  for (const file of filesOf(join(folder, suite))) {
    if (!file.includes(only)) continue;
    const outcomes = await runFile(readFileSync(file, 'utf8'), target, (test) =>
      driverLimits(suite, file, test),
    );
    results.push({ file: file.slice(folder.length + 1), outcomes });
  }
  return results;
}

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

/** Asks a server what it is. */
export async function connectTarget(uri: string): Promise<Target> {
  const client = await new MongoClient(uri).connect();
  const admin = client.db('admin');
  const hello = await admin.command({ hello: 1 });
  const { version } = await admin.command({ buildInfo: 1 });
  const topology =
    hello.msg === 'isdbgrid' ? 'sharded' : hello.setName === undefined ? 'single' : 'replicaset';
  return { uri, client, facts: { version, topology, auth: client.options.credentials !== undefined } };
}
