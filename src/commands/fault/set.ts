import { Args, Flags } from '@oclif/core';
import { parseDuration } from '../../core/duration.js';
import { userError } from '../../core/errors.js';
import { ControlClient } from '../../lib/project/control-client.js';
import { findProject } from '../../lib/project/find-project.js';
import { controlFlags } from '../../lib/project/flags.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';
import { type FaultList, faultTable } from '../../lib/ui/fault-table.js';

export default class FaultSet extends ArcubeCommand {
  static override summary = 'Let a function fail, wait or be throttled, on purpose.';
  static override description =
    'Shares go from 0 to 1. The function’s log says of each invoke that the fault was injected.';
  static override examples = [
    { description: 'Slow orders down:', command: '<%= config.bin %> fault set orders --latency 2s' },
    {
      description: 'Let a tenth of all invokes fail:',
      command: "<%= config.bin %> fault set '*' --error-rate 0.1",
    },
    {
      description: 'Throttle every second one:',
      command: '<%= config.bin %> fault set OrdersFunction --throttle 0.5',
    },
  ];
  static override args = {
    function: Args.string({ required: true, description: 'Name or logical id of the function; * for all.' }),
  };
  static override flags = {
    ...controlFlags,
    latency: Flags.string({
      description: 'Time that each event waits first, e.g. 200ms.',
      helpValue: 'TIME',
    }),
    'error-rate': Flags.string({ description: 'Share that fails as a handler fails.', helpValue: 'SHARE' }),
    throttle: Flags.string({
      description: 'Share refused with TooManyRequestsException.',
      helpValue: 'SHARE',
    }),
    timeout: Flags.string({ description: 'Share that runs into the time limit.', helpValue: 'SHARE' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(FaultSet);
    const client = ControlClient.find({ projectDir: findProject(flags.project), url: flags.control });
    const { faults } = await client.post<FaultList>('/faults', {
      function: args.function,
      ...(flags.latency !== undefined && { latencyMs: parseDuration(flags.latency) }),
      ...share('errorRate', flags['error-rate']),
      ...share('throttleRate', flags.throttle),
      ...share('timeoutRate', flags.timeout),
    });
    this.show({ faults }, faultTable(faults));
  }
}

function share(name: string, text: string | undefined): Record<string, number> {
  if (text === undefined) return {};
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 1) return { [name]: value };
  throw userError('BAD_COMMAND_LINE', { what: 'A share is a number from 0 to 1.' });
}
