import type { Dict } from '../../../../../src/core/dict.js';
import type { Operation } from '../../../protocol/operation.js';
import { type Account, noSuchEntity, pageOf } from '../account.js';
import { contextOf, decide } from '../authorization.js';

/** `SimulatePrincipalPolicy`: what the policies of a user or a role say of actions on resources. */
export const simulatePrincipalPolicy: Operation<Account> = (account, input, request) => {
  const arn = input.text('PolicySourceArn', { min: 20 });
  const caller = { accountId: account.accountId, arn: asCaller(account, arn), userId: '' };
  const given = input
    .list('ContextEntries')
    .map((one) => [one.text('ContextKeyName'), one.texts('ContextKeyValues')]);
  const context = {
    ...contextOf(caller, request),
    ...(Object.fromEntries(given) as Record<string, string[]>),
  };
  const resources = input.optionalTexts('ResourceArns') ?? ['*'];
  const results = input.texts('ActionNames').flatMap((action) =>
    resources.map((resource): Dict => {
      const { allowed, explicit, matched } = decide(
        account.directory,
        { caller },
        { action, resource },
        context,
      );
      return {
        EvalActionName: action,
        EvalResourceName: resource,
        EvalDecision: allowed ? 'allowed' : explicit ? 'explicitDeny' : 'implicitDeny',
        MatchedStatements: matched?.Sid === undefined ? [] : [{ SourcePolicyId: matched.Sid }],
        MissingContextValues: [],
      };
    }),
  );
  const { items, members } = pageOf(input, results);
  return { EvaluationResults: items, ...members };
};

function asCaller(account: Account, arn: string): string {
  const role = Object.values(account.state.roles).find((one) => one.arn === arn);
  if (role) return `arn:aws:sts::${account.accountId}:assumed-role/${role.name}/simulation`;
  if (Object.values(account.state.users).some((one) => one.arn === arn)) return arn;
  throw noSuchEntity(`${arn} does not exist.`);
}
