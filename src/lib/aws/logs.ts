import { CloudWatchLogsClient, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import type { AwsRegion } from './region.js';

/** Lines that Lambda writes around each call. */
const FRAME = /^(START|END|REPORT|INIT_START) /;

/** CloudWatch Logs of one region. */
export class Logs {
  readonly #client: CloudWatchLogsClient;

  constructor(region: AwsRegion) {
    this.#client = region.client(CloudWatchLogsClient, (made, clock) =>
      made.middlewareStack.add(clock.middleware, { step: 'deserialize', name: 'serviceClock' }),
    );
  }

  /** The last lines that a function wrote since a moment (epoch ms), without those of the runtime. */
  async lastLines(logGroupName: string, from: number, most: number): Promise<string[]> {
    const lines: string[] = [];
    const pages = paginateFilterLogEvents({ client: this.#client }, { logGroupName, startTime: from });
    for await (const { events = [] } of pages)
      for (const { message = '' } of events) if (!FRAME.test(message)) lines.push(message.trimEnd());
    return lines.slice(-most);
  }
}
