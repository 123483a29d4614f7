import { resolve } from 'node:path';
import { Args, Flags } from '@oclif/core';
import { databaseFolder } from '../../lib/project/database-folder.js';
import { findProject } from '../../lib/project/find-project.js';
import { projectFlag } from '../../lib/project/flags.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';

export default class DbSnapshot extends ArcubeCommand {
  static override summary = 'Write the kept database of a region to a file.';
  static override description =
    'The embedded MongoDB may be running meanwhile: everything it has acknowledged is in the file.';
  static override examples = [
    { description: 'Before something risky:', command: '<%= config.bin %> db snapshot before.arc' },
  ];
  static override args = { file: Args.string({ description: 'File to write.', required: true }) };
  static override flags = {
    project: projectFlag,
    region: Flags.string({
      description: 'Data region; needed where there are several.',
      helpValue: 'REGION',
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DbSnapshot);
    const { folder, region } = databaseFolder(findProject(flags.project), flags.region);
    const { snapshotDatabase } = await import('../../../emulator/index.js');
    const file = resolve(args.file);
    await snapshotDatabase(folder, file);
    this.show({ region, file }, `The database of ${region} is in ${file}.`);
  }
}
