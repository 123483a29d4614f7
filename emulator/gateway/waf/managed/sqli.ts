import { isSqlInjection } from '../detectors/sqli.js';
import type { WafRequest } from '../request.js';
import { urlDecode } from '../transforms.js';
import {
  decodedArguments,
  decodedBody,
  decodedCookies,
  decodedPath,
  decodings,
  headerValues,
  jsonUnescape,
} from './parts.js';
import { type ManagedRule, rule } from './rule.js';

const EXTENDED =
  /\bunion\b[\s(/*]{1,40}(?:all\b|distinct\b)?[\s(/*]{0,40}select\b[\s(/*+-]{0,40}(?:\d|null\b|[*'"@]|[\w.`]{1,64}\s{0,8}(?:[,(#;]|--|\bfrom\b))|\bselect\b.{1,200}\bfrom\b\s+(?:information_schema|mysql\.|pg_|sys\.|sqlite_)|\bxp_cmdshell\b|\bwaitfor\s+delay\b|\b(?:benchmark|pg_sleep)\s*\(|\binto\s+(?:out|dump)file\b|\/\*!\d{0,5}/i;

const isInjection = (text: string): boolean => isSqlInjection(text, 'LOW');
const isExtended = (text: string): boolean => EXTENDED.test(text);

/** AWSManagedRulesSQLiRuleSet by its published rule names (§12.6). */
export const SQLI_RULES: readonly ManagedRule[] = [
  rule('SQLiExtendedPatterns_QUERYARGUMENTS', decodedArguments, isExtended),
  rule('SQLiExtendedPatterns_BODY', bodyTexts, isExtended),
  rule('SQLiExtendedPatterns_HEADER', headerValues, isExtended),
  { ...rule('SQLiExtendedPatterns_URIPATH', decodedPath, isExtended), label: 'SQLiExtendedPatterns_UriPath' },
  rule('SQLi_QUERYARGUMENTS', decodedArguments, isInjection),
  rule('SQLi_BODY', bodyTexts, isInjection),
  rule('SQLi_COOKIE', decodedCookies, isInjection),
  rule('SQLi_URIPATH', pathSegments, isInjection),
];

/** A form field by field, a JSON document value by value; anything else as it is. */
function* bodyTexts(request: WafRequest): Generator<string> {
  const [body] = request.body.values;
  if (body === undefined) return;
  if (/^\s*[[{]/.test(body)) yield* jsonStrings(body);
  else if (/^[^=&\s]{1,100}=/.test(body)) for (const field of body.split('&')) yield* fieldTexts(field);
  else yield* decodedBody(request);
}

function* fieldTexts(field: string): Generator<string> {
  const equals = field.indexOf('=');
  const value = equals < 0 ? field : field.slice(equals + 1);
  yield urlDecode(value);
}

/** String literals of a JSON text, found without parsing it: it may be cut off at WAF's limit. */
function* jsonStrings(text: string): Generator<string> {
  for (const [literal] of text.matchAll(/"(?:[^"\\]|\\.)*"?/g)) {
    const inner = literal.slice(1, literal.endsWith('"') ? -1 : undefined);
    yield* decodings(jsonUnescape(inner));
  }
}

function* pathSegments(request: WafRequest): Generator<string> {
  if (!/[%'";()=]/.test(request.path)) return;
  for (const text of decodedPath(request))
    for (const segment of text.split('/')) if (segment !== '') yield segment;
}
