import { Document } from '../../bson/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';

/** Answers, and that is all. */
export const ping = defineCommand({
  name: 'ping',
  access: 'anyone',
  fields: { ping: as.any },
  run: () => new Document(),
});
