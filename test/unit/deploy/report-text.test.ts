import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { DeployState } from '../../../src/lib/deploy/apply/deploy-state.js';
import type { RegionPart } from '../../../src/lib/deploy/apply/entries.js';
import { deployReportText } from '../../../src/lib/ui/report-text.js';

const region = 'eu-central-1';
const none = { added: [], changed: [], replaced: [], removed: [] };
const part: RegionPart = {
  region,
  stack: 'shop-prod',
  stackId: 'shop-prod',
  assets: [],
  content: { template: { sha256: '', key: '' }, parameters: {}, hidden: [], capabilities: [], functions: [] },
  plan: { action: 'update', ...none },
  observed: { routes: {} },
};

it('the report of a deploy that the hook refused has the cause, what the hook wrote, and what helps', () => {
  const log = [
    '{"level":"error","smoke":"the service is well","step":"it answers","fault":"Expected 200, got 500."}',
  ];
  const state = new DeployState([
    {
      type: 'begin',
      deploy: 'd-1',
      at: 0,
      by: 'arn:aws:iam::123456789012:user/deployer',
      account: '123456789012',
      stage: 'prod',
      options: { apiUrls: {}, judge: true, smoke: true },
      parts: [part],
    },
    {
      type: 'settled',
      at: 1,
      region,
      status: 'UPDATE_ROLLBACK_COMPLETE',
      ok: false,
      canaries: [],
      verdicts: [],
      failure: {
        status: 'UPDATE_ROLLBACK_COMPLETE',
        logicalId: 'ServiceAlias',
        type: 'AWS::Lambda::Alias',
        reason: 'BeforeAllowTraffic failed',
        fix: 'Mend it.',
        log,
      },
    },
    { type: 'end', at: 2, outcome: 'failed' },
  ]);
  const lines = stripVTControlCharacters(deployReportText(state, undefined)).split('\n');
  expect(lines.slice(-3)).toEqual([
    '    First cause: ServiceAlias (AWS::Lambda::Alias): BeforeAllowTraffic failed',
    `      ${log[0]}`,
    '    → Mend it.',
  ]);
});
