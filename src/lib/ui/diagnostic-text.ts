import { relative } from 'node:path';
import pc from 'picocolors';
import type { Diagnostic } from '../../core/diagnostics.js';

/** A fault of a file of the user's: place, what, and the remedy below it. */
export function diagnosticText({ severity, place, code, message, remedy }: Diagnostic): string {
  const mark = severity === 'error' ? pc.red('error') : pc.yellow('warning');
  const where = place ? `${pc.cyan(`${relative('', place.file)}:${place.line}:${place.column}`)} ` : '';
  return `${mark} ${where}${message} ${pc.dim(`[${code}]`)}\n  ${pc.cyan('→')} ${remedy}`;
}
