import { describe, expect, it } from 'vitest';
import { environmentChanges, secretReferenceChanges } from '../../../src/lib/deploy/plan/environment.js';
import { side } from '../../helpers/deploy/plan-sides.js';

describe('environment and secrets', () => {
  const fn = (Variables: object, resolved: object = Variables) => ({
    Fn: {
      type: 'AWS::Lambda::Function',
      written: { Environment: { Variables } },
      properties: { Environment: { Variables: resolved } },
    },
    Secret: { type: 'AWS::SecretsManager::Secret' },
  });

  it('tell variables that come, go and change, a parameter’s new value too; written-down secrets are not shown', () => {
    const sides = {
      before: side(
        fn(
          { MODE: { Ref: 'Mode' }, OLD: 'x', API_TOKEN: 'hunter2' },
          { MODE: 'a', OLD: 'x', API_TOKEN: 'hunter2' },
        ),
      ),
      after: side(
        fn(
          { MODE: { Ref: 'Mode' }, URL: { 'Fn::GetAtt': ['Api', 'Url'] }, API_TOKEN: 'hunter3' },
          { MODE: 'b', URL: 'u', API_TOKEN: 'hunter3' },
        ),
      ),
    };
    const found = environmentChanges(sides);
    expect(found).toEqual([
      { function: 'Fn', variable: 'API_TOKEN', before: '(not shown)', after: '(not shown)' },
      { function: 'Fn', variable: 'MODE', before: '!Ref Mode', after: '!Ref Mode' },
      { function: 'Fn', variable: 'OLD', before: 'x' },
      { function: 'Fn', variable: 'URL', after: '!GetAtt Api.Url' },
    ]);
  });

  it('tell references to secrets, dynamic ones and those to resources', () => {
    const sides = {
      before: side(fn({ A: '{{resolve:secretsmanager:old}}' })),
      after: side(fn({ A: { 'Fn::Sub': 'x-${Secret}' }, B: '{{resolve:ssm:/p:1}}' })),
    };
    expect(secretReferenceChanges(sides)).toEqual([
      {
        resource: 'Fn',
        added: ['Secret', '{{resolve:ssm:/p:1}}'],
        removed: ['{{resolve:secretsmanager:old}}'],
      },
    ]);
  });
});
