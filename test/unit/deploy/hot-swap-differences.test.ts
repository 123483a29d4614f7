import { describe, expect, it } from 'vitest';
import { differencesBesideCode } from '../../../src/lib/deploy/hotswap/template-differences.js';

describe('what keeps a hot swap back', () => {
  const template = (more: object, version = 'V1', code = 'a') => ({
    Resources: {
      Fn: { Type: 'AWS::Lambda::Function', Properties: { Code: { S3Key: code }, Timeout: 3, ...more } },
      [version]: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Fn' } } },
      Alias: {
        Type: 'AWS::Lambda::Alias',
        Properties: { FunctionVersion: { 'Fn::GetAtt': [version, 'Version'] } },
      },
    },
  });

  it('is nothing when only code, and with it the version, is another', () => {
    expect(differencesBesideCode(template({}), template({}, 'V2', 'b'), ['Fn'])).toEqual([]);
  });

  it('is named', () => {
    expect(differencesBesideCode(template({}), template({ Timeout: 9 }), ['Fn'])).toEqual(['Fn.Timeout']);
    const more = { ...template({}), Outputs: { A: { Value: 1 } } };
    expect(differencesBesideCode(template({}), more, ['Fn'])).toEqual(['Outputs of the template']);
    const fewer = { Resources: { Fn: template({}).Resources.Fn } };
    expect(differencesBesideCode(fewer, { Resources: { New: { Type: 'X' } } }, ['Fn'])).toEqual([
      'New is new',
      'Fn is gone',
    ]);
  });
});
