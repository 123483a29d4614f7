import type { Document } from '../bson/index.js';
import { type MongoError, mongoError } from '../error/index.js';
import type { Budget } from './budget.js';

/** A command that is running: what currentOp shows and killOp ends. */
export interface Operation {
  readonly id: number;
  readonly command: Document;
  readonly commandName: string;
  readonly database: string;
  readonly connectionId: number;
  readonly client: string;
  readonly appName?: string;
  readonly session?: string;
  /** Monotonic ms. */
  readonly startedAt: number;
  readonly budget: Budget;
}

/** The operations that are under way. */
export class Operations {
  readonly #running = new Map<number, Operation>();
  #lastId = 0;

  begin(operation: Omit<Operation, 'id'>): Operation {
    const begun = { ...operation, id: ++this.#lastId };
    this.#running.set(begun.id, begun);
    return begun;
  }

  end(operation: Operation): void {
    this.#running.delete(operation.id);
  }

  all(): Operation[] {
    return [...this.#running.values()];
  }

  kill(id: number): void {
    this.#running.get(id)?.budget.interrupt();
  }

  /** Ends those for which `test` holds at their next step. */
  killWhere(test: (operation: Operation) => boolean, reason?: MongoError): void {
    for (const operation of this.#running.values()) {
      if (test(operation))
        operation.budget.interrupt(reason ?? mongoError('Interrupted', 'operation was interrupted'));
    }
  }
}
