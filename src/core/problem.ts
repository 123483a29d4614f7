/** What a person needs to know of a failure. */
export interface Problem {
  /** What happened, one sentence. */
  what: string;
  /** Why, where it is known. */
  why?: string;
  /** What to do next. */
  todo: string;
  /** Exit code of a command that ends with it; 1 when left out. */
  exitCode?: number;
}
