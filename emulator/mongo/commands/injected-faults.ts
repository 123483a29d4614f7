import { type DrawnFault, describeFault, type FaultTable, INJECTED } from '../../kernel/faults.js';
import { ErrorCode } from '../error/codes.js';
import { mongoError } from '../error/index.js';
import type { CommandContext } from './context.js';
import type { FailCommand } from './fail-command.js';

/** A command whose time limit is to run out, and that has none, is held for so many ms; its connection ends then. */
const FOREVER = 600_000;
/** Commands that say nothing about the data: a driver's own upkeep. */
const UPKEEP =
  /^(hello|ping|buildInfo|saslStart|saslContinue|authenticate|logout|endSessions|killCursors|configureFailPoint)$/;
/** The emulator's own clients: faults are for functions. */
const OWN = new Set(['arcube-platform', 'arcube-reset']);

/** Who is told that a command was made to fail; `client` is its `appName`, for a function its name. */
export type FaultListener = (client: string | undefined, text: string) => void;

/** Faults that somebody put into one cluster's commands. */
export class InjectedFaults {
  readonly #table: FaultTable;
  readonly #region: string;
  readonly #tell: FaultListener;

  /** @param table by region, `*` for all */
  constructor(table: FaultTable, region: string, tell: FaultListener) {
    this.#table = table;
    this.#region = region;
    this.#tell = tell;
  }

  /** What is to go wrong with this command, if anything. */
  draw({ commandName, client, generic }: CommandContext): FailCommand | undefined {
    if (UPKEEP.test(commandName) || OWN.has(client.appName ?? '')) return undefined;
    const fault = this.#table.draw(this.#region);
    if (!fault) return undefined;
    this.#tell(client.appName, `${INJECTED}: mongo ${this.#region} ${commandName}: ${describeFault(fault)}`);
    return failureOf(fault, commandName, generic.maxTimeMS);
  }
}

function failureOf(fault: DrawnFault, command: string, maxTimeMS: number): FailCommand {
  const { latencyMs, outcome } = fault;
  const failure: FailCommand = { close: false, keepsTransaction: false, blockMs: latencyMs };
  if (outcome === 'error')
    failure.error = mongoError(mongoErrorCode(fault.errorCode) ?? 1, `${INJECTED}: ${command}`);
  if (outcome !== 'timeout') return failure;
  if (maxTimeMS === 0) return { ...failure, close: true, blockMs: FOREVER };
  const error = mongoError('MaxTimeMSExpired', `operation exceeded time limit (${INJECTED})`);
  return { ...failure, blockMs: maxTimeMS, error };
}

/** The number of an error by its name or number; undefined for what is neither. `InternalError` when left out. */
export function mongoErrorCode(given = 'InternalError'): number | undefined {
  if (/^\d{1,6}$/.test(given)) return Number(given);
  return Object.hasOwn(ErrorCode, given) ? ErrorCode[given as keyof typeof ErrorCode] : undefined;
}
