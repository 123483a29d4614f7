import type { LoadAnswer, LoadRequest } from './connections.js';

/** What a journey carries from step to step: captured values, its row of data, its token. */
export type Variables = Record<string, unknown>;

/** One request of a journey, ready to be made again and again. */
export interface LoadStep {
  /** Index of the route that its figures count for. */
  route: number;
  /** Time to think before it, ms. */
  thinkMs: number;
  /** Whether the body of the answer is needed by `check`. */
  keepBody: boolean;
  /** What to send. Throws for a value that is missing. */
  request(variables: Variables): LoadRequest;
  /** What is wrong with the answer, if anything; captures values from it. */
  check(answer: LoadAnswer, variables: Variables): 'unexpected-status' | 'failed-check' | undefined;
}

/** A journey of the load: how often it is taken, compared with the others, and its steps. */
export interface LoadJourney {
  name: string;
  weight: number;
  steps: LoadStep[];
  /** Variables that a new traveller begins with; may have to wait (for a token, say). */
  begin(iteration: number): Variables | Promise<Variables>;
  /** Told of an answer 401, so that a token which was good for long can be fetched anew. */
  unauthorised?(variables: Variables): void;
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
