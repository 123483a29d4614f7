import { isDict } from '../dict.js';
import { createIds, type Ids } from '../ids.js';
import { Secret } from '../secret.js';
import type { Context } from './context.js';
import { propsOf } from './lambda.js';
import type { SecretResource, StackResource } from './model.js';
import type { Props } from './props.js';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/**
 * The secrets of a stack. A generated value comes from the given ids; without them it is made from the secret's own
 * name, so that an edit elsewhere in the template leaves it alone.
 */
export function buildSecrets(resources: StackResource[], context: Context): SecretResource[] {
  return resources.flatMap((resource) => {
    if (resource.type !== 'AWS::SecretsManager::Secret') return [];
    const props = propsOf(resource, context);
    const seed = `${context.accountId}/${context.stackName}/${resource.logicalId}`;
    const value = secretValue(props, context.ids ?? createIds(seed));
    const arn = resource.arn ?? '';
    return [
      {
        logicalId: resource.logicalId,
        arn,
        name: arn.split(':').slice(6).join(':').slice(0, -7),
        ...(value !== undefined && { value: new Secret(value) }),
      },
    ];
  });
}

function secretValue(props: Props, ids: Ids): string | undefined {
  if (props.has('SecretString') && props.has('GenerateSecretString'))
    props.error(
      'CONFLICTING_PROPERTIES',
      '`SecretString` and `GenerateSecretString` exclude each other.',
      'Keep one.',
      'SecretString',
    );
  if (!props.has('GenerateSecretString')) return props.string('SecretString');
  const generate = props.inner('GenerateSecretString');
  const password = generatePassword(generate, ids);
  const key = generate.string('GenerateStringKey');
  const template = generate.string('SecretStringTemplate');
  if (key === undefined && template === undefined) return password;
  return intoTemplate(generate, key, template, password);
}

function intoTemplate(
  props: Props,
  key: string | undefined,
  template: string | undefined,
  password: string,
): string {
  const parsed = parse(template ?? '');
  if (key !== undefined && isDict(parsed)) return JSON.stringify({ ...parsed, [key]: password });
  props.error(
    'BAD_SECRET_TEMPLATE',
    '`SecretStringTemplate` must be a JSON map, together with `GenerateStringKey`.',
    "Write `SecretStringTemplate: '{}'` and name the key.",
    props.has('SecretStringTemplate') ? 'SecretStringTemplate' : undefined,
  );
  return password;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function generatePassword(props: Props, ids: Ids): string {
  const length = props.within('PasswordLength', 1, 4096, ' characters') ?? 32;
  const excluded = new Set(props.string('ExcludeCharacters') ?? '');
  const classes = [
    props.boolean('ExcludeLowercase') ? '' : LOWER,
    props.boolean('ExcludeUppercase') ? '' : LOWER.toUpperCase(),
    props.boolean('ExcludeNumbers') ? '' : '0123456789',
    props.boolean('ExcludePunctuation') ? '' : PUNCTUATION,
    props.boolean('IncludeSpace') ? ' ' : '',
  ]
    .map((kind) => [...kind].filter((character) => !excluded.has(character)).join(''))
    .filter((kind) => kind !== '');
  const all = classes.join('');
  if (all === '') {
    props.error('BAD_SECRET_TEMPLATE', 'Every character is excluded.', 'Exclude fewer.');
    return '';
  }
  const each = props.boolean('RequireEachIncludedType') ?? true;
  const first = each ? classes.slice(0, length).map((kind) => pick(kind, ids)) : [];
  const rest = Array.from({ length: length - first.length }, () => pick(all, ids));
  return shuffle([...first, ...rest], ids).join('');
}

function pick(from: string, ids: Ids): string {
  return from[Math.floor(ids.random() * from.length)] as string;
}

function shuffle(characters: string[], ids: Ids): string[] {
  for (let at = characters.length - 1; at > 0; at--) {
    const other = Math.floor(ids.random() * (at + 1));
    [characters[at], characters[other]] = [characters[other] as string, characters[at] as string];
  }
  return characters;
}
