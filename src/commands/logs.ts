import { Flags } from '@oclif/core';
import { ControlClient } from '../lib/project/control-client.js';
import { findProject } from '../lib/project/find-project.js';
import { controlFlags } from '../lib/project/flags.js';
import { ArcubeCommand } from '../lib/ui/base-command.js';
import { logLine, type ShownLog } from '../lib/ui/log-line.js';
import { stopAsked } from '../lib/ui/stop-signals.js';

/** `functionName` is the full name of the function that was asked for. */
interface KeptLogs {
  logs: ShownLog[];
  functionName?: string;
}

export default class Logs extends ArcubeCommand {
  static override summary = 'Show what the functions logged.';
  static override examples = [
    { description: 'The last lines of all functions:', command: '<%= config.bin %> logs' },
    {
      description: 'Everything of one request:',
      command: '<%= config.bin %> logs --request-id 5f0c7a3e-0b7c-4bb4-9d6e-0a5a6f3f4a10',
    },
    {
      description: 'One function, and go on as it writes:',
      command: '<%= config.bin %> logs --function orders --follow',
    },
  ];
  static override flags = {
    ...controlFlags,
    function: Flags.string({
      char: 'f',
      description: 'Name or logical id of the function.',
      helpValue: 'NAME',
    }),
    'request-id': Flags.string({ char: 'r', description: 'Id of the request.', helpValue: 'ID' }),
    limit: Flags.integer({ char: 'n', min: 1, max: 1000, default: 100, description: 'Lines at most.' }),
    follow: Flags.boolean({ char: 'F', description: 'Go on with new lines until Ctrl-C.' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Logs);
    const client = ControlClient.find({ projectDir: findProject(flags.project), url: flags.control });
    const requestId = flags['request-id'];
    const query = new URLSearchParams({ limit: String(flags.limit) });
    if (flags.function !== undefined) query.set('function', flags.function);
    if (requestId !== undefined) query.set('request-id', requestId);
    const { logs, functionName } = await client.get<KeptLogs>(`/logs?${query}`);
    for (const line of logs) this.show(line, logLine(line));
    if (flags.follow) await this.#follow(client, { functionName, requestId });
  }

  async #follow(
    client: ControlClient,
    wanted: { functionName: string | undefined; requestId: string | undefined },
  ): Promise<void> {
    const stop = new AbortController();
    stopAsked().then(
      () => stop.abort(),
      () => stop.abort(),
    );
    try {
      for await (const { data } of client.events(['log'], stop.signal)) {
        const line = data as ShownLog;
        const fits = wanted.functionName === undefined || line.functionName === wanted.functionName;
        if (fits && (wanted.requestId === undefined || line.requestId === wanted.requestId))
          this.show(line, logLine(line));
      }
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    }
    if (stop.signal.aborted) this.exit(0); // the signal handlers would keep the process alive
  }
}
