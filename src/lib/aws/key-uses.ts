import {
  CloudWatchClient,
  GetMetricStatisticsCommand,
  paginateListMetrics,
} from '@aws-sdk/client-cloudwatch';
import type { AwsRegion } from './region.js';

/** Uses of a key by one holder, as the platform's functions count them. */
export interface KeyUse {
  holder: string;
  keyId: string;
  /** Start of the last minute with a use, epoch ms. */
  lastAt: number;
  uses: number;
}

const NAMESPACE = 'Arcube/Keys';
const METRIC = 'Uses';
const PERIOD = 60;
/** CloudWatch gives at most 1,440 points an answer: a day of minutes. */
const LONGEST = 24 * 3600 * 1000;

/** Reads which keys are used, by whom and when, from the metrics `Uses` of namespace `Arcube/Keys`. */
export class KeyUses {
  readonly #client: CloudWatchClient;

  constructor(region: AwsRegion) {
    this.#client = region.client(CloudWatchClient);
  }

  /** Uses of one kind of keys between two moments (epoch ms), no longer than the last day of it. */
  async read(stack: string, kind: string, from: number, to: number): Promise<KeyUse[]> {
    const start = Math.max(from, to - LONGEST + PERIOD * 1000);
    const uses: KeyUse[] = [];
    if (start >= to) return uses; // CloudWatch refuses such a question
    for (const dimensions of await this.#series(stack, kind)) {
      const found = await this.#last(dimensions, start, to);
      if (found) uses.push({ holder: dimensions.Holder ?? '', keyId: dimensions.KeyId ?? '', ...found });
    }
    return uses;
  }

  async #series(stack: string, kind: string): Promise<Record<string, string>[]> {
    const series: Record<string, string>[] = [];
    const asked = {
      Namespace: NAMESPACE,
      MetricName: METRIC,
      Dimensions: [
        { Name: 'Stack', Value: stack },
        { Name: 'Kind', Value: kind },
      ],
    };
    for await (const { Metrics = [] } of paginateListMetrics({ client: this.#client }, asked))
      for (const { Dimensions = [] } of Metrics)
        series.push(Object.fromEntries(Dimensions.map(({ Name = '', Value = '' }) => [Name, Value])));
    return series;
  }

  async #last(
    dimensions: Record<string, string>,
    from: number,
    to: number,
  ): Promise<{ lastAt: number; uses: number } | undefined> {
    const { Datapoints = [] } = await this.#client.send(
      new GetMetricStatisticsCommand({
        Namespace: NAMESPACE,
        MetricName: METRIC,
        Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
        StartTime: new Date(from),
        EndTime: new Date(to),
        Period: PERIOD,
        Statistics: ['Sum'],
      }),
    );
    const used = Datapoints.filter(({ Sum = 0 }) => Sum > 0);
    if (used.length === 0) return undefined;
    return {
      lastAt: Math.max(...used.map(({ Timestamp }) => Timestamp?.getTime() ?? 0)),
      uses: used.reduce((total, { Sum = 0 }) => total + Sum, 0),
    };
  }
}
