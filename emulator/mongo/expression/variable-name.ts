import { mongoError } from '../error/index.js';

const READ_START = /^[a-zA-Z\u0080-\u{10ffff}]/u;
const WRITE_START = /^[a-z\u0080-\u{10ffff}]/u;
const NAME_REST = /^.[a-zA-Z0-9_\u0080-\u{10ffff}]*$/su;

/** Checks the name of a variable that is read or bound by a user (FailedToParse). */
export function checkVariableName(name: string, use: 'read' | 'bind'): void {
  if (name === '') throw mongoError('FailedToParse', 'empty variable names are not allowed');
  if (use === 'bind' && name === 'CURRENT') return;
  if (!(use === 'read' ? READ_START : WRITE_START).test(name)) {
    throw mongoError('FailedToParse', `'${name}' starts with an invalid character for a user variable name`);
  }
  if (!NAME_REST.test(name)) {
    throw mongoError('FailedToParse', `'${name}' contains an invalid character for a variable name`);
  }
}
