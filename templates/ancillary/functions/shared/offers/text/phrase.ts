import { MESSAGES, type MessageKey } from './messages.js';

/** A value inside a phrase: text, a number, a country by its code, or money in whole units. */
export type PhraseValue = string | number | { region: string } | { money: number; currency: string };

/** Words to be, in any of the languages. */
export interface Phrase {
  key: MessageKey;
  values: Record<string, PhraseValue>;
}

/** Turns phrases into words of one locale. */
export interface Speaker {
  say(phrase: Phrase): string;
}

const speakers = new Map<string, Speaker>();

/** The speaker of a locale such as `es-es`; English where there are no messages in its language. */
export function speakerOf(locale: string): Speaker {
  const tag = canonical(locale);
  let speaker = speakers.get(tag);
  if (!speaker) {
    speaker = makeSpeaker(tag);
    speakers.set(tag, speaker);
  }
  return speaker;
}

function canonical(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function makeSpeaker(tag: string): Speaker {
  const language = new Intl.Locale(tag).language;
  const messages = MESSAGES[language] ?? MESSAGES.en;
  const spoken = MESSAGES[language] ? tag : 'en';
  const regions = new Intl.DisplayNames(spoken, { type: 'region' });
  const numbers = new Intl.NumberFormat(spoken, { maximumFractionDigits: 0 });
  const show = (value: PhraseValue | undefined): string => {
    if (value === undefined) return '';
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return numbers.format(value);
    if ('region' in value) return regions.of(value.region) ?? value.region;
    const { money, currency } = value;
    return moneyFormat(spoken, currency).format(money);
  };
  return {
    say: ({ key, values }) =>
      (messages as Record<MessageKey, string>)[key].replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
        show(values[name]),
      ),
  };
}

/** A country's name in the language of a locale; English where there are no messages in it. */
export function regionName(locale: string, country: string): string {
  return speakerOf(locale).say({ key: 'country', values: { country: { region: country } } });
}

const moneyFormats = new Map<string, Intl.NumberFormat>();

/** Whole units of a currency; kept, since making one costs as much as a dozen offers. */
function moneyFormat(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = moneyFormats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 });
  moneyFormats.set(key, made);
  return made;
}
