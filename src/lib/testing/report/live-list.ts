import { Listr } from 'listr2';
import pc from 'picocolors';
import type { CaseResult, TestCase } from '../case.js';
import type { RunListener } from '../run/events.js';

/** A group of cases, as a line of the list. */
interface Line {
  total: number;
  done: number;
  failed: string[];
  skipped: number;
  running: string[];
  ended: boolean;
  show(): void;
  end(): void;
}

/** A listener, and the wish to know when the list has drawn its last. */
export interface LiveList extends RunListener {
  /** Ends what still spins, and resolves when nothing more is drawn. */
  close(): Promise<void>;
}

/** The run as a list that moves, a line for each scenario file and suite. */
export function liveList(): LiveList {
  const lines = new Map<string, Line>();
  let drawn: Promise<unknown> = Promise.resolve();
  return {
    begin(cases) {
      drawn = start(cases, lines).catch(() => undefined);
    },
    caseStarted({ group, name }) {
      lines.get(group)?.running.push(name);
      lines.get(group)?.show();
    },
    caseEnded: (result) => take(lines.get(result.group), result),
    async close() {
      for (const line of lines.values()) line.end();
      await drawn;
    },
  };
}

function take(line: Line | undefined, { name, outcome }: CaseResult): void {
  if (!line) return;
  line.done++;
  line.running = line.running.filter((one) => one !== name);
  if (outcome === 'failed') line.failed.push(name);
  if (outcome === 'skipped') line.skipped++;
  line.show();
  if (line.done === line.total) line.end();
}

function start(cases: readonly TestCase[], lines: Map<string, Line>): Promise<unknown> {
  const totals = new Map<string, number>();
  for (const { group } of cases) totals.set(group, (totals.get(group) ?? 0) + 1);
  const tasks = [...totals].map(([group, total]) => ({
    title: group,
    task: (
      _context: unknown,
      task: { title: string | undefined; output: string; skip(text: string): void },
    ) =>
      new Promise<void>((resolve, reject) => {
        const line = lines.get(group) as Line;
        line.show = () => {
          task.title = `${group} ${pc.dim(`${line.done}/${total}`)}`;
          task.output = line.running[0] ?? '';
        };
        line.end = () => {
          if (line.ended) return; // a line that is done is drawn no more
          line.show();
          line.ended = true;
          if (line.failed.length > 0) reject(new Error(line.failed.join(', ')));
          else if (line.skipped === total) task.skip(`${group} ${pc.yellow('skipped')}`);
          if (line.failed.length === 0) resolve();
        };
        line.show();
      }),
  }));
  for (const [group, total] of totals)
    lines.set(group, {
      total,
      done: 0,
      failed: [],
      skipped: 0,
      running: [],
      ended: false,
      show: nothing,
      end: nothing,
    });
  const list = new Listr(tasks, {
    concurrent: true,
    exitOnError: false,
    renderer: 'default',
    rendererOptions: { collapseErrors: false },
    registerSignalListeners: false, // the command itself stops what runs
  });
  return list.run();
}

function nothing(): void {}
