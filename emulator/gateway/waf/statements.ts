import type { Dict } from '../../../src/core/dict.js';
import { createLinearRegExp } from '../../../src/core/linear-regexp.js';
import { isSqlInjection } from './detectors/sqli.js';
import { isScriptInjection } from './detectors/xss.js';
import { compileField, type Field } from './fields.js';
import { ipSetStatement } from './ip-set.js';
import { rateStatement } from './rate.js';
import { referenceOf } from './references.js';
import type { WafRequest } from './request.js';
import type { CompileScope, Match } from './scope.js';
import { compileTransforms } from './transform-list.js';
import type { Transform } from './transforms.js';

/** Compiles a WAFv2 statement (§12.2). What is not emulated is told to the scope. */
export function compileStatement(statement: Dict, scope: CompileScope): Match {
  const kinds = Object.keys(statement ?? {});
  if (kinds.length !== 1) return refused(scope, `a Statement of ${kinds.length} kinds; there must be one`);
  const [kind = '', raw] = Object.entries(statement)[0] ?? [];
  const body = (raw ?? {}) as Dict;
  const sub = (part: unknown) => compileStatement(part as Dict, scope);
  switch (kind) {
    case 'ByteMatchStatement':
      return onField(body, byteMatch(body, scope), scope);
    case 'RegexMatchStatement':
      return onField(body, regexMatch([String(body.RegexString)]), scope);
    case 'RegexPatternSetReferenceStatement':
      return onField(body, regexMatch(patternSet(body, scope)), scope);
    case 'SizeConstraintStatement':
      return onField(body, sizeMatch(body, scope), scope);
    case 'SqliMatchStatement': {
      const sensitivity = body.SensitivityLevel === 'HIGH' ? 'HIGH' : 'LOW';
      return onField(body, (text) => isSqlInjection(text, sensitivity), scope);
    }
    case 'XssMatchStatement':
      return onField(body, isScriptInjection, scope);
    case 'IPSetReferenceStatement':
      return ipSetStatement(body, scope);
    case 'LabelMatchStatement':
      return labelMatch(body, scope);
    case 'AndStatement': {
      const parts = (body.Statements as Dict[]).map(sub);
      return (request) => parts.every((part) => part(request));
    }
    case 'OrStatement': {
      const parts = (body.Statements as Dict[]).map(sub);
      return (request) => parts.some((part) => part(request));
    }
    case 'NotStatement': {
      const part = sub(body.Statement);
      return (request) => !part(request);
    }
    case 'RateBasedStatement':
      return rateStatement(
        body,
        scope,
        body.ScopeDownStatement === undefined ? undefined : sub(body.ScopeDownStatement),
      );
    case 'GeoMatchStatement':
    case 'AsnMatchStatement':
      return nowhere(kind, body, scope);
    default:
      return refused(scope, `the statement ${kind}`);
  }
}

function refused(scope: CompileScope, what: string): Match {
  scope.unsupported(what);
  return () => false;
}

/** A loopback address is in no country and in no network; where a forwarded one is, nobody here knows. */
function nowhere(kind: string, { ForwardedIPConfig: forwarded }: Dict, scope: CompileScope): Match {
  if (forwarded !== undefined) return refused(scope, `${kind} by a forwarded address`);
  scope.remark(`${kind}: callers on this machine are in no country and no network, so it never matches`);
  return () => false;
}

/** Statements that hold further rules; they are asked rule by rule, not as one match. */
export function isGroup(statement: Dict): boolean {
  return 'ManagedRuleGroupStatement' in statement || 'RuleGroupReferenceStatement' in statement;
}

function onField(body: Dict, test: (text: string) => boolean, scope: CompileScope): Match {
  const field = compileField((body.FieldToMatch ?? {}) as Dict);
  if (typeof field === 'string') return refused(scope, `FieldToMatch ${field}`);
  const transforms = compileTransforms(body.TextTransformations, scope);
  return (request) => testField(request, field, transforms, test);
}

function testField(
  request: WafRequest,
  field: Field,
  transforms: readonly Transform[],
  test: (text: string) => boolean,
): boolean {
  const part = field(request);
  if (part === 'match') return true;
  if (part === 'no-match') return false;
  for (const value of part.values) {
    let text = value;
    for (const transform of transforms) text = transform(text);
    if (test(text)) return true;
  }
  return false;
}

function byteMatch(body: Dict, scope: CompileScope): (text: string) => boolean {
  const wanted = searchBytes(body);
  switch (body.PositionalConstraint) {
    case 'EXACTLY':
      return (text) => text === wanted;
    case 'STARTS_WITH':
      return (text) => text.startsWith(wanted);
    case 'ENDS_WITH':
      return (text) => text.endsWith(wanted);
    case 'CONTAINS_WORD':
      return (text) => containsWord(text, wanted);
    case 'CONTAINS':
      return (text) => text.includes(wanted);
    default:
      scope.unsupported(`PositionalConstraint ${body.PositionalConstraint}`);
      return () => false;
  }
}

function searchBytes({ SearchString, SearchStringBase64 }: Dict): string {
  const bytes =
    SearchStringBase64 === undefined
      ? Buffer.from(String(SearchString ?? ''))
      : Buffer.from(String(SearchStringBase64), 'base64');
  return bytes.toString('latin1');
}

/** Bounded on both sides by something that is no letter, digit or underscore. */
function containsWord(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const [before, after] = [text[at - 1], text[at + wanted.length]];
    if (!/\w/.test(before ?? ' ') && !/\w/.test(after ?? ' ')) return true;
  }
  return false;
}

function regexMatch(patterns: readonly string[]): (text: string) => boolean {
  const compiled = patterns.map((pattern) => createLinearRegExp(pattern));
  return (text) => compiled.some((regexp) => regexp.test(text));
}

function patternSet(body: Dict, scope: CompileScope): string[] {
  const list = referenceOf(body, scope, 'regex pattern set')?.RegularExpressionList;
  if (!Array.isArray(list)) return [];
  return list.map((entry) => (typeof entry === 'string' ? entry : String((entry as Dict).RegexString)));
}

const COMPARISONS: Record<string, (size: number, limit: number) => boolean> = {
  EQ: (size, limit) => size === limit,
  NE: (size, limit) => size !== limit,
  LE: (size, limit) => size <= limit,
  LT: (size, limit) => size < limit,
  GE: (size, limit) => size >= limit,
  GT: (size, limit) => size > limit,
};

function sizeMatch(body: Dict, scope: CompileScope): (text: string) => boolean {
  const compare = COMPARISONS[String(body.ComparisonOperator)];
  if (compare === undefined) scope.unsupported(`ComparisonOperator ${body.ComparisonOperator}`);
  return (text) => compare?.(text.length, Number(body.Size)) === true;
}

function labelMatch(body: Dict, scope: CompileScope): Match {
  const key = String(body.Key);
  if (body.Scope === 'NAMESPACE')
    return ({ labels }) =>
      [...labels].some((label) => label.startsWith(key) || label.startsWith(scope.labelPrefix + key));
  return ({ labels }) => labels.has(key) || labels.has(scope.labelPrefix + key);
}
