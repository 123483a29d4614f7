import { isScriptInjection } from '../detectors/xss.js';
import { decodedArguments, decodedBody, decodedCookies, decodedPath } from './parts.js';
import { type ManagedRule, rule } from './rule.js';

const BAD_BOTS =
  /nessus|\bnmap|nikto|sqlmap|masscan|zgrab|acunetix|openvas|dirbuster|gobuster|w3af|netsparker|havij|wpscan|arachni|jbrofuzz|webinspect|paros|grabber|skipfish|whatweb|zmeu|morfeus|n-stealth|fimap|feroxbuster|nuclei/i;
const METADATA =
  /169\.254\.169\.254|169\.254\.170\.2\b|\[?fd00:ec2::(?:254|23)\]?|\binstance-data\b|\b2852039166\b|0xa9fea9fe|0xa9\.0xfe\.0xa9\.0xfe|0251\.0376\.0251\.0376|metadata\.google\.internal/i;
const TRAVERSAL =
  /(?:\.\.[/\\]){2}|[/\\]\.\.[/\\]\.\.|(?:^|=|[/\\])\.\.[/\\](?:etc|proc|windows|boot|var|usr)[/\\]|(?:^|[/\\])etc[/\\](?:passwd|shadow)|\.\.;[/\\]/i;
const REMOTE_FILE =
  /\b(?:https?|ftps?|file|php|zlib|phar|expect|ogg|gopher|dict|ldaps?):\/\/(?:\d{1,3}\.){3}\d{1,3}/i;
const EXTENSION =
  /\.(?:log|ini|cfg|conf|config|bak|backup|old|sql|swp|axd|asax|ascx|cs|csproj|dll|htr|htw|idc|idq|inc|lnk|mdb|pdb|pol|printer|pwd|rdb|resources|resx|sys|vb|vbs|vbproj|vsdisco|webinfo|dbf|licx)$/i;

const isTraversal = (text: string): boolean => TRAVERSAL.test(text);
const isRemoteFile = (text: string): boolean => REMOTE_FILE.test(text);
const isMetadata = (text: string): boolean => METADATA.test(text);
const hasExtension = (text: string): boolean => EXTENSION.test(text);

/** AWSManagedRulesCommonRuleSet by its published rule names (§12.6); AWS does not publish the patterns. */
export const COMMON_RULES: readonly ManagedRule[] = [
  { name: 'NoUserAgent_HEADER', matches: (x) => !x.header('user-agent').some((value) => value !== '') },
  {
    name: 'UserAgent_BadBots_HEADER',
    label: 'BadBots_Header',
    matches: (x) => x.header('user-agent').some((value) => BAD_BOTS.test(value)),
  },
  { name: 'SizeRestrictions_QUERYSTRING', matches: (x) => x.query.length > 2048 },
  { name: 'SizeRestrictions_Cookie_HEADER', matches: (x) => size(x.header('cookie')) > 10_240 },
  { name: 'SizeRestrictions_BODY', matches: (x) => (x.exchange.body?.length ?? 0) > 8192 },
  { name: 'SizeRestrictions_URIPATH', matches: (x) => x.path.length > 1024 },
  rule('EC2MetaDataSSRF_BODY', decodedBody, isMetadata),
  rule('EC2MetaDataSSRF_COOKIE', decodedCookies, isMetadata),
  rule('EC2MetaDataSSRF_URIPATH', decodedPath, isMetadata),
  rule('EC2MetaDataSSRF_QUERYARGUMENTS', decodedArguments, isMetadata),
  rule('GenericLFI_QUERYARGUMENTS', decodedArguments, isTraversal),
  rule('GenericLFI_URIPATH', decodedPath, isTraversal),
  rule('GenericLFI_BODY', decodedBody, isTraversal),
  rule('RestrictedExtensions_URIPATH', decodedPath, hasExtension),
  rule('RestrictedExtensions_QUERYARGUMENTS', decodedArguments, hasExtension),
  rule('GenericRFI_QUERYARGUMENTS', decodedArguments, isRemoteFile),
  rule('GenericRFI_BODY', decodedBody, isRemoteFile),
  rule('GenericRFI_URIPATH', decodedPath, isRemoteFile),
  rule('CrossSiteScripting_COOKIE', decodedCookies, isScriptInjection),
  rule('CrossSiteScripting_QUERYARGUMENTS', decodedArguments, isScriptInjection),
  rule('CrossSiteScripting_BODY', decodedBody, isScriptInjection),
  rule('CrossSiteScripting_URIPATH', decodedPath, isScriptInjection),
];

function size(values: readonly string[]): number {
  return values.reduce((sum, value) => sum + value.length, 0);
}
