import {
  Decimal128,
  Document,
  Double,
  isNumber,
  type NumberValue,
  typeAlias,
  typeOf,
  type Value,
} from '../bson/index.js';
import { mongoError } from '../error/index.js';

/** A collation with every default filled in, named as on the wire. */
export interface CollationSpec {
  locale: string;
  caseLevel: boolean;
  caseFirst: 'off' | 'upper' | 'lower';
  strength: number;
  numericOrdering: boolean;
  alternate: 'non-ignorable' | 'shifted';
  maxVariable: 'punct' | 'space';
  normalization: boolean;
  backwards: boolean;
  version: string;
}

/** The ICU collator version that MongoDB 4.2 to 8.0 store with a collation. */
const VERSION = '57.1';
const BOOLEANS = ['caseLevel', 'numericOrdering', 'normalization', 'backwards'] as const;
const CHOICES = {
  caseFirst: ['off', 'upper', 'lower'],
  alternate: ['non-ignorable', 'shifted'],
  maxVariable: ['punct', 'space'],
} as const;
const KNOWN = new Set<string>(['locale', 'strength', 'version', ...BOOLEANS, ...Object.keys(CHOICES)]);
/** Locales whose own rules differ from the general default. */
const SHIFTED_BY_DEFAULT = new Set(['th']);
const BACKWARDS_BY_DEFAULT = new Set(['fr_CA']);

/** Reads and checks a `collation` argument. Errors: 2, 14, 161, 40414, 40415, as mongod. */
export function parseSpec(source: Document): CollationSpec {
  for (const name of source.keys()) {
    if (!KNOWN.has(name)) throw mongoError(40415, `BSON field 'collation.${name}' is an unknown field.`);
  }
  const locale = localeOf(source.get('locale'));
  const spec: CollationSpec = {
    locale,
    caseLevel: booleanOf(source, 'caseLevel'),
    caseFirst: choiceOf(source, 'caseFirst') as CollationSpec['caseFirst'],
    strength: strengthOf(source.get('strength')),
    numericOrdering: booleanOf(source, 'numericOrdering'),
    alternate: alternateOf(source, locale),
    maxVariable: choiceOf(source, 'maxVariable') as CollationSpec['maxVariable'],
    normalization: booleanOf(source, 'normalization'),
    backwards: source.has('backwards') ? booleanOf(source, 'backwards') : BACKWARDS_BY_DEFAULT.has(locale),
    version: versionOf(source.get('version')),
  };
  checkCaseFirst(spec);
  return spec;
}

function alternateOf(source: Document, locale: string): CollationSpec['alternate'] {
  const stated = source.get('alternate') ?? null;
  if (stated === null && SHIFTED_BY_DEFAULT.has(locale)) return 'shifted';
  return choiceOf(source, 'alternate') as CollationSpec['alternate'];
}

/** The document that `listCollections`, `listIndexes` and `explain` show. */
export function specDocument(spec: CollationSpec): Document {
  return Document.of({ ...spec });
}

function wrongType(name: string, value: Value, expected: string) {
  const found = typeAlias(typeOf(value));
  return mongoError(
    'TypeMismatch',
    `BSON field 'collation.${name}' is the wrong type '${found}', expected ${expected}`,
  );
}

function localeOf(value: Value | undefined): string {
  if (value === undefined || value === null) {
    throw mongoError(40414, "BSON field 'collation.locale' is missing but a required field");
  }
  if (typeof value !== 'string') throw wrongType('locale', value, "type 'string'");
  return value;
}

function booleanOf(source: Document, name: (typeof BOOLEANS)[number]): boolean {
  const value = source.get(name);
  if (value === undefined || (value === null && name !== 'backwards')) return false;
  if (typeof value !== 'boolean') throw wrongType(name, value, "type 'bool'");
  return value;
}

function choiceOf(source: Document, name: keyof typeof CHOICES): string {
  const value = source.get(name) ?? null;
  const choices: readonly string[] = CHOICES[name];
  if (value === null) return choices[0] as string;
  if (typeof value !== 'string') throw wrongType(name, value, "type 'string'");
  if (!choices.includes(value)) {
    throw mongoError(
      'BadValue',
      `Enumeration value '${value}' for field 'collation.${name}' is not a valid value.`,
    );
  }
  return value;
}

function strengthOf(value: Value | undefined): number {
  if (value === undefined || value === null) return 3;
  if (!isNumber(value)) {
    throw wrongType('strength', value, "types '[long, int, decimal, double]'");
  }
  const strength = wholeNumber(value);
  if (!(strength >= 1 && strength <= 5)) {
    throw mongoError(
      'BadValue',
      `Enumeration value '${strength}' for field 'collation.strength' is not a valid value.`,
    );
  }
  return strength;
}

/** mongod cuts a double and rounds a decimal half to even. */
function wholeNumber(value: NumberValue): number {
  if (!(value instanceof Decimal128))
    return Math.trunc(Number(value instanceof Double ? value.value : value));
  const number = value.toNumber();
  const floor = Math.floor(number);
  if (number - floor !== 0.5) return Math.round(number);
  return floor % 2 === 0 ? floor : floor + 1;
}

function versionOf(value: Value | undefined): string {
  if (value === undefined || value === null) return VERSION;
  if (typeof value !== 'string') throw wrongType('version', value, "type 'string'");
  if (value === VERSION) return value;
  throw mongoError(
    'IncompatibleCollationVersion',
    `Requested collation version ${value} but the only available collator version was ${VERSION}.`,
  );
}

function checkCaseFirst(spec: CollationSpec): void {
  if (spec.caseFirst === 'off' || spec.caseLevel || spec.strength > 2 || spec.locale === 'simple') return;
  throw mongoError(
    'BadValue',
    "'caseFirst' is invalid unless 'caseLevel' is on or 'strength' is greater than 2",
  );
}
