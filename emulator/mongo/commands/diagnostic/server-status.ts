import { hostname } from 'node:os';
import { BsonDate, Document } from '../../bson/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';
import { VERSION } from './build-info.js';

/** The state of the server in figures. */
export const serverStatus = defineCommand({
  name: 'serverStatus',
  access: 'cluster',
  fields: { serverStatus: as.any },
  lenient: true,
  run({ server, client }) {
    const uptimeMs = performance.now() - server.startedAt;
    const { rss, heapUsed } = process.memoryUsage();
    return Document.of({
      host: hostname(),
      version: VERSION,
      process: 'arcube',
      pid: BigInt(process.pid),
      uptime: uptimeMs / 1000,
      uptimeMillis: BigInt(Math.floor(uptimeMs)),
      localTime: new BsonDate(server.clock.now()),
      connections: {
        current: server.connectionCount(),
        available: 1_000_000,
        totalCreated: client.connectionId,
      },
      opcounters: { ...server.counters },
      mem: { bits: 64, resident: rss >> 20, virtual: rss >> 20, supported: true, heapUsed: heapUsed >> 20 },
      metrics: {
        cursor: { timedOut: BigInt(server.cursors.timedOut), open: { total: BigInt(server.cursors.size) } },
      },
      logicalSessionRecordCache: { activeSessionsCount: server.sessions.size },
      repl: {
        setName: server.options.setName,
        isWritablePrimary: true,
        secondary: false,
        primary: client.serverAddress,
        hosts: [client.serverAddress],
        me: client.serverAddress,
      },
      storageEngine: { name: 'arcube', supportsCommittedReads: true, persistent: true },
    });
  },
});
