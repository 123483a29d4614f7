import type { LoadAnswer, LoadRequest } from './connections.js';

/** What a journey carries from step to step, known to its own steps alone: captured values, its row of data. */
export type JourneyState = object;

/** One request of a journey, ready to be made again and again. */
export interface LoadStep {
  /** Index of the route that its figures count for. */
  route(state: JourneyState): number;
  /** Time to think before it, ms. */
  thinkMs(): number;
  /** Whether the body of the answer is needed by `check`. */
  keepBody: boolean;
  /** What to send; may have to wait for a token. Throws for a value that is missing. */
  request(state: JourneyState): LoadRequest | Promise<LoadRequest>;
  /** What is wrong with the answer, if anything; captures values from it. */
  check(answer: LoadAnswer, state: JourneyState): 'unexpected-status' | 'failed-check' | undefined;
}

/** A journey of the load: how often it is taken, compared with the others, and its steps. */
export interface LoadJourney {
  name: string;
  weight: number;
  steps: LoadStep[];
  /** What a new traveller begins with. Throws for a value that is missing. */
  begin(iteration: number): JourneyState;
  /** Told of an answer 401, so that a token which was good for long can be fetched anew. */
  unauthorised?(): void;
}

/** Deals journeys so that any stretch of the run has them in proportion to their weights (smooth weighted rounds). */
export function dealer(journeys: readonly LoadJourney[]): () => LoadJourney {
  const credit = journeys.map(() => 0);
  const total = journeys.reduce((sum, { weight }) => sum + weight, 0);
  return () => {
    let best = 0;
    for (const [index, { weight }] of journeys.entries()) {
      credit[index] = (credit[index] as number) + weight;
      if ((credit[index] as number) > (credit[best] as number)) best = index;
    }
    credit[best] = (credit[best] as number) - total;
    return journeys[best] as LoadJourney;
  };
}
