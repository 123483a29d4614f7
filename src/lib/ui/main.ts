import { Config, type Interfaces, run } from '@oclif/core';
import { nearest } from '../../core/document/nearest.js';
import { userError } from '../../core/errors.js';
import { Exit } from './exit.js';
import { describeFailure, renderFailure } from './failure.js';

/**
 * Runs the command line.
 * @param entry URL of the file that was started, inside the package
 */
export async function main(argv: string[], entry: string): Promise<void> {
  hideExperimentalWarnings();
  try {
    const config = await Config.load(new URL('..', entry).pathname);
    refuseUnknown(config, argv);
    await run(argv, config);
  } catch (error) {
    process.exit(exitCodeOf(error, argv));
  }
}

function exitCodeOf(error: unknown, argv: string[]): number {
  if (error instanceof Exit) return error.oclif.exit ?? 1;
  if (error instanceof Error && 'code' in error && error.code === 'EEXIT') return exitOf(error);
  const failure = describeFailure(error, argv);
  if (argv.includes('--json'))
    process.stdout.write(`${JSON.stringify({ event: 'error', error: failure.body })}\n`);
  else process.stderr.write(`${renderFailure(failure)}\n`);
  return failure.exitCode;
}

function exitOf(error: Error): number {
  return (error as { oclif?: { exit?: number } }).oclif?.exit ?? 0;
}

/** oclif's own answer to an unknown command names no remedy. */
function refuseUnknown(config: Interfaces.Config, argv: string[]): void {
  const [name] = argv;
  if (name === undefined || name.startsWith('-') || name === 'help') return;
  const known = [...config.commandIDs, ...config.topics.map((topic) => topic.name)].map(
    (id) => id.split(':')[0] as string,
  );
  if (known.includes(name)) return;
  throw userError('UNKNOWN_COMMAND', { nearest: nearest(name, [...new Set(known)]) });
}

/** Node warns of experimental features that are our choice, not the user's; other warnings are shown as ever. */
function hideExperimentalWarnings(): void {
  const shown = process.listeners('warning');
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    if (warning.name !== 'ExperimentalWarning') for (const show of shown) show.call(process, warning);
  });
}
