import { Args } from '@oclif/core';
import { ControlClient } from '../lib/project/control-client.js';
import { findProject } from '../lib/project/find-project.js';
import { controlFlags } from '../lib/project/flags.js';
import { ArcubeCommand } from '../lib/ui/base-command.js';
import type { ShownStory } from '../lib/ui/story.js';
import { waterfall } from '../lib/ui/waterfall.js';

export default class Trace extends ArcubeCommand {
  static override summary = 'Draw where the time of a request went.';
  static override description =
    'Gateway, authorizer, function, each database command and outgoing call, as a waterfall under one request id.';
  static override examples = [
    {
      description: 'By request id:',
      command: '<%= config.bin %> trace 5f0c7a3e-0b7c-4bb4-9d6e-0a5a6f3f4a10',
    },
  ];
  static override args = {
    id: Args.string({ required: true, description: 'Id of the request.' }),
  };
  static override flags = { ...controlFlags };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Trace);
    const client = ControlClient.find({ projectDir: findProject(flags.project), url: flags.control });
    const story = await client.get<ShownStory>(`/explain/${encodeURIComponent(args.id)}`);
    this.show(story, waterfall(story.spans, process.stdout.columns));
  }
}
