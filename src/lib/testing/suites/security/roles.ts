import type { Actor, Role } from '../../../../core/scenario/model.js';
import type { TestCase } from '../../case.js';
import { type SuiteApi, suite } from '../api.js';
import { mayCall } from './permissions.js';
import { securedOperations, send } from './tokens.js';

const ROLES: readonly Role[] = ['api_client', 'widget_user', 'whitelabel_user'];

/** Roles × routes × tenants: 403 where a role may not, and never 401 or 403 where it may. */
export function roleCases(): TestCase[] {
  return suite(
    'security',
    false,
    Object.fromEntries(
      ROLES.map((role) => [`${role}: may call its routes and no others`, (api) => matrix(api, role)]),
    ),
  );
}

async function matrix(api: SuiteApi, role: Role): Promise<void> {
  const tenants = api
    .tenants()
    .filter(({ clients }) => role === 'widget_user' || clients.some((one) => one.role === role));
  for (const { tenant } of tenants) {
    // a trip nobody has asked about: the token's binding must not be what refuses
    const actor: Actor = role === 'widget_user' ? { tenant, role, pnr: 'ABC123' } : { tenant, role };
    const { authorization = '' } = await api.tokens.headersFor(actor);
    for (const operation of securedOperations(api)) {
      const step = `${role} of ${tenant}: ${operation.route}`;
      const answer = await send(api, step, operation, authorization);
      const allowed = mayCall(role, operation.id);
      const wanted = allowed ? { not: { in: [401, 403] } } : 403;
      api.expect(step, answer.status, wanted, allowed ? 'may call' : 'may not call', answer);
    }
  }
}
