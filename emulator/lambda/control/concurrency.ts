import { constraint, invalid } from '../refusals.js';
import type { FunctionEntry } from '../registry.js';
import type { LambdaService } from '../service.js';

/** Lambda leaves this many executions of an account to functions without a reservation. */
const LEFT_TO_ALL = 100;

/** Reserves concurrency of the account for a function; `0` stops it. */
export async function putReserved(
  service: LambdaService,
  entry: FunctionEntry,
  wanted: unknown,
): Promise<number> {
  if (typeof wanted !== 'number' || !Number.isInteger(wanted) || wanted < 0)
    throw constraint(
      'reservedConcurrentExecutions',
      wanted,
      'Member must have value greater than or equal to 0',
    );
  const limit = service.options.accountConcurrency ?? 1000;
  const [scope = ''] = entry.arn.split(':function:');
  const others = service.functions.registry
    .entries()
    .filter((one) => one !== entry && one.arn.startsWith(`${scope}:function:`))
    .reduce((sum, { reserved }) => sum + (reserved ?? 0), 0);
  if (wanted > 0 && limit - others - wanted < LEFT_TO_ALL)
    throw invalid(
      `Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${LEFT_TO_ALL}].`,
    );
  entry.reserved = wanted;
  await service.functions.kept.save();
  return wanted;
}

/** Provisions environments for a version or an alias; they are made at once. */
export async function putProvisioned(
  service: LambdaService,
  entry: FunctionEntry,
  qualifier: string,
  wanted: unknown,
): Promise<void> {
  if (typeof wanted !== 'number' || !Number.isInteger(wanted) || wanted < 1)
    throw constraint(
      'provisionedConcurrentExecutions',
      wanted,
      'Member must have value greater than or equal to 1',
    );
  const alias = entry.aliases.get(qualifier);
  if (alias?.version === '$LATEST')
    throw invalid('Alias with Provisioned Concurrency cannot point to $LATEST');
  if (alias) entry.aliases.set(qualifier, { ...alias, provisionedConcurrency: wanted });
  else entry.provisioned.set(qualifier, wanted);
  await service.functions.kept.save();
  void service.provisionVersion(entry.arn, alias?.version ?? qualifier, wanted);
}
