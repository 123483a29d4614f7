import { userError } from '../../../core/errors.js';
import type { ChangeSetFacts } from '../../aws/change-sets.js';
import { withRetry } from '../../aws/retry.js';
import type { StepContext } from './engine.js';

/** States of a change set whose execution has begun, whatever became of it. */
const BEGUN = ['EXECUTE_IN_PROGRESS', 'EXECUTE_COMPLETE', 'EXECUTE_FAILED'];

/** Which change set is looked at. */
type ExecutionPlace = Pick<StepContext, 'region' | 'progress' | 'state'>;

/** Has CloudFormation begin, once: it looks first whether it has begun already. Throws DEPLOY_OUTDATED. */
export async function beginExecution(context: StepContext): Promise<string> {
  return withRetry(async () => {
    const before = await stateOf(context);
    if (before !== 'ready') return 'had begun';
    try {
      const { changeSets } = context.region;
      await changeSets.execute(context.progress.part.changeSetId as string, context.state.begin.deploy);
      return 'begun';
    } catch (error) {
      // an answer that got lost: the change set was executed by the try before this one
      if ((error as Error).name !== 'InvalidChangeSetStatusException') throw error;
      return (await stateOf(context)) === 'begun' ? 'had begun' : Promise.reject(error);
    }
  });
}

/** Whether CloudFormation has begun with a change set, whatever has become of the set since. */
export async function hasBegun(context: ExecutionPlace): Promise<boolean> {
  const found = await described(context);
  if (found?.executionStatus === 'AVAILABLE') return false;
  return (found && BEGUN.includes(found.executionStatus)) || (await hasOwnEvents(context));
}

async function stateOf(context: StepContext): Promise<'ready' | 'begun'> {
  const { region, progress, state } = context;
  const found = await described(context);
  if (found?.executionStatus === 'AVAILABLE') return 'ready';
  if (await hasBegun(context)) return 'begun';
  const { stack } = progress.part;
  const status = found?.executionStatus ?? 'gone';
  throw userError('DEPLOY_OUTDATED', { id: state.begin.deploy, region: region.name, stack, status });
}

async function described({ region, progress }: ExecutionPlace): Promise<ChangeSetFacts | undefined> {
  try {
    return await region.changeSets.describe(progress.part.changeSetId as string);
  } catch (error) {
    if ((error as Error).name === 'ChangeSetNotFoundException') return undefined;
    throw error;
  }
}

/** The token of the execution is in every event of it. */
async function hasOwnEvents({ region, progress, state }: ExecutionPlace): Promise<boolean> {
  const events = await region.stacks.eventsSince(progress.part.stackId, progress.cursor);
  return events.some(({ token }) => token === state.begin.deploy);
}
