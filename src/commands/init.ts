import { resolve } from 'node:path';
import { Args, Flags } from '@oclif/core';
import pc from 'picocolors';
import { scaffold } from '../lib/project/scaffold.js';
import { askForTenant, completeAnswers, TENANT_QUESTIONS } from '../lib/project/tenant-questions.js';
import { ArcubeCommand } from '../lib/ui/base-command.js';

export default class Init extends ArcubeCommand {
  static override summary = 'Begin a project: arcube.yaml and a first tenant.';
  static override description =
    'Asks for what is not given by flags; with --yes, or without a terminal, takes the usual answers. Files that are there are kept.';
  static override examples = [
    { description: 'Here, with questions:', command: '<%= config.bin %> init' },
    {
      description: 'In a new folder, without:',
      command:
        '<%= config.bin %> init demo --tenant sky-hellas --name "Sky Hellas" --region eu-central-1 --currency EUR --yes',
    },
  ];
  static override args = {
    folder: Args.string({ default: '.', description: 'Folder of the project; made when missing.' }),
  };
  static override flags = {
    tenant: Flags.string({ description: 'Short name of the tenant, kebab case.' }),
    name: Flags.string({ description: 'Name that passengers see.' }),
    region: Flags.string({ description: 'AWS region of its passenger data.' }),
    currency: Flags.string({ description: 'ISO 4217 code.' }),
    domain: Flags.string({ description: 'Host of its booking site.' }),
    yes: Flags.boolean({ char: 'y', description: 'Ask nothing.' }),
    force: Flags.boolean({ description: 'Overwrite files that are there.' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Init);
    const given = Object.fromEntries(
      TENANT_QUESTIONS.flatMap(([key]) => (flags[key] === undefined ? [] : [[key, flags[key]]])),
    );
    const ask = !flags.yes && !this.json && process.stdin.isTTY === true;
    const answers = completeAnswers(given, ask ? await askForTenant(given) : {});
    const files = await scaffold(resolve(args.folder), answers, flags.force);
    const lines = files.map(({ path, outcome }) =>
      outcome === 'written'
        ? `${pc.green('written')} ${path}`
        : `${pc.yellow('kept')}    ${path}  ${pc.dim('(--force overwrites)')}`,
    );
    const next = args.folder === '.' ? 'arcube dev' : `cd ${args.folder} && arcube dev`;
    this.show({ files, answers }, `${lines.join('\n')}\n\nNext: ${pc.cyan(next)}`);
  }
}
