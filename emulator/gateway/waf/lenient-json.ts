type Expected = 'key' | 'colon' | 'value' | 'comma';

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * Reads JSON as WAF does: a comma or a colon that is missing is taken as written (§12.2). Undefined for what is no JSON even so.
 */
export function parseLeniently(text: string): { value: unknown } | undefined {
  return parse(text) ?? parse(completed(text));
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** The text with the commas and colons that its other tokens ask for. */
function completed(text: string): string {
  const open: string[] = [];
  let expected: Expected = 'value';
  let complete = '';
  for (const [token] of text.matchAll(TOKENS)) {
    if (expected === 'colon' && token !== ':') {
      complete += ':';
      expected = 'value';
    } else if (expected === 'comma' && !/^[,}\]]$/.test(token)) {
      complete += ',';
      expected = open.at(-1) === '{' ? 'key' : 'value';
    }
    complete += token;
    expected = after(token, expected, open);
  }
  return complete;
}

function after(token: string, expected: Expected, open: string[]): Expected {
  if (token === '{' || token === '[') open.push(token);
  else if (token === '}' || token === ']') open.pop();
  if (token === '{' || (token === ',' && open.at(-1) === '{')) return 'key';
  if (token === '[' || token === ',' || token === ':') return 'value';
  return expected === 'key' && token.startsWith('"') ? 'colon' : 'comma';
}
