import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../../core/errors.js';
import type { SystemTenant } from '../../../core/scenario/system.js';
import { runSession } from '../../testing/session/run-session.js';
import { readCredentials } from '../../testing/target/credentials.js';
import { remoteSystem } from '../../testing/target/remote-system.js';
import { stageOf } from '../../testing/target/stage.js';
import type { Verification, Verify } from './verify.js';

/** Cases that need nobody's credentials. */
const WITHOUT_CREDENTIALS = '/the service is well|tokens are refused|without a token/';

/** Who may call the API; undefined when nobody was named. */
export type Callers = () => SystemTenant[] | undefined;

/** Callers of a file or the environment, where they are. A file that was named has to be good. */
export function callersOf(file: string | undefined, env: NodeJS.ProcessEnv): Callers {
  return () => {
    if (file === undefined && env.ARCUBE_CLIENT_ID === undefined) return undefined;
    return readCredentials(file, env);
  };
}

/** The test runner's smoke suite, on an API by its address. */
export function smokeOf(projectDir: string, callers: Callers): Verify {
  return async (url, named, signal) => {
    try {
      return await smoke(projectDir, callers(), url, signal, named);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { ok: false, note: `${error.message} ${error.problem.why ?? ''}`.trim() };
    }
  };
}

async function smoke(
  projectDir: string,
  tenants: SystemTenant[] | undefined,
  url: string,
  signal: AbortSignal,
  named: boolean,
): Promise<Verification> {
  const request = {
    projectDir,
    paths: [],
    suites: ['smoke'],
    ...(tenants === undefined && { grep: WITHOUT_CREDENTIALS }),
    bail: 0,
    workers: 1,
    retry: 2, // an address that has just begun to serve may refuse a first call
    seed: 'deploy',
    reporters: [],
    output: join(tmpdir(), 'arcube-smoke'),
    runs: 1,
    signal,
  };
  const launch = () => remoteSystem(stageOf(url), tenants ?? []);
  const { report, error } = await runSession(request, launch, []);
  if (report.verdict === 'not-run' && !named && isUnreachable(error))
    return { ok: true, note: `${url} cannot be reached from here: not tried` };
  if (error !== undefined) throw error;
  const { passed, failed } = report.counts;
  const failures = report.cases.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name);
  const who = tenants === undefined ? ', those that need no credentials' : '';
  if (failed === 0 && passed > 0) return { ok: true, note: `${passed} smoke tests passed${who}` };
  return { ok: false, note: `${failed} of ${failed + passed} smoke tests failed: ${failures.join('; ')}` };
}

function isUnreachable(error: unknown): boolean {
  return error instanceof UserError && error.code === 'TARGET_DOWN';
}
