import { arch, cpus, hostname, release, totalmem, type } from 'node:os';
import { BsonDate, Document } from '../../bson/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';

/** The machine. */
export const hostInfo = defineCommand({
  name: 'hostInfo',
  access: 'cluster',
  adminOnly: true,
  fields: { hostInfo: as.any },
  run({ server }) {
    const memory = Math.floor(totalmem() / 2 ** 20);
    return Document.of({
      system: {
        currentTime: new BsonDate(server.clock.now()),
        hostname: hostname(),
        cpuAddrSize: 64,
        memSizeMB: BigInt(memory),
        memLimitMB: BigInt(memory),
        numCores: cpus().length,
        cpuArch: arch(),
        numaEnabled: false,
      },
      os: { type: type(), name: type(), version: release() },
      extra: {},
    });
  },
});
