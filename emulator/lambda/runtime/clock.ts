import { readSharedClock } from '../../../src/core/clock.js';

const MachineDate = Date;

/** Milliseconds since the epoch on the machine's clock, with fractions. Never moved by anybody. */
export function machineNow(): number {
  return performance.timeOrigin + performance.now();
}

/** Makes `Date` of this thread follow the emulator's clock. Answers a function that reads it. */
export function installClock(shared: SharedArrayBuffer): () => number {
  const state = new Float64Array(shared);
  const now = () => readSharedClock(state, MachineDate.now());
  const Clocked = new Proxy(MachineDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new MachineDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? clockedNow : Reflect.get(target, key, receiver)),
  });
  const clockedNow = () => Math.floor(now());
  Object.defineProperty(MachineDate.prototype, 'constructor', {
    value: Clocked,
    writable: true,
    configurable: true,
  });
  Object.defineProperty(globalThis, 'Date', { value: Clocked, writable: true, configurable: true });
  return now;
}
