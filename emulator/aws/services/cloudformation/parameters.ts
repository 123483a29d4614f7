import type { Dict } from '../../../../src/core/dict.js';
import type { Input } from '../../protocol/input.js';
import { refused } from './faults.js';
import type { Template } from './template.js';

/** What stands for a `NoEcho` value. */
export const MASK = '****';

/**
 * The values of a template's parameters: given ones, previous ones where they are asked for, defaults. Throws
 * `ValidationError` in CloudFormation's words.
 */
export function settleValues(
  { parameters }: Template,
  given: readonly Input[],
  previous: Readonly<Record<string, string>> | undefined,
): Record<string, string> {
  const wanted = readGiven(given, previous);
  const strange = [...wanted.keys()].filter((name) => !Object.hasOwn(parameters, name));
  if (strange.length > 0) throw refused(`Parameters: [${strange.join(', ')}] do not exist in the template`);
  const values: Record<string, string> = {};
  const missing: string[] = [];
  for (const [name, declaration] of Object.entries(parameters)) {
    const value = wanted.get(name) ?? textOf(declaration.Default);
    if (value === undefined) missing.push(name);
    else values[name] = value;
  }
  if (missing.length > 0) throw refused(`Parameters: [${missing.join(', ')}] must have values`);
  for (const [name, declaration] of Object.entries(parameters))
    check(name, declaration, values[name] as string);
  return values;
}

function readGiven(
  given: readonly Input[],
  previous: Readonly<Record<string, string>> | undefined,
): Map<string, string> {
  const wanted = new Map<string, string>();
  for (const one of given) {
    const name = one.text('ParameterKey');
    const value = one.optionalText('ParameterValue');
    if (!one.flag('UsePreviousValue')) {
      wanted.set(name, value ?? '');
      continue;
    }
    if (value !== undefined)
      throw refused(
        `Invalid input for parameter key ${name}. Cannot specify usePreviousValue as true and non empty value for a parameter`,
      );
    if (previous?.[name] === undefined)
      throw refused(
        `Invalid input for parameter key ${name}. Cannot specify usePreviousValue as true for a parameter key not in the previous template`,
      );
    wanted.set(name, previous[name]);
  }
  return wanted;
}

/** The parameters of a stack as they are shown. */
export function showParameters({ parameters }: Template, values: Readonly<Record<string, string>>): Dict[] {
  return Object.entries(values).map(([name, value]) => ({
    ParameterKey: name,
    ParameterValue: isHidden(parameters[name]) ? MASK : value,
  }));
}

/** The values that nobody may see. */
export function hiddenValues({ parameters }: Template, values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    isHidden(parameters[name]) && value !== '' ? [value] : [],
  );
}

/** A value with every text masked that contains one of these. */
export function masked(value: unknown, hidden: readonly string[]): unknown {
  if (hidden.length === 0) return value;
  if (typeof value === 'string') return hidden.some((one) => value.includes(one)) ? MASK : value;
  if (Array.isArray(value)) return value.map((one) => masked(one, hidden));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, masked(one, hidden)]));
}

function isHidden(declaration: Dict | undefined): boolean {
  return declaration?.NoEcho === true || declaration?.NoEcho === 'true';
}

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value);
}

function check(name: string, declaration: Dict, value: string): void {
  const type = String(declaration.Type ?? 'String');
  if (type.startsWith('AWS::SSM::'))
    throw refused(
      `This endpoint does not read parameters of type ${type}: give the value of '${name}' itself.`,
    );
  const parts = /^(?:CommaDelimitedList|List<)/.test(type)
    ? value.split(',').map((part) => part.trim())
    : [value];
  for (const part of parts) checkPart(name, type, declaration, part);
}

function checkPart(name: string, type: string, declaration: Dict, value: string): void {
  const constraint = textOf(declaration.ConstraintDescription);
  const fail = (words: string): never => {
    throw refused(
      constraint === undefined ? words : `Parameter ${name} failed to satisfy constraint: ${constraint}`,
    );
  };
  const allowed = declaration.AllowedValues;
  if (Array.isArray(allowed) && !allowed.map(String).includes(value))
    fail(`Parameter '${name}' must be one of AllowedValues`);
  const pattern = textOf(declaration.AllowedPattern);
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(value))
    fail(`Parameter '${name}' must match pattern ${pattern}`);
  const least = Number(declaration.MinLength ?? 0);
  if (value.length < least) fail(`Parameter '${name}' must contain at least ${least} characters`);
  const most = Number(declaration.MaxLength ?? Number.POSITIVE_INFINITY);
  if (value.length > most) fail(`Parameter '${name}' must contain at most ${most} characters`);
  if (/Number/.test(type)) checkNumber(name, declaration, value, fail);
}

function checkNumber(name: string, declaration: Dict, value: string, fail: (words: string) => never): void {
  const number = value.trim() === '' ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) throw refused(`Parameter '${name}' must be a number.`);
  const least = Number(declaration.MinValue ?? Number.NEGATIVE_INFINITY);
  if (number < least) fail(`Parameter '${name}' must be a number not less than ${least}`);
  const most = Number(declaration.MaxValue ?? Number.POSITIVE_INFINITY);
  if (number > most) fail(`Parameter '${name}' must be a number not greater than ${most}`);
}
