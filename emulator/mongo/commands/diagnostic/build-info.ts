import { Document, MAX_DOCUMENT_SIZE } from '../../bson/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';

/** The release whose behaviour this server follows. */
export const VERSION = '8.0.16';

/** Which server this is, as far as drivers and tools ask. */
export const buildInfo = defineCommand({
  name: 'buildInfo',
  aliases: ['buildinfo'],
  access: 'anyone',
  fields: { buildInfo: as.any, buildinfo: as.any },
  run: () =>
    Document.of({
      version: VERSION,
      gitVersion: 'unknown',
      modules: [],
      allocator: 'v8',
      javascriptEngine: 'none',
      sysInfo: 'deprecated',
      versionArray: [...VERSION.split('.').map(Number), 0],
      openssl: { running: process.versions.openssl ?? '' },
      buildEnvironment: { target_arch: process.arch, target_os: process.platform },
      bits: 64,
      debug: false,
      maxBsonObjectSize: MAX_DOCUMENT_SIZE,
      storageEngines: ['arcube'],
    }),
});
