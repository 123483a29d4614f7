import { type Dict, isDict } from '../dict.js';
import { suggestion } from '../document/nearest.js';
import { Secret } from '../secret.js';
import { Props } from './props.js';
import type { Report } from './report.js';

/** A parameter's value in force, as text; `list` types keep their parts. */
export interface ParameterValue {
  text: string;
  list?: string[];
  secret: boolean;
}

const KEYS = [
  'Type',
  'Default',
  'Description',
  'AllowedValues',
  'AllowedPattern',
  'ConstraintDescription',
  'MinLength',
  'MaxLength',
  'MinValue',
  'MaxValue',
  'NoEcho',
];

/**
 * Settles the value of each declared parameter: the given one, else one that is offered and allowed, else its default, checked
 * against its constraints.
 */
export function settleParameters(
  declared: Dict,
  { given, offered = {} }: { given: Record<string, string>; offered?: Record<string, string> },
  report: Report,
): Map<string, ParameterValue> {
  const values = new Map<string, ParameterValue>();
  for (const [name, declaration] of Object.entries(declared)) {
    const path = `Parameters.${name}`;
    if (!isDict(declaration)) {
      report.error(
        { code: 'WRONG_TYPE', message: `Parameter \`${name}\` must be a map.`, remedy: 'Give it a `Type`.' },
        { holder: declared, key: name, path },
      );
      continue;
    }
    const value = given[name] ?? allowed(offered[name], declaration);
    values.set(name, settle(name, new Props(declaration, report, path), value));
  }
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(declared, name)) reportUnknown(name, declared, report);
  }
  return values;
}

function allowed(value: string | undefined, { AllowedValues }: Dict): string | undefined {
  const fits = value !== undefined && (!Array.isArray(AllowedValues) || AllowedValues.includes(value));
  return fits ? value : undefined;
}

function reportUnknown(name: string, declared: Dict, report: Report): void {
  report.error(
    {
      code: 'UNKNOWN_PARAMETER',
      message: `The template has no parameter \`${name}\`.`,
      remedy: suggestion(name, Object.keys(declared)),
    },
    { holder: declared, path: 'Parameters' },
  );
}

function settle(name: string, props: Props, given: string | undefined): ParameterValue {
  props.knownKeys(KEYS);
  const type = props.required('Type') ?? 'String';
  const text = given ?? props.string('Default');
  const secret = props.boolean('NoEcho') ?? false;
  if (text === undefined) {
    props.error(
      'PARAMETER_MISSING',
      `Parameter \`${name}\` has neither a value nor a default.`,
      `Give it a value under \`parameters:\` in arcube.yaml or with --parameter ${name}=…, or add a \`Default\`.`,
    );
  } else {
    const list = /^(CommaDelimitedList|List<)/.test(type) ? splitList(text) : undefined;
    for (const part of list ?? [text]) check(name, type, part, props, secret);
    return { text, secret, ...(list && { list }) };
  }
  return { text: '', secret };
}

function splitList(text: string): string[] {
  return text === '' ? [] : text.split(',').map((part) => part.trim());
}

function check(name: string, type: string, text: string, props: Props, secret: boolean): void {
  const reason = violation(type, text, props);
  if (!reason) return;
  const shown = secret ? 'Its value' : `\`${text}\``;
  const said = props.string('ConstraintDescription');
  props.error(
    'PARAMETER_INVALID',
    `Parameter \`${name}\`: ${shown} ${reason}.`,
    said ?? 'Choose another value.',
  );
}

function violation(type: string, text: string, props: Props): string | undefined {
  const allowed = props.list('AllowedValues')?.map(String);
  if (allowed && !allowed.includes(text)) return `is none of ${allowed.join(', ')}`;
  const pattern = props.string('AllowedPattern');
  if (pattern !== undefined && !matchesWhole(pattern, text, props)) return `does not match ${pattern}`;
  if (text.length < (props.number('MinLength') ?? 0)) return 'is too short';
  if (text.length > (props.number('MaxLength') ?? Number.POSITIVE_INFINITY)) return 'is too long';
  if (!/Number/.test(type)) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return 'is not a number';
  if (value < (props.number('MinValue') ?? Number.NEGATIVE_INFINITY)) return 'is too small';
  if (value > (props.number('MaxValue') ?? Number.POSITIVE_INFINITY)) return 'is too large';
  return undefined;
}

/** CloudFormation matches the whole value (Java's `matches`). */
function matchesWhole(pattern: string, text: string, props: Props): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch {
    props.error(
      'BAD_PATTERN',
      'The `AllowedPattern` is no regular expression.',
      'Correct it.',
      'AllowedPattern',
    );
    return true;
  }
}

/** The values for the model: `NoEcho` ones are secret. */
export function publicParameters(values: Map<string, ParameterValue>): Record<string, string | Secret> {
  return Object.fromEntries(
    [...values].map(([name, { text, secret }]) => [name, secret ? new Secret(text) : text]),
  );
}
