import type { Problem } from '../problem.js';
import { AWS } from './aws.js';

/** A deploy or a rotation is not at its end. */
const UNFINISHED = 7;
/** A new version was refused, and the old one is back. */
const ROLLED_BACK = 8;

/** A stack after a failed operation: what it was about, why, what helps. */
export interface FailedFacts {
  stack: string;
  region: string;
  status: string;
  /** `Orders (AWS::Lambda::Function, template.yaml:120:3)`. */
  resource: string;
  reason: string;
  fix: string;
  /** Last lines of a log that says more. */
  log: string[];
  /** How things stand, other regions too. */
  state: string;
  next: string;
}

/** Why an operation cannot be cancelled, and the way that is left. */
function uncancelled({ id, status, stage, region }: Record<'id' | 'status' | 'stage' | 'region', string>) {
  const wait = `Follow it to its end with \`arcube deploy resume ${id}\``;
  const where = `--stage ${stage} --region ${region}`;
  if (status.includes('ROLLBACK'))
    return { why: 'The old version is on its way back already.', todo: `${wait}.` };
  if (status.startsWith('CREATE'))
    return {
      why: 'A first deployment has nothing to go back to.',
      todo: `${wait}; then \`arcube destroy ${where}\` removes it.`,
    };
  return {
    why: 'The new version is live; only what it replaced is being removed.',
    todo: `${wait}; then \`arcube deploy rollback ${where}\` goes back.`,
  };
}

/** Rows of the error table about deploys under way and their ends. */
export const DEPLOY_RUN_PROBLEMS = {
  DEPLOY_RUNNING: (facts: { id: string; pid: number; host: string; since: string }): Problem => ({
    what: `Deploy ${facts.id} runs already.`,
    why: `Process ${facts.pid} on ${facts.host} has been at it since ${facts.since}.`,
    todo: `Wait for it: \`arcube deploy report ${facts.id}\` shows how far it is.`,
    exitCode: UNFINISHED,
  }),
  DEPLOY_UNFINISHED: (facts: { id: string; state: string }): Problem => ({
    what: `Deploy ${facts.id} of the same stack is not at its end. ${facts.state}`,
    todo: `Run \`arcube deploy resume ${facts.id}\`, or \`arcube deploy cancel ${facts.id}\`.`,
    exitCode: UNFINISHED,
  }),
  DEPLOY_INTERRUPTED: (facts: { id: string; state: string }): Problem => ({
    what: `Deploy ${facts.id} is no longer watched. ${facts.state}`,
    why: 'What CloudFormation and CodeDeploy have begun goes on without this terminal, alarms and rollback included.',
    todo: `Come back with \`arcube deploy resume ${facts.id}\`, or end it with \`arcube deploy cancel ${facts.id}\`.`,
    exitCode: UNFINISHED,
  }),
  DEPLOY_UNKNOWN: (facts: { id: string | undefined; known: string[] }): Problem => ({
    what:
      facts.id === undefined
        ? 'No deploy of this project is under way.'
        : `There is no deploy ${facts.id} in this project.`,
    todo:
      facts.known.length > 0
        ? `See what became of one with \`arcube deploy report ID\`: ${facts.known.join(', ')}.`
        : 'None has been begun here; `arcube deploy list` shows what is in the bucket.',
    exitCode: 2,
  }),
  DEPLOY_ENDED: (facts: { id: string; outcome: string }): Problem => ({
    what: `Deploy ${facts.id} has ended: ${facts.outcome}.`,
    todo: 'Begin a new one with `arcube deploy`, or go back with `arcube deploy rollback`.',
    exitCode: 2,
  }),
  DEPLOY_OUTDATED: (facts: { id: string; region: string; stack: string; status: string }): Problem => ({
    what: `The change set of ${facts.stack} in ${facts.region} cannot be executed any more: it is ${facts.status}.`,
    why: 'Something else has changed the stack since it was planned.',
    todo: `Give it up with \`arcube deploy cancel ${facts.id}\`, then deploy again: the new plan shows what is different.`,
    exitCode: UNFINISHED,
  }),
  DEPLOY_ARCHIVE_GONE: (facts: { id: string; file: string }): Problem => ({
    what: `The archive ${facts.file} was not sent yet, and is gone.`,
    todo: `Give the deploy up with \`arcube deploy cancel ${facts.id}\`, then deploy again.`,
    exitCode: UNFINISHED,
  }),
  DEPLOY_FAILED: (facts: FailedFacts): Problem => ({
    what: `${facts.stack} in ${facts.region} could not be deployed: ${facts.resource} failed. The stack is ${facts.status}. ${facts.state}`,
    why: [facts.reason, ...facts.log.map((line) => `  ${line}`)].join('\n'),
    todo: `${facts.fix}\n    Then: \`${facts.next}\`.`,
    exitCode: 1,
  }),
  DEPLOY_REFUSED: (facts: FailedFacts): Problem => ({
    what: `The new version in ${facts.region} was refused, and the old one is back: ${facts.resource}. ${facts.stack} is ${facts.status}. ${facts.state}`,
    why: [facts.reason, ...facts.log.map((line) => `  ${line}`)].join('\n'),
    todo: `${facts.fix}\n    Then: \`${facts.next}\`.`,
    exitCode: ROLLED_BACK,
  }),
  DEPLOY_CANARY_BROKEN: (facts: {
    stack: string;
    region: string;
    status: string;
    broken: string[];
    state: string;
    next: string;
  }): Problem => ({
    what: `The canary in ${facts.region} broke a service level and was rolled back: the old version is back. ${facts.stack} is ${facts.status}. ${facts.state}`,
    why: facts.broken.join('\n  '),
    todo: `Look at the functions’ logs of that time, mend it, then run \`${facts.next}\`.`,
    exitCode: ROLLED_BACK,
  }),
  DEPLOY_CANCELLED: (facts: { id: string; state: string }): Problem => ({
    what: `Deploy ${facts.id} was cancelled. ${facts.state}`,
    todo: 'Deploy again when you are ready.',
    exitCode: ROLLED_BACK,
  }),
  DEPLOY_UNVERIFIED: (facts: {
    id: string;
    region: string;
    why: string;
    state: string;
    stage: string;
  }): Problem => ({
    what: `Deploy ${facts.id} is live in ${facts.region}, but the smoke suite does not pass there. ${facts.state}`,
    why: facts.why,
    todo: `Go back with \`arcube deploy rollback --stage ${facts.stage} --region ${facts.region}\`, or mend it and deploy again.`,
    exitCode: 1,
  }),
  FOLLOWING_STOPPED: (facts: { what: string; next: string }): Problem => ({
    what: `No longer watched: ${facts.what}. CloudFormation goes on with it.`,
    todo: `See how it ends with \`aws cloudformation describe-stack-events\`, or run \`${facts.next}\` again later.`,
    exitCode: UNFINISHED,
  }),
  DEPLOY_NO_CANCEL: (facts: {
    id: string;
    stack: string;
    region: string;
    status: string;
    stage: string;
  }): Problem => ({
    what: `${facts.stack} in ${facts.region} is ${facts.status}, which CloudFormation cannot cancel.`,
    ...uncancelled(facts),
    exitCode: UNFINISHED,
  }),
  DEPLOY_STEP: (facts: { step: string; cause: string; state: string; next: string }): Problem => ({
    what: `The step \`${facts.step}\` failed. ${facts.state}`,
    why: facts.cause,
    todo: `When that is mended, run \`${facts.next}\`.`,
    exitCode: 1,
  }),
  BOOTSTRAP_KEY_MISSING: (facts: { key: string; region: string; state: string; next: string }): Problem => ({
    what: `The key ${facts.key} in ${facts.region} is ${facts.state}. Nothing was changed.`,
    why: 'Every release leaves a signed record.',
    todo: `Run \`${facts.next}\` once.`,
    exitCode: AWS,
  }),
  RELEASE_UNKNOWN: (facts: { release: string | undefined; stack: string; known: string[] }): Problem => ({
    what:
      facts.release === undefined
        ? `There is no earlier release of ${facts.stack} to go back to.`
        : `There is no release ${facts.release} of ${facts.stack}.`,
    todo: facts.known.length > 0 ? `Choose one of ${facts.known.join(', ')}.` : 'See `arcube deploy list`.',
    exitCode: 2,
  }),
  RELEASE_TAMPERED: (facts: { release: string; why: string }): Problem => ({
    what: `The record of ${facts.release} is not to be believed: ${facts.why}. Nothing was changed.`,
    todo: 'Find out who wrote to the bucket (CloudTrail), and choose another release of `arcube deploy list`.',
  }),
  RELEASE_INCOMPLETE: (facts: { release: string; missing: string[] }): Problem => ({
    what: `${facts.release} cannot be brought back: ${facts.missing.join(', ')} ${facts.missing.length > 1 ? 'are' : 'is'} not in the bucket any more.`,
    todo: 'Check out its commit and deploy that, or choose another release.',
  }),
  RECOVER_NOTHING: (facts: { stack: string; region: string; status: string }): Problem => ({
    what: `${facts.stack} in ${facts.region} is ${facts.status}: there is nothing to recover from.`,
    todo: 'Deploy with `arcube deploy`.',
    exitCode: 2,
  }),
  RECOVER_NOT_CONFIRMED: (facts: { typed: string; account: string }): Problem => ({
    what: 'Nothing was changed: it was not confirmed.',
    todo: `Run it again and type ${facts.typed}, or give --yes with --account ${facts.account}.`,
    exitCode: 2,
  }),
  RECOVER_NO_SKIP: (facts: { stack: string; region: string; status: string; next: string }): Problem => ({
    what: `--skip is for a rollback or a deletion that failed; ${facts.stack} in ${facts.region} is ${facts.status}. Nothing was changed.`,
    todo: `Run \`${facts.next}\` without it.`,
    exitCode: 2,
  }),
  RECOVER_OUTDATED: (facts: { stack: string; region: string; next: string }): Problem => outdated(facts),
  RECOVER_FAILED: (facts: FailedFacts): Problem => ({
    what: `${facts.stack} in ${facts.region} is still stuck: ${facts.status}, for ${facts.resource}.`,
    why: facts.reason,
    todo: `${facts.fix}\n    Then: \`${facts.next}\`.`,
    exitCode: 1,
  }),
  DESTROY_PROTECTED: (facts: { stack: string; region: string; next: string }): Problem => ({
    what: `${facts.stack} in ${facts.region} is protected against deletion. Nothing was deleted.`,
    why: 'Deploying to prod turns termination protection on.',
    todo: `When you are sure, take it off: \`${facts.next}\`.`,
    exitCode: 2,
  }),
  DESTROY_NOTHING: (facts: { stack: string; region: string }): Problem => ({
    what: `There is no stack ${facts.stack} in ${facts.region}.`,
    todo: 'Check --stage and --region. What a dev stack has left behind is removed by `arcube destroy --retained`.',
    exitCode: 2,
  }),
  DESTROY_RETAINED_STAGE: (facts: { stage: string }): Problem => ({
    what: `--retained is not for ${facts.stage}: it removes secrets, logs and keys for good. Nothing was deleted.`,
    why: 'The template retains them because passengers’ data cannot be read without them.',
    todo: 'Leave it out; what stays can be removed by hand, one by one.',
    exitCode: 2,
  }),
  DESTROY_NOT_CONFIRMED: (facts: { stack: string; account: string }): Problem => ({
    what: 'Nothing was deleted: it was not confirmed.',
    todo: `Run it again and type ${facts.stack}, or give --yes with --account ${facts.account} and --stack ${facts.stack}.`,
    exitCode: 2,
  }),
  DESTROY_OUTDATED: (facts: { stack: string; region: string; next: string }): Problem => outdated(facts),
  DESTROY_FAILED: (facts: FailedFacts): Problem => ({
    what: `${facts.stack} in ${facts.region} could not be deleted: ${facts.resource}. The stack is ${facts.status}; what was deleted is gone.`,
    why: facts.reason,
    todo: `${facts.fix}\n    Then: \`${facts.next}\`.`,
    exitCode: 1,
  }),
} as const;

/** Before it is deleted, a stack is not what it was when its resources were shown. */
function outdated(facts: { stack: string; region: string; next: string }): Problem {
  return {
    what: `${facts.stack} in ${facts.region} has changed since it was listed. Nothing was deleted.`,
    why: 'Only what was listed is deleted.',
    todo: `Look at it again with \`${facts.next}\`.`,
    exitCode: AWS,
  };
}
