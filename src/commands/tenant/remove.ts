import { resolve } from 'node:path';
import { Args, Flags } from '@oclif/core';
import pc from 'picocolors';
import { userError } from '../../core/errors.js';
import { ControlClient } from '../../lib/project/control-client.js';
import { findProject } from '../../lib/project/find-project.js';
import { controlFlags } from '../../lib/project/flags.js';
import { DataFunction } from '../../lib/tenant/data-function.js';
import { findOwnTenant, readTenants } from '../../lib/tenant/folder.js';
import { type Holdings, summaryOf } from '../../lib/tenant/holdings.js';
import { removeTenant, requireRemovable } from '../../lib/tenant/remove.js';
import { type Wipe, wipeTenant, writeLastReport } from '../../lib/tenant/wipe.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';
import { typeName } from '../../lib/ui/type-account.js';

export default class TenantRemove extends ArcubeCommand {
  static override summary =
    'Remove a tenant: its file and its development secrets; with --erase its data too.';
  static override description =
    'Refused while there is data of it, unless --erase: then a last report of what each party is due is written, every region is wiped and its data keys are destroyed, and everything is searched afterwards (exit code 1 when something was found). That can be repeated after it was broken off. Orders that are not settled need --force. Without a running emulator nobody can tell; --force then removes the file and leaves the data where it is.';
  static override examples = [
    { description: 'One without data:', command: '<%= config.bin %> tenant remove sky-hellas' },
    {
      description: 'With all its data, in a script:',
      command: '<%= config.bin %> tenant remove sky-hellas --erase --yes --report sky-hellas.json',
    },
  ];
  static override args = { tenant: Args.string({ required: true, description: 'Id of the tenant.' }) };
  static override flags = {
    ...controlFlags,
    erase: Flags.boolean({ description: 'Erase its data in every region, after asking.' }),
    yes: Flags.boolean({ description: 'Do not ask.' }),
    report: Flags.string({
      description: 'File of the last report; by default <tenant>-last-report.json.',
      helpValue: 'FILE',
    }),
    force: Flags.boolean({ description: 'Remove it though orders are not settled, or nobody can tell.' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(TenantRemove);
    const { tenant } = args;
    const projectDir = findProject(flags.project);
    if (flags.erase) return this.#erase(tenant, projectDir, flags);
    findOwnTenant(projectDir, tenant);
    const client = ControlClient.tryFind({ projectDir, url: flags.control });
    const data = client && (await DataFunction.of(client, projectDir));
    const asked = { data, force: flags.force, erase: false };
    const { openOrders } = await requireRemovable(projectDir, tenant, asked);
    const removed = { tenant, ...(await removeTenant(projectDir, tenant)), openOrders };
    this.show(removed, `${tenant} is removed: ${removed.file}.`);
  }

  /** The file goes first, so that nothing is written any more; one that is gone already was broken off before. */
  async #erase(
    tenant: string,
    projectDir: string,
    flags: { control?: string | undefined; yes: boolean; force: boolean; report?: string | undefined },
  ): Promise<void> {
    const control = ControlClient.find({ projectDir, url: flags.control });
    const data = await DataFunction.of(control, projectDir);
    const isDeclared = isThere(projectDir, tenant);
    const asked = { data, force: flags.force, erase: true };
    const before = isDeclared ? await requireRemovable(projectDir, tenant, asked) : undefined;
    if (before && !this.json) this.remark(remarkOf(tenant, before.holdings));
    if (!(await typeName(tenant, `Type ${tenant} to erase it:`, flags.yes, this.json)))
      throw userError('TENANT_NOT_CONFIRMED', { tenant });
    const report = resolve(flags.report ?? `${tenant}-last-report.json`);
    const last = before && (await writeLastReport({ data, control }, tenant, report));
    const removed = isDeclared ? await removeTenant(projectDir, tenant) : { secrets: [] };
    const wipe = await wipeTenant({ projectDir, data, control }, tenant);
    const result = {
      tenant,
      ...removed,
      openOrders: before?.openOrders ?? 0,
      ...(last && { report, reconciled: last.reconciled }),
      ...wipe,
    };
    this.show(result, describe(tenant, last && report, wipe));
    this.exit(wipe.proven ? 0 : 1);
  }
}

function isThere(projectDir: string, id: string): boolean {
  return readTenants(projectDir).tenants.some(({ tenant }) => tenant.id === id);
}

function remarkOf(tenant: string, holdings: Holdings): string {
  return `What there is of ${tenant}, and will be gone: ${summaryOf(holdings) ?? 'nothing'}.`;
}

function describe(tenant: string, report: string | undefined, wipe: Wipe): string {
  const { wiped, shredded, requests, proof, proven } = wipe;
  return [
    `${pc.bold(tenant)} is removed`,
    ...(report === undefined ? [] : [`  last report  ${report}`]),
    `  wiped        ${summaryOf(wiped) ?? 'nothing'}`,
    `  wiped        ${requests} kept requests`,
    ...(shredded.length > 0 ? [`  destroyed    its data keys in ${shredded.join(', ')}`] : []),
    `  looked through every region and ${proof.files.looked} files (${proof.files.bytes} bytes)`,
    proven ? pc.green('  nothing of it is left') : pc.red('  something is left:'),
    ...(summaryOf(proof.documents) ? [`  ${summaryOf(proof.documents)}`] : []),
    ...proof.files.found.map(({ file, traces }) => `  .arcube/${file} has ${traces} traces of it`),
  ].join('\n');
}
