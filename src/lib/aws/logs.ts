import {
  CloudWatchLogsClient,
  DeleteLogGroupCommand,
  paginateDescribeLogGroups,
  paginateFilterLogEvents,
  ResourceNotFoundException,
} from '@aws-sdk/client-cloudwatch-logs';
import type { AwsRegion } from './region.js';

/** Lines that Lambda writes around each call. */
const FRAME = /^(START|END|REPORT|INIT_START) /;

/** CloudWatch Logs of one region. */
export class Logs {
  readonly #client: CloudWatchLogsClient;

  constructor(region: AwsRegion) {
    this.#client = region.client(CloudWatchLogsClient);
  }

  /**
   * The last lines that a function wrote since a moment (epoch ms), without those of the runtime.
   * @param text what the lines have in them; CloudWatch looks for it, so that the others do not travel
   */
  async lastLines(logGroupName: string, from: number, most: number, text?: string): Promise<string[]> {
    const filter = text === undefined ? {} : { filterPattern: JSON.stringify(text) };
    const pages = paginateFilterLogEvents(
      { client: this.#client },
      { logGroupName, startTime: from, ...filter },
    );
    let lines: string[] = [];
    for await (const { events = [] } of pages) {
      const read = events.map(({ message = '' }) => message.trimEnd()).filter((line) => !FRAME.test(line));
      lines = [...lines, ...read].slice(-most);
    }
    return lines;
  }

  async hasGroup(name: string): Promise<boolean> {
    const pages = paginateDescribeLogGroups({ client: this.#client }, { logGroupNamePrefix: name });
    for await (const { logGroups = [] } of pages)
      if (logGroups.some(({ logGroupName }) => logGroupName === name)) return true;
    return false;
  }

  /** Deletes a group with all that was logged in it. */
  async removeGroup(logGroupName: string): Promise<void> {
    try {
      await this.#client.send(new DeleteLogGroupCommand({ logGroupName }));
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  }
}
