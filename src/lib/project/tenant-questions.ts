import type { ScaffoldAnswers } from './scaffold.js';

const USUAL: ScaffoldAnswers = {
  tenant: 'my-airline',
  name: 'My Airline',
  region: 'eu-central-1',
  currency: 'EUR',
  domain: 'book.my-airline.example',
};

/** What is asked for a new tenant, in order. */
export const TENANT_QUESTIONS: readonly [keyof ScaffoldAnswers, string][] = [
  ['tenant', 'Short name of the tenant (kebab case)'],
  ['name', 'Name that passengers see'],
  ['region', 'AWS region that its passenger data stays in'],
  ['currency', 'Currency it settles in (ISO 4217)'],
  ['domain', 'Host of its booking site'],
];

/** Asks for what is not given, in the terminal. */
export async function askForTenant(given: Partial<ScaffoldAnswers>): Promise<Partial<ScaffoldAnswers>> {
  const { default: inquirer } = await import('inquirer');
  const answers: Partial<ScaffoldAnswers> = {};
  // one after the other: what is usual for the name and the domain follows from the tenant
  for (const [name, message] of TENANT_QUESTIONS) {
    if (given[name] !== undefined) continue;
    const usual = completeAnswers(given, answers)[name];
    const asked = { type: 'input' as const, name, message, default: usual };
    Object.assign(answers, await inquirer.prompt<Partial<ScaffoldAnswers>>([asked]));
  }
  return answers;
}

/** Given answers over asked ones over the usual; name and domain follow the tenant when they are open. */
export function completeAnswers(
  given: Partial<ScaffoldAnswers>,
  asked: Partial<ScaffoldAnswers>,
): ScaffoldAnswers {
  const chosen = { ...asked, ...given };
  if (chosen.tenant === undefined) return { ...USUAL, ...chosen };
  const words = chosen.tenant.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return {
    ...USUAL,
    name: words.join(' '),
    domain: `book.${chosen.tenant}.example`,
    ...chosen,
    tenant: chosen.tenant,
  };
}
