import { isDict } from '../../dict.js';
import { suggestion } from '../../document/nearest.js';
import type { ApiDraft } from '../api-draft.js';
import { OPENAPI_AUTHORIZER, readAuthorizer } from '../authorizers.js';
import type { ApiMethod } from '../model.js';
import { authorizerIdOf } from '../names.js';
import type { Props } from '../props.js';
import type { OpenApiDocument } from './document.js';

type Authorization = ApiMethod['authorization'];

/** What a security scheme asks of a caller. */
export type Scheme =
  | { kind: 'authorizer'; type: 'CUSTOM' | 'COGNITO_USER_POOLS' }
  | { kind: 'iam' }
  | { kind: 'api-key' }
  | { kind: 'none' };

/** Reads the security schemes; those with an authorizer become authorizers of the API. */
export function readSchemes(document: OpenApiDocument, draft: ApiDraft): Map<string, Scheme> {
  const schemes = new Map<string, Scheme>();
  const declared = document.securitySchemes;
  for (const name of Object.keys(declared.value)) {
    const props = document.follow(declared.inner(name));
    if (props) schemes.set(name, readScheme(name, props, draft));
  }
  return schemes;
}

function readScheme(name: string, props: Props, draft: ApiDraft): Scheme {
  const authtype = props.string('x-amazon-apigateway-authtype')?.toLowerCase();
  if (props.has('x-amazon-apigateway-authorizer')) {
    const inner = props.inner('x-amazon-apigateway-authorizer');
    inner.knownKeys(Object.values(OPENAPI_AUTHORIZER));
    if (authtype === undefined) {
      const remedy = 'Add `x-amazon-apigateway-authtype: custom` (or `cognito_user_pools`).';
      props.error('MISSING_PROPERTY', `The security scheme \`${name}\` names no auth type.`, remedy);
    }
    const header = props.string('name');
    const usable = header && header !== 'Unused' ? header : undefined;
    const identity = { name, id: authorizerIdOf(draft.api.id, name) };
    const authorizer = readAuthorizer(identity, inner, OPENAPI_AUTHORIZER, draft.functions, usable);
    draft.api.authorizers[name] = authorizer;
    return {
      kind: 'authorizer',
      type: authorizer.type === 'COGNITO_USER_POOLS' ? authorizer.type : 'CUSTOM',
    };
  }
  if (authtype === 'awssigv4') return { kind: 'iam' };
  const key = props.string('type') === 'apiKey';
  if (key && props.string('in') === 'header' && props.string('name')?.toLowerCase() === 'x-api-key')
    return { kind: 'api-key' };
  props.warn(
    'SCHEME_WITHOUT_AUTHORIZER',
    `API Gateway does nothing with the security scheme \`${name}\`: methods that ask for it stay open.`,
    'Add `x-amazon-apigateway-authorizer`, or use an `apiKey` in the header `x-api-key`.',
  );
  return { kind: 'none' };
}

/** What one operation asks of its callers. */
export function readSecurity(
  operation: Props,
  document: OpenApiDocument,
  schemes: Map<string, Scheme>,
): { authorization: Authorization; apiKeyRequired: boolean } {
  const own = operation.list('security');
  const requirements = own ?? document.root.list('security') ?? [];
  if (!own && requirements.length > 0) warnRootSecurity(document);
  const holder = own ? operation : document.root;
  const asked = requirements.flatMap((requirement) =>
    Object.entries(isDict(requirement) ? requirement : {}).map(([name, scopes]) => ({
      name,
      scopes,
      requirement,
    })),
  );
  const answer = { authorization: authByExtension(operation) ?? NONE, apiKeyRequired: false };
  for (const { name, scopes, requirement } of asked) {
    const scheme = schemes.get(name);
    if (!scheme) unknownScheme(name, requirement, holder, schemes);
    else if (scheme.kind === 'api-key') answer.apiKeyRequired = true;
    else answer.authorization = authorizationBy(scheme, name, scopes) ?? answer.authorization;
  }
  return answer;
}

const NONE: Authorization = { type: 'NONE' };

function authorizationBy(scheme: Scheme, name: string, scopes: unknown): Authorization | undefined {
  if (scheme.kind === 'iam') return { type: 'AWS_IAM' };
  if (scheme.kind !== 'authorizer') return undefined;
  return { type: scheme.type, authorizer: name, scopes: Array.isArray(scopes) ? scopes.map(String) : [] };
}

function authByExtension(operation: Props): Authorization | undefined {
  const type = operation.inner('x-amazon-apigateway-auth').string('type')?.toUpperCase();
  return type === 'AWS_IAM' ? { type: 'AWS_IAM' } : undefined;
}

function unknownScheme(
  name: string,
  requirement: unknown,
  holder: Props,
  schemes: Map<string, Scheme>,
): void {
  holder.report.error(
    {
      code: 'UNKNOWN_AUTHORIZER',
      message: `\`security\` asks for \`${name}\`, which is no security scheme of this document.`,
      remedy: suggestion(name, schemes.keys()),
    },
    { holder: requirement, key: name, part: 'key', path: `${holder.path}.security` },
  );
}

/** AWS's notes on OpenAPI say that security at the root is ignored; here it is applied, which is the stricter way. */
function warnRootSecurity(document: OpenApiDocument): void {
  document.root.warn(
    'ROOT_SECURITY',
    'API Gateway does not apply `security` at the root of the document to its operations.',
    'Repeat it on each operation. Here it is applied, so that nothing stands open by mistake.',
    'security',
  );
}
