import type { Clock } from '../../../src/core/clock.js';
import type { Ids } from '../../../src/core/ids.js';
import { Users } from '../auth/users.js';
import { Binary, Document, ObjectId, type Timestamp } from '../bson/index.js';
import { Cursors } from '../session/cursors.js';
import { FailPoints } from '../session/fail-points.js';
import { Operations } from '../session/operations.js';
import { Sessions } from '../session/sessions.js';
import { Snapshots } from '../session/snapshots.js';
import { UncommittedCollections } from '../session/uncommitted.js';
import { WriteWatch } from '../session/write-watch.js';
import type { Storage, Txn } from '../storage/index.js';
import type { InjectedFaults } from './injected-faults.js';

export interface ClusterOptions {
  /** AWS region that the cluster stands for. */
  region: string;
  setName: string;
  clock: Clock;
  ids: Ids;
  /** Clients must authenticate. */
  auth: boolean;
  /** Faults put in on purpose. */
  faults?: InjectedFaults;
}

/** The state of one single-member replica set that all its connections share. */
export class ClusterServer {
  readonly options: ClusterOptions;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly processId: ObjectId;
  readonly storage: Storage;
  readonly cursors: Cursors;
  readonly sessions: Sessions;
  readonly snapshots: Snapshots;
  readonly uncommitted: UncommittedCollections;
  readonly writes = new WriteWatch();
  readonly failPoints = new FailPoints();
  readonly operations = new Operations();
  readonly users: Users;
  #objectIds: number;
  /** Monotonic ms of the start. */
  readonly startedAt = performance.now();
  /** Aborts when the cluster stops: what waits is to give up. */
  readonly stopping = new AbortController();
  /** How often each kind of operation ran (`opcounters`). */
  readonly counters = { insert: 0, query: 0, update: 0, delete: 0, getmore: 0, command: 0 };

  constructor(options: ClusterOptions, storage: Storage) {
    this.options = options;
    this.storage = storage;
    this.clock = options.clock;
    this.ids = options.ids;
    this.processId = ObjectId.fromBytes(options.ids.bytes(12));
    this.#objectIds = options.ids.bytes(3).readUIntBE(0, 3);
    this.cursors = new Cursors(options.ids);
    this.sessions = new Sessions(storage.retryableWrites, ({ key }) =>
      this.cursors.killWhere(({ owner }) => owner.session === key),
    );
    this.snapshots = new Snapshots(storage);
    this.uncommitted = new UncommittedCollections(storage);
    this.users = new Users(storage, options.ids);
  }

  /** The next ObjectId: seconds of the emulator's clock, five random bytes, a counter. */
  newObjectId(): ObjectId {
    this.#objectIds = (this.#objectIds + 1) & 0xffffff;
    const { a, b } = this.processId;
    return new ObjectId(Math.floor(this.clock.now() / 1000), a, (b & 0xff000000) | this.#objectIds);
  }

  /** `$clusterTime` of a reply. Unsigned, as a server without keys sends it. */
  gossip(time: Timestamp): Document {
    const signature = Document.of({ hash: NO_HASH, keyId: 0n });
    return Document.of({ clusterTime: time, signature });
  }

  /** A multi-document transaction on the data of now. */
  beginTransaction(): Txn {
    return this.storage.beginTransaction();
  }

  /** Clients that are connected now; whoever listens tells. */
  connectionCount: () => number = () => 0;

  /** Ends sessions and cursors, and wakes what waits. Idempotent. */
  stop(): void {
    this.stopping.abort();
    this.sessions.stop();
    this.cursors.stop();
    this.snapshots.stop();
  }
}

const NO_HASH = new Binary(new Uint8Array(20));
