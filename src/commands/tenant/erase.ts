import { Args, Flags } from '@oclif/core';
import pc from 'picocolors';
import { ControlClient } from '../../lib/project/control-client.js';
import { findProject } from '../../lib/project/find-project.js';
import { controlFlags } from '../../lib/project/flags.js';
import { DataFunction } from '../../lib/tenant/data-function.js';
import { type Erasure, eraseBooking } from '../../lib/tenant/erase.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';

export default class TenantErase extends ArcubeCommand {
  static override summary = 'Erase a passenger’s booking, and prove it.';
  static override description =
    'Removes the trip, its offers, and what else speaks of the booking; orders stay for the books, without anything personal. The region’s database is written anew, so that its journal holds nothing of it, and everything is searched afterwards. Ends with exit code 1 when something was found.';
  static override examples = [
    { description: 'One booking:', command: '<%= config.bin %> tenant erase aulis-air --pnr ABC123' },
    {
      description: 'Only if the name fits, for a ticket system:',
      command: '<%= config.bin %> tenant erase aulis-air --pnr ABC123 --last-name Papadaki --json',
    },
  ];
  static override args = { tenant: Args.string({ required: true, description: 'Id of the tenant.' }) };
  static override flags = {
    ...controlFlags,
    pnr: Flags.string({ required: true, description: 'Booking reference.' }),
    'last-name': Flags.string({ description: 'Last name of one of the passengers; another is refused.' }),
    force: Flags.boolean({ description: 'Erase though orders of the booking are not settled.' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(TenantErase);
    const projectDir = findProject(flags.project);
    const control = ControlClient.find({ projectDir, url: flags.control });
    const data = await DataFunction.of(control, projectDir);
    const lastName = flags['last-name'];
    const result = await eraseBooking(
      { projectDir, data, control },
      {
        tenant: args.tenant,
        pnr: flags.pnr,
        force: flags.force,
        ...(lastName !== undefined && { lastName }),
      },
    );
    this.show(result, describe(result));
    this.exit(result.proven ? 0 : 1);
  }
}

function describe(result: Erasure): string {
  const { tenant, region, pnr, removed, anonymised, keys, requests, compacted, proof, proven } = result;
  const isThere = keys > 0 || Object.keys(removed).length > 0 || (anonymised.orders ?? 0) > 0;
  const counts = [
    ...(isThere ? [] : [`  there was no such booking; is the reference right?`]),
    ...Object.entries(removed).map(([name, count]) => `  removed     ${count} ${name}`),
    ...Object.entries(anonymised).map(([name, count]) => `  anonymised  ${count} ${name}`),
    `  removed     ${requests} kept requests`,
    `  destroyed   ${keys} of its keys: no copy in a backup can be read`,
    ...(compacted ? [`  rewritten   the database files of ${region}`] : []),
  ];
  const looked = `  looked through ${proof.documents.looked} documents and ${proof.files.looked} files (${proof.files.bytes} bytes)`;
  const left = [
    ...(proof.documents.remaining > 0 ? [`  ${proof.documents.remaining} documents still speak of it`] : []),
    ...proof.files.found.map(({ file, traces }) => `  .arcube/${file} has ${traces} traces of it`),
    ...Object.entries(proof.otherRegions).map(
      ([name, count]) => `  ${count} documents of ${tenant} are in ${name}`,
    ),
  ];
  const verdict = proven ? pc.green('  nothing of it is left') : pc.red('  something is left:');
  return [`${pc.bold(pnr)} of ${tenant} in ${region}`, ...counts, looked, verdict, ...left].join('\n');
}
