import { resolve } from 'node:path';
import { Args, Flags } from '@oclif/core';
import { parseMoment } from '../../core/duration.js';
import { userError } from '../../core/errors.js';
import { databaseFolder } from '../../lib/project/database-folder.js';
import { findProject } from '../../lib/project/find-project.js';
import { projectFlag } from '../../lib/project/flags.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';

export default class DbRestore extends ArcubeCommand {
  static override summary = 'Bring the kept database of a region back to a moment or to a snapshot.';
  static override description =
    'The emulator must not run. What was there is kept in a folder beside it. Moments are those of the emulator’s clock.';
  static override examples = [
    {
      description: 'As it was at noon:',
      command: '<%= config.bin %> db restore --to 2026-07-01T12:00:00Z',
    },
    { description: 'From a file:', command: '<%= config.bin %> db restore before.arc' },
  ];
  static override args = { file: Args.string({ description: 'What `db snapshot` wrote.' }) };
  static override flags = {
    project: projectFlag,
    region: Flags.string({
      description: 'Data region; needed where there are several.',
      helpValue: 'REGION',
    }),
    to: Flags.string({ description: 'Moment, ISO 8601.', helpValue: 'MOMENT' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DbRestore);
    if ((args.file === undefined) === (flags.to === undefined)) {
      throw userError('BAD_COMMAND_LINE', { what: 'Name either a snapshot file or a moment with --to.' });
    }
    const { folder, region } = databaseFolder(findProject(flags.project), flags.region);
    const { restoreDatabase } = await import('../../../emulator/index.js');
    const point =
      flags.to === undefined ? { file: resolve(args.file as string) } : { time: parseMoment(flags.to) };
    const kept = await restoreDatabase(folder, point);
    this.show(
      { region, folder, kept },
      `The database of ${region} is restored; what was there is in ${kept}.`,
    );
  }
}
