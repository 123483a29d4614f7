import { Args, Flags } from '@oclif/core';
import pc from 'picocolors';
import { isRegion } from '../../core/config/tenant.js';
import { parseDuration } from '../../core/duration.js';
import { userError } from '../../core/errors.js';
import { ControlClient } from '../../lib/project/control-client.js';
import { findProject } from '../../lib/project/find-project.js';
import { controlFlags } from '../../lib/project/flags.js';
import { DataFunction } from '../../lib/tenant/data-function.js';
import { type MoveResult, moveTenant } from '../../lib/tenant/move.js';
import type { MoveStep } from '../../lib/tenant/move-journal.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';
import { stopAsked } from '../../lib/ui/stop-signals.js';

const SAID: Record<MoveStep, string> = {
  begin: 'begin',
  copy: 'copy, while it is served from its former region',
  hold: 'hold its writes (503), and let running calls end',
  verify: 'bring the copy up to date and compare it, collection by collection',
  declare: 'write the region into its file',
  switch: 'switch to the new region and let writes through',
  wipe: 'wipe the former region, and destroy the data key there',
  forget: 'write that region’s database anew, and drop its journal’s past',
  end: 'end',
};

export default class TenantMove extends ArcubeCommand {
  static override summary = 'Move a tenant’s data to another region.';
  static override description =
    'Copies, compares, switches, and wipes what was left behind. A move that was broken off, even killed, goes on with the same command. Earlier moments of the former region’s database cannot be restored afterwards.';
  static override examples = [
    {
      description: 'From Frankfurt to Virginia:',
      command: '<%= config.bin %> tenant move aulis-air --to us-east-1',
    },
  ];
  static override args = { tenant: Args.string({ required: true, description: 'Id of the tenant.' }) };
  static override flags = {
    ...controlFlags,
    to: Flags.string({ required: true, description: 'AWS region to move to.', helpValue: 'REGION' }),
    drain: Flags.string({
      default: '30s',
      description: 'How long calls that were running when writes were held may take to end.',
      helpValue: 'TIME',
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(TenantMove);
    if (!isRegion(flags.to))
      throw userError('BAD_COMMAND_LINE', { what: `\`${flags.to}\` is no AWS region.` });
    const projectDir = findProject(flags.project);
    const control = ControlClient.find({ projectDir, url: flags.control });
    const data = await DataFunction.of(control, projectDir);
    const drainMs = Math.max(0, parseDuration(flags.drain));
    const onStep = (step: MoveStep) => this.remark(`${pc.dim('…')} ${SAID[step]}`);
    tellWhenLeft(args.tenant, flags.to);
    const result = await moveTenant({ projectDir, data, control, drainMs, onStep }, args.tenant, flags.to);
    this.show(result, describe(result));
  }
}

/** Whoever leaves in the middle hears what that means: nothing is lost, but writes may be refused until it goes on. */
function tellWhenLeft(tenant: string, to: string): void {
  void stopAsked().then(() => {
    process.stderr.write(
      `\nThe move of ${tenant} is not finished. Its calls may be refused (503) until it goes on with\n  arcube tenant move ${tenant} --to ${to}\n`,
    );
    process.exit(130);
  });
}

function describe({ tenant, from, to, verified, wiped, shredded, compacted }: MoveResult): string {
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ') || 'nothing';
  return [
    `${pc.green('moved')} ${tenant} from ${from} to ${to}`,
    `  equal on both sides: ${list(verified)}`,
    `  wiped in ${from}: ${list(wiped)}`,
    `  data key in ${from}: ${shredded ? 'destroyed' : 'there was none'}`,
    compacted
      ? `  database files of ${from}: written anew`
      : `  database files of ${from}: not the emulator’s to rewrite; its owner’s backups hold what they hold`,
  ].join('\n');
}
