import { UserError } from '../../../core/errors.js';
import { finishedLine } from '../report/json-lines.js';
import type { RunReport } from '../report/report.js';
import { summaryText } from '../report/summary-text.js';
import { writeReports } from '../report/write-reports.js';
import { present, type Screen } from './present.js';
import type { Launch, SessionRequest } from './request.js';
import { runSession } from './run-session.js';

/** What to print to: results, and remarks beside them. */
export interface Output extends Screen {
  remark(line: string): void;
}

/**
 * One run from beginning to end as a person or a CI sees it: shown while it goes on, summed up, reports written. A
 * report that cannot be written makes of a pass what it is: a run nobody can look up (3).
 */
export async function play(request: SessionRequest, launch: Launch, output: Output): Promise<RunReport> {
  const { listener, close } = await present(output, request.seed);
  const { report, error } = await runSession(request, launch, [listener]);
  await close();
  if (error !== undefined && !(error instanceof UserError) && process.env.DEBUG && error instanceof Error)
    output.remark(error.stack ?? error.message);
  const tell = output.json ? output.remark : output.print;
  let files: string[] = [];
  try {
    files = await writeReports(report, request.reporters, request.output, tell);
  } catch (failure) {
    if (!(failure instanceof UserError)) throw failure;
    const { what, why, todo } = failure.problem;
    report.faults.push({
      severity: 'error',
      code: failure.code,
      message: `${what} ${why ?? ''}`,
      remedy: todo,
    });
    if (report.exitCode === 0) report.exitCode = 3;
  }
  output.print(output.json ? JSON.stringify(finishedLine(report, files)) : `\n${summaryText(report)}`);
  for (const file of output.json ? [] : files) output.print(`  ${file}`);
  return report;
}
