/** Nothing without one of these runs script. */
const SUSPICIOUS = /[<=:]/;

/** Elements that run or load something, or change what the page around them does. */
const ELEMENTS =
  /<[\s\0/]*(?:script|iframe|frame|frameset|object|embed|applet|base|link|meta|style|svg|math|xml|xss|import|isindex|layer|ilayer|bgsound|noscript|template|foreignobject|animate|animatetransform|set|handler|listener|vmlframe|portal|fencedframe)(?![a-z])/i;
const DECLARATION =
  /<!(?:entity|element|attlist|doctype[^<>]*\[)|<\?(?:xml-stylesheet|import|php)|<!\[cdata\[|<%/i;

/** Names that begin the event attributes of HTML and SVG. */
const EVENTS =
  'abort|activate|after|animation|audio|auxclick|before|begin|blocked|blur|bounce|canplay|cancel|cell|change|click|close|complete|content|context|control|copy|cuechange|cut|data|dblclick|deactivate|device|drag|drop|duration|emptied|end|ended|error|filter|finish|focus|form|fullscreen|got|hash|help|input|invalid|key|language|layout|load|lose|lost|media|message|mouse|move|offline|online|orientation|page|paste|pause|play|pointer|popstate|progress|property|ratechange|ready|rejection|repeat|reset|resize|reverse|row|scroll|search|seek|select|show|slot|stalled|start|stop|storage|submit|suspend|time|toggle|touch|track|transition|unhandled|unload|url|volume|waiting|webkit|wheel|zoom';
const HANDLER = new RegExp(
  `(?:^|["'\`\\s/\\0\\x0b;])on(?:${EVENTS})[a-z]{0,24}[\\s\\0]*=[\\s\\0]*[^\\s=]`,
  'i',
);
const IN_TAG = /<[a-z!?/][^<]*?[\s/"'`\0]on[a-z]{3,30}[\s\0]*=/i;

/**
 * `java script:` with white space and control characters strewn in, where a URL is taken. Before it browsers pass over any
 * control character.
 */
const SCRIPT_URL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the bytes it is about
  /(?:^|["'`=\s(,;\0/])[\x00-\x20\x7f-\xff]{0,20}(?:j[\s\0]*a[\s\0]*v[\s\0]*a[\s\0]*s[\s\0]*c[\s\0]*r[\s\0]*i[\s\0]*p[\s\0]*t|v[\s\0]*b[\s\0]*s[\s\0]*c[\s\0]*r[\s\0]*i[\s\0]*p[\s\0]*t|l[\s\0]*i[\s\0]*v[\s\0]*e[\s\0]*s[\s\0]*c[\s\0]*r[\s\0]*i[\s\0]*p[\s\0]*t)[\s\0]*:[\s\0]*[^\s(=`[%/]{0,60}[(=`[%/]/i;
const DATA_URL =
  /(?:["'`=(,\s]|^)\s*data\s*:\s*(?:text\/(?:html|xml|javascript)|image\/svg\+xml|application\/(?:xhtml\+xml|javascript))/i;
const STYLE = /expression\s*\(|-moz-binding\s*:|behaviou?r\s*:\s*url|@import\s+(?:url|["'])/i;
const ATTRIBUTES =
  /<[a-z][^<>]*[\s/"'`](?:formaction|xlink:href|srcdoc|style|dynsrc|lowsrc|background)[\s\0]*=/i;

/**
 * Tells script injection from text: elements that run something, event attributes in a tag or broken out of a quote, script
 * and data URLs, dangerous style. Plain markup such as `<b>` is no attack.
 */
export function isScriptInjection(raw: string): boolean {
  if (raw.length < 4 || !SUSPICIOUS.test(raw)) return false;
  const text = raw.replace(/[\s\0]{3,}/g, ' '); // long runs of white space would cost the patterns below square time
  if (text.includes('<')) {
    if (ELEMENTS.test(text) || DECLARATION.test(text) || ATTRIBUTES.test(text) || IN_TAG.test(text))
      return true;
  }
  if (text.includes(':') && (SCRIPT_URL.test(text) || DATA_URL.test(text))) return true;
  if (text.includes('=') && HANDLER.test(text)) return true;
  return STYLE.test(text);
}
