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

/** An error of the user's world (not a bug): it has a code, what happened, why, and what to do. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: string;
  readonly problem: Problem;

  constructor(code: string, problem: Problem, options?: ErrorOptions) {
    super(problem.what, options);
    this.code = code;
    this.problem = problem;
  }
}

/**
 * The one table of user errors: code → the problem, made from the facts of the case. Add a row here rather than a
 * sentence elsewhere.
 */
const TABLE = {
  PORT_TAKEN: (facts: { port: number; host: string }): Problem => ({
    what: `Port ${facts.port} on ${facts.host} is taken.`,
    why: 'Another program listens there, perhaps another `arcube dev`.',
    todo: 'Stop it, or choose another port with --port.',
    exitCode: 3,
  }),
  PORT_FORBIDDEN: (facts: { port: number; host: string; cause: string }): Problem => ({
    what: `Cannot listen on ${facts.host}:${facts.port}.`,
    why: facts.cause,
    todo: 'Choose a port above 1023 with --port and an address of this machine with --host.',
    exitCode: 3,
  }),
  NOT_A_DURATION: (facts: { text: string }): Problem => ({
    what: `\`${facts.text}\` is no length of time.`,
    todo: 'Write it as 90s, 10m, 1h30m, 2d or -15m.',
    exitCode: 2,
  }),
  NOT_A_MOMENT: (facts: { text: string }): Problem => ({
    what: `\`${facts.text}\` is no moment in time.`,
    todo: 'Write it as ISO 8601, e.g. 2026-07-01T08:00:00Z.',
    exitCode: 2,
  }),
} as const;

/** A code of the error table. */
export type ErrorCode = keyof typeof TABLE;
type Facts<C extends ErrorCode> = Parameters<(typeof TABLE)[C]>[0];

/** Builds the error with this code from the facts of the case. */
export function userError<C extends ErrorCode>(code: C, facts: Facts<C>, options?: ErrorOptions): UserError {
  const describe = TABLE[code] as (facts: Facts<C>) => Problem;
  return new UserError(code, describe(facts), options);
}
