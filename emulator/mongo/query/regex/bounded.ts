import { createContext, Script } from 'node:vm';

/** How long a pattern may run that JavaScript's own matcher might never finish. */
const LONGEST_MS = 100;

const script = new Script('result = regex.test(text)');
let context: Record<string, unknown> | undefined;

/** `regex.test(text)`, ended after a tenth of a second; `undefined` then. */
export function testBounded(regex: RegExp, text: string): boolean | undefined {
  context ??= createContext({});
  context.regex = regex;
  context.text = text;
  try {
    script.runInContext(context, { timeout: LONGEST_MS });
    return context.result === true;
  } catch {
    return undefined;
  } finally {
    context.text = '';
  }
}
