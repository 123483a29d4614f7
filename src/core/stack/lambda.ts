import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isDict } from '../dict.js';
import { nearest } from '../document/nearest.js';
import { functionNameOf } from './attributes.js';
import type { Context } from './context.js';
import { pathFrom } from './files.js';
import type { FunctionCode, LambdaAlias, LambdaFunction, StackResource } from './model.js';
import { isUnresolved, Props } from './props.js';

const KEYS = (
  'Architectures CapacityProviderConfig Code CodeSigningConfigArn DeadLetterConfig Description DurableConfig ' +
  'Environment EphemeralStorage FileSystemConfigs FunctionName FunctionScalingConfig Handler ImageConfig KmsKeyArn ' +
  'Layers LoggingConfig MemorySize PackageType PublishToLatestPublished RecursiveLoop ReservedConcurrentExecutions ' +
  'Role Runtime RuntimeManagementConfig SnapStart SnapStartResponse Tags TenancyConfig Timeout TracingConfig VpcConfig'
).split(' ');

/** Names a function may not set itself (Lambda refuses them). */
const RESERVED =
  /^(_HANDLER|_X_AMZN_TRACE_ID|AWS_(DEFAULT_)?REGION|AWS_EXECUTION_ENV|AWS_LAMBDA_(FUNCTION_(NAME|MEMORY_SIZE|VERSION)|INITIALIZATION_TYPE|LOG_(GROUP|STREAM)_NAME|RUNTIME_API)|AWS_ACCESS_KEY(_ID)?|AWS_SECRET_ACCESS_KEY|AWS_SESSION_TOKEN|LAMBDA_(TASK_ROOT|RUNTIME_DIR))$/;

/** Extensions a handler's file may have; TypeScript is bundled on the way. */
const EXTENSIONS = ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.tsx', '.jsx'];

/** The functions of a stack with their versions and aliases. */
export function buildFunctions(resources: StackResource[], context: Context): LambdaFunction[] {
  const functions = resources
    .filter(({ type }) => type === 'AWS::Lambda::Function')
    .map((resource) => buildFunction(resource, context));
  const byName = new Map(functions.map((fn) => [fn.name, fn]));
  if (byName.size < functions.length) reportSameName(functions, context);
  for (const resource of resources) {
    if (resource.type !== 'AWS::Lambda::Version' && resource.type !== 'AWS::Lambda::Alias') continue;
    const props = propsOf(resource, context);
    const fn = byName.get(functionNameOf(props.required('FunctionName') ?? ''));
    if (!fn) continue;
    if (resource.type === 'AWS::Lambda::Version')
      fn.versions.push(resource.physicalId.split(':').at(-1) as string);
    else fn.aliases.push(buildAlias(props));
  }
  for (const fn of functions) checkAliases(fn, context);
  return functions;
}

/** A resource's properties for typed reading. */
export function propsOf(resource: StackResource, context: Context): Props {
  return new Props(resource.properties, context.report, `Resources.${resource.logicalId}.Properties`);
}

function reportSameName(functions: LambdaFunction[], context: Context): void {
  const seen = new Set<string>();
  for (const { name, logicalId } of functions) {
    if (seen.has(name))
      context.report.error(
        {
          code: 'DUPLICATE_NAME',
          message: `Two functions are called \`${name}\`.`,
          remedy: 'Give each its own `FunctionName`, or leave it out.',
        },
        { holder: context.resources, key: logicalId, part: 'key', path: `Resources.${logicalId}` },
      );
    seen.add(name);
  }
}

function buildFunction(resource: StackResource, context: Context): LambdaFunction {
  const props = propsOf(resource, context);
  props.knownKeys(KEYS);
  const runtime = props.string('Runtime') ?? '';
  const code = readCode(props, context);
  const handler = props.string('Handler') ?? '';
  checkRuntime(props, runtime);
  checkHandler(props, handler, code, runtime);
  warnUnsupported(props);
  const kmsKeyArn = props.string('KmsKeyArn');
  const roleArn = props.required('Role');
  const reserved = props.within('ReservedConcurrentExecutions', 0, 1_000_000);
  const logGroup = props.inner('LoggingConfig').string('LogGroup');
  return {
    logicalId: resource.logicalId,
    name: resource.physicalId,
    arn: resource.arn ?? '',
    code: code ?? { inline: '' },
    handler,
    runtime,
    timeout: props.within('Timeout', 1, 900, ' seconds') ?? 3,
    memorySize: props.within('MemorySize', 128, 10240, ' MB') ?? 128,
    ephemeralStorage: props.inner('EphemeralStorage').within('Size', 512, 10240, ' MB') ?? 512,
    environment: readEnvironment(props),
    ...(kmsKeyArn && { kmsKeyArn }),
    ...(roleArn && { roleArn }),
    ...(reserved !== undefined && { reservedConcurrency: reserved }),
    ...(logGroup && { logGroup }),
    tracing: props.inner('TracingConfig').oneOf('Mode', ['Active', 'PassThrough']) ?? 'PassThrough',
    versions: [],
    aliases: [],
    place: resource.place,
  };
}

function readEnvironment(props: Props): Record<string, string> {
  const environment = props.inner('Environment');
  const variables = environment.stringMap('Variables');
  const inner = environment.inner('Variables');
  for (const name of Object.keys(variables)) {
    const reserved = RESERVED.test(name);
    if (!reserved && /^[A-Za-z][A-Za-z0-9_]+$/.test(name)) continue;
    inner.error(
      'BAD_ENVIRONMENT_NAME',
      `\`${name}\` ${reserved ? 'is set by Lambda itself' : 'is no name for an environment variable'}.`,
      'Choose another name: a letter, then letters, digits and `_`.',
      name,
    );
  }
  return variables;
}

function warnUnsupported(props: Props): void {
  for (const key of ['Layers', 'FileSystemConfigs', 'SnapStart', 'ImageConfig']) {
    const value = props.value[key];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    props.warn(
      'NOT_EMULATED',
      `\`${key}\` of a function is not emulated.`,
      'It is left out here; AWS honours it.',
      key,
    );
  }
}

function checkRuntime(props: Props, runtime: string): void {
  if (isUnresolved(runtime) || props.string('PackageType') === 'Image') return;
  if (runtime === '') props.error('MISSING_PROPERTY', '`Runtime` is missing.', 'Add `Runtime: nodejs22.x`.');
  else if (!/^nodejs(18|20|22|24)\.x$/.test(runtime))
    props.warn(
      'NOT_EMULATED',
      `The runtime \`${runtime}\` is not emulated; calls of this function will fail.`,
      'Use nodejs20.x, nodejs22.x or nodejs24.x.',
      'Runtime',
    );
}

/** `Code` as `aws cloudformation package` reads it: a local path, or inline text. */
function readCode(props: Props, context: Context): FunctionCode | undefined {
  const code = props.value.Code;
  if (context.sent && isDict(code) && code.S3Bucket !== undefined) return readObject(props.inner('Code'));
  if (typeof code === 'string' && !context.sent) return readLocalCode(props, code, context);
  if (isDict(code) && typeof code.ZipFile === 'string') return { inline: code.ZipFile };
  if (isDict(code) && code.ImageUri !== undefined)
    props.warn(
      'NOT_EMULATED',
      'Container images are not emulated; calls will fail.',
      'Give a local folder.',
      'Code',
    );
  else if (isDict(code) && code.S3Bucket !== undefined)
    props.error(
      'CODE_NOT_LOCAL',
      'The code lies in S3, not here.',
      'Write the local folder as `Code: ./functions`; deploy uploads it.',
      'Code',
    );
  else
    props.error(
      'MISSING_CODE',
      'The function has no `Code` that can be read.',
      'Write `Code: ./folder`, or `ZipFile` with the source.',
      props.has('Code') ? 'Code' : undefined,
    );
  return undefined;
}

function readObject(code: Props): FunctionCode | undefined {
  const bucket = code.required('S3Bucket');
  const key = code.required('S3Key');
  const version = code.string('S3ObjectVersion');
  if (bucket === undefined || key === undefined) return undefined;
  return { bucket, key, ...(version !== undefined && { version }) };
}

function readLocalCode(props: Props, code: string, context: Context): FunctionCode | undefined {
  if (isUnresolved(code)) return undefined;
  const folder = pathFrom({ holder: props.value, key: 'Code' }, context.file, code);
  if (existsSync(folder)) return { folder };
  props.error(
    'FILE_MISSING',
    `There is no folder ${folder}.`,
    'Correct `Code`: it is relative to the template.',
    'Code',
  );
  return undefined;
}

function checkHandler(props: Props, handler: string, code: FunctionCode | undefined, runtime: string): void {
  if (props.string('PackageType') === 'Image' || isUnresolved(handler) || !runtime.startsWith('nodejs'))
    return;
  if (handler === '') {
    props.error('MISSING_PROPERTY', '`Handler` is missing.', 'Add `Handler: file.export`.');
    return;
  }
  const dot = handler.indexOf('.', handler.lastIndexOf('/') + 1);
  if (dot <= 0 || dot === handler.length - 1) {
    props.error(
      'BAD_HANDLER',
      `\`${handler}\` is no handler.`,
      'Write `file.export`, e.g. `index.handler`.',
      'Handler',
    );
    return;
  }
  if (code && 'folder' in code) checkHandlerFile(props, handler.slice(0, dot), code.folder);
  else if (code && 'inline' in code && handler.slice(0, dot) !== 'index')
    props.error('BAD_HANDLER', 'Inline code is the file `index`.', 'Write `index.<export>`.', 'Handler');
}

function checkHandlerFile(props: Props, stem: string, folder: string): void {
  if (!statSync(folder).isDirectory()) return; // a single file or archive: the runtime looks inside
  if (EXTENSIONS.some((extension) => existsSync(join(folder, stem + extension)))) return;
  const near = nearest(stem, handlerStems(folder));
  props.error(
    'HANDLER_MISSING',
    `There is no file ${relative('.', join(folder, stem)) || stem}.{js,mjs,cjs,ts} for the handler.`,
    near ? `Did you mean \`${near}\`?` : 'Correct `Handler` or `Code`.',
    'Handler',
  );
}

function handlerStems(folder: string): string[] {
  return readdirSync(folder).map((name) => name.replace(/\.[^.]+$/, ''));
}

function buildAlias(props: Props): LambdaAlias {
  const weights: Record<string, number> = {};
  for (const item of props.inner('RoutingConfig').items('AdditionalVersionWeights')) {
    const version = item.required('FunctionVersion');
    const weight = item.within('FunctionWeight', 0, 1);
    if (version !== undefined) weights[version] = weight ?? 0;
  }
  const provisioned = props.inner('ProvisionedConcurrencyConfig').number('ProvisionedConcurrentExecutions');
  return {
    name: props.required('Name') ?? '',
    version: props.required('FunctionVersion') ?? '$LATEST',
    additionalVersionWeights: weights,
    ...(provisioned !== undefined && { provisionedConcurrency: provisioned }),
  };
}

function checkAliases(fn: LambdaFunction, context: Context): void {
  for (const { name, version, additionalVersionWeights } of fn.aliases) {
    for (const wanted of [version, ...Object.keys(additionalVersionWeights)]) {
      if (wanted === '$LATEST' || fn.versions.includes(wanted) || isUnresolved(wanted)) continue;
      context.report.error(
        {
          code: 'UNKNOWN_VERSION',
          message: `Alias \`${name}\` of ${fn.logicalId} names version ${wanted}, which the template does not publish.`,
          remedy: 'Add an AWS::Lambda::Version and refer to its `Version`.',
        },
        { holder: context.resources, key: fn.logicalId, part: 'key', path: `Resources.${fn.logicalId}` },
      );
    }
  }
}
