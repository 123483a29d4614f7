import type { ErrorObject } from 'ajv';
import type { Diagnostic } from '../diagnostics.js';
import { placeAtPath } from '../document/marks.js';
import { suggestion } from '../document/nearest.js';
import type { SourceFile } from '../document/source.js';

type Explained = Pick<Diagnostic, 'code' | 'message' | 'remedy'>;
type Explain = (error: ErrorObject, name: string) => Explained;

interface SchemaPart {
  description?: string;
  examples?: unknown[];
  properties?: Record<string, SchemaPart>;
}

/** Names under which people put a secret's value into a file where only its reference belongs. */
const SECRET_NAMES = /^(client_?|edge_?|webhook_?)?(secret|password|api_?key|token)$/i;

/** Turns Ajv's errors into diagnostics, each at the key or value it is about. */
export function explainSchemaErrors(source: SourceFile, root: unknown, errors: ErrorObject[]): Diagnostic[] {
  return errors
    .filter(({ keyword }) => keyword !== 'if' && keyword !== 'anyOf' && keyword !== 'oneOf')
    .map((error) => {
      const { path, part } = whereIs(error, root);
      const name = dotted(path);
      const explain = EXPLANATIONS[error.keyword] ?? other;
      return {
        severity: 'error' as const,
        ...explain(error, name),
        place: placeAtPath(root, path, part) ?? source.place(0),
        ...(name && { path: name }),
      };
    });
}

/** The steps of a JSON pointer; numbers where they index a list. */
function steps(pointer: string, root: unknown): (string | number)[] {
  let holder = root;
  return pointer
    .split('/')
    .slice(1)
    .map((raw) => {
      const name = raw.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(holder) ? Number(name) : name;
      holder = (holder as Record<string | number, unknown> | undefined)?.[step];
      return step;
    });
}

function whereIs(error: ErrorObject, root: unknown): { path: (string | number)[]; part: 'key' | 'value' } {
  const path = steps(error.instancePath, root);
  if (error.keyword === 'additionalProperties')
    return { path: [...path, error.params.additionalProperty as string], part: 'key' };
  if (error.keyword === 'uniqueItems') return { path: [...path, error.params.i as number], part: 'value' };
  return { path, part: error.keyword === 'required' ? 'key' : 'value' };
}

/** `clients[0].role` */
export function dotted(path: readonly (string | number)[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

function about(error: ErrorObject): string {
  const { description, examples } = (error.parentSchema ?? {}) as SchemaPart;
  const example = examples?.length ? ` For example: \`${String(examples[0])}\`.` : '';
  return description ? `${description}${example}` : `Correct the value.${example}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const other: Explain = (error, name) => ({
  code: 'INVALID_VALUE',
  message: `\`${name || 'The file'}\` ${error.message ?? 'is not allowed'}.`,
  remedy: about(error),
});

const outOfRange: Explain = (error, name) => ({
  code: 'OUT_OF_RANGE',
  message: `\`${name}\` is ${shown(error.data)}; it ${error.message}.`,
  remedy: about(error),
});

const wrongLength: Explain = (error, name) => ({
  code: 'WRONG_LENGTH',
  message: `\`${name}\` ${error.message}.`,
  remedy: about(error),
});

const EXPLANATIONS: Record<string, Explain> = {
  additionalProperties: (error, name) => {
    const key = error.params.additionalProperty as string;
    const known = Object.keys((error.parentSchema as SchemaPart).properties ?? {});
    if (SECRET_NAMES.test(key) && known.includes('secretRef'))
      return {
        code: 'SECRET_IN_FILE',
        message: `\`${name}\` would keep a secret in a plain file.`,
        remedy: 'Remove it; name the secret by `secretRef`. If the value was ever committed, rotate it.',
      };
    return {
      code: 'UNKNOWN_KEY',
      message: `\`${name}\` is not a known key.`,
      remedy: suggestion(key, known),
    };
  },
  required: (error, name) => {
    const key = error.params.missingProperty as string;
    const wanted = (error.parentSchema as SchemaPart).properties?.[key]?.description;
    return {
      code: 'MISSING_KEY',
      message: `\`${name ? `${name}.` : ''}${key}\` is missing.`,
      remedy: `Add \`${key}:\`.${wanted ? ` ${wanted}` : ''}`,
    };
  },
  type: (error, name) => ({
    code: 'WRONG_TYPE',
    message: `\`${name || 'The file'}\` must be ${[error.params.type].flat().join(' or ')}, not ${shown(error.data)}.`,
    remedy: about(error),
  }),
  enum: (error, name) => ({
    code: 'NOT_ALLOWED',
    message: `\`${name}\` cannot be ${shown(error.data)}.`,
    remedy: suggestion(String(error.data), (error.params.allowedValues as unknown[]).map(String)),
  }),
  pattern: (error, name) => ({
    code: 'WRONG_FORM',
    message: `\`${name}\` is ${shown(error.data)}, which has not the right form.`,
    remedy: about(error),
  }),
  uniqueItems: (_error, name) => ({
    code: 'DUPLICATE_VALUE',
    message: `\`${name}\` repeats an earlier entry.`,
    remedy: 'Remove one of the two.',
  }),
  minimum: outOfRange,
  maximum: outOfRange,
  minItems: wrongLength,
  minLength: wrongLength,
  maxLength: wrongLength,
  minProperties: wrongLength,
};
