import { Args, Flags } from '@oclif/core';
import { userError } from '../../core/errors.js';
import { findProject } from '../../lib/project/find-project.js';
import { projectFlag } from '../../lib/project/flags.js';
import { type Edit, editTenant, parseEdit, parsePath } from '../../lib/tenant/edit.js';
import { findOwnTenant, readTenants } from '../../lib/tenant/folder.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';

export default class TenantSet extends ArcubeCommand {
  static override summary = 'Change settings of a tenant; its file keeps its comments.';
  static override description =
    'Values are YAML. Nothing is written unless the file is right afterwards. A running `arcube dev` takes the change up at once.';
  static override examples = [
    {
      description: 'A mark-up of 25 percent on eSIMs:',
      command: '<%= config.bin %> tenant set aulis-air categories.ESIMS.markup=25',
    },
    {
      description: 'Several at once:',
      command: "<%= config.bin %> tenant set aulis-air 'locales=[en-GB, el-GR]' clients[0].enabled=false",
    },
    {
      description: 'Back to the default:',
      command: '<%= config.bin %> tenant set aulis-air --unset categories.ESIMS.markup',
    },
  ];
  static override strict = false;
  static override args = {
    tenant: Args.string({ required: true, description: 'Id of the tenant.' }),
    settings: Args.string({ description: 'PATH=VALUE, one or more.' }),
  };
  static override flags = {
    project: projectFlag,
    unset: Flags.string({
      multiple: true,
      description: 'Path to take out; may be repeated.',
      helpValue: 'PATH',
    }),
  };

  async run(): Promise<void> {
    const { args, argv, flags } = await this.parse(TenantSet);
    const edits = [
      ...(argv as string[]).slice(1).map(parseEdit),
      ...(flags.unset ?? []).map((path): Edit => ({ path: parsePath(path) })),
    ];
    if (edits.length === 0)
      throw userError('BAD_COMMAND_LINE', { what: 'Give PATH=VALUE, or --unset PATH.' });
    refuseFixed(args.tenant, edits);
    const projectDir = findProject(flags.project);
    const { file } = findOwnTenant(projectDir, args.tenant);
    const tenant = await editTenant(file, edits, readTenants(projectDir).tenants);
    const changed = edits.map(({ path }) => path.join('.'));
    this.show({ file, changed, tenant }, `${file}: ${changed.join(', ')} changed.`);
  }
}

/** What a file cannot change by itself: the id is part of every key, and data does not follow a region. */
function refuseFixed(tenant: string, edits: readonly Edit[]): void {
  for (const { path, value } of edits) {
    if (path[0] === 'id')
      throw userError('TENANT_FIXED', {
        what: 'The id of a tenant cannot be changed.',
        todo: 'Add a tenant of the new id; `arcube tenant export` writes the settings out.',
      });
    if (path[0] === 'dataRegion')
      throw userError('TENANT_FIXED', {
        what: 'The data of a tenant does not follow an edit of its region.',
        todo: `Move it: \`arcube tenant move ${tenant} --to ${String(value ?? 'REGION')}\`.`,
      });
  }
}
