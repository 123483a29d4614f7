import type { Input } from '../../protocol/input.js';
import type { StoredSecret } from './stored-secret.js';

const KEYS = ['description', 'name', 'tag-key', 'tag-value', 'primary-region', 'owning-service', 'all'];

/**
 * `Filters` of `ListSecrets` and `BatchGetSecretValue`: all of them must fit, each by one of its values. A value is a
 * prefix, with `!` before it one that must not fit.
 */
export function readFilters(input: Input): (secret: StoredSecret) => boolean {
  const filters = input.list('Filters').map((filter) => ({
    key: filter.text('Key', { oneOf: KEYS }),
    values: filter.texts('Values'),
  }));
  return (secret) =>
    filters.every(({ key, values }) => values.some((value) => fits(textsOf(secret, key), key, value)));
}

function fits(texts: string[], key: string, value: string): boolean {
  if (value.startsWith('!')) return !fits(texts, key, value.slice(1));
  // names are compared with regard to case, everything else without (API reference, `Filter`)
  if (key === 'name') return texts.some((text) => text.startsWith(value));
  return texts.some((text) =>
    text
      .toLowerCase()
      .split(key === 'all' || key === 'description' ? /[\s/_+=.@!-]+/ : /$^/)
      .some((word) => word.startsWith(value.toLowerCase())),
  );
}

function textsOf({ name, description = '', tags, arn }: StoredSecret, key: string): string[] {
  const texts: Record<string, string[]> = {
    name: [name],
    description: [description],
    'tag-key': Object.keys(tags),
    'tag-value': Object.values(tags),
    'primary-region': [arn.split(':')[3] ?? ''],
    'owning-service': [],
    all: [name, description, ...Object.entries(tags).flat()],
  };
  return texts[key] ?? [];
}
