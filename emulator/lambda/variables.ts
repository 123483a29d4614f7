import { logGroupOf } from './describe.js';
import type { FunctionVersion } from './registry.js';

/** What an environment's variables are made from. */
export interface VariableSources {
  version: FunctionVersion;
  /** The function's own, decrypted. */
  own: Record<string, string>;
  /** The emulator's: endpoints and credentials. */
  extra: Record<string, string>;
  logStream: string;
  /** It was made for provisioned concurrency. */
  provisioned: boolean;
}

/** Variables as a handler finds them, reserved ones included (values recorded on nodejs22.x). */
export function environmentVariables({
  version,
  own,
  extra,
  logStream,
  provisioned,
}: VariableSources): Record<string, string> {
  const { definition, functionName } = version;
  const region = definition.arn.split(':')[3] ?? 'us-east-1';
  const node = /^nodejs(\d+)/.exec(definition.runtime)?.[1] ?? '22';
  return {
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    PATH: `/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin:${process.env.PATH ?? ''}`,
    LD_LIBRARY_PATH:
      '/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:/var/task/lib:/opt/lib',
    NODE_PATH: `/opt/nodejs/node${node}/node_modules:/opt/nodejs/node_modules:/var/runtime/node_modules:/var/runtime:/var/task`,
    PWD: '/var/task',
    AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
    AWS_XRAY_DAEMON_ADDRESS: '169.254.100.1:2000',
    _AWS_XRAY_DAEMON_ADDRESS: '169.254.100.1',
    _AWS_XRAY_DAEMON_PORT: '2000',
    AWS_ACCESS_KEY_ID: 'ASIAARCUBEEMULATOR00',
    AWS_SECRET_ACCESS_KEY: 'only-for-the-emulator',
    AWS_SESSION_TOKEN: 'only-for-the-emulator',
    ...own,
    ...extra,
    _HANDLER: definition.handler,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${definition.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: functionName,
    AWS_LAMBDA_FUNCTION_VERSION: version.version,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memorySize),
    AWS_LAMBDA_INITIALIZATION_TYPE: provisioned ? 'provisioned-concurrency' : 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: logGroupOf(version),
    AWS_LAMBDA_LOG_STREAM_NAME: logStream,
    AWS_LAMBDA_RUNTIME_API: '169.254.100.1:9001',
    LAMBDA_TASK_ROOT: '/var/task',
    LAMBDA_RUNTIME_DIR: '/var/runtime',
  };
}
