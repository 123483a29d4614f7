import { resolve } from 'node:path';
import { Args, Flags } from '@oclif/core';
import pc from 'picocolors';
import { type ScaffoldAnswers, scaffold } from '../lib/project/scaffold.js';
import { ArcubeCommand } from '../lib/ui/base-command.js';

const USUAL: ScaffoldAnswers = {
  tenant: 'my-airline',
  name: 'My Airline',
  region: 'eu-central-1',
  currency: 'EUR',
  domain: 'book.my-airline.example',
};

const QUESTIONS: [keyof ScaffoldAnswers, string][] = [
  ['tenant', 'Short name of the tenant (kebab case)'],
  ['name', 'Name that passengers see'],
  ['region', 'AWS region that its passenger data stays in'],
  ['currency', 'Currency it settles in (ISO 4217)'],
  ['domain', 'Host of its booking site'],
];

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
      QUESTIONS.flatMap(([key]) => (flags[key] === undefined ? [] : [[key, flags[key]]])),
    );
    const ask = !flags.yes && !this.json && process.stdin.isTTY === true;
    const answers = complete(given, ask ? await this.#ask(given) : {});
    const files = await scaffold(resolve(args.folder), answers, flags.force);
    const lines = files.map(({ path, outcome }) =>
      outcome === 'written'
        ? `${pc.green('written')} ${path}`
        : `${pc.yellow('kept')}    ${path}  ${pc.dim('(--force overwrites)')}`,
    );
    const next = args.folder === '.' ? 'arcube dev' : `cd ${args.folder} && arcube dev`;
    this.show({ files, answers }, `${lines.join('\n')}\n\nNext: ${pc.cyan(next)}`);
  }

  async #ask(given: Partial<ScaffoldAnswers>): Promise<Partial<ScaffoldAnswers>> {
    const { default: inquirer } = await import('inquirer');
    const usual = complete(given, {});
    const open = QUESTIONS.filter(([key]) => given[key] === undefined);
    const questions = open.map(([name, message]) => ({
      type: 'input' as const,
      name,
      message,
      default: usual[name],
    }));
    return inquirer.prompt<Partial<ScaffoldAnswers>>(questions);
  }
}

/** Given answers over asked ones over the usual; name and domain follow the tenant when they are open. */
function complete(given: Partial<ScaffoldAnswers>, asked: Partial<ScaffoldAnswers>): ScaffoldAnswers {
  const chosen = { ...asked, ...given };
  if (chosen.tenant === undefined) return { ...USUAL, ...chosen };
  const words = chosen.tenant.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return {
    ...USUAL,
    name: words.join(' '),
    domain: `book.${chosen.tenant}.example`,
    ...chosen,
    tenant: chosen.tenant,
  };
}
