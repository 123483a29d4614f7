import type { PolicyDocument } from '../../src/core/stack/model.js';

/** What is of use in an authorizer function's result. */
export interface AuthorizerResult {
  principalId: string | undefined;
  policy: PolicyDocument;
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
  if (!isRecord(value)) return 'it is not an object';
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

function readPolicy(document: unknown): PolicyDocument | string {
  if (!isRecord(document)) return 'it has no policyDocument';
  const { Statement } = document;
  const statements = Array.isArray(Statement) ? Statement : [Statement];
  for (const statement of statements) {
    if (!isRecord(statement)) return 'a Statement of its policyDocument is not an object';
    if (statement.Effect !== 'Allow' && statement.Effect !== 'Deny')
      return `a Statement has the Effect ${JSON.stringify(statement.Effect)}`;
    if (!isTexts(statement.Action ?? statement.NotAction)) return 'a Statement has no Action';
    if (!isTexts(statement.Resource ?? statement.NotResource)) return 'a Statement has no Resource';
  }
  return document as unknown as PolicyDocument;
}

function isTexts(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'));
}

/** Strings, numbers and booleans become strings; nothing else may be there. */
function readContext(context: unknown): Record<string, string> | string {
  const texts: Record<string, string> = Object.create(null);
  if (context === undefined || context === null) return texts;
  if (!isRecord(context)) return 'its context is not an object';
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
