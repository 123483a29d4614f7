import { type Diagnostic, diagnosticLine } from '../diagnostics.js';

/** Faults of a file, one a line, as the reason of an error. */
export function listFaults(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(diagnosticLine).join('\n  ');
}
