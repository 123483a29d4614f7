import { userError } from '../../../core/errors.js';
import type { ChangeSetFacts } from '../../aws/change-sets.js';
import { withRetry } from '../../aws/retry.js';
import type { StepContext } from './engine.js';

/** States of a change set whose execution has begun, whatever became of it. */
const BEGUN = ['EXECUTE_IN_PROGRESS', 'EXECUTE_COMPLETE', 'EXECUTE_FAILED'];

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

async function stateOf(context: StepContext): Promise<'ready' | 'begun'> {
  const { region, progress, state } = context;
  const { stack, changeSetId = '' } = progress.part;
  const found = await described(context, changeSetId);
  if (found?.executionStatus === 'AVAILABLE') return 'ready';
  if (found && BEGUN.includes(found.executionStatus)) return 'begun';
  if (await hasOwnEvents(context)) return 'begun';
  const status = found?.executionStatus ?? 'gone';
  throw userError('DEPLOY_OUTDATED', { id: state.begin.deploy, region: region.name, stack, status });
}

async function described({ region }: StepContext, id: string): Promise<ChangeSetFacts | undefined> {
  try {
    return await region.changeSets.describe(id);
  } catch (error) {
    if ((error as Error).name === 'ChangeSetNotFoundException') return undefined;
    throw error;
  }
}

/** The token of the execution is in every event of it. */
async function hasOwnEvents({ region, progress, state }: StepContext): Promise<boolean> {
  const events = await region.stacks.eventsSince(progress.part.stackId, progress.cursor);
  return events.some(({ token }) => token === state.begin.deploy);
}
