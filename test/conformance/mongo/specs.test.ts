import { expect, test } from 'vitest';
import { startCluster } from '../../helpers/mongo-cluster.js';
import { connectTarget, runSuite, specsFolder } from './runner/suite.js';

const folder = specsFolder();

/** The quick ones of the suites that pass as a whole; `npm run conformance:mongo` runs all of them. */
const QUICK = ['sessions', 'run-command', 'index-management'];

if (folder === undefined) {
  test('the published driver tests are left out: set ARCUBE_MONGODB_SPECS to their folder', () => {
    console.warn(
      'SKIPPED: the MongoDB specifications are not here; set ARCUBE_MONGODB_SPECS to their folder.',
    );
  });
} else {
  test.each(QUICK)('%s', { timeout: 120_000 }, async (suite) => {
    const { cluster } = await startCluster();
    const target = await connectTarget(cluster.uri);
    const files = await runSuite(folder, suite, target);
    await target.client.close();
    const outcomes = files.flatMap(({ file, outcomes: all }) => all.map((outcome) => ({ file, ...outcome })));
    expect(outcomes.filter(({ result }) => result === 'fail')).toEqual([]);
    expect(outcomes.filter(({ result }) => result === 'pass').length).toBeGreaterThan(10);
  });
}
