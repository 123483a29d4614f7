import { AwsError } from '../../../protocol/faults.js';
import type { Input } from '../../../protocol/input.js';
import type { Operation } from '../../../protocol/operation.js';
import type { Vault } from '../vault.js';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/** `GetRandomPassword`: with one of each kind unless `RequireEachIncludedType` is false. */
export const getRandomPassword: Operation<Vault> = (vault, input) => {
  const length = input.optionalInteger('PasswordLength', { min: 1, max: 4096 }) ?? 32;
  const kinds = kindsOf(input);
  const requireEach = input.flag('RequireEachIncludedType', true);
  if (kinds.length === 0 || kinds.some((kind) => kind === ''))
    throw new AwsError(
      'InvalidRequestException',
      'Cannot generate a password with no characters to choose from.',
    );
  if (requireEach && kinds.length > length)
    throw new AwsError(
      'InvalidParameterException',
      `Password length ${length} is too short for the required character types.`,
    );
  const pick = (from: string) => from.charAt(Math.floor(vault.world.ids.random() * from.length));
  const all = kinds.join('');
  const password = Array.from({ length }, (_, index) =>
    pick((requireEach ? kinds[index] : undefined) ?? all),
  );
  return { RandomPassword: shuffled(password, () => vault.world.ids.random()).join('') };
};

function kindsOf(input: Input): string[] {
  const excluded = new Set(input.optionalText('ExcludeCharacters', { max: 4096 }) ?? '');
  const kinds: [string, boolean][] = [
    [LOWER, !input.flag('ExcludeLowercase')],
    [LOWER.toUpperCase(), !input.flag('ExcludeUppercase')],
    [DIGITS, !input.flag('ExcludeNumbers')],
    [PUNCTUATION, !input.flag('ExcludePunctuation')],
    [' ', input.flag('IncludeSpace')],
  ];
  return kinds
    .filter(([, included]) => included)
    .map(([characters]) => [...characters].filter((one) => !excluded.has(one)).join(''));
}

function shuffled<T>(list: T[], random: () => number): T[] {
  for (let last = list.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [list[last], list[other]] = [list[other] as T, list[last] as T];
  }
  return list;
}
