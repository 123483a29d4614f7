import { Errors } from '@oclif/core';

/** Ends the process with a code; everything there was to say has been said. */
export class Exit extends Errors.ExitError {}

/** Exit codes of `arcube`, with and without `--json`. The README's table is made from them. */
export const EXIT_CODES: Record<number, string> = {
  0: 'done; for `dev`, stopped as asked',
  1: 'failed: a check did not pass, two answers differ, or something nobody foresaw',
  2: 'the command line is wrong',
  3: 'a port or an address cannot be had',
  4: 'no emulator runs for this project, or it does not answer',
  5: 'a file of the project is wrong: template, tenant or configuration',
  6: 'AWS stands in the way: account, credentials, permissions, network, or something changed meanwhile',
  7: 'a rotation is not at its end: it waits, or another one runs',
  130: 'ended by a second Ctrl-C, without waiting',
};
