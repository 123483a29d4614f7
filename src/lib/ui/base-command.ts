import { Command, Flags, type Interfaces } from '@oclif/core';
import { Exit } from './exit.js';
import { describeFailure, type Failure, renderFailure } from './failure.js';

/** Flags of a command with those that every command has. */
export type FlagsOf<T extends typeof Command> = Interfaces.InferredFlags<
  (typeof ArcubeCommand)['baseFlags'] & T['flags']
>;

/**
 * What every command of `arcube` is made of. It replaces oclif's own handling of `--json` and of errors, which gives
 * every failure exit code 1 under `--json`, repeats the whole command line on a parse error (secrets given as flags
 * too), and prints nothing for falsy results.
 */
export abstract class ArcubeCommand extends Command {
  static override baseFlags = {
    json: Flags.boolean({
      description: 'Print JSON for programs, one object a line.',
      helpGroup: 'GLOBAL',
    }),
  };

  /** True under `--json`; known before parsing, so that parse errors are JSON too. */
  protected get json(): boolean {
    const end = this.argv.indexOf('--');
    return (end < 0 ? this.argv : this.argv.slice(0, end)).includes('--json');
  }

  /** Prints a result: `text` for people, or `data` as one line of JSON under `--json`. */
  protected show(data: unknown, text: string): void {
    process.stdout.write(`${this.json ? JSON.stringify(data) : text}\n`);
  }

  /** A remark beside the result; to stderr, which no program reads as a result. */
  protected remark(text: string): void {
    process.stderr.write(`${text}\n`);
  }

  /** Ends the command with an exit code that is the same with and without `--json`. */
  protected override async catch(error: Error): Promise<void> {
    if (error instanceof Exit || (error as { code?: unknown }).code === 'EEXIT') throw error;
    const failure = describeFailure(error, this.argv);
    if (this.json) process.stdout.write(`${JSON.stringify({ event: 'error', error: failure.body })}\n`);
    else process.stderr.write(`${renderFailure(failure)}\n`);
    throw new Exit(this.exitCodeOf(failure));
  }

  /** The exit code of a failure. */
  protected exitCodeOf(failure: Failure): number {
    return failure.exitCode;
  }
}
