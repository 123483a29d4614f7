import { Logs } from '../../aws/logs.js';
import type { DeployRegion } from '../target/open-target.js';
import type { RegionPart } from './entries.js';

/** Lines that are shown. */
const SHOWN = 5;
/** Lines of a deployment that are looked through for errors. */
const READ = 2000;

/**
 * What the stack's hook wrote of a deployment: its errors, else whatever names the deployment, else its last lines. Empty
 * where there is no hook, or its log may not be read.
 * @param from epoch ms on AWS's clock
 */
export async function hookLog(
  { aws, stacks, functions }: Pick<DeployRegion, 'aws' | 'stacks' | 'functions'>,
  { observed, stackId }: Pick<RegionPart, 'observed' | 'stackId'>,
  deployment: string,
  from: number,
): Promise<string[]> {
  try {
    const members = await stacks.resources(stackId);
    const name = members.find(({ logicalId }) => logicalId === observed.hook)?.physicalId;
    if (name === undefined) return [];
    const { logGroup } = await functions.read(name);
    const logs = new Logs(aws);
    const own = await logs.lastLines(logGroup, from, READ, deployment); // others' deployments write here too
    if (own.length === 0) return await logs.lastLines(logGroup, from, SHOWN);
    const errors = own.filter((line) => line.includes('"level":"error"'));
    return (errors.length > 0 ? errors : own).slice(-SHOWN);
  } catch {
    return []; // logs may not be read by this role: the deployment's own words remain
  }
}
