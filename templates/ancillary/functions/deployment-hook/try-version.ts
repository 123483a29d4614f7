import { setTimeout as wait } from 'node:timers/promises';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

/** An event for a new version, and what it must make of it. */
export interface Smoke {
  name: string;
  event(): object;
  /** What is wrong with the answer; nothing when it is right. */
  judge(answer: InvokeAnswer): string | undefined;
}

/** What an invocation came to: the handler's value, or its error's message. */
export interface InvokeAnswer {
  value?: unknown;
  error?: string;
}

export interface Verdict {
  smoke: string;
  ms: number;
  fault?: string;
}

/** Before the one further try: a database may be waking up, a bug will not go away. */
const PAUSE = 2000;

let lambda: LambdaClient | undefined;

/** Sends one event to a version by its ARN; a fault has to show twice. */
export async function tryVersion(version: string, smoke: Smoke): Promise<Verdict> {
  const began = Date.now();
  let fault = await faultOf(version, smoke);
  if (fault !== undefined) {
    await wait(PAUSE);
    fault = await faultOf(version, smoke);
  }
  return { smoke: smoke.name, ms: Date.now() - began, ...(fault !== undefined && { fault }) };
}

async function faultOf(version: string, { event, judge }: Smoke): Promise<string | undefined> {
  return judge(await invoke(version, event()));
}

async function invoke(version: string, event: object): Promise<InvokeAnswer> {
  lambda ??= new LambdaClient({});
  const { Payload, FunctionError } = await lambda.send(
    new InvokeCommand({ FunctionName: version, Payload: JSON.stringify(event) }),
  );
  const value: unknown = JSON.parse(Buffer.from(Payload ?? []).toString('utf8') || 'null');
  if (FunctionError === undefined) return { value };
  return { error: (value as { errorMessage?: string } | null)?.errorMessage ?? FunctionError };
}
