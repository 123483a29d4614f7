import type { Diagnostic } from '../diagnostics.js';
import { placeOf } from '../document/marks.js';

/** What is wrong and what to do about it. */
export interface Fault {
  code: string;
  message: string;
  remedy: string;
}

/** Where a fault is: an object of the document, and the key within it whose key or value is meant. */
export interface At {
  holder: unknown;
  key?: string | number;
  part?: 'key' | 'value';
  /** Path inside the document, e.g. `Resources.Api`. */
  path?: string;
}

/** Collects diagnostics; a fault is told once, however many roads lead to it. */
export class Report {
  readonly diagnostics: Diagnostic[] = [];
  readonly #told = new Set<string>();

  error(fault: Fault, at: At): void {
    this.#add('error', fault, at);
  }

  warn(fault: Fault, at: At): void {
    this.#add('warning', fault, at);
  }

  /** Takes over diagnostics made elsewhere. */
  take(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) this.#push(diagnostic);
  }

  get failed(): boolean {
    return this.diagnostics.some(({ severity }) => severity === 'error');
  }

  #add(severity: Diagnostic['severity'], fault: Fault, at: At): void {
    const place = placeOf(at.holder, at.key, at.part);
    this.#push({ severity, ...fault, ...(place && { place }), ...(at.path && { path: at.path }) });
  }

  #push(diagnostic: Diagnostic): void {
    const { place } = diagnostic;
    const mark = `${diagnostic.code}|${diagnostic.message}|${place?.file}:${place?.line}:${place?.column}`;
    if (this.#told.has(mark)) return;
    this.#told.add(mark);
    this.diagnostics.push(diagnostic);
  }
}
