import pc from 'picocolors';
import { UserError, userError } from '../../core/errors.js';

/** A failure as it is shown and as `--json` prints it. */
export interface Failure {
  body: { code: string; what: string; why?: string; todo: string };
  exitCode: number;
}

/** Reads any error as a failure. Words of the command line are never repeated: they may be secrets. */
export function describeFailure(error: unknown, argv: readonly string[]): Failure {
  const known = error instanceof UserError ? error : fileTrouble(error);
  if (known) {
    const { what, why, todo, exitCode = 1 } = known.problem;
    return { body: { code: known.code, what, ...(why !== undefined && { why }), todo }, exitCode };
  }
  if (isParseError(error)) {
    const [first = ''] = error.message.split('\n\n');
    const what = redact(first.replace(/\n?See more help with --help$/, '').trim(), argv);
    return { body: { code: 'USAGE', what, todo: 'See --help for the flags and examples.' }, exitCode: 2 };
  }
  const why = error instanceof Error ? error.message : String(error);
  const stack = process.env.DEBUG && error instanceof Error ? `\n${error.stack}` : '';
  const todo = `Run it again with DEBUG=arcube to see where, and report it: this is a fault of arcube.${stack}`;
  return { body: { code: 'INTERNAL', what: 'Something unforeseen went wrong.', why, todo }, exitCode: 1 };
}

/** The failure in three short lines. */
export function renderFailure({ body }: Failure): string {
  const lines = [`${pc.red('Error')} ${pc.dim(`[${body.code}]`)} ${body.what}`];
  if (body.why !== undefined) lines.push(`  ${body.why}`);
  lines.push(`  ${pc.cyan('→')} ${body.todo}`);
  return lines.join('\n');
}

const DISK_FULL = ['ENOSPC', 'EDQUOT'];
const NOT_ALLOWED = ['EACCES', 'EPERM', 'EROFS', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'];

/** What the system says of files and disks is no fault of the program's. */
function fileTrouble(error: unknown): UserError | undefined {
  const { code = '', syscall, path, message: cause } = error as Partial<NodeJS.ErrnoException>;
  if (syscall === undefined || cause === undefined) return undefined;
  if (DISK_FULL.includes(code)) return userError('DISK_FULL', { cause });
  // a recursive mkdir on a read-only disk fails with ENOENT
  const isRefused = NOT_ALLOWED.includes(code) || (code === 'ENOENT' && syscall === 'mkdir');
  return path !== undefined && isRefused ? userError('FILE_REFUSED', { path, cause }) : undefined;
}

/** oclif throws its own `CLIError` for what it cannot parse, and nothing else of ours carries `oclif`. */
function isParseError(error: unknown): error is Error {
  return error instanceof Error && 'oclif' in error;
}

/** Replaces what the user typed, other than names of flags, wherever a message repeats it. */
function redact(message: string, argv: readonly string[]): string {
  const typed = argv.map((word) => (word.startsWith('-') ? word.slice(word.indexOf('=') + 1) : word));
  const values = typed.filter((value, index) => value !== '' && value !== argv[index]?.replace(/=$/, ''));
  const words = [...new Set([...values, ...argv.filter((word) => !word.startsWith('-') && word !== '')])];
  words.sort((a, b) => b.length - a.length);
  return words.reduce((text, word) => text.replaceAll(word, '…'), message);
}
