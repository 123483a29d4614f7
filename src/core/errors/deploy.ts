import type { Problem } from '../problem.js';
import { AWS } from './aws.js';

/** What a shell says of a program that Ctrl-C ended. */
const STOPPED = 130;

/** What a stack's state means to whoever wants to deploy, and the way out. */
export interface StuckFacts {
  stack: string;
  region: string;
  status: string;
  reason: string;
  next: string;
}

/** Rows of the error table that have to do with deployments. */
export const DEPLOY_PROBLEMS = {
  DEPLOY_TARGET_MISSING: (facts: { missing: string[] }): Problem => ({
    what: `Say where to deploy: ${facts.missing.join(', ')} ${facts.missing.length > 1 ? 'are' : 'is'} missing.`,
    why: 'There is no default environment.',
    todo: 'Name --stage (and --account for --yes); --plan shows what would happen.',
    exitCode: 2,
  }),
  DEPLOY_STOPPED: (facts: { next: string }): Problem => ({
    what: 'Stopped before anything was begun. Nothing was changed, and the change set is gone.',
    todo: `Run \`${facts.next}\` when you are ready.`,
    exitCode: STOPPED,
  }),
  DEPLOY_NOT_CONFIRMED: (facts: { account: string }): Problem => ({
    what: 'Nothing was changed: the deployment was not confirmed.',
    todo: `Run it again and type ${facts.account}, or give --yes with --account ${facts.account}.`,
    exitCode: 2,
  }),
  DEPLOY_DATA_LOSS: (facts: { lost: string[] }): Problem => ({
    what: 'Nothing was changed: data would be lost, and nobody has said that it may.',
    why: `Deleted or replaced: ${facts.lost.join(', ')}.`,
    todo: 'Give them `DeletionPolicy` and `UpdateReplacePolicy: Retain`, or say --accept-data-loss.',
    exitCode: AWS,
  }),
  BOOTSTRAP_MISSING: (facts: { bucket: string; region: string; next: string }): Problem => ({
    what: `There is no bucket ${facts.bucket} in ${facts.region}. Nothing was changed.`,
    why: 'Archives and release records need a bucket in each account and region.',
    todo: `Run \`${facts.next}\` once.`,
    exitCode: AWS,
  }),
  BOOTSTRAP_FOREIGN: (facts: { bucket: string; region: string; account: string; next: string }): Problem => ({
    what: `The bucket ${facts.bucket} is not one of account ${facts.account} in ${facts.region}, or this role may not see it. Nothing was sent.`,
    why: 'Names of buckets are shared by all of AWS: whoever owns this one would read and replace the code.',
    todo: `Allow s3:ListBucket on arn:aws:s3:::${facts.bucket}, or name another bucket: \`${facts.next}\`.`,
    exitCode: AWS,
  }),
  BOOTSTRAP_LEFT: (facts: { bucket: string; region: string }): Problem => ({
    what: `The bucket ${facts.bucket} in ${facts.region} is there, but no bootstrap stack holds it. Nothing was changed.`,
    why: 'It outlived its stack, as it should: the records of releases are in it.',
    todo: `Deploy with it as it is, or empty and delete it (\`aws s3 rb s3://${facts.bucket} --force\`) before you bootstrap again.`,
    exitCode: AWS,
  }),
  BOOTSTRAP_FAILED: (facts: { region: string; status: string; reason: string; next: string }): Problem => ({
    what: `The bootstrap stack in ${facts.region} ended as ${facts.status}.`,
    why: facts.reason,
    todo: `Mend that, then run \`${facts.next}\`.`,
    exitCode: AWS,
  }),
  STACK_ROLLED_BACK: (facts: StuckFacts): Problem => ({
    what: `${facts.stack} in ${facts.region} is ${facts.status}: its first deployment failed, and such a stack cannot be updated.`,
    why: facts.reason,
    todo: `Put away what is left of it with \`${facts.next}\`, then deploy again.`,
    exitCode: AWS,
  }),
  STACK_STUCK: (facts: StuckFacts): Problem => ({
    what: `${facts.stack} in ${facts.region} is ${facts.status}: ${facts.status === 'UPDATE_FAILED' ? 'its last update failed, with rollback turned off' : 'its last rollback did not end'}.`,
    why: facts.reason,
    todo: `Mend the resource, then go on with \`${facts.next}\`.`,
    exitCode: AWS,
  }),
  STACK_BUSY: (facts: StuckFacts): Problem => ({
    what: `${facts.stack} in ${facts.region} is ${facts.status}: an operation is under way.`,
    why: facts.reason,
    todo: `Follow it with \`${facts.next}\`, and begin when it has ended.`,
    exitCode: AWS,
  }),
  STACK_NOT_OURS: (facts: { stack: string; region: string; found: string; stage: string }): Problem => ({
    what: `There is a stack ${facts.stack} in ${facts.region} already, and it is not stage ${facts.stage} of this platform: ${facts.found}. Nothing was changed.`,
    todo: `Give the stage another \`stackName\` in arcube.yaml, or tag the stack \`arcube:stage\` = ${facts.stage} if it is meant.`,
    exitCode: AWS,
  }),
  STACK_UNREADABLE: (facts: { stack: string; region: string }): Problem => ({
    what: `CloudFormation has no template of ${facts.stack} in ${facts.region}: what it retains is unknown. Nothing was deleted.`,
    todo: `Look at the resources yourself: \`aws cloudformation list-stack-resources --stack-name ${facts.stack} --region ${facts.region}\`.`,
    exitCode: AWS,
  }),
  CHANGE_SET_FAILED: (facts: { stack: string; region: string; reason: string; next: string }): Problem => ({
    what: `CloudFormation cannot make a change set for ${facts.stack} in ${facts.region}. The stack is as it was.`,
    why: facts.reason,
    todo: `Mend the template or its parameters, then run \`${facts.next}\`.`,
    exitCode: AWS,
  }),
  CHANGE_SET_SLOW: (facts: {
    stack: string;
    region: string;
    seconds: number;
    changeSet: string;
    next: string;
  }): Problem => ({
    what: `CloudFormation has not made the change set for ${facts.stack} in ${facts.region} in ${facts.seconds} s. The stack is as it was.`,
    why: 'It is still being made, and CloudFormation deletes none before that is over.',
    todo: `Run \`${facts.next}\` again in a while. Remove what is left of this one: \`aws cloudformation delete-change-set --region ${facts.region} --change-set-name ${facts.changeSet}\`.`,
    exitCode: AWS,
  }),
  UPLOAD_FAILED: (facts: {
    done: number;
    of: number;
    region: string;
    cause: string;
    next: string;
  }): Problem => ({
    what: `Sending archives to ${facts.region} stopped after ${facts.done} of ${facts.of}. The stack is as it was.`,
    why: facts.cause,
    todo: `Run \`${facts.next}\`: what has arrived is not sent again.`,
    exitCode: AWS,
  }),
  HOTSWAP_STAGE: (facts: { stage: string }): Problem => ({
    what: `--hotswap is not for ${facts.stage}: it goes past canary, alarms and rollback.`,
    todo: `Run \`arcube deploy --stage ${facts.stage}\` without it, or take a dev stage.`,
    exitCode: 2,
  }),
  HOTSWAP_MORE: (facts: { stack: string; region: string; changes: string[]; next: string }): Problem => ({
    what: `More than the functions’ code differs from ${facts.stack} in ${facts.region}. Nothing was changed.`,
    why: facts.changes.join('\n  '),
    todo: `Deploy all of it: \`${facts.next}\`.`,
    exitCode: AWS,
  }),
  HOTSWAP_SLOW: (facts: { name: string; region: string; seconds: number }): Problem => ({
    what: `Lambda in ${facts.region} has not taken up the new code of ${facts.name} in ${facts.seconds} s.`,
    why: 'The function is marked as hot-swapped: the next full deployment puts it in order.',
    todo: `See \`aws lambda get-function-configuration --function-name ${facts.name}\`, then run it again.`,
    exitCode: AWS,
  }),
  HOTSWAP_NO_STACK: (facts: { stack: string; region: string; next: string }): Problem => ({
    what: `There is no stack ${facts.stack} in ${facts.region} whose code could be swapped.`,
    todo: `Deploy it first: \`${facts.next}\`.`,
    exitCode: AWS,
  }),
} as const;
