import type { RehearsalStage } from './stage.js';

/** What the load has seen. */
export interface LoadCounts {
  sent: number;
  /** Good tokens, secrets, signatures or keys that were refused. */
  refusedGood: number;
  /** Revoked ones that were accepted. */
  acceptedRevoked: number;
  /** Answers of 5xx or 429. */
  failed: number;
  /** Requests that had no answer. */
  unanswered: number;
  /** Requests that were not sent: as many as can be were under way, and further ones would only have queued. */
  heldBack: number;
  /** Refused, but no longer good when the answer came. */
  overtaken: number;
  /** Oldest age of a token shown, in seconds of the emulator's clock. */
  oldestToken: number;
  /** The first few violations with their story, for people; no secrets. */
  examples: string[];
}

/** A request that knows what it has to be answered. */
export interface Attempt {
  path: string;
  init: RequestInit;
  wanted: 'accepted' | 'refused';
  /** For people; no secrets. */
  what: string;
  /** Epoch ms of the emulator's clock until which it is good. */
  until?: number;
  /** Looks at the text of an answer of 200; what it says is a violation. */
  onAccepted?: (text: string) => Promise<string | undefined>;
}

type Violation = 'refusedGood' | 'acceptedRevoked' | 'failed' | 'unanswered';

const KEPT_EXAMPLES = 5;
/** Milliseconds of the machine's clock; API Gateway's own limit is 29 seconds. */
const PATIENCE = 30_000;
const ACCEPTED: readonly number[] = [200, 201, 202, 204];

/** Sends requests and holds their answers against what they have to be. */
export class Judge {
  readonly counts: LoadCounts = {
    sent: 0,
    refusedGood: 0,
    acceptedRevoked: 0,
    failed: 0,
    unanswered: 0,
    heldBack: 0,
    overtaken: 0,
    oldestToken: 0,
    examples: [],
  };
  readonly #stage: RehearsalStage;

  constructor(stage: RehearsalStage) {
    this.#stage = stage;
  }

  /** Sends it and judges the answer. */
  async send(attempt: Attempt): Promise<void> {
    const sentAt = this.#stage.now();
    this.counts.sent += 1;
    try {
      const { path, init } = attempt;
      const signal = AbortSignal.timeout(PATIENCE);
      const answer = await fetch(this.#stage.apiUrl + path, { ...init, signal });
      const text = await answer.text();
      const wrong = await this.#look(attempt, answer.status, text);
      if (wrong) this.note(wrong.violation, `${wrong.why}${await this.#story(answer, text, sentAt)}`);
    } catch (error) {
      const cause = (error as Error).cause ?? (error as Error).message;
      this.note('unanswered', `${attempt.path}: ${String(cause)}`);
    }
  }

  /** Counts a violation. */
  note(which: Violation, example: string): void {
    this.counts[which] += 1;
    if (this.counts.examples.filter((one) => one.startsWith(which)).length < KEPT_EXAMPLES)
      this.counts.examples.push(`${which}: ${example}`);
  }

  async #look(
    { wanted, what, until = Number.POSITIVE_INFINITY, onAccepted }: Attempt,
    status: number,
    text: string,
  ): Promise<{ violation: Violation; why: string } | undefined> {
    const accepted = ACCEPTED.includes(status);
    if (accepted && wanted === 'refused') return { violation: 'acceptedRevoked', why: what };
    if (accepted) {
      const why = await onAccepted?.(text);
      return why === undefined ? undefined : { violation: 'refusedGood', why };
    }
    const why = `${what}: ${status}`;
    if (status === 429 || status >= 500) return { violation: 'failed', why };
    if (wanted === 'refused') return undefined;
    if (this.#stage.now() <= until) return { violation: 'refusedGood', why };
    this.counts.overtaken += 1;
    return undefined;
  }

  /** When it was sent and answered, what was said, and which component of the gateway said so. */
  async #story({ headers }: Response, text: string, sentAt: number): Promise<string> {
    const id = headers.get('x-amzn-requestid') ?? '';
    const [from, to] = [sentAt, this.#stage.now()].map((time) => new Date(time).toISOString());
    const steps = await this.#stage.explain?.(id);
    const said = headers.get('x-amzn-errortype') ?? '';
    return ` ${said} ${text.slice(0, 160)} (sent ${from}, answered ${to}, request ${id}${steps ? `: ${steps}` : ''})`;
  }
}
