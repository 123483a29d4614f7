import { Args, Flags } from '@oclif/core';
import pc from 'picocolors';
import { userError } from '../../core/errors.js';
import { findProject } from '../../lib/project/find-project.js';
import { projectFlag } from '../../lib/project/flags.js';
import { askForTenant, completeAnswers, TENANT_QUESTIONS } from '../../lib/project/tenant-questions.js';
import { addTenant } from '../../lib/tenant/add.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';

export default class TenantAdd extends ArcubeCommand {
  static override summary = 'Add a tenant: its file, a client, and new secrets.';
  static override description =
    'Asks for what is not given by flags; with --yes, or without a terminal, takes the usual answers. The secrets are shown once; the file refers to them by name, and .arcube/secrets.json, which is not committed, has their values.';
  static override examples = [
    { description: 'With questions:', command: '<%= config.bin %> tenant add' },
    {
      description: 'Without:',
      command: '<%= config.bin %> tenant add sky-hellas --region eu-central-1 --currency EUR --yes',
    },
    {
      description: 'With an endpoint for webhooks:',
      command:
        '<%= config.bin %> tenant add sky-hellas --webhook https://hooks.sky-hellas.example/arcube --yes',
    },
  ];
  static override args = { tenant: Args.string({ description: 'Short name of the tenant, kebab case.' }) };
  static override flags = {
    project: projectFlag,
    name: Flags.string({ description: 'Name that passengers see.' }),
    region: Flags.string({ description: 'AWS region of its passenger data.' }),
    currency: Flags.string({ description: 'ISO 4217 code.' }),
    domain: Flags.string({ description: 'Host of its booking site.' }),
    webhook: Flags.string({
      description: 'Address that is told of orders, cancellations and refunds; may be declared later.',
      helpValue: 'URL',
    }),
    yes: Flags.boolean({ char: 'y', description: 'Ask nothing.' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(TenantAdd);
    const all = { ...flags, tenant: args.tenant };
    const given = Object.fromEntries(
      TENANT_QUESTIONS.flatMap(([key]) => (all[key] === undefined ? [] : [[key, all[key]]])),
    );
    const ask = !flags.yes && !this.json && process.stdin.isTTY === true;
    if (!ask && args.tenant === undefined)
      throw userError('BAD_COMMAND_LINE', { what: 'Name the tenant, e.g. `arcube tenant add sky-hellas`.' });
    const answers = completeAnswers(given, ask ? await askForTenant(given) : {});
    const added = await addTenant(findProject(flags.project), answers, flags.webhook);
    const { file, clientId, webhookSecret } = added;
    const secrets = {
      clientSecret: added.clientSecret.reveal(),
      edgeSecret: added.edgeSecret.reveal(),
      ...(webhookSecret && { webhookSecret: webhookSecret.reveal() }),
    };
    const lines = [
      `${pc.green('written')} ${file}\n`,
      `  Client id       ${clientId}`,
      `  Client secret   ${secrets.clientSecret}`,
      `  Edge secret     ${secrets.edgeSecret}`,
      ...(secrets.webhookSecret === undefined ? [] : [`  Webhook secret  ${secrets.webhookSecret}`]),
      '\nThe secrets are not shown again.',
    ];
    this.show({ file, tenant: answers.tenant, clientId, ...secrets }, lines.join('\n'));
  }
}
