import { type Dict, isDict } from '../../dict.js';
import { copyMarks } from '../../document/marks.js';
import type { ApiDraft } from '../api-draft.js';
import { stableId } from '../names.js';
import { Props } from '../props.js';
import { type OpenApiDocument, pointerSteps } from './document.js';

/** Notes that say nothing about validity. */
const ANNOTATIONS = new Set([
  'example',
  'examples',
  'externalDocs',
  'xml',
  'deprecated',
  'readOnly',
  'writeOnly',
  'default',
]);

/** Keywords that JSON Schema draft 4 does not have and API Gateway's validation does not follow. */
const UNSUPPORTED = new Set([
  'nullable',
  'discriminator',
  'const',
  'contains',
  'if',
  'then',
  'else',
  'propertyNames',
  'unevaluatedProperties',
  'dependentRequired',
  'prefixItems',
]);

/** Maps whose keys are names, not keywords. */
const NAMED = new Set(['properties', 'patternProperties', 'definitions', 'dependencies']);
const PLAIN = new Set(['enum', 'required']);

/** Turns the named schemas into models, each complete in itself. */
export function readNamedModels(document: OpenApiDocument, draft: ApiDraft): void {
  const schemas = document.schemas;
  for (const name of Object.keys(schemas.value)) {
    const schema = schemas.inner(name);
    if (!/^[A-Za-z0-9]+$/.test(name))
      schemas.report.error(
        {
          code: 'BAD_MODEL_NAME',
          message: `\`${name}\` cannot name a model: API Gateway takes letters and digits only.`,
          remedy: `Call it \`${name.replace(/[^A-Za-z0-9]/g, '')}\`.`,
        },
        { holder: schemas.value, key: name, part: 'key', path: schemas.path },
      );
    draft.api.models[name] = selfContained(schema.value, document);
    draft.inlineModels.set(schema.value, name);
  }
}

/** The model for a schema where it is used: the named one for a plain `$ref`, else one made up for it. */
export function modelFor(schema: Props, document: OpenApiDocument, draft: ApiDraft): string | undefined {
  const reference = schema.value.$ref;
  if (typeof reference === 'string') {
    const target = document.follow(schema);
    return target && (draft.inlineModels.get(target.value) ?? addInline(target.value, document, draft));
  }
  return draft.inlineModels.get(schema.value) ?? addInline(schema.value, document, draft);
}

function addInline(schema: Dict, document: OpenApiDocument, draft: ApiDraft): string {
  const model = selfContained(schema, document);
  const name = `MODEL${stableId(JSON.stringify(model), 6)}`;
  draft.api.models[name] = model;
  draft.inlineModels.set(schema, name);
  return name;
}

/** A copy of the schema whose references lead to its own `definitions`. */
export function selfContained(schema: Dict, document: OpenApiDocument): Dict {
  const needed = new Map<string, Dict>();
  const copy = rewrite(schema, document, needed);
  if (needed.size === 0) return copy;
  const definitions: Dict = {};
  for (const [name, source] of needed) {
    definitions[name] = true; // grows while it is walked
    definitions[name] = rewrite(source, document, needed);
  }
  return { ...copy, definitions: { ...(isDict(copy.definitions) ? copy.definitions : {}), ...definitions } };
}

function rewrite(schema: Dict, document: OpenApiDocument, needed: Map<string, Dict>): Dict {
  if (typeof schema.$ref === 'string') return rewriteReference(schema, document, needed);
  const copy: Dict = {};
  copyMarks(schema, copy);
  for (const key of Object.keys(schema)) {
    if (ANNOTATIONS.has(key) || key.startsWith('x-')) continue;
    warnUnsupported(schema, key, document);
    const value = schema[key];
    if (PLAIN.has(key)) copy[key] = value;
    else if (NAMED.has(key) && isDict(value)) copy[key] = rewriteNamed(value, document, needed);
    else copy[key] = rewriteAny(value, document, needed);
  }
  return copy;
}

function rewriteNamed(value: Dict, document: OpenApiDocument, needed: Map<string, Dict>): Dict {
  return Object.fromEntries(
    Object.keys(value).map((name) => [name, rewriteAny(value[name], document, needed)]),
  );
}

function rewriteAny(value: unknown, document: OpenApiDocument, needed: Map<string, Dict>): unknown {
  if (Array.isArray(value)) return value.map((item) => rewriteAny(item, document, needed));
  return isDict(value) ? rewrite(value, document, needed) : value;
}

function rewriteReference(schema: Dict, document: OpenApiDocument, needed: Map<string, Dict>): Dict {
  const reference = String(schema.$ref);
  if (reference.startsWith('#/definitions/') && !document.swagger) return { $ref: reference };
  const target = document.follow(new Props(schema, document.report, document.schemas.path));
  if (!target) return {};
  const name = pointerSteps(reference).at(-1) as string;
  if (!needed.has(name)) needed.set(name, target.value);
  return { $ref: `#/definitions/${name}` };
}

function warnUnsupported(schema: Dict, key: string, document: OpenApiDocument): void {
  const numeric = /^exclusiveM(in|ax)imum$/.test(key) && typeof schema[key] === 'number';
  if (!UNSUPPORTED.has(key) && !numeric) return;
  document.report.warn(
    {
      code: 'UNSUPPORTED_KEYWORD',
      message: `API Gateway's validation does not support \`${key}\`${numeric ? ' with a number' : ''}.`,
      remedy: numeric
        ? 'In JSON Schema draft 4 it is true or false, beside `minimum`/`maximum`.'
        : 'Leave it out, or say it in JSON Schema draft 4.',
    },
    { holder: schema, key, part: 'key', path: document.schemas.path },
  );
}
