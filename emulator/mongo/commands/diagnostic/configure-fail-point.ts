import { Document } from '../../bson/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';

/** Sets a failure for tests (`failCommand` and two others), as a mongod with test commands does. */
export const configureFailPoint = defineCommand({
  name: 'configureFailPoint',
  access: 'cluster',
  adminOnly: true,
  fields: { configureFailPoint: as.required(as.text), mode: as.any, data: as.object },
  run: ({ server }, { configureFailPoint: name, mode, data }) =>
    Document.of({ count: server.failPoints.configure(name, mode, data) }),
});
