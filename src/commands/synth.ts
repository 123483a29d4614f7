import { join, resolve } from 'node:path';
import { Flags } from '@oclif/core';
import { builtFile } from '../core/package-root.js';
import { STAGES, type Stage, stageSettings } from '../lib/deploy/synth/stage-settings.js';
import type { Synthesised } from '../lib/deploy/synth/synthesise.js';
import { findProject } from '../lib/project/find-project.js';
import { projectFlag } from '../lib/project/flags.js';
import { ArcubeCommand } from '../lib/ui/base-command.js';

export default class Synth extends ArcubeCommand {
  static override summary = 'Show what would be sent to CloudFormation.';
  static override description =
    'Checks template and API, packages the functions and prints plain CloudFormation: code by content in S3, the API’s document inside. Nothing is sent. Sizes go to stderr.';
  static override examples = [
    { description: 'The template of the dev stage:', command: '<%= config.bin %> synth' },
    {
      description: 'Everything for production, archives and source maps too:',
      command: '<%= config.bin %> synth --stage prod --region eu-west-1 --output build',
    },
    { description: 'For a script:', command: '<%= config.bin %> synth --json | jq .functions' },
  ];
  static override flags = {
    project: projectFlag,
    stage: Flags.option({ options: STAGES, default: 'dev' as Stage })({
      description: 'Stage; `stages` in arcube.yaml says what each has of its own.',
    }),
    region: Flags.string({
      description: 'AWS region; by default the stage’s, else the project’s.',
      helpValue: 'REGION',
    }),
    bucket: Flags.string({
      description: 'Bucket of the archives; by default arcube-assets-ACCOUNT-REGION.',
      helpValue: 'NAME',
    }),
    output: Flags.string({
      char: 'o',
      description: 'Folder to write template, parameters, archives, source maps and licences to.',
      helpValue: 'DIR',
    }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Synth);
    const made = await this.#make(findProject(flags.project), flags);
    const { sizeReport } = await import('../lib/deploy/synth/report.js');
    if (made.hidden.length > 0)
      this.remark(`Left out, because the template says NoEcho: ${made.hidden.join(', ')}.`);
    if (flags.output === undefined) {
      if (!this.json) this.remark(sizeReport(made));
      return this.show(describe(made), made.text.trimEnd());
    }
    const output = resolve(flags.output);
    const { writeSynthesised } = await import('../lib/deploy/synth/write-synthesised.js');
    await writeSynthesised(output, made);
    return this.show({ ...describe(made), output }, `${sizeReport(made)}\nWritten to ${output}.`);
  }

  async #make(
    projectDir: string,
    flags: { stage: Stage; region: string | undefined; bucket: string | undefined },
  ): Promise<Synthesised> {
    const { projectConfig, templateFile } = await import('../lib/project/project-stack.js');
    const { ASSETS_BUCKET, synthesise } = await import('../lib/deploy/synth/synthesise.js');
    const { useReadingCache } = await import('../core/document/reading-cache.js');
    useReadingCache(join(projectDir, '.arcube/cache/readings'), builtFile('readings'));
    const config = projectConfig(projectDir);
    return synthesise({
      settings: stageSettings(config, flags.stage, flags.region),
      template: templateFile(projectDir, config),
      accountId: config.accountId ?? '000000000000',
      bucket: flags.bucket ?? ASSETS_BUCKET,
      cacheDir: join(projectDir, '.arcube/cache/packages'),
    });
  }
}

/** The result for programs: paths of this machine are in it only where something was written. */
function describe({ settings, text, functions, ...made }: Synthesised): Record<string, unknown> {
  const packages = functions.map(({ file: _, sourceMap: __, ...one }) => one);
  const { stage, stackName, region } = settings;
  const { parameters, capabilities, sha256, template } = made;
  const size = { templateBytes: Buffer.byteLength(text), templateSha256: sha256 };
  return { stage, stackName, region, capabilities, parameters, ...size, functions: packages, template };
}
