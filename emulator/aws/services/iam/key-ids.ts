import type { Ids } from '../../../../src/core/ids.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const ACCOUNT_LETTERS = 8;
const RANDOM_LETTERS = 8;

/** An id like IAM's: prefix (`AKIA`, `ASIA`, `AROA`, `AIDA`, `ANPA`), the account's number in base 32, and letters. */
export function makeId(prefix: string, accountId: string, ids: Ids): string {
  const account = toLetters(BigInt(accountId), ACCOUNT_LETTERS);
  const letters = [...ids.bytes(RANDOM_LETTERS)].map((byte) => ALPHABET.charAt(byte % 32));
  return `${prefix}${account}${letters.join('')}`;
}

/** The account that an id was made for; undefined for an id of elsewhere. */
export function accountOf(id: string): string | undefined {
  const letters = id.slice(4, 4 + ACCOUNT_LETTERS);
  if (id.length !== 4 + ACCOUNT_LETTERS + RANDOM_LETTERS || !/^[A-Z2-7]+$/.test(id)) return undefined;
  let number = 0n;
  for (const letter of letters) number = number * 32n + BigInt(ALPHABET.indexOf(letter));
  const account = String(number).padStart(12, '0');
  return account.length === 12 ? account : undefined;
}

function toLetters(number: bigint, length: number): string {
  let letters = '';
  for (let rest = number; letters.length < length; rest /= 32n)
    letters = ALPHABET.charAt(Number(rest % 32n)) + letters;
  return letters;
}
