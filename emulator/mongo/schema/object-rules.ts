import { Document, isDocument, type Value } from '../bson/index.js';
import { MongoError, mongoError } from '../error/index.js';
import { type CompiledRegex, compileRegex } from '../query/regex/index.js';
import { countArgument, namesArgument, objectArgument } from './arguments.js';
import { type CompiledSchema, type CompileNested, failure, type Rule } from './rule.js';

export function requiredRule(argument: Value): Rule {
  const names = namesArgument('required', argument);
  const missing = (value: Document) => names.filter((name) => !value.has(name));
  return {
    accepts: (value) => !isDocument(value) || missing(value).length === 0,
    explain: (value) => failure('required', argument, { missingProperties: missing(value as Document) }),
  };
}

export function propertyCountRule(keyword: 'minProperties' | 'maxProperties', argument: Value): Rule {
  const limit = countArgument(keyword, argument);
  return {
    accepts: (value) =>
      !isDocument(value) || (keyword === 'minProperties' ? value.size >= limit : value.size <= limit),
    explain: (value) =>
      failure(keyword, argument, {
        reason: 'specified number of properties was not satisfied',
        numberOfProperties: (value as Document).size,
      }),
  };
}

export function propertiesRule(argument: Value, compile: CompileNested): Rule {
  const schemas = [...objectArgument('properties', argument)].map(
    ([name, schema]): [string, CompiledSchema] => [name, compile(schema, 'properties')],
  );
  const broken = (value: Document) =>
    schemas.filter(([name, schema]) => {
      const property = value.get(name);
      return property !== undefined && !schema.accepts(property);
    });
  return {
    accepts: (value) => !isDocument(value) || broken(value).length === 0,
    explain: (value) =>
      failure('properties', undefined, {
        propertiesNotSatisfied: broken(value as Document).map(([name, schema]) =>
          Document.of({
            propertyName: name,
            title: schema.title,
            description: schema.description,
            details: schema.failures((value as Document).get(name) as Value),
          }),
        ),
      }),
  };
}

interface Pattern {
  source: string;
  regex: CompiledRegex;
  schema: CompiledSchema;
}

function patternsOf(argument: Value, compile: CompileNested): Pattern[] {
  return [...objectArgument('patternProperties', argument)].map(([source, schema]) => ({
    source,
    regex: compilePattern(source),
    schema: compile(schema, 'patternProperties'),
  }));
}

function compilePattern(source: string): CompiledRegex {
  try {
    return compileRegex(source, '');
  } catch (error) {
    if (!(error instanceof MongoError)) throw error;
    throw mongoError(
      'BadValue',
      `Invalid regular expression in $jsonSchema keyword 'patternProperties': ${error.message}`,
    );
  }
}

export function patternPropertiesRule(argument: Value, compile: CompileNested): Rule {
  const patterns = patternsOf(argument, compile);
  const broken = (value: Document) =>
    [...value].flatMap(([name, property]) =>
      patterns
        .filter(({ regex, schema }) => regex.test(name) && !schema.accepts(property))
        .map(({ source, schema }) =>
          Document.of({ propertyName: name, regexMatched: source, details: schema.failures(property) }),
        ),
    );
  return {
    accepts: (value) => !isDocument(value) || broken(value).length === 0,
    explain: (value) => failure('patternProperties', undefined, { details: broken(value as Document) }),
  };
}

/** Properties that neither `properties` nor `patternProperties` speaks of. */
export function additionalPropertiesRule(schema: Document, compile: CompileNested): Rule | undefined {
  const argument = schema.get('additionalProperties') as Value;
  if (!isDocument(argument) && typeof argument !== 'boolean') {
    throw mongoError(
      'TypeMismatch',
      "$jsonSchema keyword 'additionalProperties' must be an object or a boolean",
    );
  }
  if (argument === true) return undefined;
  const additional = additionalFinder(schema, compile);
  if (argument === false) {
    return {
      accepts: (value) => !isDocument(value) || additional(value).length === 0,
      explain: (value) =>
        failure('additionalProperties', argument, {
          additionalProperties: additional(value as Document).map(([name]) => name),
        }),
    };
  }
  const nested = compile(argument, 'additionalProperties');
  const failing = (value: Document) => additional(value).find(([, property]) => !nested.accepts(property));
  return {
    accepts: (value) => !isDocument(value) || failing(value) === undefined,
    explain(value) {
      const [name, property] = failing(value as Document) as [string, Value];
      const reason = 'at least one additional property did not match the subschema';
      return failure('additionalProperties', undefined, {
        reason,
        failingProperty: name,
        details: nested.failures(property),
      });
    },
  };
}

function additionalFinder(schema: Document, compile: CompileNested): (value: Document) => [string, Value][] {
  const properties = schema.get('properties');
  const named = new Set(properties === undefined ? [] : objectArgument('properties', properties).keys());
  const patterns = patternsOf(schema.get('patternProperties') ?? new Document(), compile);
  return (value) =>
    [...value].filter(([name]) => !named.has(name) && !patterns.some(({ regex }) => regex.test(name)));
}

/** `dependencies`: names, or a schema, that a property brings with it. */
export function dependenciesRule(argument: Value, compile: CompileNested): Rule {
  const dependencies = [...objectArgument('dependencies', argument)].map(([name, needed]) =>
    dependency(name, needed, compile),
  );
  const broken = (value: Document) => dependencies.filter((check) => !check.accepts(value));
  return {
    accepts: (value) => !isDocument(value) || broken(value).length === 0,
    explain: (value) =>
      failure('dependencies', undefined, {
        failingDependencies: broken(value as Document).map((rule) => rule.explain(value)),
      }),
  };
}

function dependency(name: string, needed: Value, compile: CompileNested): Rule {
  if (Array.isArray(needed)) {
    const names = namesArgument('dependencies', needed);
    const missing = (value: Document) => names.filter((other) => !value.has(other));
    return {
      accepts: (value) => !(value as Document).has(name) || missing(value as Document).length === 0,
      explain: (value) =>
        Document.of({ conditionalProperty: name, missingProperties: missing(value as Document) }),
    };
  }
  if (!isDocument(needed)) {
    throw mongoError(
      'TypeMismatch',
      "$jsonSchema keyword 'dependencies' must have an object or an array for each property",
    );
  }
  const schema = compile(needed, 'dependencies');
  return {
    accepts: (value) => !(value as Document).has(name) || schema.accepts(value),
    explain: (value) => Document.of({ conditionalProperty: name, details: schema.failures(value) }),
  };
}
