/** A place in a file of the user's. Lines and columns count from 1. */
export interface SourcePlace {
  file: string;
  line: number;
  column: number;
}

/** One fault (or remark) about something the user wrote. */
export interface Diagnostic {
  severity: 'error' | 'warning';
  /** Stable upper-case name of the kind of fault, e.g. `UNKNOWN_KEY`. */
  code: string;
  /** What is wrong, one sentence. */
  message: string;
  /** What to do about it. */
  remedy: string;
  /** Where; left out when it is about no file. */
  place?: SourcePlace;
  /** Path inside the document, e.g. `markups.ESIMS` or `Resources.Api.Properties.Body`. */
  path?: string;
}

/** The fault in one line: place, what, remedy. */
export function diagnosticLine({ place, message, remedy }: Diagnostic): string {
  const where = place ? `${place.file}:${place.line}:${place.column} ` : '';
  return `${where}${message} ${remedy}`;
}
