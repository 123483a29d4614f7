import { parseArgs } from 'node:util';
import { EmbeddedCluster } from '../../../emulator/mongo/cluster.js';
import { MovableClock } from '../../../src/core/clock.js';
import { createIds } from '../../../src/core/ids.js';
import type { TestOutcome } from './runner/run-file.js';
import { connectTarget, type FileOutcome, runSuite, SUITES, specsFolder } from './runner/suite.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { uri: { type: 'string' }, only: { type: 'string' }, verbose: { type: 'boolean', short: 'v' } },
});

const folder = specsFolder();
if (folder === undefined) {
  console.log('SKIPPED: the MongoDB specifications are not here. Set ARCUBE_MONGODB_SPECS to their folder.');
} else {
  process.exitCode = await run(folder);
}

async function run(specs: string): Promise<number> {
  const cluster = values.uri === undefined ? await startEmbedded() : undefined;
  const target = await connectTarget(values.uri ?? cluster!.uri);
  console.log(`MongoDB ${target.facts.version}, ${target.facts.topology}\n`);
  let failures = 0;
  for (const suite of positionals.length > 0 ? positionals : SUITES) {
    const files = await runSuite(specs, suite, target, values.only);
    failures += report(suite, files);
  }
  await target.client.close();
  await cluster?.stop();
  return failures === 0 ? 0 : 1;
}

async function startEmbedded(): Promise<EmbeddedCluster> {
  const cluster = new EmbeddedCluster({
    region: 'local',
    clock: new MovableClock(),
    ids: createIds(),
    onBackgroundError: (error) => console.error(error),
  });
  await cluster.start();
  return cluster;
}

function report(suite: string, files: readonly FileOutcome[]): number {
  const all = files.flatMap(({ outcomes }) => outcomes);
  const of = (result: TestOutcome['result']) => all.filter((outcome) => outcome.result === result);
  const [passed, failed, skipped] = [of('pass'), of('fail'), of('skip')];
  const ran = passed.length + failed.length;
  const share = ran === 0 ? '–' : `${((100 * passed.length) / ran).toFixed(1)} %`;
  console.log(
    `${suite}: ${passed.length} passed, ${failed.length} failed, ${skipped.length} left out (${share} of what ran)`,
  );
  for (const { file, outcomes } of files) {
    for (const { test, result, reason } of outcomes)
      if (result === 'fail') console.log(`  ✗ ${file} › ${test}\n      ${reason}`);
  }
  if (values.verbose === true)
    for (const [reason, count] of tally(skipped)) console.log(`  left out ${count}: ${reason}`);
  console.log();
  return failed.length;
}

function tally(skipped: readonly TestOutcome[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { reason = '' } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
