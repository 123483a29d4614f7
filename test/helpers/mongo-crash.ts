import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import {
  MongoClient as Client,
  type Db,
  type Collection as DriverCollection,
  type MongoClient,
} from 'mongodb';
import { compileMatcher } from '../../emulator/mongo/query/index.js';
import { type Collection, openStorage, type Storage } from '../../emulator/mongo/storage/index.js';
import { MovableClock } from '../../src/core/clock.js';
import { createIds } from '../../src/core/ids.js';

const CHILD = fileURLToPath(new URL('./mongo-server-child.ts', import.meta.url));
const CLIENTS = 4;
const KEYS = 12;
const LEAST_LIFE_MS = 40;
const LONGEST_LIFE_MS = 160;

/** What a document may be found as: its value, or `undefined` when it is not there. */
type State = number | undefined;

interface Row {
  _id: string;
  n: number;
  tags?: number[];
}

/** What one client knows of its documents. */
interface Knowledge {
  /** Acknowledged. */
  known: Map<string, State>;
  /** Sent and not answered: either all of it happened or nothing. */
  pending: Map<string, State> | undefined;
}

export interface CrashReport {
  rounds: number;
  acknowledged: number;
  transactions: number;
  /** Bytes of torn tails that recovery cut off. */
  cutBytes: number;
}

/** Kills a server in the middle of mixed writes from several clients, again and again, and checks what is found after. */
export async function crashRounds(
  rounds: number,
  tell: (line: string) => void = () => {},
  source = CHILD,
): Promise<CrashReport> {
  const root = await mkdtemp(join(tmpdir(), 'arcube-crash-'));
  const report: CrashReport = { rounds: 0, acknowledged: 0, transactions: 0, cutBytes: 0 };
  const clients = Array.from(
    { length: CLIENTS },
    (): Knowledge => ({ known: new Map(), pending: undefined }),
  );
  try {
    const script = await bundleChild(root, source);
    const folder = join(root, 'db');
    for (let round = 0; round < rounds; round++) {
      await liveAndDie(script, folder, clients, report);
      report.cutBytes += await inspect(folder, clients);
      report.rounds++;
      if (report.rounds % 25 === 0) tell(JSON.stringify(report));
    }
    return report;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** The server's TypeScript as one file that plain Node runs. */
export async function bundleChild(folder: string, source = CHILD): Promise<string> {
  const outfile = join(folder, 'server.mjs');
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return outfile;
}

/** Starts a server process; resolves with its connection string. */
export async function startChild(
  script: string,
  folder?: string,
): Promise<{ child: ChildProcess; uri: string }> {
  const child = fork(script, folder === undefined ? [] : [folder], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    execArgv: [],
  });
  const uri = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim()));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { child, uri };
}

async function liveAndDie(
  script: string,
  folder: string,
  clients: Knowledge[],
  report: CrashReport,
): Promise<void> {
  const { child, uri } = await startChild(script, folder);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const connections = clients.map(
    () => new Client(uri, { serverSelectionTimeoutMS: 1_000, retryWrites: false, maxPoolSize: 2 }),
  );
  try {
    await Promise.all(connections.map((client) => client.connect()));
    await prepare(connections[0] as MongoClient);
    const working = clients.map((client, at) => work(connections[at] as MongoClient, at, client, report));
    const life = LEAST_LIFE_MS + Math.random() * (LONGEST_LIFE_MS - LEAST_LIFE_MS);
    setTimeout(() => child.kill('SIGKILL'), life);
    await Promise.all(working);
  } finally {
    child.kill('SIGKILL');
    await ended;
    await Promise.all(connections.map((client) => client.close(true)));
  }
}

async function prepare(client: MongoClient): Promise<void> {
  const rows = client.db('crash').collection<Row>('rows');
  await rows.createIndex({ n: 1 });
  await rows.createIndex({ tags: 1, n: -1 }, { sparse: true });
}

/** Writes until the server is gone. */
async function work(client: MongoClient, number: number, own: Knowledge, report: CrashReport): Promise<void> {
  const db = client.db('crash');
  const rows = db.collection<Row>('rows');
  const key = () => `${number}-${Math.floor(Math.random() * KEYS)}`;
  for (;;) {
    try {
      if (Math.random() < 0.25) {
        await transaction(client, db, own, [key(), key()]);
        report.transactions++;
      } else await single(rows, own, key());
    } catch (error) {
      if (isNetworkError(error)) return;
      throw error;
    }
    for (const [name, state] of own.pending ?? []) own.known.set(name, state);
    own.pending = undefined;
    report.acknowledged++;
  }
}

function isNetworkError(error: unknown): boolean {
  return (
    error instanceof Error && /Network|ServerSelection|PoolClosed|PoolCleared|NotConnected/.test(error.name)
  );
}

let counter = 0;

async function single(rows: DriverCollection<Row>, own: Knowledge, name: string): Promise<void> {
  const n = ++counter;
  const j = Math.random() < 0.1;
  const options = { writeConcern: j ? { j } : { w: 1 } };
  if (own.known.get(name) === undefined) {
    own.pending = new Map([[name, n]]);
    await rows.insertOne({ _id: name, n, tags: [n % 3, n % 5] }, options);
  } else if (Math.random() < 0.3) {
    own.pending = new Map([[name, undefined]]);
    await rows.deleteOne({ _id: name }, options);
  } else {
    own.pending = new Map([[name, n]]);
    await rows.updateOne({ _id: name }, { $set: { n, tags: [n % 4] } }, options);
  }
}

async function transaction(client: MongoClient, db: Db, own: Knowledge, names: string[]): Promise<void> {
  const n = ++counter;
  const session = client.startSession();
  try {
    own.pending = new Map(names.map((name) => [name, n]));
    session.startTransaction();
    for (const name of new Set(names)) {
      await db.collection<Row>('rows').updateOne({ _id: name }, { $set: { n } }, { upsert: true, session });
    }
    await session.commitTransaction();
  } finally {
    await session.endSession().catch(() => {});
  }
}

/** Opens what the dead server left and compares it with what clients were told. */
async function inspect(folder: string, clients: Knowledge[]): Promise<number> {
  const storage = await openStorage({
    folder,
    clock: new MovableClock(),
    ids: createIds(),
    compileFilter: (filter, collation) => compileMatcher(filter, { collation }),
    onBackgroundError: (error) => {
      throw error;
    },
  });
  try {
    const rows = storage.catalogue.find('crash', 'rows');
    if (rows === undefined) throw new Error('the collection was lost');
    for (const client of clients) settle(client, (name) => stateOf(storage, rows, name));
    checkIndexes(rows);
    return storage.recovered.cutBytes;
  } finally {
    await storage.close();
  }
}

function stateOf(storage: Storage, rows: Collection, name: string): State {
  return storage.begin().findById(rows, name)?.document().get('n') as State;
}

/** Acknowledged writes must be there; of the one in flight all or nothing. */
function settle(client: Knowledge, find: (name: string) => State): void {
  const { known, pending } = client;
  const happened = pending !== undefined && [...pending].every(([name, state]) => find(name) === state);
  for (const [name, state] of happened ? pending : []) known.set(name, state);
  client.pending = undefined;
  for (const [name, state] of known) {
    const found = find(name);
    if (found !== state)
      throw new Error(`${name}: acknowledged as ${state}, found ${found} (in flight: ${happened})`);
  }
}

/** Every index has the keys of the documents, no more and no less. */
export function checkIndexes({ indexes, records, count }: Collection): void {
  for (const index of indexes) {
    let [documents, entries] = [0, 0];
    for (let record = records.after(0); record !== undefined; record = records.after(record.id)) {
      documents++;
      for (const key of index.keysOf(record.document())) {
        entries++;
        if (!index.tree.has(key, record.id))
          throw new Error(`${index.spec.name} lacks a key of record ${record.id}`);
      }
    }
    if (entries !== index.tree.size)
      throw new Error(`${index.spec.name} has ${index.tree.size} entries, not ${entries}`);
    if (documents !== count) throw new Error(`the count is ${count}, not ${documents}`);
  }
}
