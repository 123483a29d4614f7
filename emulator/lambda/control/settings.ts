import type { LambdaFunction } from '../../../src/core/stack/model.js';
import { invalid } from '../refusals.js';

/** Members of a function's configuration that are kept and shown, and change nothing here but where lines are logged to. */
const ONLY_SHOWN = ['Architectures', 'DeadLetterConfig', 'LoggingConfig', 'SnapStart', 'VpcConfig'] as const;
/** Members that would change what a function does: refused, for the emulator cannot do them. */
const NOT_EMULATED = ['Layers', 'FileSystemConfigs', 'ImageConfig', 'CodeSigningConfigArn', 'DurableConfig'];

/** The settings with what a request changes of them. Throws `InvalidParameterValueException`. */
export function mergeSettings(before: LambdaFunction, body: Record<string, unknown>): LambdaFunction {
  const after = { ...before };
  if (body.Timeout !== undefined) after.timeout = numberBetween('timeout', body.Timeout, 1, 900);
  if (body.MemorySize !== undefined)
    after.memorySize = numberBetween('memorySize', body.MemorySize, 128, 10_240);
  if (typeof body.Handler === 'string') after.handler = body.Handler;
  if (typeof body.Runtime === 'string') after.runtime = body.Runtime;
  if (typeof body.Role === 'string') after.roleArn = body.Role;
  if (typeof body.KMSKeyArn === 'string') after.kmsKeyArn = body.KMSKeyArn;
  if (body.Environment !== undefined) after.environment = variables(body.Environment);
  const { Size } = (body.EphemeralStorage ?? {}) as { Size?: unknown };
  if (Size !== undefined) after.ephemeralStorage = numberBetween('ephemeralStorage.size', Size, 512, 10_240);
  const { Mode } = (body.TracingConfig ?? {}) as { Mode?: unknown };
  if (Mode === 'Active' || Mode === 'PassThrough') after.tracing = Mode;
  return after;
}

/** Those members of a request that are kept to be shown. Throws for those that the emulator cannot do. */
export function shownSettings(body: Record<string, unknown>): Record<string, unknown> {
  for (const name of NOT_EMULATED) {
    const value = body[name];
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) continue;
    throw invalid(`${name} is not emulated here: leave it out, and try the function on AWS.`);
  }
  const { ApplyOn = 'None' } = (body.SnapStart ?? {}) as { ApplyOn?: unknown };
  if (ApplyOn !== 'None') throw invalid('SnapStart is not supported for the nodejs runtimes.');
  const present = ONLY_SHOWN.filter((name) => body[name] !== undefined && body[name] !== null);
  return Object.fromEntries(present.map((name) => [name, body[name]]));
}

function numberBetween(name: string, value: unknown, least: number, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  const bound =
    typeof value === 'number' && value > most
      ? `less than or equal to ${most}`
      : `greater than or equal to ${least}`;
  throw invalid(
    `1 validation error detected: Value '${String(value)}' at '${name}' failed to satisfy constraint: Member must have value ${bound}`,
  );
}

const RESERVED =
  /^(_HANDLER|_X_AMZN_TRACE_ID|AWS_(DEFAULT_)?REGION|AWS_EXECUTION_ENV|AWS_LAMBDA_\w+|AWS_ACCESS_KEY(_ID)?|AWS_SECRET_ACCESS_KEY|AWS_SESSION_TOKEN|LAMBDA_TASK_ROOT|LAMBDA_RUNTIME_DIR)$/;
const PREFIX =
  'Lambda was unable to configure your environment variables because the environment variables you have provided';

/** Checks `Environment.Variables` by Lambda's rules: names, reserved names, 4 KB in total. */
function variables(environment: unknown): Record<string, string> {
  const { Variables = {} } = environment as { Variables?: Record<string, string> };
  const reserved = Object.keys(Variables).filter((name) => RESERVED.test(name));
  if (reserved.length > 0) {
    throw invalid(
      `${PREFIX} contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${reserved.join(', ')}`,
    );
  }
  const bad = Object.keys(Variables).find((name) => !/^[A-Za-z]\w+$/.test(name));
  if (bad !== undefined) {
    throw invalid(
      `1 validation error detected: Value at 'environment.variables' failed to satisfy constraint: Map keys must satisfy constraint: [Member must satisfy regular expression pattern: [a-zA-Z]([a-zA-Z0-9_])+]`,
    );
  }
  const measured = JSON.stringify(Variables);
  if (Buffer.byteLength(measured) > 4096)
    throw invalid(`${PREFIX} exceeded the 4KB limit. String measured: ${measured}`);
  return { ...Variables };
}
