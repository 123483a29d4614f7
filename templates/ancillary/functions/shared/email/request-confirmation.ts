import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { OrderDocument } from '../database/documents.js';

let lambda: LambdaClient | undefined;

/** Has an order's confirmation sent by a function of its own. A failure is logged: the schedule takes it up. */
export async function requestConfirmation({ _id, tenant, confirmation }: OrderDocument): Promise<void> {
  const FunctionName = process.env.EMAIL_FUNCTION;
  if (!FunctionName || confirmation?.state !== 'DUE') return;
  lambda ??= new LambdaClient({});
  const Payload = JSON.stringify({ tenant, order: _id });
  try {
    await lambda.send(new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload }));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(JSON.stringify({ level: 'error', tenant, order: _id, message }));
  }
}
