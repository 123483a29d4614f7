import { nearest } from '../../core/document/nearest.js';
import { userError } from '../../core/errors.js';
import { KINDS, type KindName } from './phases.js';

/** The kinds that were named, or all. Throws BAD_COMMAND_LINE. */
export function kindsOf(words: readonly string[], all: boolean): KindName[] {
  if (all && words.length === 0) return [...KINDS];
  if (all || words.length === 0)
    throw userError('BAD_COMMAND_LINE', { what: `Name what to rotate (${KINDS.join(', ')}), or --all.` });
  return words.map((word) => {
    const kind = KINDS.find((one) => one === word);
    if (kind) return kind;
    const meant = nearest(word, [...KINDS]);
    throw userError('BAD_COMMAND_LINE', {
      what: `There is no kind of key \`${word}\`.${meant ? ` Did you mean ${meant}?` : ''}`,
    });
  });
}
