import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import type { RegionPlan } from '../../../src/lib/deploy/plan/region-plan.js';
import { deployPlanText } from '../../../src/lib/ui/deploy-text.js';

it('one view shows all of it, in plain words', () => {
  const region: RegionPlan = {
    region: 'eu-central-1',
    stack: 'arcube-prod',
    action: 'update',
    resources: [
      {
        logicalId: 'Key',
        type: 'AWS::KMS::Key',
        action: 'remove',
        properties: [],
        losesData: true,
        follows: false,
      },
      {
        logicalId: 'V1',
        type: 'AWS::Lambda::Version',
        action: 'remove',
        properties: [],
        losesData: false,
        follows: false,
      },
    ],
    iam: [
      {
        resource: 'Role',
        type: 'AWS::IAM::Role',
        property: 'Policies',
        kind: 'allow',
        by: ['action'],
        actions: ['s3:*'],
        resources: ['*'],
        conditions: [],
      },
    ],
    api: [
      {
        api: 'Api',
        added: ['GET /new'],
        removed: ['GET /old'],
        changed: [
          {
            operation: 'POST /orders',
            differences: [{ place: 'request', what: 'body now required', breaking: true }],
          },
        ],
        breaking: true,
      },
    ],
    environment: [{ function: 'Fn', variable: 'A', after: 'x' }],
    secrets: [{ resource: 'Fn', added: ['Secret'], removed: [] }],
    configuration: [{ of: 'parameter', name: 'Days', deployed: '30', local: '7' }],
    drift: {
      checked: true,
      resources: [
        {
          logicalId: 'Fn',
          type: 'AWS::Lambda::Function',
          status: 'MODIFIED',
          differences: [{ path: '/Timeout', expected: '3', actual: '9' }],
        },
      ],
    },
    hotswapped: [],
    uploads: [{ key: 'functions/a.zip', bytes: 2048 }],
  };
  const text = deployPlanText({
    version: 1,
    account: '123456789012',
    caller: 'arn:me',
    stage: 'prod',
    changes: true,
    losesData: true,
    widens: true,
    breaks: true,
    regions: [region, { ...region, region: 'us-east-1', action: 'none', resources: [] }],
  });
  const plain = stripVTControlCharacters(text);
  for (const wanted of [
    'eu-central-1, then us-east-1',
    /remove +Key +AWS::KMS::Key +DATA LOSS/,
    /allows s3:\* on \* \(new: action\)/,
    /- +GET \/old +BREAKING/,
    /POST \/orders +request body now required BREAKING/,
    /Fn +A +\(none\) → x/,
    /Fn +\+ Secret/,
    /parameter +Days +30 → 7/,
    /Fn +changed +\/Timeout: 3 → 9/,
    '1 archive, 2 KB',
    'us-east-1  arcube-prod: nothing to do',
    'Data is lost',
  ])
    expect(plain).toMatch(wanted);
});
