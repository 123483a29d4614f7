import type {
  CreateResource,
  ExistingResource,
  ResourceHandler,
  ResourceProperties,
  UpdateResource,
} from '../../kernel/cloudformation.js';
import { updateCode } from '../control/code.js';
import { putReserved } from '../control/concurrency.js';
import { updateConfiguration } from '../control/configuration.js';
import { type CodeSource, inlineFacts, makeFunction } from '../control/create.js';
import { deleteFunction } from '../control/versions.js';
import { invalid } from '../refusals.js';
import { arnIn, type FunctionEntry } from '../registry.js';
import type { LambdaService } from '../service.js';
import { scopeOfStack, tagsFor, translated } from './shared.js';

/** What CloudFormation sets where a template is silent (resource reference of `AWS::Lambda::Function`). */
const DEFAULTS = {
  Timeout: 3,
  MemorySize: 128,
  Description: '',
  Environment: {},
  KMSKeyArn: '',
  TracingConfig: { Mode: 'PassThrough' },
  EphemeralStorage: { Size: 512 },
};

/** `AWS::Lambda::Function`. */
export function functionResource(service: LambdaService): ResourceHandler {
  return translated({
    replacedBy: ['FunctionName', 'PackageType'],
    create: (request) => create(service, request),
    update: (request) => update(service, request),
    async delete(request) {
      const entry = entryOf(service, request);
      if (entry) await deleteFunction(service, entry);
    },
    async read(request) {
      const entry = entryOf(service, request);
      return entry && shown(entry);
    },
  });
}

function entryOf(service: LambdaService, request: ExistingResource): FunctionEntry | undefined {
  return service.functions.registry.get(arnIn(scopeOfStack(request), request.physicalId));
}

async function create(service: LambdaService, request: CreateResource) {
  const { properties } = request;
  const name = String(properties.FunctionName ?? request.newName(64));
  const source = sourceOf(properties);
  await request.initiated(name);
  const body = { ...bodyOf(properties), FunctionName: name, Tags: tagsFor(request) };
  const entry = await makeFunction(service, scopeOfStack(request), body, source);
  await entry.latest.code; // CloudFormation waits until the function is active
  await reserve(service, entry, properties);
  return identity(entry);
}

async function update(service: LambdaService, request: UpdateResource) {
  const { properties, before, physicalId } = request;
  const { entry } = service.functions.registry.resolve(physicalId, '$LATEST', scopeOfStack(request));
  if (differ(before.Code, properties.Code)) await changeCode(service, entry, properties);
  if (differ(bodyOf(before), bodyOf(properties)))
    await updateConfiguration(service, entry, bodyOf(properties));
  if (differ(before.ReservedConcurrentExecutions, properties.ReservedConcurrentExecutions))
    await reserve(service, entry, properties);
  entry.tags = tagsFor(request);
  await service.functions.kept.save();
  return identity(entry);
}

async function changeCode(
  service: LambdaService,
  entry: FunctionEntry,
  properties: ResourceProperties,
): Promise<void> {
  const { inline, archive } = sourceOf(properties);
  if (inline === undefined) {
    await updateCode(service, entry, archive ?? {});
    return;
  }
  const definition = { ...entry.latest.definition, code: { inline } };
  const code = service.functions.load(definition);
  await code;
  service.functions.change(entry, { definition, code, ...inlineFacts(inline) });
}

async function reserve(
  service: LambdaService,
  entry: FunctionEntry,
  { ReservedConcurrentExecutions: wanted }: ResourceProperties,
): Promise<void> {
  if (wanted !== undefined) await putReserved(service, entry, Number(wanted));
  else entry.reserved = null;
}

function identity({ name, arn }: FunctionEntry) {
  return { physicalId: name, attributes: { Arn: arn } };
}

/** `Code` as `aws cloudformation package` leaves it, or inline text. */
function sourceOf({ Code: code }: ResourceProperties): CodeSource {
  if (typeof code !== 'object' || code === null)
    throw invalid('Code: expected type: JSONObject, found: String');
  const archive = code as Record<string, unknown>;
  if (archive.ImageUri !== undefined) throw invalid('Functions from container images are not emulated here.');
  return typeof archive.ZipFile === 'string' ? { inline: archive.ZipFile } : { archive };
}

/** The properties as members of the API; numbers may be texts in a template. */
function bodyOf(properties: ResourceProperties): Record<string, unknown> {
  const { Code, Tags, KmsKeyArn, ReservedConcurrentExecutions, FunctionName, ...same } = properties;
  const body: Record<string, unknown> = { ...DEFAULTS, ...same };
  if (KmsKeyArn !== undefined) body.KMSKeyArn = KmsKeyArn;
  for (const name of ['Timeout', 'MemorySize']) body[name] = Number(body[name]);
  const { Size } = body.EphemeralStorage as { Size?: unknown };
  if (Size !== undefined) body.EphemeralStorage = { Size: Number(Size) };
  return body;
}

/** The settings as they are, in the template's shapes. */
function shown({ latest, reserved, tags }: FunctionEntry): ResourceProperties {
  const { definition, description, shown: more = {} } = latest;
  const own = Object.entries(tags).filter(([key]) => !key.startsWith('aws:'));
  return {
    ...more,
    FunctionName: definition.name,
    Description: description,
    Handler: definition.handler,
    Runtime: definition.runtime,
    Role: definition.roleArn,
    Timeout: definition.timeout,
    MemorySize: definition.memorySize,
    Environment: { Variables: definition.environment },
    TracingConfig: { Mode: definition.tracing },
    EphemeralStorage: { Size: definition.ephemeralStorage },
    ...(definition.kmsKeyArn && { KmsKeyArn: definition.kmsKeyArn }),
    ...(reserved !== null && { ReservedConcurrentExecutions: reserved }),
    ...(own.length > 0 && { Tags: own.map(([Key, Value]) => ({ Key, Value })) }),
  };
}

function differ(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}
