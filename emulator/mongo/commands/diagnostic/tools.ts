import { BsonDate, Document } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';

/** The log that shells show at their start: there is nothing to warn of. */
export const getLog = defineCommand({
  name: 'getLog',
  access: 'cluster',
  adminOnly: true,
  fields: { getLog: as.required(as.text) },
  run(_context, { getLog: name }) {
    if (name === '*') return Document.of({ names: ['global', 'startupWarnings'] });
    if (name !== 'global' && name !== 'startupWarnings') {
      throw mongoError('OperationFailed', `No log named '${name}'`);
    }
    return Document.of({ totalLinesWritten: 0, log: [] });
  },
});

/** The state of the replica set's one member. */
export const replSetGetStatus = defineCommand({
  name: 'replSetGetStatus',
  access: 'cluster',
  adminOnly: true,
  fields: { replSetGetStatus: as.any },
  lenient: true,
  run({ server, client }) {
    const now = server.storage.opClock.latest;
    const self = {
      _id: 0,
      name: client.serverAddress,
      health: 1,
      state: 1,
      stateStr: 'PRIMARY',
      uptime: Math.floor((performance.now() - server.startedAt) / 1000),
      optime: { ts: now, t: 1n },
      optimeDate: new BsonDate(now.t * 1000),
      self: true,
    };
    return Document.of({
      set: server.options.setName,
      date: new BsonDate(server.clock.now()),
      myState: 1,
      term: 1n,
      heartbeatIntervalMillis: 2000n,
      majorityVoteCount: 1,
      members: [self],
    });
  },
});

/** The configuration of the replica set. */
export const replSetGetConfig = defineCommand({
  name: 'replSetGetConfig',
  access: 'cluster',
  adminOnly: true,
  fields: { replSetGetConfig: as.any },
  lenient: true,
  run({ server, client }) {
    const member = {
      _id: 0,
      host: client.serverAddress,
      arbiterOnly: false,
      hidden: false,
      priority: 1,
      votes: 1,
    };
    return Document.of({
      config: { _id: server.options.setName, version: 1, term: 1n, members: [member], protocolVersion: 1n },
    });
  },
});

/** The release whose formats the data may use. There is but one. */
export const setFeatureCompatibilityVersion = defineCommand({
  name: 'setFeatureCompatibilityVersion',
  access: 'cluster',
  adminOnly: true,
  writes: true,
  fields: { setFeatureCompatibilityVersion: as.required(as.text), confirm: as.bool },
  run(_context, { setFeatureCompatibilityVersion: version }) {
    if (version === '8.0') return new Document();
    throw mongoError('BadValue', `Invalid feature compatibility version value '${version}'; expected '8.0'`);
  },
});
