import { type Collate, compareStrings } from '../compare/index.js';
import { mongoError } from '../error/index.js';
import { type CollationSpec, specDocument } from './spec.js';

/** ICU's long names of collation types and the short ones of BCP 47. */
const TYPES: Record<string, string> = {
  phonebook: 'phonebk',
  dictionary: 'dict',
  traditional: 'trad',
  gb2312han: 'gb2312',
};

/**
 * The order of strings that a spec asks for, by the ICU inside JavaScript. Quaternary and identical strength, which
 * `Intl.Collator` does not know, are added as tie-breakers.
 */
export function collatorFor(spec: CollationSpec): Collate {
  const locale = languageTag(spec);
  const make = (sensitivity: Intl.CollatorOptions['sensitivity'], ignorePunctuation: boolean): Collate =>
    new Intl.Collator(locale, {
      sensitivity,
      ignorePunctuation,
      numeric: spec.numericOrdering,
      caseFirst: spec.caseFirst === 'off' ? 'false' : spec.caseFirst,
    }).compare;
  if (spec.locale === 'en_US_POSIX') return compareStrings;
  const shifted = spec.alternate === 'shifted';
  const levels = levelsOf(spec, (sensitivity) =>
    shifted && spec.maxVariable === 'space'
      ? withoutSpace(make(sensitivity, false))
      : make(sensitivity, shifted),
  );
  if (spec.strength > 3 && shifted) levels.push(make('variant', false));
  if (spec.strength > 3 && locale.startsWith('ja')) levels.push(compareStrings);
  if (spec.strength === 5) levels.push((a, b) => compareStrings(a.normalize('NFD'), b.normalize('NFD')));
  return inTurn(...levels);
}

/** What is compared in turn: base letters, accents, case. */
function levelsOf(
  { strength, caseLevel }: CollationSpec,
  make: (sensitivity: Intl.CollatorOptions['sensitivity']) => Collate,
): Collate[] {
  if (strength === 1) return [make(caseLevel ? 'case' : 'base')];
  if (strength > 2) return [make('variant')];
  return caseLevel ? [make('accent'), make('case')] : [make('accent')];
}

/** ICU's white space; a space that does not break counts as punctuation. */
const SPACE = /[ \t-\r\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+/g;

/** Only white space counts as nothing: JavaScript can ignore punctuation with it, or neither. */
function withoutSpace(collate: Collate): Collate {
  return (a, b) => collate(a.replace(SPACE, ''), b.replace(SPACE, ''));
}

function inTurn(...levels: Collate[]): Collate {
  if (levels.length === 1) return levels[0] as Collate;
  return (a, b) => {
    for (const level of levels) {
      const order = level(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** `de@collation=phonebook` → `de-u-co-phonebk`; secondary differences from the end are Canadian French order. */
function languageTag(spec: CollationSpec): string {
  const [name, keywords] = spec.locale.split('@');
  const tag = (name as string).replaceAll('_', '-');
  const type = /(?:^|;)collation=(\w+)/.exec(keywords ?? '')?.[1];
  const full = type === undefined ? tag : `${tag}-u-co-${TYPES[type] ?? type}`;
  if (!isKnown(tag)) {
    throw mongoError(
      'BadValue',
      `Field 'locale' is invalid in: ${JSON.stringify(Object.fromEntries(specDocument(spec)))}`,
    );
  }
  if (spec.backwards) return 'fr-CA';
  return tag === 'fr-CA' ? 'fr' : full;
}

function isKnown(tag: string): boolean {
  if (tag === 'root' || tag === 'en-US-POSIX') return true;
  try {
    return Intl.Collator.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
