import type { Clock, Timer } from '../../../../src/core/clock.js';
import { AwsError } from '../../protocol/faults.js';
import type { StoredSecret } from './stored-secret.js';
import type { Vault } from './vault.js';
import { addVersion, dropLabel, labelled } from './versions.js';

/** How the service reaches rotation functions. */
export interface RotationFunctions {
  /** Runs the function with this event. Rejects, or tells an error, as Lambda does. */
  invoke(functionArn: string, event: RotationEvent): Promise<{ functionError?: string }>;
  /** True when the function's policy lets Secrets Manager invoke it for this secret. */
  permits(functionArn: string, secretArn: string): boolean;
}

export interface RotationEvent {
  Step: string;
  SecretId: string;
  ClientRequestToken: string;
}

const STEPS = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const;
const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Rotations that run, and those that wait for their day. */
export class Rotations {
  readonly #functions: RotationFunctions | undefined;
  readonly #clock: Clock;
  readonly #timers = new Map<string, Timer>();
  readonly #running = new Set<Promise<void>>();
  #stopped = false;

  constructor(clock: Clock, functions: RotationFunctions | undefined) {
    this.#clock = clock;
    this.#functions = functions;
  }

  /** Refuses a function that is not there for Secrets Manager. */
  checkFunction(functionArn: string, secretArn: string): void {
    if (this.#functions?.permits(functionArn, secretArn)) return;
    throw new AwsError(
      'AccessDeniedException',
      'Secrets Manager cannot invoke the specified Lambda function. Ensure that the function policy grants access to the principal secretsmanager.amazonaws.com.',
    );
  }

  /** Begins a rotation: announces the version and goes through the four steps, one after the other. */
  async begin(vault: Vault, secret: StoredSecret, token: string): Promise<void> {
    if (!secret.versions[token])
      addVersion(secret, token, { stages: ['AWSPENDING'], createdDate: vault.now });
    await vault.save();
    this.#run(this.#steps(vault, secret, token));
  }

  /** The rotation function's test alone, on a version that is gone afterwards (`RotateImmediately: false`). */
  async test(vault: Vault, secret: StoredSecret, token: string): Promise<void> {
    const current = labelled(secret, 'AWSCURRENT');
    const value = current && vault.open(secret, current[0]);
    if (!value) return;
    addVersion(secret, token, {
      ...vault.seal(secret, token, value),
      stages: ['AWSPENDING'],
      createdDate: vault.now,
    });
    await vault.save();
    this.#run(
      this.#step(secret, token, 'testSecret').then(async () => {
        delete secret.versions[token];
        await vault.save();
      }),
    );
  }

  /** Puts a secret's next rotation on the clock, or takes it off. */
  schedule(vault: Vault, secret: StoredSecret): void {
    this.#timers.get(secret.arn)?.cancel();
    this.#timers.delete(secret.arn);
    const { rotation } = secret;
    if (this.#stopped || !rotation?.enabled || rotation.next === undefined) return;
    this.#timers.set(
      secret.arn,
      this.#clock.at(rotation.next, () => this.#due(vault, secret)),
    );
  }

  /** Ends the waiting, and waits for what runs. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers.values()) timer.cancel();
    this.#timers.clear();
    await Promise.all(this.#running);
  }

  #due(vault: Vault, secret: StoredSecret): void {
    const { rotation } = secret;
    if (!rotation?.enabled || secret.deletedDate !== undefined) return;
    rotation.next = nextRotation(rotation.rules, this.#clock.now());
    this.schedule(vault, secret);
    // one that hangs from last time is tried again under its own token, as the service does
    const hanging = pendingVersion(secret);
    this.#run(this.begin(vault, secret, hanging ?? vault.world.ids.uuid()));
  }

  async #steps(vault: Vault, secret: StoredSecret, token: string): Promise<void> {
    for (const step of STEPS) await this.#step(secret, token, step);
    if (labelled(secret, 'AWSCURRENT')?.[0] !== token) return;
    dropLabel(secret, 'AWSPENDING');
    if (secret.rotation) secret.rotation.lastRotated = vault.now;
    await vault.save();
  }

  async #step(secret: StoredSecret, token: string, step: string): Promise<void> {
    const functionArn = secret.rotation?.lambdaArn;
    if (!functionArn || !this.#functions) throw new Error('there is no rotation function');
    const event = { Step: step, SecretId: secret.arn, ClientRequestToken: token };
    const { functionError } = await this.#functions.invoke(functionArn, event);
    if (functionError) throw new Error(`${step} failed`);
  }

  /** A step that fails leaves the rotation pending: whoever asks sees `AWSPENDING`, as on AWS. */
  #run(work: Promise<void>): void {
    const settled: Promise<void> = work.catch(() => undefined).finally(() => this.#running.delete(settled));
    this.#running.add(settled);
  }
}

/** Id of the version of a rotation that has not ended. */
export function pendingVersion(secret: StoredSecret): string | undefined {
  const pending = labelled(secret, 'AWSPENDING');
  return pending && !pending[1].stages.includes('AWSCURRENT') ? pending[0] : undefined;
}

/** When the rules ask for the next rotation, epoch ms. */
export function nextRotation(
  {
    AutomaticallyAfterDays: days,
    ScheduleExpression: expression,
  }: { AutomaticallyAfterDays?: number; ScheduleExpression?: string },
  now: number,
): number | undefined {
  if (days !== undefined) return now + days * DAY;
  const [, count, unit] = /^rate\((\d+) (hour|day)s?\)$/.exec(expression ?? '') ?? [];
  return count === undefined ? undefined : now + Number(count) * (unit === 'hour' ? HOUR : DAY);
}
