import type { Problem } from '../problem.js';

/** AWS stands in the way. */
export const AWS = 6;

/** Facts of an AWS call that failed: how things stand, and the exact next command. */
export interface CallFacts {
  cause: string;
  region: string;
  state: string;
  next: string;
  /** What the call needs, where AWS's own words may not name it. */
  needs?: { action: string; resource: string } | undefined;
}

/** What IAM says: who, what, on what. Quotes around the resource are S3's. */
const NOT_AUTHORIZED = /not authorized to perform:? ([\w-]+:\w+)(?: on resource:? "?([^\s"]+?)"?(?:\s|$))?/;

/** The statement of a policy that would let a refused call through. */
function missingStatement({ cause, needs }: CallFacts): string | undefined {
  const [, action = needs?.action, resource = needs?.resource ?? '*'] = NOT_AUTHORIZED.exec(cause) ?? [];
  if (action === undefined) return undefined;
  return JSON.stringify({ Effect: 'Allow', Action: action, Resource: resource });
}

/** Rows of the error table that have to do with AWS accounts. */
export const AWS_PROBLEMS = {
  AWS_WRONG_ACCOUNT: (facts: { wanted: string; found: string; arn: string }): Problem => ({
    what: `The credentials belong to account ${facts.found}, not to ${facts.wanted}. Nothing was changed.`,
    why: `STS says that they are ${facts.arn}.`,
    todo: `Use credentials of ${facts.wanted} (AWS_PROFILE, AWS_ACCESS_KEY_ID …), or name --account ${facts.found}.`,
    exitCode: AWS,
  }),
  AWS_NO_CREDENTIALS: (facts: CallFacts): Problem => ({
    what: `AWS in ${facts.region} does not know these credentials, or there are none. ${facts.state}`,
    why: facts.cause,
    todo: `Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, then run \`${facts.next}\`.`,
    exitCode: AWS,
  }),
  AWS_CREDENTIALS_EXPIRED: (facts: CallFacts): Problem => ({
    what: `The credentials for ${facts.region} have expired. ${facts.state}`,
    why: facts.cause,
    todo: `Sign in again (\`aws sso login\`, or new session credentials), then run \`${facts.next}\`.`,
    exitCode: AWS,
  }),
  AWS_DENIED: (facts: CallFacts): Problem => {
    const statement = missingStatement(facts);
    const allow = statement === undefined ? 'Allow the action' : `Add ${statement} to its policy`;
    return {
      what: `The role may not do what the next step needs in ${facts.region}. ${facts.state}`,
      why: facts.cause,
      todo: `${allow}, or use a role that may, then run \`${facts.next}\`.`,
      exitCode: AWS,
    };
  },
  AWS_CLOCK_SKEW: (facts: CallFacts): Problem => ({
    what: `AWS in ${facts.region} refuses requests with this machine’s time. ${facts.state}`,
    why: facts.cause,
    todo: `Set the machine’s clock (e.g. with NTP), then run \`${facts.next}\`.`,
    exitCode: AWS,
  }),
  AWS_THROTTLED: (facts: CallFacts): Problem => ({
    what: `AWS in ${facts.region} kept refusing for the rate of calls. ${facts.state}`,
    why: facts.cause,
    todo: `Wait a minute, then run \`${facts.next}\`.`,
    exitCode: AWS,
  }),
  AWS_UNREACHABLE: (facts: CallFacts): Problem => ({
    what: `AWS in ${facts.region} does not answer. ${facts.state}`,
    why: facts.cause,
    todo: `When the region is back, run \`${facts.next}\`.`,
    exitCode: AWS,
  }),
  AWS_REFUSED: (facts: CallFacts): Problem => ({
    what: `AWS in ${facts.region} refused a call. ${facts.state}`,
    why: facts.cause,
    todo: `Look at the reason, then run \`${facts.next}\`.`,
    exitCode: AWS,
  }),
} as const;
