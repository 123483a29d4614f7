import { constants } from 'node:os';
import { execa } from 'execa';
import { userError } from '../../../core/errors.js';

/** ms that a command may take to end after a signal, before it is killed. */
const GRACE = 10_000;

/** Where an emulator is, and who may call it. */
export interface WrapFacts {
  urls: { api: string; mongo: string; aws: string; control: string };
  region: string;
  credentials: { tenant: string; clientId: string; clientSecret: string; edgeSecret: string } | undefined;
}

/** What a wrapped command finds in its environment. The AWS key is the emulator's own and opens nothing else. */
export function wrapEnvironment({ urls, region, credentials }: WrapFacts): Record<string, string> {
  return {
    ARCUBE_URL: urls.api,
    ARCUBE_MONGO_URI: urls.mongo,
    ARCUBE_CONTROL_URL: urls.control,
    AWS_ENDPOINT_URL: urls.aws,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    ...(credentials && {
      ARCUBE_TENANT: credentials.tenant,
      ARCUBE_CLIENT_ID: credentials.clientId,
      ARCUBE_CLIENT_SECRET: credentials.clientSecret,
      ARCUBE_EDGE_SECRET: credentials.edgeSecret,
    }),
  };
}

/**
 * Runs a command with the terminal to itself and resolves to its exit code; 128 and the signal's number when a signal
 * ended it. Signals sent to us are handed on, and the command is waited for. Errors: COMMAND_MISSING.
 */
export async function runCommand(
  [command = '', ...args]: readonly string[],
  env: Record<string, string>,
  stop: Promise<NodeJS.Signals>,
): Promise<number> {
  const child = execa(command, args, { stdio: 'inherit', env, reject: false, forceKillAfterDelay: GRACE });
  // from the terminal the whole group has had Ctrl-C already; to hear it twice harms nobody
  void stop.then((signal) => child.kill(signal));
  const result = await child;
  const { code } = result as { code?: string };
  if (result.exitCode === undefined && code !== undefined && result.signal === undefined)
    throw userError('COMMAND_MISSING', { command, cause: code });
  return result.exitCode ?? 128 + (constants.signals[result.signal as NodeJS.Signals] ?? 0);
}
