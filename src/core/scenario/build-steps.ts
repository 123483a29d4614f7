import { parseDuration } from '../duration.js';
import { UserError } from '../errors.js';
import { readClockMove, readFault } from './build-control.js';
import { readExpectation } from './build-expectation.js';
import { type Building, fault } from './building.js';
import { pathFault } from './jsonpath.js';
import type { Action, Capture, RequestPlan, Step } from './model.js';
import { readActor, readPause } from './read-actor.js';
import type { WrittenRequest, WrittenStep } from './written.js';

const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;
const ACTIONS = ['request', 'steps', 'clock', 'fault', 'reset', 'wait', 'run'] as const;
/** Fields that say something about a request alone. */
const OF_REQUESTS = ['expect', 'capture', 'eventually'] as const;

export function buildSteps(written: readonly WrittenStep[], building: Building): Step[] {
  return written.flatMap((one) => buildStep(one, building) ?? []);
}

function buildStep(written: WrittenStep, building: Building): Step | undefined {
  const kinds = ACTIONS.filter((name) => written[name] !== undefined);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    fault(building, written, kinds[1], {
      code: 'BAD_STEP',
      message: kind ? `A step does one thing, not both ${kinds.join(' and ')}.` : 'The step does nothing.',
      remedy: kind ? 'Make two steps of it.' : `Give it one of ${ACTIONS.slice(0, -1).join(', ')}.`,
    });
    return undefined;
  }
  if (kind !== 'request')
    for (const name of OF_REQUESTS.filter((one) => written[one] !== undefined))
      fault(building, written, name, {
        code: 'BAD_STEP',
        message: `\`${name}\` belongs to a request, and this step has none.`,
        remedy: 'Move it to the step of the request.',
      });
  const action = told(building, written, kind, () => buildAction(kind, written, building));
  return action && { ...described(written, action, building), action };
}

function described(written: WrittenStep, action: Action, building: Building): Omit<Step, 'action'> {
  const { repeat = 1, parallel, as, thinkTime } = written;
  const place = building.places(written);
  if (parallel === true && action.kind !== 'group')
    fault(building, written, 'parallel', {
      code: 'BAD_STEP',
      message: '`parallel: true` runs `steps` at once, and this step has none.',
      remedy: 'Say how many times at once: `parallel: 10`.',
    });
  return {
    name: written.name ?? nameOf(action, written),
    repeat,
    parallel: parallel === true ? 'group' : parallel === false ? undefined : parallel,
    ...(as !== undefined && { as: readActor(as) }),
    ...(thinkTime !== undefined && { thinkTime: readPause(thinkTime) }),
    ...(place && { place }),
  };
}

function nameOf(action: Action, written: WrittenStep): string {
  if (action.kind === 'request') return `${action.request.method} ${action.request.path}`;
  if (action.kind === 'clock') return `clock ${written.clock}`;
  return action.kind === 'code' ? 'code' : action.kind;
}

function buildAction(kind: (typeof ACTIONS)[number], written: WrittenStep, building: Building): Action {
  switch (kind) {
    case 'request':
      return {
        kind,
        request: readRequest(written.request as WrittenRequest, building),
        expect: readExpectation(written.expect, building),
        capture: readCaptures(written.capture ?? {}, building),
        ...(written.eventually !== undefined && { eventually: parseDuration(written.eventually) }),
      };
    case 'steps':
      return { kind: 'group', steps: buildSteps(written.steps ?? [], building) };
    case 'clock':
      return { kind, move: readClockMove(written.clock as string) };
    case 'fault':
      return { kind, fault: readFault(written, building) };
    case 'wait':
      return { kind, ms: parseDuration(written.wait as string) };
    case 'reset':
      return { kind };
    case 'run':
      return { kind: 'code', run: (context) => written.run?.(context) };
  }
}

function readRequest(written: WrittenRequest, building: Building): RequestPlan {
  const verbs = VERBS.filter((verb) => written[verb] !== undefined);
  const [method = 'GET'] = verbs;
  if (verbs.length !== 1)
    fault(building, written, verbs[1], {
      code: 'BAD_REQUEST_STEP',
      message: verbs.length === 0 ? 'The request has no verb and path.' : 'The request has two verbs.',
      remedy: 'Write one, such as `POST: /oauth/token`.',
    });
  if (written.body !== undefined && written.form !== undefined)
    fault(building, written, 'form', {
      code: 'BAD_REQUEST_STEP',
      message: 'A request has a `body` or a `form`, not both.',
      remedy: 'Take one of them out.',
    });
  const { query = {}, headers = {}, body, form, timeout } = written;
  return {
    method,
    path: written[method] ?? '/',
    query,
    headers,
    ...(body !== undefined && { body }),
    ...(form && { form }),
    ...(timeout !== undefined && { timeout: parseDuration(timeout) }),
  };
}

function readCaptures(written: Record<string, string>, building: Building): Capture[] {
  return Object.entries(written).map(([name, from]) => {
    const known = from === 'status' || from === 'body' || /^header\.[\w-]+$/.test(from);
    const why = known ? undefined : from.startsWith('$') ? pathFault(from) : 'it does not begin with `$`';
    if (why !== undefined)
      fault(building, written, name, {
        code: 'BAD_CAPTURE',
        message: `\`${from}\` cannot be captured: ${why}.`,
        remedy: 'Write a JSONPath such as `$.result[0].id`, `header.X-Request-Id`, `status` or `body`.',
      });
    const place = building.places(written, name);
    return { name, from, ...(place && { place }) };
  });
}

/** Runs what may refuse a value with a UserError, and makes a fault of that. */
function told<T>(building: Building, holder: unknown, key: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { what, todo } = error.problem;
    fault(building, holder, key, { code: error.code, message: what, remedy: todo });
    return undefined;
  }
}
