import type { Document, Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { objectArgument, stringArgument } from './arguments.js';
import { additionalItemsRule, itemCountRule, itemsRule, uniqueItemsRule } from './array-rules.js';
import { combinedRule, notRule } from './logic-rules.js';
import {
  additionalPropertiesRule,
  dependenciesRule,
  patternPropertiesRule,
  propertiesRule,
  propertyCountRule,
  requiredRule,
} from './object-rules.js';
import type { CompiledSchema, CompileNested, Rule } from './rule.js';
import { boundRule, enumRule, lengthRule, multipleOfRule, patternRule, typeRule } from './scalar-rules.js';

export type { CompiledSchema } from './rule.js';

type KeywordRule = (argument: Value, schema: Document, compile: CompileNested) => Rule | undefined;

const text =
  (keyword: string): KeywordRule =>
  (argument) => {
    stringArgument(keyword, argument);
    return undefined;
  };

/** Every keyword MongoDB knows, in the order its rules are reported. */
const KEYWORDS: ReadonlyMap<string, KeywordRule> = new Map<string, KeywordRule>([
  ['title', text('title')],
  ['description', text('description')],
  ['allOf', (argument, _schema, compile) => combinedRule('allOf', argument, compile)],
  ['anyOf', (argument, _schema, compile) => combinedRule('anyOf', argument, compile)],
  ['oneOf', (argument, _schema, compile) => combinedRule('oneOf', argument, compile)],
  ['not', (argument, _schema, compile) => notRule(argument, compile)],
  ['enum', (argument) => enumRule(argument)],
  ['maximum', (_argument, schema) => boundRule('maximum', schema)],
  [
    'exclusiveMaximum',
    (_argument, schema) => (schema.has('maximum') ? undefined : boundRule('maximum', schema)),
  ],
  ['minimum', (_argument, schema) => boundRule('minimum', schema)],
  [
    'exclusiveMinimum',
    (_argument, schema) => (schema.has('minimum') ? undefined : boundRule('minimum', schema)),
  ],
  ['maxLength', (argument) => lengthRule('maxLength', argument)],
  ['minLength', (argument) => lengthRule('minLength', argument)],
  ['pattern', (argument) => patternRule(argument)],
  ['multipleOf', (argument) => multipleOfRule(argument)],
  ['maxItems', (argument) => itemCountRule('maxItems', argument)],
  ['minItems', (argument) => itemCountRule('minItems', argument)],
  ['uniqueItems', (argument) => uniqueItemsRule(argument)],
  ['items', (argument, _schema, compile) => itemsRule(argument, compile)],
  ['additionalItems', (_argument, schema, compile) => additionalItemsRule(schema, compile)],
  ['properties', (argument, _schema, compile) => propertiesRule(argument, compile)],
  ['patternProperties', (argument, _schema, compile) => patternPropertiesRule(argument, compile)],
  ['additionalProperties', (_argument, schema, compile) => additionalPropertiesRule(schema, compile)],
  ['required', (argument) => requiredRule(argument)],
  ['minProperties', (argument) => propertyCountRule('minProperties', argument)],
  ['maxProperties', (argument) => propertyCountRule('maxProperties', argument)],
  ['dependencies', (argument, _schema, compile) => dependenciesRule(argument, compile)],
  ['bsonType', (argument) => typeRule('bsonType', argument)],
  ['type', (argument) => typeRule('type', argument)],
]);

const UNSUPPORTED = new Set(['$ref', '$schema', 'default', 'definitions', 'format', 'id']);

/** Compiles a `$jsonSchema`. Errors: 2, 9, 14, 51091, as mongod. */
export function compileSchema(schema: Document): CompiledSchema {
  checkKeywords(schema);
  const rules = [...KEYWORDS].flatMap(([keyword, make]) => {
    const argument = schema.get(keyword);
    const rule = argument === undefined ? undefined : make(argument, schema, compileNested);
    return rule === undefined ? [] : [rule];
  });
  return {
    accepts(value) {
      for (const rule of rules) if (!rule.accepts(value)) return false;
      return true;
    },
    failures: (value) => rules.filter((rule) => !rule.accepts(value)).map((rule) => rule.explain(value)),
    title: schema.get('title') as string | undefined,
    description: schema.get('description') as string | undefined,
  };
}

const compileNested: CompileNested = (schema, keyword) => compileSchema(objectArgument(keyword, schema));

function checkKeywords(schema: Document): void {
  for (const keyword of schema.keys()) {
    if (UNSUPPORTED.has(keyword)) {
      throw mongoError('FailedToParse', `$jsonSchema keyword '${keyword}' is not currently supported`);
    }
    if (!KEYWORDS.has(keyword)) throw mongoError('FailedToParse', `Unknown $jsonSchema keyword: ${keyword}`);
  }
  if (schema.has('type') && schema.has('bsonType')) {
    throw mongoError('FailedToParse', "Cannot specify both $jsonSchema keywords 'type' and 'bsonType'");
  }
}
