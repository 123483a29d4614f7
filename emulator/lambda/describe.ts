import { createHash } from 'node:crypto';
import type { FunctionVersion } from './registry.js';

/** `FunctionConfiguration` as the API shows it; with `qualified` the ARN names the version. */
export async function describe(
  version: FunctionVersion,
  qualified?: boolean,
): Promise<Record<string, unknown>> {
  const { definition } = version;
  return {
    FunctionName: version.functionName,
    FunctionArn: versionArn(version, qualified),
    Runtime: definition.runtime,
    Role: definition.roleArn,
    Handler: definition.handler,
    ...(await sizeOf(version)),
    Description: version.description,
    Timeout: definition.timeout,
    MemorySize: definition.memorySize,
    LastModified: new Date(version.modifiedAt).toISOString().replace('Z', '+0000'),
    Version: version.version,
    Environment: { Variables: definition.environment },
    KMSKeyArn: definition.kmsKeyArn,
    TracingConfig: { Mode: definition.tracing },
    RevisionId: version.revisionId,
    ...stateOf(version),
    PackageType: 'Zip',
    Architectures: ['x86_64'],
    EphemeralStorage: { Size: definition.ephemeralStorage },
    ...version.shown,
    LoggingConfig: { LogFormat: 'Text', ...loggingOf(version), LogGroup: logGroupOf(version) },
    SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
  };
}

/** Where a version logs to: what `LoggingConfig` says, else the group of its name. */
export function logGroupOf(version: FunctionVersion): string {
  const { functionName, definition } = version;
  return loggingOf(version).LogGroup ?? definition.logGroup ?? `/aws/lambda/${functionName}`;
}

/** `LoggingConfig` as it was sent to Lambda's API. */
function loggingOf({ shown }: FunctionVersion): { LogGroup?: string } {
  return shown?.LoggingConfig ?? {};
}

/** ARN of a version; `$LATEST` is left out unless asked for. */
export function versionArn(version: FunctionVersion, qualified = version.version !== '$LATEST'): string {
  const { arn } = version.definition;
  return qualified ? `${arn}:${version.version}` : arn;
}

/** What is told of the package; of code on disk, what it was bundled into. */
async function sizeOf(version: FunctionVersion): Promise<{ CodeSize: number; CodeSha256: string }> {
  if (version.codeSha256 !== undefined && version.codeSize !== undefined)
    return { CodeSize: version.codeSize, CodeSha256: version.codeSha256 };
  const loaded = await version.code;
  const text = 'code' in loaded ? loaded.code.code : '';
  return {
    CodeSize: Buffer.byteLength(text),
    CodeSha256: createHash('sha256').update(text).digest('base64'),
  };
}

function stateOf({ pending }: FunctionVersion): Record<string, string> {
  if (!pending) return { State: 'Active', LastUpdateStatus: 'Successful' };
  return {
    State: 'Pending',
    StateReason: 'The function is being created.',
    StateReasonCode: 'Creating',
  };
}
