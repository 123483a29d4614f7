import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { execa } from 'execa';
import { userError } from '../../../core/errors.js';
import { packageRoot } from '../../../core/package-root.js';
import type { SystemTenant } from '../../../core/scenario/system.js';
import { type ToldCredentials, tenantsOf } from './emulator-view.js';

/** An emulator in a process of its own, so that it does not share a core with the generator. */
export interface OwnEmulator {
  url: string;
  control: string;
  /** Who may call it. */
  tenants: SystemTenant[];
  /** Ends it. Idempotent. */
  stop(): Promise<void>;
}

interface ReadyEvent {
  event: string;
  urls: { api: string; control: string };
  credentials: ToldCredentials[];
}

/**
 * Starts `arcube dev` for a project on free ports, keeping nothing. Throws LOAD_NO_EMULATOR when it does not come up,
 * with what it said; `signal` ends it in mid-start.
 */
export async function startOwnEmulator(projectDir: string, signal: AbortSignal): Promise<OwnEmulator> {
  const args = ['dev', '--json', '--quiet', '--memory', '--no-watch', '--port', '0', '--aws-port', '0'];
  const child = execa(
    process.execPath,
    [join(packageRoot(), 'bin', 'run.js'), ...args, '--project', projectDir],
    {
      cancelSignal: signal,
      forceKillAfterDelay: 5000,
      reject: false,
      buffer: { stdout: false, stderr: true },
    },
  );
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await child;
  };
  const ready = await firstLine(child.stdout);
  if (ready !== undefined) {
    child.stdout.resume(); // nobody reads on: what it says must not fill its pipe
    const { urls, credentials } = JSON.parse(ready) as ReadyEvent;
    return { url: urls.api, control: urls.control, tenants: tenantsOf(credentials), stop };
  }
  const { stderr } = await child;
  throw userError('LOAD_NO_EMULATOR', { why: String(stderr).slice(0, 2000) });
}

/** The first line of a stream; undefined when it ends without one. */
function firstLine(stream: Readable): Promise<string | undefined> {
  return new Promise((resolve) => {
    const lines = createInterface({ input: stream });
    lines.once('line', (line) => {
      resolve(line);
      lines.close();
    });
    lines.once('close', () => resolve(undefined));
  });
}
