import { Args, Flags } from '@oclif/core';
import pc from 'picocolors';
import { userError } from '../core/errors.js';
import { ControlClient } from '../lib/project/control-client.js';
import { findProject } from '../lib/project/find-project.js';
import { controlFlags } from '../lib/project/flags.js';
import { ArcubeCommand } from '../lib/ui/base-command.js';

interface ClockState {
  now: string;
  epochMs: number;
  offsetMs: number;
  frozen: boolean;
}

export default class Clock extends ArcubeCommand {
  static override summary = 'Read or move the clock of the running emulator.';
  static override description =
    'Everything in the emulator asks this clock: tokens, caches, throttles, quotes, TTL indexes, and `Date` in handlers.';
  static override examples = [
    { description: 'Tell the time:', command: '<%= config.bin %> clock' },
    { description: 'Let an hour pass, at once:', command: '<%= config.bin %> clock +1h' },
    { description: 'Go back a quarter of an hour:', command: '<%= config.bin %> clock -- -15m' },
    { description: 'Jump to a moment:', command: '<%= config.bin %> clock 2026-07-01T08:00:00Z' },
    {
      description: 'Stop time, let it run on, go back to the machine’s:',
      command: '<%= config.bin %> clock freeze',
    },
  ];
  static override args = {
    move: Args.string({ description: '+1h, -15m, an ISO 8601 moment, freeze, resume or reset.' }),
  };
  static override flags = {
    ...controlFlags,
    at: Flags.string({ description: 'With freeze: the moment to stand still at.', helpValue: 'MOMENT' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Clock);
    const client = ControlClient.find({ projectDir: findProject(flags.project), url: flags.control });
    const body = moveOf(args.move, flags.at);
    const state = await (body ? client.post<ClockState>('/clock', body) : client.get<ClockState>('/clock'));
    this.show(state, describe(state));
  }
}

function moveOf(move: string | undefined, at: string | undefined): Record<string, unknown> | undefined {
  if (move === undefined) return undefined;
  if (move === 'freeze') return { freeze: at ?? true };
  if (at !== undefined) throw userError('BAD_COMMAND_LINE', { what: '--at goes with freeze only.' });
  if (move === 'resume' || move === 'reset') return { [move]: true };
  return /^[+-]/.test(move) ? { advance: move } : { set: move };
}

function describe(state: ClockState): string {
  const notes = [
    state.frozen ? pc.cyan('frozen') : 'running',
    state.offsetMs === 0
      ? 'the machine’s time'
      : `${state.offsetMs > 0 ? '+' : ''}${state.offsetMs / 1000} s to the machine`,
  ];
  return `${pc.bold(state.now)}  ${pc.dim(notes.join(', '))}`;
}
