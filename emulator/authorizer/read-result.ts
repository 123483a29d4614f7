import { isDict } from '../../src/core/dict.js';
import { type CompiledPolicy, compilePolicy } from '../../src/core/policy/compile.js';
import { PolicyError } from '../../src/core/policy/error.js';

/** What is of use in an authorizer function's result. */
export interface AuthorizerResult {
  principalId: string | undefined;
  policy: CompiledPolicy;
  context: Record<string, string>;
  usageIdentifierKey: string | undefined;
}

/** Reads the JSON an authorizer function returned (§5.4); a string tells why it is of no use. */
export function readResult(payload: string): AuthorizerResult | string {
  let value: unknown;
  try {
    value = JSON.parse(payload);
  } catch {
    return 'it is not JSON';
  }
  if (!isDict(value)) return 'it is not an object';
  const policy = readPolicy(value.policyDocument);
  if (typeof policy === 'string') return policy;
  const context = readContext(value.context);
  if (typeof context === 'string') return context;
  const { principalId, usageIdentifierKey } = value;
  if (principalId !== undefined && principalId !== null && typeof principalId === 'object')
    return 'its principalId is not a string';
  return {
    principalId: text(principalId),
    policy,
    context,
    usageIdentifierKey: text(usageIdentifierKey),
  };
}

function readPolicy(document: unknown): CompiledPolicy | string {
  if (!isDict(document)) return 'it has no policyDocument';
  try {
    return compilePolicy(document);
  } catch (error) {
    if (error instanceof PolicyError) return `its policyDocument is malformed: ${error.message}`;
    throw error;
  }
}

/** Strings, numbers and booleans become strings; nothing else may be there. */
function readContext(context: unknown): Record<string, string> | string {
  const texts: Record<string, string> = Object.create(null);
  if (context === undefined || context === null) return texts;
  if (!isDict(context)) return 'its context is not an object';
  for (const [key, value] of Object.entries(context)) {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
      return `its context value ${key} is neither string, number nor boolean`;
    texts[key] = String(value);
  }
  return texts;
}

function text(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}
