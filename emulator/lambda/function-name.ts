import { LambdaServiceError } from '../kernel/lambda.js';

/** What a `FunctionName` of the API names. */
export interface FunctionAddress {
  name: string;
  /** Version or alias; left out for `$LATEST`. */
  qualifier?: string;
  region?: string;
  accountId?: string;
}

const ARN =
  /^arn:(?:aws|aws-cn|aws-us-gov):lambda:([a-z0-9-]+):(\d{12}):function:([\w-]{1,64})(?::(\$LATEST|[\w-]{1,128}))?$/;
const PARTIAL = /^(\d{12}):(?:function:)?([\w-]{1,64})(?::(\$LATEST|[\w-]{1,128}))?$/;
const NAME = /^([\w-]{1,64})(?::(\$LATEST|[\w-]{1,128}))?$/;
/** API Gateway's way to name a function: the ARN inside an invocation path. */
const INVOCATION_PATH = /\/functions\/(.+)\/invocations$/;

/** Reads a name, a partial ARN or an ARN, with or without a qualifier. Throws Lambda's `ValidationException`. */
export function parseFunctionName(text: string): FunctionAddress {
  const inner = INVOCATION_PATH.exec(text)?.[1] ?? text;
  const arn = ARN.exec(inner);
  if (arn) return address(arn[3], arn[4], arn[1], arn[2]);
  const partial = PARTIAL.exec(inner);
  if (partial) return address(partial[2], partial[3], undefined, partial[1]);
  const name = NAME.exec(inner);
  if (name) return address(name[1], name[2]);
  throw new LambdaServiceError(
    'ValidationException',
    400,
    `1 validation error detected: Value '${inner}' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: (arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}(-gov)?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?`,
  );
}

function address(name = '', qualifier?: string, region?: string, accountId?: string): FunctionAddress {
  return {
    name,
    ...(qualifier ? { qualifier } : {}),
    ...(region ? { region } : {}),
    ...(accountId ? { accountId } : {}),
  };
}
