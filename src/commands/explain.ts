import { Args } from '@oclif/core';
import { ControlClient } from '../lib/project/control-client.js';
import { findProject } from '../lib/project/find-project.js';
import { controlFlags } from '../lib/project/flags.js';
import { ArcubeCommand } from '../lib/ui/base-command.js';
import { type ShownStory, storyText } from '../lib/ui/story.js';

export default class Explain extends ArcubeCommand {
  static override summary = 'Tell why a request was answered as it was.';
  static override description =
    'Which handler of the gateway’s chain decided and why, what the others saw, what the functions logged.';
  static override examples = [
    {
      description: 'By the id at the end of the request’s line, or from x-amzn-RequestId or X-Request-Id:',
      command: '<%= config.bin %> explain 5f0c7a3e-0b7c-4bb4-9d6e-0a5a6f3f4a10',
    },
  ];
  static override args = {
    id: Args.string({ required: true, description: 'Id of the request.' }),
  };
  static override flags = { ...controlFlags };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Explain);
    const client = ControlClient.find({ projectDir: findProject(flags.project), url: flags.control });
    const story = await client.get<ShownStory>(`/explain/${encodeURIComponent(args.id)}`);
    this.show(story, storyText(story));
  }
}
