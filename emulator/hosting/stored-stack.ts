import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '../../src/core/atomic-file.js';
import type { RestApi, StackResource } from '../../src/core/stack/model.js';

/** The stack that resources belong to. */
export interface StackPlace {
  /** The stack's ARN. */
  id: string;
  name: string;
  accountId: string;
  region: string;
}

/** A hosted stack as it is kept. */
export interface StoredStack {
  place: StackPlace;
  /** Port it was served on: it gets the same again when that is free. */
  port: number;
  /** The resources that were made, with their properties resolved. */
  resources: StackResource[];
  /** The picture that each deployment took of its API, by the deployment's id. */
  deployments: Record<string, RestApi>;
  /** Resources of other services that are looked at: functions, roles, secrets. */
  others: StackResource[];
}

/** The files of hosted stacks, one each, for their owner only. */
export class StackFiles {
  readonly #folder: string | undefined;
  readonly #writing = new Map<string, Promise<void>>();
  readonly #next = new Map<string, Promise<void>>();

  /** @param folder where they are kept; in memory alone without one */
  constructor(folder: string | undefined) {
    this.#folder = folder;
  }

  /** Every stack that is kept. */
  all(): StoredStack[] {
    const folder = this.#folder;
    if (folder === undefined) return [];
    return namesIn(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as StoredStack);
  }

  /** Resolves when the stack, as it is now, is on disk. Calls during a write share the one after it. */
  save(stored: StoredStack): Promise<void> {
    return this.#inTurn(stored.place, (file) => writeFileAtomically(file, JSON.stringify(stored)));
  }

  /** Resolves when nothing is left of it on disk. */
  async remove(place: StackPlace): Promise<void> {
    await this.#next.get(fileOf(place));
    await this.#inTurn(place, (file) => rm(file, { force: true }));
  }

  #inTurn(place: StackPlace, act: (file: string) => Promise<void>): Promise<void> {
    if (this.#folder === undefined) return Promise.resolve();
    const name = fileOf(place);
    const file = join(this.#folder, name);
    const waiting = this.#next.get(name);
    if (waiting) return waiting;
    const next = (this.#writing.get(name) ?? Promise.resolve()).then(() => {
      this.#next.delete(name);
      return act(file);
    });
    this.#next.set(name, next);
    this.#writing.set(
      name,
      next.catch(() => undefined), // whoever asked is told; the next one tries again
    );
    return next;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return []; // nothing was kept yet
  }
}

function fileOf({ accountId, region, name }: StackPlace): string {
  return `${accountId}.${region}.${name}.json`;
}
