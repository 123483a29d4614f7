import { Document, type Plain } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';

const PARAMETERS: Record<string, Plain> = {
  authenticationMechanisms: ['SCRAM-SHA-256'],
  cursorTimeoutMillis: 600_000n,
  enableTestCommands: true,
  featureCompatibilityVersion: { version: '8.0' },
  localLogicalSessionTimeoutMinutes: 30,
  requireApiVersion: false,
  transactionLifetimeLimitSeconds: 60,
  ttlMonitorEnabled: true,
  ttlMonitorSleepSecs: 60,
  notablescan: false,
  quiet: false,
};

/** Server parameters, as far as there are any: drivers and tools ask for a few. */
export const getParameter = defineCommand({
  name: 'getParameter',
  access: 'cluster',
  adminOnly: true,
  fields: { getParameter: as.any, allParameters: as.bool },
  lenient: true,
  run({ body }) {
    if (body.get('getParameter') === '*' || body.get('allParameters') === true)
      return Document.of(PARAMETERS);
    const found = new Document();
    for (const name of body.keys()) {
      if (Object.hasOwn(PARAMETERS, name))
        found.set(name, Document.of({ value: PARAMETERS[name]! }).get('value')!);
    }
    if (found.size === 0) throw mongoError('InvalidOptions', 'no option found to get');
    return found;
  },
});
