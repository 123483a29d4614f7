import { parseDuration, parseMoment } from '../duration.js';
import { type Building, fault } from './building.js';
import type { ClockMove, Fault } from './model.js';
import type { WrittenFault, WrittenStep } from './written.js';

/** Reads `+1h`, a moment, `freeze`, `resume` or `reset`. Throws NOT_A_MOMENT. */
export function readClockMove(text: string): ClockMove {
  if (text === 'freeze' || text === 'resume' || text === 'reset') return text;
  return /^[+-]?\d+(\.\d+)?[a-z]/.test(text) ? { advance: parseDuration(text) } : { set: parseMoment(text) };
}

const TARGETS = ['function', 'vendor', 'mongo'] as const;

/** Reads a fault; what does not go together becomes a diagnostic. */
export function readFault(step: WrittenStep, building: Building): Fault {
  const written = step.fault as WrittenFault;
  if (written === 'clear') return { clear: true };
  const named = TARGETS.filter((target) => written[target] !== undefined);
  const [target = 'function'] = named;
  if (named.length !== 1)
    fault(building, written, named[1], {
      code: 'BAD_FAULT',
      message: named.length === 0 ? 'The fault is of nothing.' : 'A fault is of one thing.',
      remedy: 'Name one of `function`, `vendor`, `mongo`.',
    });
  const { latency, errorRate, throttleRate, timeoutRate, kind, times } = written;
  return {
    target,
    name: written[target] ?? '*',
    ...(latency !== undefined && { latency: parseDuration(latency) }),
    ...(errorRate !== undefined && { errorRate }),
    ...(throttleRate !== undefined && { throttleRate }),
    ...(timeoutRate !== undefined && { timeoutRate }),
    ...(kind !== undefined && { kind }),
    ...(times !== undefined && { times }),
  };
}
