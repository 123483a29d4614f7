import type { Reply } from '../http/api-caller.js';
import type { Call } from '../http/exchange.js';
import type { RouteTable } from './operations.js';

/** How much of the contract a run has seen. */
export interface Coverage {
  operations: {
    route: string;
    calls: number;
    /** Declared statuses with the number of answers that had them, then undeclared ones. */
    statuses: { status: number; seen: number; declared: boolean }[];
  }[];
  /** Operations that were called, and those there are; preflights aside. */
  called: number;
  total: number;
  statusesSeen: number;
  statusesDeclared: number;
}

/** Counts answers by operation and status. */
export class CoverageCounter {
  readonly #routes: RouteTable;
  readonly #seen = new Map<string, Map<number, number>>();

  constructor(routes: RouteTable) {
    this.#routes = routes;
  }

  count({ method, path }: Call, { status }: Reply): void {
    const route = this.#routes.find(method, path)?.route;
    if (route === undefined || status === 0) return;
    const statuses = this.#seen.get(route) ?? new Map<number, number>();
    this.#seen.set(route, statuses);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }

  report(): Coverage {
    const counted = this.#routes.operations.filter(({ method }) => method !== 'OPTIONS');
    const operations = counted.map(({ route, answers }) => {
      const seen = this.#seen.get(route) ?? new Map<number, number>();
      const all = [...new Set([...answers.keys(), ...seen.keys()])];
      const statuses = all.map((status) => ({
        status,
        seen: seen.get(status) ?? 0,
        declared: answers.has(status),
      }));
      return { route, calls: [...seen.values()].reduce((sum, one) => sum + one, 0), statuses };
    });
    const declared = operations.flatMap(({ statuses }) => statuses.filter((one) => one.declared));
    return {
      operations,
      called: operations.filter(({ calls }) => calls > 0).length,
      total: operations.length,
      statusesSeen: declared.filter(({ seen }) => seen > 0).length,
      statusesDeclared: declared.length,
    };
  }
}
