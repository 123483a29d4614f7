import { join } from 'node:path';
import { Flags } from '@oclif/core';
import { findProject } from '../../lib/project/find-project.js';
import { projectFlag } from '../../lib/project/flags.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';
import { columns } from '../../lib/ui/table.js';

export default class RotateKeysAudit extends ArcubeCommand {
  static override summary =
    'Show who rotated which keys and when, and check that nobody has changed the record.';
  static override description =
    'Each line’s hash covers the line before it. Keep the last hash elsewhere: given back with --head, it also shows a log that was cut off.';
  static override examples = [
    { description: 'Check the chain:', command: '<%= config.bin %> rotate-keys audit --verify' },
    {
      description: 'And that it still reaches as far as it did:',
      command: '<%= config.bin %> rotate-keys audit --verify --head 5f3a…',
    },
  ];
  static override flags = {
    project: projectFlag,
    verify: Flags.boolean({ description: 'Only check the chain.' }),
    head: Flags.string({ description: 'Hash of a line that must be in it.', helpValue: 'HASH' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(RotateKeysAudit);
    const { checkAudit } = await import('../../lib/rotation/check-audit.js');
    const folder = join(findProject(flags.project), '.arcube', 'rotation');
    const lines = checkAudit(folder, flags.head);
    const head = lines.at(-1)?.hash ?? null;
    if (this.json) return this.show({ lines: flags.verify ? lines.length : lines, head, intact: true }, '');
    const sum = `${lines.length} lines, unbroken. Last hash ${head ?? '-'}`;
    const rows = lines.map(({ at, who, rotation, what, note }) => [at, rotation, who, what, note]);
    this.show({}, flags.verify || rows.length === 0 ? sum : `${columns(rows)}\n${sum}`);
  }
}
