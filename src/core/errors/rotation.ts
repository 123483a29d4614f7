import type { Problem } from '../problem.js';
import { AWS } from './aws.js';

/** A rotation is not at its end. */
const UNFINISHED = 7;

/** Rows of the error table that have to do with key rotation. */
export const ROTATION_PROBLEMS = {
  ROTATION_TARGET_MISSING: (facts: { missing: string[] }): Problem => ({
    what: `Say what to rotate in: ${facts.missing.join(', ')} ${facts.missing.length > 1 ? 'are' : 'is'} missing.`,
    why: 'There is no default environment for keys.',
    todo: 'Name --account, --stage and at least one --region; --plan shows what would happen.',
    exitCode: 2,
  }),
  ROTATION_NOT_CONFIRMED: (facts: { account: string }): Problem => ({
    what: 'Nothing was changed: the rotation was not confirmed.',
    todo: `Run it again and type ${facts.account}, or give --yes with --account ${facts.account}.`,
    exitCode: 2,
  }),
  ROTATION_NOTHING: (facts: { why: string }): Problem => ({
    what: 'There is no such key here to rotate.',
    why: facts.why,
    todo: 'Check --stack, --region and --tenant; `arcube rotate-keys --plan --all` shows what is there.',
    exitCode: 2,
  }),
  ROTATION_RUNNING: (facts: {
    id: string;
    pid: number;
    host: string;
    since: string;
    keys: string;
  }): Problem => ({
    what: `Rotation ${facts.id} of ${facts.keys} runs already.`,
    why: `Process ${facts.pid} on ${facts.host} has been at it since ${facts.since}.`,
    todo: `Wait for it: \`arcube rotate-keys --status ${facts.id}\` shows how far it is.`,
    exitCode: UNFINISHED,
  }),
  ROTATION_LOCKED: (facts: {
    id: string;
    owner: string;
    host: string;
    since: string;
    seen: string;
    region: string;
    keys: string;
    isStale: boolean;
  }): Problem => ({
    what: `Rotation ${facts.id} of ${facts.keys} is under way in ${facts.region}.`,
    why: `${facts.owner} began it on ${facts.host} at ${facts.since}; its last sign of life is of ${facts.seen}.`,
    todo: facts.isStale
      ? `Go on with it on ${facts.host}: \`arcube rotate-keys --resume ${facts.id}\`. If it is given up for good, run this command again with \`--take-over ${facts.id}\`.`
      : `Wait for it, or end it on ${facts.host}. Once it has given no sign for 15 minutes it can be put aside with \`--take-over ${facts.id}\`.`,
    exitCode: UNFINISHED,
  }),
  ROTATION_UNFINISHED: (facts: { id: string; state: string }): Problem => ({
    what: `Rotation ${facts.id} of the same keys is not at its end. ${facts.state}`,
    todo: `Run \`arcube rotate-keys --resume ${facts.id}\`, or \`arcube rotate-keys --rollback ${facts.id}\`.`,
    exitCode: UNFINISHED,
  }),
  ROTATION_INTERRUPTED: (facts: { id: string; state: string }): Problem => ({
    what: `Rotation ${facts.id} stopped as asked. ${facts.state}`,
    todo: `Go on with \`arcube rotate-keys --resume ${facts.id}\`, or back with \`arcube rotate-keys --rollback ${facts.id}\`.`,
    exitCode: UNFINISHED,
  }),
  ROTATION_UNKNOWN: (facts: { id: string; known: string[] }): Problem => ({
    what: `There is no rotation ${facts.id} in this project.`,
    todo: facts.known.length > 0 ? `Choose one of ${facts.known.join(', ')}.` : 'None has been begun here.',
    exitCode: 2,
  }),
  ROTATION_ENDED: (facts: { id: string; outcome: string }): Problem => ({
    what: `Rotation ${facts.id} has ended: ${facts.outcome}.`,
    todo: 'Begin a new one with `arcube rotate-keys`.',
    exitCode: 2,
  }),
  ROTATION_PROMOTED: (facts: { id: string }): Problem => ({
    what: `Rotation ${facts.id} cannot be aborted: its new keys are in use already.`,
    todo: `Run \`arcube rotate-keys --rollback ${facts.id}\` to bring the old ones back, or \`--resume ${facts.id}\`.`,
    exitCode: UNFINISHED,
  }),
  ROTATION_REVOKED: (facts: { id: string }): Problem => ({
    what: `Rotation ${facts.id} cannot be rolled back: its old keys are revoked, and revoked keys do not come back.`,
    todo: `Run \`arcube rotate-keys --resume ${facts.id}\` to finish it, then rotate again.`,
    exitCode: UNFINISHED,
  }),
  ROTATION_PENDING_LEFT: (facts: {
    name: string;
    region: string;
    version: string;
    since: string;
    by: string;
    next: string;
  }): Problem => ({
    what: `${facts.name} in ${facts.region} has a version ${facts.version} labelled AWSPENDING since ${facts.since}. Nothing was changed.`,
    why: facts.by,
    todo: `If nothing else is rotating it, run \`${facts.next}\`.`,
    exitCode: AWS,
  }),
  ROTATION_CHANGED_BY_HAND: (facts: {
    name: string;
    region: string;
    expected: string;
    found: string;
    state: string;
    id: string;
  }): Problem => ({
    what: `${facts.name} in ${facts.region} was changed by somebody else meanwhile. ${facts.state}`,
    why: `Its current version is ${facts.found}; this rotation left ${facts.expected}.`,
    todo: `Look at it, then go on from what is there with \`arcube rotate-keys --resume ${facts.id} --accept-changes\`, or go back with \`arcube rotate-keys --rollback ${facts.id} --accept-changes\`.`,
    exitCode: AWS,
  }),
  ROTATION_NOT_SEEN: (facts: { what: string; region: string; state: string; next: string }): Problem => ({
    what: `${facts.what} in ${facts.region} was changed, but reading it back does not show the change. ${facts.state}`,
    todo: `Wait a minute, then run \`${facts.next}\`.`,
    exitCode: AWS,
  }),
  ROTATION_PROBE_REFUSED: (facts: { subject: string; answer: string; undone: string }): Problem => ({
    what: `The live API refused the new key of ${facts.subject}. ${facts.undone}`,
    why: facts.answer,
    todo: 'Look at `arcube logs` or CloudWatch for why, then begin again.',
  }),
  ROTATION_STILL_ACCEPTED: (facts: { key: string; answer: string; next: string }): Problem => ({
    what: `${facts.key} is revoked, but the live API still accepts it.`,
    why: facts.answer,
    todo: `Wait a minute, then run \`${facts.next}\`.`,
  }),
  ROTATION_HELD: (facts: { id: string; subjects: string[] }): Problem => ({
    what: `The old keys of ${facts.subjects.join(', ')} are still needed: new and old ones are both accepted.`,
    why: 'The end of the old key’s use, or the beginning of the new one’s, has not been seen.',
    todo: `Later, run \`arcube rotate-keys --resume ${facts.id}\`; \`--status ${facts.id}\` shows who uses what. \`--without-adoption\` revokes all the same.`,
    exitCode: UNFINISHED,
  }),
  ROTATION_NO_API: (facts: { region: string }): Problem => ({
    what: `The address of the API in ${facts.region} is not known, so that new keys cannot be tried.`,
    todo: `Give --api-url ${facts.region}=https://…`,
    exitCode: 2,
  }),
  ROTATION_KEY_UNKNOWN: (facts: { key: string }): Problem => ({
    what: `No key ${facts.key} is accepted anywhere here.`,
    todo: '`arcube rotate-keys --plan --all` with this --stage and --region lists the keys there are, under Old. A client’s or an edge’s value is named client/ID:VALUE or edge/TENANT:VALUE.',
    exitCode: 2,
  }),
  ROTATION_DATABASE: (facts: { cause: string; todo: string }): Problem => ({
    what: 'The database’s users cannot be changed.',
    why: facts.cause,
    todo: facts.todo,
    exitCode: AWS,
  }),
  ROTATION_STEP: (facts: { step: string; cause: string; state: string; next: string }): Problem => ({
    what: `The step \`${facts.step}\` failed. ${facts.state}`,
    why: facts.cause,
    todo: `Mend that, then run \`${facts.next}\`.`,
    exitCode: AWS,
  }),
  AUDIT_BROKEN: (facts: { file: string; line: number; why: string }): Problem => ({
    what: `The audit log ${facts.file} has been tampered with, or damaged, at line ${facts.line}.`,
    why: facts.why,
    todo: 'Compare it with a copy, and look at who may write the file.',
  }),
} as const;
