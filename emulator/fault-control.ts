import { userError } from '../src/core/errors.js';
import type { LambdaFunction } from '../src/core/stack/model.js';
import type { FaultControl } from './control/view.js';
import type { Fault, FaultTable } from './kernel/faults.js';
import { mongoErrorCode } from './mongo/index.js';

/** One kind of thing that faults can be put into. */
export interface FaultDomain {
  table: FaultTable;
  /** What people may call them. */
  names(): string[];
  /** The table's key for a name; undefined when it is not of this kind. */
  resolve(name: string): string | undefined;
  /** The name shown for a key of the table. */
  shown(key: string): string;
  /** Throws FAULT_IMPOSSIBLE. */
  check(fault: Fault): void;
}

/** Faults of every kind by the names people use; the first kind that knows a name has it. */
export function faultControl(domains: readonly FaultDomain[]): FaultControl {
  const find = (name: string) => {
    for (const domain of domains) {
      const key = domain.resolve(name);
      if (key !== undefined) return { domain, key };
    }
    return undefined;
  };
  return {
    names: () => domains.flatMap((domain) => domain.names()),
    resolve: (name) => {
      const found = find(name);
      return found?.domain.shown(found.key);
    },
    list: () =>
      Object.fromEntries(
        domains.flatMap(({ table, shown }) =>
          Object.entries(table.list()).map(([key, fault]) => [shown(key), fault]),
        ),
      ),
    set: (name, fault) => {
      const found = find(name);
      found?.domain.check(fault);
      found?.domain.table.set(found.key, fault);
    },
    clear: (name) => {
      if (name === undefined) for (const { table } of domains) table.clear();
      const found = name === undefined ? undefined : find(name);
      found?.domain.table.clear(found.key);
    },
  };
}

/** The functions of the stacks in force; `*` is all of them, `name:3` one version, published or still to be. */
export function functionFaults(table: FaultTable, functions: () => readonly LambdaFunction[]): FaultDomain {
  return {
    table,
    names: () => ['*', ...new Set(functions().map(({ logicalId }) => logicalId))],
    resolve: (name) => {
      if (name === '*') return name;
      const [, called = name, version = ''] = /^(.+)(:(?:\d+|\$LATEST))$/.exec(name) ?? [];
      const found = functions().find((one) => isCalled(one, called));
      return found && `${found.name}${version}`;
    },
    shown: (key) => key,
    check: refuseErrorCode,
  };
}

/** The suppliers' sandboxes; `vendors` is all of them. */
export function vendorFaults(table: FaultTable, vendors: readonly string[]): FaultDomain {
  return {
    table,
    names: () => (vendors.length > 0 ? ['vendors', ...vendors] : []),
    resolve: (name) => {
      if (vendors.length > 0 && name === 'vendors') return '*';
      const short = name.replace(/^vendor:/, '');
      return vendors.includes(short) ? short : undefined;
    },
    shown: (key) => (key === '*' ? 'vendors' : key),
    check: refuseErrorCode,
  };
}

/** The embedded clusters; `mongo` is all of them, `mongo:<region>` one. */
export function mongoFaults(table: FaultTable, mode: string, regions: readonly string[]): FaultDomain {
  return {
    table,
    names: () => ['mongo', ...regions.map((region) => `mongo:${region}`)],
    resolve: (name) => {
      if (name === 'mongo') return '*';
      const region = name.replace(/^mongo:/, '');
      return name !== region && regions.includes(region) ? region : undefined;
    },
    shown: (key) => (key === '*' ? 'mongo' : `mongo:${key}`),
    check: (fault) => checkMongo(fault, mode),
  };
}

function checkMongo({ throttleRate, errorCode, errorRate }: Fault, mode: string): void {
  if (mode !== 'embedded')
    throw userError('FAULT_IMPOSSIBLE', {
      what: 'Faults of MongoDB need the embedded one.',
      why: 'This emulator was started with another server, which answers for itself.',
      todo: 'Start it with --mongo embedded, or use `configureFailPoint` of that server.',
    });
  if (throttleRate !== undefined)
    throw userError('FAULT_IMPOSSIBLE', {
      what: 'MongoDB does not throttle.',
      why: 'A server that has too much to do is slow, or its commands fail.',
      todo: 'Use --latency, --timeout or --error-rate.',
    });
  if (errorCode === undefined) return;
  if (errorRate === undefined || mongoErrorCode(errorCode) === undefined)
    throw userError('FAULT_IMPOSSIBLE', {
      what: 'The error code is none of MongoDB’s, or no share of errors goes with it.',
      why: 'It is a number such as 11602, or a name such as InterruptedDueToReplStateChange.',
      todo: 'Give one of them with --error-rate.',
    });
}

function refuseErrorCode({ errorCode }: Fault): void {
  if (errorCode === undefined) return;
  throw userError('FAULT_IMPOSSIBLE', {
    what: 'Only faults of MongoDB have an error code.',
    why: 'A function fails as its handler would, and a vendor answers 503.',
    todo: 'Leave it out.',
  });
}

/** The functions of these names, logical ids, or logical ids without `Function`. Throws UNKNOWN_FUNCTION. */
export function functionsCalled(
  names: readonly string[],
  functions: readonly LambdaFunction[],
): LambdaFunction[] {
  return names.map((name) => {
    const found = functions.find((one) => isCalled(one, name));
    if (!found) throw userError('UNKNOWN_FUNCTION', { known: functions.map(({ logicalId }) => logicalId) });
    return found;
  });
}

function isCalled({ name, logicalId }: LambdaFunction, wanted: string): boolean {
  const short = wanted.toLowerCase();
  return (
    name === wanted ||
    [logicalId.toLowerCase(), logicalId.toLowerCase().replace(/function$/, '')].includes(short)
  );
}
