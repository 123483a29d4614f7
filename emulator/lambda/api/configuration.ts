import { createHash } from 'node:crypto';
import type { LambdaFunction } from '../../../src/core/stack/model.js';
import type { AwsApiResponse } from '../../kernel/aws.js';
import { LambdaServiceError } from '../../kernel/lambda.js';
import type { FunctionVersion } from '../registry.js';
import { type ApiCall, arnOf, bodyOf, checkRevision, entryOf, json, versionOf } from './request.js';

/** `FunctionConfiguration` as the API shows it. */
export async function describe(
  version: FunctionVersion,
  qualified?: boolean,
): Promise<Record<string, unknown>> {
  const { definition } = version;
  const loaded = await version.code;
  const text = 'code' in loaded ? loaded.code.code : '';
  return {
    FunctionName: version.functionName,
    FunctionArn: arnOf(version, qualified),
    Runtime: definition.runtime,
    Role: definition.roleArn,
    Handler: definition.handler,
    CodeSize: version.codeSize ?? Buffer.byteLength(text),
    Description: version.description,
    Timeout: definition.timeout,
    MemorySize: definition.memorySize,
    LastModified: new Date(version.modifiedAt).toISOString().replace('Z', '+0000'),
    CodeSha256: version.codeSha256 ?? createHash('sha256').update(text).digest('base64'),
    Version: version.version,
    Environment: { Variables: definition.environment },
    KMSKeyArn: definition.kmsKeyArn,
    TracingConfig: { Mode: definition.tracing },
    RevisionId: version.revisionId,
    State: 'Active',
    LastUpdateStatus: 'Successful',
    PackageType: 'Zip',
    Architectures: ['x86_64'],
    EphemeralStorage: { Size: definition.ephemeralStorage },
    SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
    LoggingConfig: { LogFormat: 'Text', LogGroup: `/aws/lambda/${version.functionName}` },
  };
}

/** `GetFunctionConfiguration`. */
export async function getFunctionConfiguration(call: ApiCall): Promise<AwsApiResponse> {
  return json(await describe(versionOf(call), call.request.query.has('Qualifier') || undefined));
}

/** `UpdateFunctionConfiguration`. */
export async function updateFunctionConfiguration(call: ApiCall): Promise<AwsApiResponse> {
  const entry = entryOf(call);
  const body = bodyOf(call);
  checkRevision(body.RevisionId, entry.latest.revisionId);
  const definition = merge(entry.latest.definition, body);
  const description = typeof body.Description === 'string' ? { description: body.Description } : {};
  return json(await describe(call.service.functions.change(entry, { definition, ...description })));
}

function merge(before: LambdaFunction, body: Record<string, unknown>): LambdaFunction {
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

function numberBetween(name: string, value: unknown, least: number, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  const bound =
    typeof value === 'number' && value > most
      ? `less than or equal to ${most}`
      : `greater than or equal to ${least}`;
  throw new LambdaServiceError(
    'InvalidParameterValueException',
    400,
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

function invalid(message: string): LambdaServiceError {
  return new LambdaServiceError('InvalidParameterValueException', 400, message);
}
