import { CloudWatchClient, GetMetricStatisticsCommand, type Statistic } from '@aws-sdk/client-cloudwatch';
import type { AwsRegion } from './region.js';

/** Requests of some while and how they were answered. */
export interface Traffic {
  requests: number;
  /** Answered 5xx, or ended with an error of the function. */
  errors: number;
  /** Milliseconds by percentile (`p95`); empty without requests. */
  latency: Readonly<Record<string, number>>;
}

/** The percentiles that service levels may name. */
const PERCENTILES = ['p50', 'p95', 'p99', 'p99.9'];
const MINUTE = 60_000;

type Dimensions = Record<string, string>;

/** What API Gateway and Lambda count of requests, in CloudWatch of one region. */
export class TrafficMetrics {
  readonly #client: CloudWatchClient;

  constructor(region: AwsRegion) {
    this.#client = region.client(CloudWatchClient);
  }

  /** Requests to a stage of an API since a moment (epoch ms). Errors are answers of 5xx. */
  stage(apiName: string, stage: string, from: number, to: number): Promise<Traffic> {
    const dimensions = { ApiName: apiName, Stage: stage };
    const names = { requests: 'Count', errors: '5XXError', latency: 'Latency' };
    return this.#traffic('AWS/ApiGateway', names, dimensions, from, to);
  }

  /** Calls of one version through an alias since a moment (epoch ms). */
  version(name: string, alias: string, version: string, from: number, to: number): Promise<Traffic> {
    const dimensions = { FunctionName: name, Resource: `${name}:${alias}`, ExecutedVersion: version };
    const names = { requests: 'Invocations', errors: 'Errors', latency: 'Duration' };
    return this.#traffic('AWS/Lambda', names, dimensions, from, to);
  }

  async #traffic(
    namespace: string,
    names: { requests: string; errors: string; latency: string },
    dimensions: Dimensions,
    from: number,
    to: number,
  ): Promise<Traffic> {
    const ask = (name: string, what: { sums: true } | { percentiles: string[] }) =>
      this.#whole(namespace, name, dimensions, what, from, to);
    const [requests, errors, latency] = await Promise.all([
      ask(names.requests, { sums: true }),
      ask(names.errors, { sums: true }),
      ask(names.latency, { percentiles: PERCENTILES }),
    ]);
    return {
      requests: sum(requests.map(({ Sum = 0 }) => Sum)),
      errors: sum(errors.map(({ Sum = 0 }) => Sum)),
      latency: Object.assign({}, ...latency.map(({ ExtendedStatistics = {} }) => ExtendedStatistics)),
    };
  }

  /** One point for the whole time: percentiles of minutes cannot be put together. */
  async #whole(
    Namespace: string,
    MetricName: string,
    dimensions: Dimensions,
    what: { sums: true } | { percentiles: string[] },
    from: number,
    to: number,
  ) {
    const start = Math.floor(from / MINUTE) * MINUTE; // CloudWatch rounds down to the minute itself
    const minutes = Math.max(1, Math.ceil((to - start) / MINUTE));
    const { Datapoints = [] } = await this.#client.send(
      new GetMetricStatisticsCommand({
        Namespace,
        MetricName,
        Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
        StartTime: new Date(start),
        EndTime: new Date(start + minutes * MINUTE),
        Period: minutes * 60,
        ...('sums' in what
          ? { Statistics: ['Sum'] as Statistic[] }
          : { ExtendedStatistics: what.percentiles }),
      }),
    );
    return Datapoints;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
