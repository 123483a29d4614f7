import { isDeepStrictEqual } from 'node:util';
import type { Dict } from '../../../../../src/core/dict.js';
import { AwsError } from '../../../../kernel/aws-error.js';
import type {
  ExistingResource,
  ResourceHandler,
  ResourceProperties,
  ResourceRequest,
} from '../../../../kernel/cloudformation.js';
import type { StoredResource } from '../stored.js';
import { checkSchema } from './schema.js';
import type { StackRun } from './stack-run.js';

/** Said when there is nobody who makes a type. */
export function unsupported(type: string): AwsError {
  return new AwsError(
    'UnsupportedResource',
    `Unrecognized resource types: [${type}]. This endpoint has no handler for it.`,
  );
}

/** Makes a resource; what it was before decides nothing. Resolves to whether it is there now. */
export async function create(run: StackRun, resource: StoredResource, properties: Dict): Promise<boolean> {
  resource.properties = properties;
  run.turnResource(resource, { status: 'CREATE_IN_PROGRESS' });
  const answer = await attempt(run, () =>
    make(run, resource, properties, (physicalId) => {
      resource.physicalId = physicalId;
      run.turnResource(resource, { status: 'CREATE_IN_PROGRESS', reason: 'Resource creation Initiated' });
    }),
  );
  if ('made' in answer) Object.assign(resource, answer.made);
  if (run.halted.aborted) return false;
  if ('made' in answer && !run.ended.signal.aborted) {
    run.turnResource(resource, { status: 'CREATE_COMPLETE' });
    return true;
  }
  const reason = run.ended.signal.aborted ? 'Resource creation cancelled' : (answer as Refusal).reason;
  run.turnResource(resource, { status: 'CREATE_FAILED', reason });
  return false;
}

/** Changes a resource in place. Resolves to whether it is as wanted now. */
export async function update(
  run: StackRun,
  resource: StoredResource,
  properties: Dict,
  { updatePolicy, isRollback = false }: { updatePolicy?: Dict | undefined; isRollback?: boolean } = {},
): Promise<boolean> {
  const handler = run.handler(resource.type);
  const before = lastTried(resource, properties);
  resource.attempt = { properties, isReplacement: false, before };
  run.turnResource(resource, { status: 'UPDATE_IN_PROGRESS', properties });
  const answer = await attempt(run, async () => {
    if (!handler?.update) throw unsupported(resource.type);
    await run.stacks.save(); // what is tried must be known after a kill, to be taken back
    if (!isRollback) checkSchema(resource, handler, properties);
    const made = await handler.update({
      ...existing(run, resource, 'UPDATE_IN_PROGRESS', properties, isRollback),
      before,
      isRollback,
      ...(updatePolicy && { updatePolicy }),
    });
    return told(run, resource, properties, made);
  });
  if (run.halted.aborted) return false;
  if ('made' in answer && (isRollback || !run.ended.signal.aborted)) {
    Object.assign(resource, answer.made, { properties, stackTags: run.stack.tags });
    delete resource.attempt;
    run.turnResource(resource, { status: 'UPDATE_COMPLETE' });
    return true;
  }
  const isCancelled = run.ended.signal.aborted && !isRollback;
  const reason = isCancelled ? 'Resource update cancelled' : (answer as Refusal).reason;
  run.turnResource(resource, { status: 'UPDATE_FAILED', reason, properties });
  return false;
}

/** What may be there: what an attempt left half done, or, where that is only tried again, what it began from. */
function lastTried({ attempt, properties }: StoredResource, wanted: Dict): Dict {
  if (!attempt) return properties;
  const isSame = isDeepStrictEqual(attempt.properties, wanted);
  return isSame ? (attempt.before ?? properties) : attempt.properties;
}

/** Makes a new resource in the place of one. Resolves to the old one, which is to be deleted later; undefined when it failed. */
export async function replace(
  run: StackRun,
  resource: StoredResource,
  properties: Dict,
): Promise<StoredResource | undefined> {
  const old = structuredClone(resource);
  const pending: NonNullable<StoredResource['attempt']> = { properties, isReplacement: true };
  resource.attempt = pending;
  run.turnResource(resource, {
    status: 'UPDATE_IN_PROGRESS',
    reason: 'Requested update requires the creation of a new physical resource; hence creating one.',
    properties,
  });
  const answer = await attempt(run, () =>
    make(run, resource, properties, (physicalId) => {
      pending.physicalId = physicalId;
      run.turnResource(resource, {
        status: 'UPDATE_IN_PROGRESS',
        reason: 'Resource creation Initiated',
        physicalId,
        properties,
      });
    }),
  );
  if ('made' in answer) pending.physicalId = answer.made.physicalId;
  if (run.halted.aborted) return undefined;
  if ('made' in answer && !run.ended.signal.aborted) {
    Object.assign(resource, answer.made, { properties, stackTags: run.stack.tags });
    delete resource.attempt;
    delete old.attempt;
    run.turnResource(resource, { status: 'UPDATE_COMPLETE' });
    return old;
  }
  const reason = run.ended.signal.aborted ? 'Resource update cancelled' : (answer as Refusal).reason;
  run.turnResource(resource, { status: 'UPDATE_FAILED', reason, properties });
  return undefined;
}

/** Deletes a resource. Resolves to whether it is gone. */
export async function remove(run: StackRun, resource: StoredResource): Promise<boolean> {
  const { physicalId } = resource;
  run.turnResource(resource, { status: 'DELETE_IN_PROGRESS' });
  const answer = await attempt(run, async () => {
    const handler = run.handler(resource.type);
    if (physicalId === undefined) return { physicalId: '', attributes: {} };
    if (!handler) throw unsupported(resource.type);
    await handler.delete(existing(run, resource, 'DELETE_IN_PROGRESS', resource.properties, true));
    return told(run, resource, resource.properties, { physicalId, attributes: {} }, true);
  });
  if (run.halted.aborted) return false;
  if ('made' in answer) run.turnResource(resource, { status: 'DELETE_COMPLETE' });
  else run.turnResource(resource, { status: 'DELETE_FAILED', reason: answer.reason });
  return 'made' in answer;
}

interface Refusal {
  reason: string;
}

async function make(
  run: StackRun,
  resource: StoredResource,
  properties: Dict,
  initiated: (physicalId: string) => void,
): Promise<Made> {
  const handler = run.handler(resource.type);
  if (!handler) throw unsupported(resource.type);
  checkSchema(resource, handler, properties);
  const { ids } = run.stacks.world;
  const status = resource.status;
  const made = await handler.create({
    ...requestOf(run, resource, status, properties, run.ended.signal),
    newName: (longest = 64) => {
      const stem = `${run.stack.name}-${resource.logicalId}`.slice(0, longest - 13);
      return `${stem}-${Array.from({ length: 12 }, () => ALPHABET.charAt(Math.floor(ids.random() * ALPHABET.length))).join('')}`;
    },
    initiated: async (physicalId) => {
      if (run.halted.aborted) throw new AwsError('InternalFailure', 'The emulator stops.');
      initiated(physicalId);
      await run.stacks.save();
    },
  });
  return told(run, resource, properties, made);
}

/** Lets whoever looks at other services' resources know of one. */
async function told(
  run: StackRun,
  { logicalId, type }: StoredResource,
  properties: ResourceProperties,
  made: Made,
  isGone = false,
): Promise<Made> {
  await run.stacks.world.onResource?.({
    stack: run.handlerStack,
    logicalId,
    type,
    properties,
    ...made,
    isGone,
  });
  return made;
}

type Made = Awaited<ReturnType<ResourceHandler['create']>>;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function existing(
  run: StackRun,
  resource: StoredResource,
  status: string,
  properties: ResourceProperties,
  isUndoing: boolean,
): ExistingResource {
  // taking back goes on when the operation has failed; only the emulator's end ends it
  const signal = isUndoing ? run.halted : run.ended.signal;
  return { ...requestOf(run, resource, status, properties, signal), physicalId: resource.physicalId ?? '' };
}

function requestOf(
  run: StackRun,
  resource: StoredResource,
  status: string,
  properties: ResourceProperties,
  signal: AbortSignal,
): ResourceRequest {
  const { logicalId, type } = resource;
  return {
    stack: run.handlerStack,
    logicalId,
    type,
    properties,
    model: () => run.model(),
    signal,
    tell: (reason) => {
      if (!run.halted.aborted) run.turnResource(resource, { status, reason, properties });
    },
  };
}

/** Runs a handler; a refusal becomes the reason that the event tells. */
async function attempt(run: StackRun, call: () => Promise<Made>): Promise<{ made: Made } | Refusal> {
  try {
    const { physicalId, attributes } = await call();
    return { made: { physicalId, attributes } };
  } catch (error) {
    return { reason: reasonOf(error, run.stacks.world.ids.uuid()) };
  }
}

/** Reasons that CloudFormation gives itself, before a handler is asked. */
const OWN = new Set(['UnsupportedResource', 'PropertyValidation', 'StackPolicy', 'ValidationError.Template']);

function reasonOf(error: unknown, requestToken: string): string {
  const { message } = error as Error;
  if (error instanceof AwsError && OWN.has(error.code)) return message;
  const code = error instanceof AwsError ? handlerCode(error.code) : 'InternalFailure';
  return `Resource handler returned message: "${message}" (RequestToken: ${requestToken}, HandlerErrorCode: ${code})`;
}

/** A service's error code as one of those that handlers answer with (CloudFormation CLI user guide, "Handler error codes"). */
function handlerCode(code: string): string {
  if (/Exists|AlreadyOwned/.test(code)) return 'AlreadyExists';
  if (/NotFound|NoSuch|DoesNotExist/.test(code)) return 'NotFound';
  if (/AccessDenied|NotAuthorized/.test(code)) return 'AccessDenied';
  if (/Limit/.test(code)) return 'ServiceLimitExceeded';
  if (/Throttl|TooMany/.test(code)) return 'Throttling';
  if (/Conflict|InUse|NotEmpty/.test(code)) return 'ResourceConflict';
  if (/Invalid|Validation|Malformed|Illegal/.test(code)) return 'InvalidRequest';
  return 'GeneralServiceException';
}
