import { createInterface } from 'node:readline';
import pc from 'picocolors';

/**
 * Lets a person type the account id before something is changed in it; a script has said so on the command line.
 * @param signal ends the question, as Ctrl-C and Ctrl-D do
 * @returns whether it is confirmed
 */
export function typeAccount(
  account: string,
  yes: boolean,
  json: boolean,
  signal?: AbortSignal,
): Promise<boolean> {
  return typeName(account, 'Type the account id to begin:', yes, json, signal);
}

/** As `typeAccount`, for the name of whatever cannot be had back. */
export async function typeName(
  name: string,
  message: string,
  yes: boolean,
  json: boolean,
  signal?: AbortSignal,
): Promise<boolean> {
  if (yes) return true;
  if (json || !process.stdin.isTTY || signal?.aborted) return false;
  return (await ask(message, signal)) === name;
}

/**
 * One line that a person types; undefined where none comes: Ctrl-C, Ctrl-D, a terminal that is gone. Node's own reader,
 * because inquirer's never ends at Ctrl-D, and nothing that was prepared would be put away.
 */
function ask(message: string, signal: AbortSignal | undefined): Promise<string | undefined> {
  // where results go into a file, the question is for the terminal all the same
  const output = process.stdout.isTTY ? process.stdout : process.stderr;
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  const leave = (): void => lines.close();
  signal?.addEventListener('abort', leave, { once: true });
  return new Promise<string | undefined>((resolve) => {
    let typed: string | undefined;
    lines.on('SIGINT', leave);
    lines.once('close', () => {
      if (typed === undefined) output.write('\n');
      resolve(typed);
    });
    lines.question(`${pc.green('?')} ${pc.bold(message)} `, (answer) => {
      typed = answer.trim();
      lines.close();
    });
  }).finally(() => signal?.removeEventListener('abort', leave));
}
