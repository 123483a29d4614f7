import { Document } from '../../bson/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';

/** The address the client is seen under. */
export const whatsMyUri = defineCommand({
  name: 'whatsmyuri',
  access: 'anyone',
  fields: { whatsmyuri: as.any },
  run: ({ connection }) => Document.of({ you: connection.remote }),
});
