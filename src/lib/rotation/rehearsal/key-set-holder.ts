import type { RehearsalStage } from './stage.js';

/** Somebody who verifies tokens by the published key set, and asks for it again only when its age has run out. */
export class KeySetHolder {
  readonly #stage: RehearsalStage;
  #kids: ReadonlySet<string> = new Set();
  #until = 0;

  constructor(stage: RehearsalStage) {
    this.#stage = stage;
  }

  /** What is wrong with a token of this key that has just been given out; undefined when it can be verified. */
  async refusal(kid: string): Promise<string | undefined> {
    if (this.#stage.now() >= this.#until) await this.#fetch();
    if (this.#kids.has(kid)) return undefined;
    return `a new token of ${kid}: not in the key set, which may be kept until ${new Date(this.#until).toISOString()}`;
  }

  async #fetch(): Promise<void> {
    const answer = await fetch(`${this.#stage.apiUrl}/.well-known/jwks.json`);
    if (!answer.ok) return; // the next token asks again
    const { keys } = (await answer.json()) as { keys: { kid: string }[] };
    const [, seconds = '0'] = /max-age=(\d+)/.exec(answer.headers.get('cache-control') ?? '') ?? [];
    this.#kids = new Set(keys.map(({ kid }) => kid));
    this.#until = this.#stage.now() + Number(seconds) * 1000;
  }
}
