import { describe, expect, it } from 'vitest';
import type { ResourceChange } from '../../../src/lib/aws/change-sets.js';
import { plannedResources } from '../../../src/lib/deploy/plan/resources.js';
import { side } from '../../helpers/deploy/plan-sides.js';

const change = (more: Partial<ResourceChange>): ResourceChange => ({
  action: 'Modify',
  logicalId: 'It',
  type: 'AWS::S3::Bucket',
  causes: [],
  ...more,
});

describe('resources', () => {
  const [before, after] = [
    side({ It: { type: 'AWS::S3::Bucket' } }),
    side({ It: { type: 'AWS::S3::Bucket' } }),
  ];
  const kept = side({ It: { type: 'AWS::S3::Bucket', deletionPolicy: 'Retain', replacePolicy: 'Snapshot' } });

  it.each([
    ['removed', { action: 'Remove' }, before, after, true],
    ['removed but kept', { action: 'Remove' }, kept, after, false],
    ['removed, kept in the new template only', { action: 'Remove' }, before, kept, true],
    ['replaced', { replacement: 'True' }, before, after, true],
    ['replaced but kept', { replacement: 'True' }, before, kept, false],
    ['perhaps replaced', { replacement: 'Conditional' }, before, after, true],
    ['changed in place', { replacement: 'False' }, before, after, false],
    ['added', { action: 'Add' }, before, after, false],
    ['kept, as CloudFormation says', { action: 'Remove', policyAction: 'Retain' }, before, after, false],
    [
      'lost, as CloudFormation says',
      { replacement: 'True', policyAction: 'ReplaceAndDelete' },
      before,
      kept,
      true,
    ],
    ['nothing of value', { action: 'Remove', type: 'AWS::IAM::Role' }, before, after, false],
  ] as const)('%s: data is lost or not', (_, more, was, is, lost) => {
    const [found] = plannedResources([change(more)], { before: was, after: is });
    expect(found?.losesData).toBe(lost);
  });

  it('come with what loses data first, and say when an address changes', () => {
    const found = plannedResources(
      [
        change({ logicalId: 'New', action: 'Add' }),
        change({ logicalId: 'Api', type: 'AWS::ApiGateway::RestApi', replacement: 'True' }),
        change({
          logicalId: 'Fn',
          type: 'AWS::Lambda::Function',
          causes: [{ target: 'Code', recreation: 'Never', source: 'DirectModification', isCertain: true }],
        }),
        change({ logicalId: 'Key', type: 'AWS::KMS::Key', action: 'Remove' }),
      ],
      { before, after },
    );
    expect(found.map(({ logicalId }) => logicalId)).toEqual(['Key', 'Api', 'Fn', 'New']);
    expect(found[1]?.note).toBe('its address changes');
    expect(found[2]?.properties).toEqual(['Code']);
  });
});
