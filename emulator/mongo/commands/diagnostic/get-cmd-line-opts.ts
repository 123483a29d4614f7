import { Document } from '../../bson/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';

/** How the server was started. */
export const getCmdLineOpts = defineCommand({
  name: 'getCmdLineOpts',
  access: 'cluster',
  adminOnly: true,
  fields: { getCmdLineOpts: as.any },
  run({ server }) {
    const replication = { replSet: server.options.setName };
    const security = { authorization: server.options.auth ? 'enabled' : 'disabled' };
    return Document.of({ argv: ['arcube'], parsed: { replication, security } });
  },
});
