import type { ClientSession, Db } from 'mongodb';

/**
 * Runs `work` as one transaction: all it writes with the session counts, or nothing. It is run again when another
 * writer came in between, so it must do nothing but read and write.
 */
export function inTransaction<T>(db: Db, work: (session: ClientSession) => Promise<T>): Promise<T> {
  return db.client.withSession((session) =>
    session.withTransaction(() => work(session), {
      readConcern: { level: 'snapshot' },
      writeConcern: { w: 'majority' },
    }),
  );
}
