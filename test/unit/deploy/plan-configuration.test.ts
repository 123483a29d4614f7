import { expect, it } from 'vitest';
import type { FunctionFacts } from '../../../src/lib/aws/functions.js';
import { configurationDifferences } from '../../../src/lib/deploy/plan/configuration.js';
import { readSides } from '../../../src/lib/deploy/plan/sides.js';
import type { Synthesised } from '../../../src/lib/deploy/synth/synthesise.js';
import { STACK, side } from '../../helpers/deploy/plan-sides.js';

it('configuration: parameters, tags and settings of functions; what NoEcho hides is not compared', () => {
  const live = {
    memorySize: 256,
    timeout: 3,
    runtime: 'nodejs20.x',
    handler: 'index.handler',
  } as FunctionFacts;
  const found = configurationDifferences(
    { stack: STACK, functions: new Map([['Fn', live]]) },
    { parameters: [{ ParameterKey: 'Retention', ParameterValue: '7' }] },
    { 'arcube:stage': 'dev', team: 'x' },
    {
      after: side({
        Fn: {
          type: 'AWS::Lambda::Function',
          properties: { Runtime: 'nodejs22.x', Handler: 'index.handler' },
        },
      }),
    },
  );
  expect(found).toEqual([
    { of: 'parameter', name: 'Retention', deployed: '30', local: '7' },
    { of: 'tag', name: 'team', local: 'x' },
    { of: 'Fn', name: 'MemorySize', deployed: '256', local: '128' },
    { of: 'Fn', name: 'Runtime', deployed: 'nodejs20.x', local: 'nodejs22.x' },
  ]);
});

it('both templates are resolved with their own parameters, or neither is', () => {
  const Resources = {
    Logs: {
      Type: 'AWS::Logs::LogGroup',
      DeletionPolicy: 'Retain',
      Properties: { RetentionInDays: { Ref: 'Days' } },
    },
  };
  const template = { Parameters: { Days: { Type: 'Number', Default: 1 } }, Resources };
  const made = {
    template,
    parameters: [{ ParameterKey: 'Days', ParameterValue: '7' }],
    settings: { stage: 'dev', stackName: 's', region: 'eu-central-1', parameters: {} },
  } as unknown as Synthesised;
  const stack = { ...STACK, parameters: { Days: '30' } };
  const { before, after } = readSides(template, stack, made);
  expect(before.get('Logs')).toMatchObject({
    properties: { RetentionInDays: '30' },
    deletionPolicy: 'Retain',
  });
  expect(after.get('Logs')?.properties).toEqual({ RetentionInDays: '7' });
  const broken = readSides(
    {
      Resources: { ...Resources, Bad: { Type: 'AWS::S3::Bucket', Properties: { X: { Ref: 'Nothing' } } } },
    },
    stack,
    made,
  );
  expect([...broken.before.keys()]).toEqual(['Logs', 'Bad']);
  expect(broken.after.get('Logs')?.properties).toEqual({ RetentionInDays: { Ref: 'Days' } });
});
