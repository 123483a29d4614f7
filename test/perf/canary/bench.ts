import { type RehearsedDeploy, rehearseDeploy } from '../../../src/lib/deploy/rehearsal/rehearse.js';
import {
  answering,
  type CanaryProject,
  canaryProject,
  canaryStage,
  failing,
} from '../../helpers/deploy/canary-project.js';

// Canaries of 10 % for five minutes of the emulator's clock, under steady load: `npm run bench:canary [ROUNDS] [RATE]`.
// A version that answers 500 to a fifth of its requests has to go back by itself, a good one has to be promoted.
const rounds = Number(process.argv[2] ?? 5);
const rate = Number(process.argv[3] ?? 100);
const CANARY_SHARE = 0.1;

interface Round {
  outcome: string;
  requests: number;
  failed: number;
}

async function deployed(
  lab: Awaited<ReturnType<typeof canaryStage>>,
  project: CanaryProject,
): Promise<RehearsedDeploy> {
  const { deploys } = await rehearseDeploy(lab.stage, {
    projects: [{ dir: project.dir, name: project.dir }],
    stage: 'prod',
    rate,
    step: 50,
    options: { judge: true, smoke: false },
    signal: new AbortController().signal,
    show: (_step, _region, work) => work(() => undefined),
    planned: () => undefined,
  });
  project.remove();
  return deploys[0] as RehearsedDeploy;
}

async function round(lab: Awaited<ReturnType<typeof canaryStage>>, code: string): Promise<Round> {
  const { outcome, problem, traffic } = await deployed(lab, canaryProject(code));
  return {
    outcome: problem?.code ?? outcome,
    requests: traffic?.requests ?? 0,
    failed: traffic?.errors ?? 0,
  };
}

const first = canaryProject(answering('first'));
const lab = await canaryStage(first.dir);
const good: Round[] = [];
const bad: Round[] = [];
try {
  await deployed(lab, first);
  for (let n = 0; n < rounds; n++) {
    bad.push(await round(lab, `/* ${n} */ ${failing(0.2)}`));
    good.push(await round(lab, answering(`good ${n}`)));
  }
} finally {
  await lab.stop();
}
const sum = (all: Round[], of: (one: Round) => number): number =>
  all.reduce((total, one) => total + of(one), 0);
const share = (all: Round[]): number =>
  sum(all, ({ failed }) => failed) / sum(all, ({ requests }) => requests);
const worst = Math.max(...bad.map(({ failed, requests }) => failed / requests));
const report = {
  rounds,
  rate,
  bad: {
    rolledBack: bad.filter(({ outcome }) => outcome === 'DEPLOY_CANARY_BROKEN').length,
    requests: sum(bad, ({ requests }) => requests),
    failed: sum(bad, ({ failed }) => failed),
    share: share(bad),
    worstShare: worst,
  },
  good: {
    promoted: good.filter(({ outcome }) => outcome === 'done').length,
    requests: sum(good, ({ requests }) => requests),
    failed: sum(good, ({ failed }) => failed),
  },
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
const held =
  report.bad.rolledBack === rounds &&
  worst <= CANARY_SHARE &&
  report.good.promoted === rounds &&
  report.good.failed === 0;
process.exit(held ? 0 : 1);
