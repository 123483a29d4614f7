import { Args, Flags } from '@oclif/core';
import { parseDuration } from '../../core/duration.js';
import { userError } from '../../core/errors.js';
import { ControlClient } from '../../lib/project/control-client.js';
import { findProject } from '../../lib/project/find-project.js';
import { controlFlags } from '../../lib/project/flags.js';
import { ArcubeCommand } from '../../lib/ui/base-command.js';
import { type FaultList, faultTable } from '../../lib/ui/fault-table.js';

export default class FaultSet extends ArcubeCommand {
  static override summary = 'Let a function, a vendor or MongoDB fail, wait or refuse, on purpose.';
  static override description =
    'Shares go from 0 to 1. The logs say of each call that the fault was injected. A vendor fails with 503, refuses with 429 and hangs; a command of MongoDB fails with --error-code, or runs out of its maxTimeMS.';
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
    {
      description: 'Let a vendor hang now and then:',
      command: '<%= config.bin %> fault set airalo --timeout 0.2',
    },
    {
      description: 'Fail commands of MongoDB in a way that drivers retry:',
      command:
        '<%= config.bin %> fault set mongo --error-rate 0.3 --error-code InterruptedDueToReplStateChange',
    },
  ];
  static override args = {
    target: Args.string({
      required: true,
      description:
        'Name or logical id of a function (* for all), a vendor (vendors for all), mongo, or mongo:REGION.',
    }),
  };
  static override flags = {
    ...controlFlags,
    latency: Flags.string({
      description: 'Time that each event waits first, e.g. 200ms.',
      helpValue: 'TIME',
    }),
    'error-rate': Flags.string({
      description: 'Share that fails: as a handler fails, with 503, with a command’s error.',
      helpValue: 'SHARE',
    }),
    'error-code': Flags.string({
      description: 'Name or number of MongoDB’s error; InternalError, which no driver retries, by default.',
      helpValue: 'CODE',
    }),
    throttle: Flags.string({
      description: 'Share refused with TooManyRequestsException, by a vendor with 429.',
      helpValue: 'SHARE',
    }),
    timeout: Flags.string({
      description: 'Share that gets no answer within its time limit.',
      helpValue: 'SHARE',
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(FaultSet);
    const client = ControlClient.find({ projectDir: findProject(flags.project), url: flags.control });
    const { faults } = await client.post<FaultList>('/faults', {
      target: args.target,
      ...(flags.latency !== undefined && { latencyMs: parseDuration(flags.latency) }),
      ...share('errorRate', flags['error-rate']),
      ...(flags['error-code'] !== undefined && { errorCode: flags['error-code'] }),
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
