import { userError } from '../../../src/core/errors.js';

/** How long a server that the user named has to answer, in ms. */
const ANSWER_MS = 10_000;

/** A cluster that somebody else runs. It is asked once whether it answers, and never stopped. */
export class ForeignCluster {
  readonly region: string;
  readonly uri: string;

  constructor(region: string, uri: string) {
    if (!/^mongodb(\+srv)?:\/\//.test(uri)) throw userError('MONGO_MODE_UNKNOWN', { mode: uri });
    this.region = region;
    this.uri = uri;
  }

  async start(signal: AbortSignal): Promise<void> {
    // Imported here: the driver takes longer to load than the embedded server takes to start.
    const { MongoClient } = await import('mongodb');
    signal.throwIfAborted();
    let client: InstanceType<typeof MongoClient> | undefined;
    try {
      client = new MongoClient(this.uri, { serverSelectionTimeoutMS: ANSWER_MS });
      await client.db('admin').command({ ping: 1 }, { signal });
    } catch (error) {
      signal.throwIfAborted();
      const cause = error instanceof Error ? error.message : String(error);
      const shown = this.uri.replace(/\/\/[^@/]*@/, '//');
      throw userError('MONGO_UNREACHABLE', { uri: shown, cause }, { cause: error });
    } finally {
      await client?.close();
    }
  }

  async stop(): Promise<void> {}
}
