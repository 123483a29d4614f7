import { UserError, userError } from '../../core/errors.js';
import { explainAwsFailure } from '../aws/explain.js';
import { ChangedByHand, NotSeen, ProbeRefused, StillAccepted } from './kind.js';

/** Where it happened and how things stand, for the message. */
export interface Situation {
  /** Id of the rotation; left out before there is one. */
  rotation?: string;
  step: string;
  region: string;
  state: string;
  /** The exact next command. */
  next: string;
}

/** Any failure of a step as an error for people: what state things are in, and the exact next command. */
export function explainFailure(error: unknown, situation: Situation): Error {
  if (error instanceof UserError || error instanceof ProbeRefused) return error as Error;
  const { rotation = '', step, region, state, next } = situation;
  const options = { cause: error };
  if (error instanceof NotSeen)
    return userError('ROTATION_NOT_SEEN', { what: error.what, region: error.region, state, next });
  if (error instanceof ChangedByHand)
    return userError('ROTATION_CHANGED_BY_HAND', { ...error.facts, state, id: rotation });
  if (error instanceof StillAccepted)
    return userError('ROTATION_STILL_ACCEPTED', { key: step, answer: error.message, next });
  const failed = explainAwsFailure(error, { region, state, next });
  if (failed) return failed;
  return userError('ROTATION_STEP', { step, cause: (error as Error).message, state, next }, options);
}
