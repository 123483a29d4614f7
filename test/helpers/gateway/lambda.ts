import type { LambdaInvocation, LambdaInvoker, LambdaOutcome } from '../../../emulator/kernel/lambda.js';
import { LambdaServiceError } from '../../../emulator/kernel/lambda.js';

/** A handler as a user writes it; it gets the parsed event. */
export type TestHandler = (event: Record<string, unknown>, invocation: LambdaInvocation) => unknown;

/** Runs handlers in process, events and results going through JSON text as they do on AWS. */
export class TestLambda implements LambdaInvoker {
  readonly handlers: Record<string, TestHandler>;
  /** Function names in the order they were called. */
  readonly calls: string[] = [];

  constructor(handlers: Record<string, TestHandler>) {
    this.handlers = handlers;
  }

  async invoke(invocation: LambdaInvocation): Promise<LambdaOutcome> {
    const name = invocation.functionName.split(':function:').at(-1) as string;
    this.calls.push(name);
    const handler = this.handlers[name];
    if (handler === undefined)
      throw new LambdaServiceError('ResourceNotFoundException', 404, `Function not found: ${name}`);
    const outcome = { requestId: 'invocation', executedVersion: '$LATEST', durationMs: 1 };
    try {
      const result = await handler(JSON.parse(invocation.payload), invocation);
      return { ...outcome, payload: JSON.stringify(result) ?? 'null' };
    } catch (error) {
      if (error instanceof LambdaServiceError) throw error;
      const { name: errorType, message: errorMessage } = error as Error;
      return {
        ...outcome,
        functionError: 'Unhandled',
        payload: JSON.stringify({ errorType, errorMessage, trace: [] }),
      };
    }
  }
}
