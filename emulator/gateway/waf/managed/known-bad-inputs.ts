import { isJndiLookup } from '../detectors/log4j.js';
import type { WafRequest } from '../request.js';
import { decodedBody, decodedPath, decodings, headerValues } from './parts.js';
import { type ManagedRule, rule } from './rule.js';

const SERIALISED =
  /rO0AB[A-Za-z0-9+/]|aced0005|java\.lang\.(?:Runtime|ProcessBuilder)|java\/lang\/(?:Runtime|ProcessBuilder)|class\.module\.classLoader|org\.apache\.commons\.collections|com\.sun\.rowset\.JdbcRowSetImpl|ysoserial|\(#_memberAccess|\bgetRuntime\s*\(\s*\)\s*\.\s*exec/i;
const EXPLOITABLE =
  /(?:^|[/\\])(?:web-inf|meta-inf)(?:$|[/\\;])|[/\\]\.(?:git|svn|hg)[/\\]|[/\\]\.env$|[/\\]wp-config\.php/i;

/** A model of React's flight protocol that reaches for a prototype (CVE-2025-55182). */
const SERVER_ACTION = /\$\d{1,6}:(?:__proto__|constructor)\b|["']status["']\s*:\s*["']resolved_model["']/;

/** The first bytes of a serialised Java object. */
const MAGIC = '\xac\xed\0\x05';

const isSerialised = (text: string): boolean => text.includes(MAGIC) || SERIALISED.test(text);

/** AWSManagedRulesKnownBadInputsRuleSet by its published rule names (§12.6). */
export const KNOWN_BAD_INPUTS: readonly ManagedRule[] = [
  rule('JavaDeserializationRCE_HEADER', headerValues, isSerialised),
  rule('JavaDeserializationRCE_BODY', decodedBody, isSerialised),
  rule('JavaDeserializationRCE_URIPATH', decodedPath, isSerialised),
  rule('JavaDeserializationRCE_QUERYSTRING', query, isSerialised),
  {
    name: 'Host_localhost_HEADER',
    label: 'Host_Localhost_Header',
    matches: (x) =>
      x.header('host').some((host) => /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(host)),
  },
  {
    name: 'PROPFIND_METHOD',
    label: 'Propfind_Method',
    matches: ({ exchange }) => exchange.req.method === 'PROPFIND',
  },
  rule('ExploitablePaths_URIPATH', decodedPath, (text) => EXPLOITABLE.test(text)),
  rule('Log4JRCE_HEADER', headerValues, isJndiLookup),
  rule('Log4JRCE_QUERYSTRING', query, isJndiLookup),
  rule('Log4JRCE_BODY', decodedBody, isJndiLookup),
  rule('Log4JRCE_URIPATH', decodedPath, isJndiLookup),
  rule('ReactJSRCE_BODY', decodedBody, (text) => SERVER_ACTION.test(text)),
];

function query(request: WafRequest): Iterable<string> {
  return request.query === '' ? [] : decodings(request.query);
}
