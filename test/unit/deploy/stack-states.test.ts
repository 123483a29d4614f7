import { GetAliasCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { expect, it } from 'vitest';
import { hotswap } from '../../../src/lib/deploy/hotswap/hotswap.js';
import { code, type DeployLab, STACK, template } from '../../helpers/deploy/lab.js';
import { useDeployLab } from '../../helpers/deploy/use-lab.js';

// what moto does not do: ids for aliases, and rolling back what failed
let lab: DeployLab;
useDeployLab((made) => {
  lab = made;
});

const ALIAS = `  Version: { Type: AWS::Lambda::Version, Properties: { FunctionName: !Ref Fn } }
  Alias:
    Type: AWS::Lambda::Alias
    Properties: { FunctionName: !Ref Fn, Name: live, FunctionVersion: !GetAtt Version.Version }`;

async function liveVersion(): Promise<string | undefined> {
  const [{ stacks, aws }] = (await lab.target()).regions;
  const fn = (await stacks.resources(STACK)).find(({ logicalId }) => logicalId === 'Fn');
  const client = aws.client(LambdaClient);
  const command = new GetAliasCommand({ FunctionName: fn?.physicalId ?? '', Name: 'live' });
  return (await client.send(command)).FunctionVersion;
}

it('a stack whose creation failed is named with the resource and its reason, and nothing is begun', async () => {
  const again =
    '  Again: { Type: AWS::Logs::LogGroup, DependsOn: Logs, Properties: { LogGroupName: !Ref Logs } }';
  lab.write('arcube.yaml', 'template: template.yaml\nstackName: bad\n');
  lab.write('template.yaml', template({ more: again }));
  expect(await lab.deploy()).toBe('ROLLBACK_COMPLETE');
  lab.forgetCalls();
  await expect(lab.plan()).rejects.toMatchObject({
    code: 'STACK_ROLLED_BACK',
    problem: {
      why: expect.stringMatching(/^Again: .*already exists/),
      todo: expect.stringContaining('deploy recover'),
    },
  });
  expect(lab.operations).not.toContain('CreateChangeSet');
  lab.write('arcube.yaml', 'template: template.yaml\nstackName: lab\n');
});

it('hot-swapped code is what an alias serves until a deployment; the same code can then be deployed', async () => {
  lab.write('template.yaml', template({ more: ALIAS }));
  expect(await lab.deploy()).toBe('CREATE_COMPLETE');
  expect(await liveVersion()).toBe('1');
  lab.write('fn/index.ts', code(2));
  const target = await lab.target();
  await hotswap(target, target.regions[0]);
  expect(await liveVersion()).toBe('$LATEST');
  lab.write('fn/index.ts', code(3));
  await hotswap(target, target.regions[0]);

  // drift detection sees it; so does whoever asks for a plan
  const [region] = (await lab.plan({}, true)).regions;
  expect(region?.drift).toMatchObject({
    checked: true,
    resources: [{ logicalId: 'Alias', status: 'MODIFIED' }],
  });
  expect(region?.hotswapped).toMatchObject([{ function: 'Fn' }]);

  expect(await lab.deploy()).toBe('UPDATE_COMPLETE');
  expect(await liveVersion()).toBe('2');
  expect(await lab.plan({}, true)).toMatchObject({
    changes: false,
    regions: [{ hotswapped: [], drift: { checked: true, resources: [] } }],
  });
});

it('swapping the stack’s own code back in takes the mark away', async () => {
  const target = await lab.target();
  lab.write('fn/index.ts', code(4));
  await hotswap(target, target.regions[0]);
  lab.write('fn/index.ts', code(3));
  expect(await hotswap(target, target.regions[0])).toMatchObject([{ function: 'Fn', isStacks: true }]);
  expect(await liveVersion()).toBe('2');
  expect((await lab.plan()).changes).toBe(false);
});
