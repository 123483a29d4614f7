import { Logs } from '../../aws/logs.js';
import type { DeployRegion } from '../target/open-target.js';
import type { RegionPart } from './entries.js';

/** Lines that are shown. */
const SHOWN = 5;
/** Lines that are looked through: the hooks of a whole platform write into one log. */
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
    const lines = await new Logs(aws).lastLines(logGroup, from, READ);
    const own = lines.filter((line) => line.includes(deployment));
    const errors = own.filter((line) => line.includes('"level":"error"'));
    return ([errors, own].find((some) => some.length > 0) ?? lines).slice(-SHOWN);
  } catch {
    return []; // logs may not be read by this role: the deployment's own words remain
  }
}
