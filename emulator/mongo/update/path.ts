import { mongoError } from '../error/index.js';

/** Splits and checks the path of an update operator. Errors: 2, 56, 9867600. */
export function updatePath(path: string): readonly string[] {
  if (path === '') throw mongoError('EmptyFieldName', 'An empty update path is not valid.');
  const names = path.split('.');
  if (names.includes('')) {
    throw mongoError(
      'EmptyFieldName',
      `The update path '${path}' contains an empty field name, which is not allowed.`,
    );
  }
  if (path.includes('\0')) throw mongoError(9867600, 'The update path cannot contain an embedded null byte');
  checkDollars(path, names);
  return names;
}

function checkDollars(path: string, names: readonly string[]): void {
  const [first] = names as [string];
  if (first === '$') {
    throw mongoError(
      'BadValue',
      `Cannot have positional (i.e. '$') element in the first position in path '${path}'`,
    );
  }
  if (/^\$\[.*\]$/.test(first)) {
    throw mongoError(
      'BadValue',
      `Cannot have array filter identifier (i.e. '$[<id>]') element in the first position in path '${path}'`,
    );
  }
  if (names.filter((name) => name === '$').length > 1) {
    throw mongoError('BadValue', `Too many positional (i.e. '$') elements found in path '${path}'`);
  }
}

/** Refuses to store a name with `$` at the top of a document that is there already; an insert may have it. */
export function dollarPrefixed(name: string) {
  return mongoError(
    'DollarPrefixedFieldName',
    `The dollar ($) prefixed field '${name}' in '${name}' is not allowed in the context of an update's ` +
      'replacement document. Consider using an aggregation pipeline with $replaceWith.',
  );
}
