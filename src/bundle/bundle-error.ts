import type { Diagnostic } from '../core/diagnostics.js';

/** A remark about the source, with the lines around it as text where there are any. */
export interface BundleDiagnostic extends Diagnostic {
  /** Code frame for a terminal: the line, and a mark under the fault. */
  frame?: string;
}

/** Name of the Lambda runtime's error for the same fault, without the `Runtime.` before it. */
export type BundleFault =
  | 'MalformedHandlerName'
  | 'ImportModuleError'
  | 'UserCodeSyntaxError'
  | 'HandlerNotFound';

/** A function cannot be loaded from its source. */
export class BundleError extends Error {
  override readonly name = 'BundleError';
  readonly fault: BundleFault;
  readonly diagnostics: BundleDiagnostic[];

  constructor(fault: BundleFault, message: string, diagnostics: BundleDiagnostic[] = []) {
    super(message);
    this.fault = fault;
    this.diagnostics = diagnostics;
  }
}
