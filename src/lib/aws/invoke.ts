import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

// The SDK's remark about later versions of Node is for its developers, not for whoever runs a command.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

/** Where a function is invoked; without an endpoint it is AWS, with the caller's own credentials. */
export interface InvokeTarget {
  functionName: string;
  region: string;
  endpoint?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string };
}

/** Invokes a function with JSON and reads its JSON answer. Throws an `Error` with the function's own message. */
export async function invoke<T>({ functionName, ...where }: InvokeTarget, payload: object): Promise<T> {
  const client = new LambdaClient(where);
  try {
    const command = new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(payload) });
    const { Payload, FunctionError } = await client.send(command);
    const answer = JSON.parse(Buffer.from(Payload ?? []).toString('utf8')) as T & { errorMessage?: string };
    if (FunctionError) throw new Error(`${functionName} failed: ${answer.errorMessage ?? FunctionError}`);
    return answer;
  } finally {
    client.destroy();
  }
}
