import { Document, type Value } from '../bson/index.js';
import { codeName, type MongoError, mongoError } from '../error/index.js';
import type { CommandContext } from './context.js';

/** What `failCommand` does to one command. */
export interface FailCommand {
  error?: MongoError;
  close: boolean;
  writeConcernError?: Document;
  /** Labels in place of the server's own. */
  labels?: readonly string[];
  blockMs?: number;
  /** A failure before the command began does not end its transaction. */
  keepsTransaction: boolean;
}

/** The failure that a test, or `arcube fault`, has asked for this command, if any. */
export function failCommand(context: CommandContext): FailCommand | undefined {
  return failPoint(context) ?? context.server.options.faults?.draw(context);
}

function failPoint(context: CommandContext): FailCommand | undefined {
  const { failPoints } = context.server;
  if (!failPoints.active || context.commandName === 'configureFailPoint') return undefined;
  const data = failPoints.enter('failCommand', (wanted) => concerns(context, wanted))?.data;
  return data === undefined ? undefined : readFailure(data);
}

function concerns({ commandName, client, body }: CommandContext, data: Document | undefined): boolean {
  if (data === undefined) return false;
  const commands = data.get('failCommands');
  const name = body.keys()[0] as string;
  if (!Array.isArray(commands) || !(commands.includes(commandName) || commands.includes(name))) return false;
  const appName = data.get('appName');
  return appName === undefined || appName === client.appName;
}

function readFailure(data: Document): FailCommand {
  const failure: FailCommand = { close: data.get('closeConnection') === true, keepsTransaction: true };
  const labels = data.get('errorLabels');
  if (Array.isArray(labels)) failure.labels = labels as string[];
  const code = data.get('errorCode');
  if (typeof code === 'number' && !failure.close) {
    failure.error = mongoError(code, "Failing command via 'failCommand' failpoint");
  }
  const concern = data.get('writeConcernError');
  if (concern instanceof Document) failure.writeConcernError = named(concern);
  if (data.get('blockConnection') === true) failure.blockMs = Number(data.get('blockTimeMS') as Value);
  return failure;
}

function named(concern: Document): Document {
  const code = concern.get('code');
  if (typeof code !== 'number' || concern.has('codeName')) return concern.clone();
  return concern.clone().set('codeName', codeName(code));
}
