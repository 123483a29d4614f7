import type { LoadModel } from '../arrivals/load-model.js';
import { arrivalsOf, durationOf, peakRate } from '../arrivals/profile.js';

/** Prices and limits of AWS by which a run is estimated: us-east-1, on demand, x86, as published in 2026. */
export const PRICES = {
  /** USD per request to a REST API, https://aws.amazon.com/api-gateway/pricing/ */
  apiRequest: 3.5 / 1e6,
  /** USD per Lambda invocation and per GB-second, https://aws.amazon.com/lambda/pricing/ */
  invocation: 0.2 / 1e6,
  gbSecond: 0.0000166667,
} as const;

/** Default quotas of an account: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html and Lambda's. */
const QUOTAS = { apiRate: 10_000, concurrency: 1000 } as const;

/** What a run needs and costs on AWS. */
export interface Estimate {
  requests: number;
  /** Requests a second at the peak. */
  peakRate: number;
  /** Lambda environments busy at the peak: rate × duration (Little's law). */
  concurrency: number;
  /** USD. */
  cost: number;
  /** Quotas that the run would exceed, in words. */
  warnings: string[];
}

/** What a journey is taken to cost: its requests, and each one's Lambda time and memory. */
export interface JourneyCost {
  requestsPerJourney: number;
  /** ms */
  meanLatency: number;
  memoryMb: number;
}

/** Estimates a run before it begins. A closed model is taken to send as fast as the latency lets its users. */
export function estimate(model: LoadModel, journey: JourneyCost): Estimate {
  const { requestsPerJourney, meanLatency, memoryMb } = journey;
  const journeys = model.kind === 'open' ? arrivalsOf(model.profile) : closedJourneys(model, journey);
  const seconds = (model.kind === 'open' ? durationOf(model.profile) : model.durationMs) / 1000;
  const requests = Math.ceil(journeys * requestsPerJourney);
  const peak = model.kind === 'open' ? peakRate(model.profile) * requestsPerJourney : requests / seconds;
  const concurrency = Math.ceil(peak * (meanLatency / 1000));
  return {
    requests,
    peakRate: peak,
    concurrency,
    cost: requests * costOfRequest(meanLatency, memoryMb),
    warnings: [
      ...(peak > QUOTAS.apiRate
        ? [`The peak of ${Math.round(peak)}/s is over API Gateway's account quota of ${QUOTAS.apiRate}/s.`]
        : []),
      ...(concurrency > QUOTAS.concurrency
        ? [
            `About ${concurrency} concurrent Lambda environments are over the account quota of ${QUOTAS.concurrency}.`,
          ]
        : []),
    ],
  };
}

/** USD for one request: the gateway, the invocation, its time. */
export function costOfRequest(latencyMs: number, memoryMb: number): number {
  const time = (memoryMb / 1024) * (latencyMs / 1000) * PRICES.gbSecond;
  return PRICES.apiRequest + PRICES.invocation + time;
}

function closedJourneys(
  { users, durationMs }: Extract<LoadModel, { kind: 'closed' }>,
  { requestsPerJourney, meanLatency }: JourneyCost,
): number {
  return (users * durationMs) / Math.max(meanLatency * requestsPerJourney, 1);
}
