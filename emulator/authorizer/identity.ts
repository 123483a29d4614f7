import { createLinearRegExp, type Matcher } from '../../src/core/linear-regexp.js';
import type { ApiAuthorizer } from '../../src/core/stack/model.js';
import type { AuthorizerQuestion } from '../kernel/authorizer.js';

const expressions = new WeakMap<ApiAuthorizer, Matcher>();

/** Why a request is refused before the function is asked; undefined when it is not (§5.2). */
export function checkIdentity({ authorizer, identity }: AuthorizerQuestion): string | undefined {
  const optional = authorizer.type === 'REQUEST' && authorizer.resultTtlInSeconds === 0;
  if (!optional) {
    for (let i = 0; i < identity.length; i++)
      if (!identity[i]) return `the request has no ${authorizer.identitySource[i]}`;
  }
  const { identityValidationExpression } = authorizer;
  if (authorizer.type !== 'TOKEN' || !identityValidationExpression) return undefined;
  const expression = compiled(authorizer, identityValidationExpression);
  if (expression.test(identity[0] ?? '')) return undefined;
  return `the token does not match the authorizer's validation expression ${identityValidationExpression}`;
}

/** The whole token must match. */
function compiled(authorizer: ApiAuthorizer, expression: string): Matcher {
  const known = expressions.get(authorizer);
  if (known !== undefined) return known;
  const matcher = createLinearRegExp(`^(?:${expression})$`);
  expressions.set(authorizer, matcher);
  return matcher;
}
