/** An error of an AWS service, in the code and words of that service. Each protocol dresses it differently. */
export class AwsError extends Error {
  /** The code, too: callers beside the wire tell errors apart as the SDKs do. */
  override readonly name: string;
  readonly code: string;
  readonly status: number;
  /** Further members of the error's shape, e.g. `reason`. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, status = 400, members: Record<string, unknown> = {}) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
    this.members = members;
  }
}
