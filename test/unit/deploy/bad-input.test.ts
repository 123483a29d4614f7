import { describe, expect, it } from 'vitest';
import { hotswap } from '../../../src/lib/deploy/hotswap/hotswap.js';
import { readMarks } from '../../../src/lib/deploy/hotswap/marks.js';
import { code, type DeployLab, HOME, STACK, template } from '../../helpers/deploy/lab.js';
import { useDeployLab } from '../../helpers/deploy/use-lab.js';

let lab: DeployLab;
useDeployLab((made) => {
  lab = made;
});

describe('where to', () => {
  it('has no default stage, no made-up stage and no made-up region', async () => {
    await expect(lab.target({ stage: undefined })).rejects.toMatchObject({ code: 'DEPLOY_TARGET_MISSING' });
    await expect(lab.target({ stage: 'live' })).rejects.toMatchObject({ code: 'DEPLOY_TARGET_MISSING' });
    await expect(lab.target({ regions: ['eu-nowhere-1'] })).rejects.toMatchObject({ code: 'UNKNOWN_REGION' });
    expect(lab.operations).toEqual([]);
  });

  it('is the account that was named', async () => {
    await expect(lab.target({ account: '999999999999' })).rejects.toMatchObject({
      code: 'AWS_WRONG_ACCOUNT',
    });
    expect(lab.operations).toEqual(['GetCallerIdentity']);
  });
});

describe('AWS refuses', () => {
  const denied = (action: string, resource: string) => ({
    code: 'AccessDenied',
    message: `User: arn:aws:iam::123456789012:user/x is not authorized to perform: ${action} on resource: ${resource}`,
  });

  it('a call of CloudFormation: the statement to add is named', async () => {
    lab.proxy.judge = ({ operation }) =>
      operation === 'CreateChangeSet' ? denied('cloudformation:CreateChangeSet', 'arn:x') : undefined;
    const failure = lab.plan();
    await expect(failure).rejects.toMatchObject({ code: 'AWS_DENIED' });
    await expect(failure).rejects.toMatchObject({
      problem: {
        todo: expect.stringContaining('"Action":"cloudformation:CreateChangeSet","Resource":"arn:x"'),
      },
    });
  });

  it('to show the bucket: it may be somebody else’s, and nothing is sent', async () => {
    lab.proxy.judge = ({ operation }) => (operation.startsWith('HEAD /arcube-assets') ? 'denied' : undefined);
    await expect(lab.plan()).rejects.toMatchObject({ code: 'BOOTSTRAP_FOREIGN' });
    expect(lab.operations.filter((one) => /^PUT|Create/.test(one))).toEqual([]);
  });

  it('to take the template, without naming what is missing: S3’s action is named all the same', async () => {
    lab.write('fn/index.ts', code(3)); // a template that is not there yet
    lab.proxy.judge = ({ operation }) => (operation.startsWith('PUT') ? denied('', '') : undefined);
    await expect(lab.plan()).rejects.toMatchObject({
      code: 'AWS_DENIED',
      problem: { todo: expect.stringContaining('"Action":"s3:PutObject"') },
    });
  });

  it('for the rate of calls, and then does not: nobody hears of it', async () => {
    let left = 2;
    lab.proxy.judge = ({ operation }) =>
      /ChangeSet/.test(operation) && left-- > 0 ? 'throttled' : undefined;
    expect((await lab.plan()).changes).toBe(true);
  });
});

describe('the network goes', () => {
  it('after CloudFormation took the change set: it is found again, and taken back', async () => {
    let lost = 0;
    lab.proxy.judge = ({ operation }) =>
      operation === 'CreateChangeSet' && lost++ === 0 ? 'lost' : undefined;
    const plan = await lab.plan({ stage: 'staging' });
    expect(lost).toBe(2);
    expect(plan.changes).toBe(true);
    // moto makes a second change set of the same name, where CloudFormation refuses it
    if (!process.env.ARCUBE_TEST_AWS_URL) expect(await lab.changeSets(HOME, 'lab-staging')).toEqual([]);
  });

  it('half-way through the archives: what has arrived is not sent again', async () => {
    const functions = [1, 2, 3, 4, 5].map((one) => {
      lab.write(`more/${one}/index.ts`, code(100 + one));
      return `  Fn${one}:
    Type: AWS::Lambda::Function
    Properties: { Code: more/${one}, Handler: index.handler, Runtime: nodejs22.x, Role: !GetAtt Role.Arn }`;
    });
    lab.write('template.yaml', template({ more: functions.join('\n') }));
    let sent = 0;
    lab.proxy.judge = ({ operation }) =>
      /^PUT .*\/functions\//.test(operation) && ++sent > 2 ? 'cut' : undefined;
    await expect(lab.deploy()).rejects.toMatchObject({
      code: 'UPLOAD_FAILED',
      problem: {
        what: expect.stringContaining('after 2 of 6'),
        todo: expect.stringContaining('arcube deploy --stage dev'),
      },
    });
    lab.forgetCalls();
    expect(await lab.deploy()).toBe('CREATE_COMPLETE');
    expect(lab.operations.filter((one) => /^PUT .*\/functions\//.test(one))).toHaveLength(4);
  });

  it('for good: the region and the command are named', async () => {
    lab.proxy.judge = ({ operation }) => (operation === 'GetCallerIdentity' ? 'cut' : undefined);
    await expect(lab.target()).rejects.toMatchObject({
      code: 'AWS_UNREACHABLE',
      problem: {
        what: expect.stringContaining(HOME),
        todo: expect.stringContaining('arcube deploy --stage dev'),
      },
    });
  });
});

it('another stage’s stack under the same name is not touched', async () => {
  lab.write('arcube.yaml', `template: template.yaml\nstages: { staging: { stackName: ${STACK} } }\n`);
  await expect(lab.plan({ stage: 'staging' })).rejects.toMatchObject({ code: 'STACK_NOT_OURS' });
  lab.write('arcube.yaml', 'template: template.yaml\nstackName: lab\n');
});

describe('hot swap', () => {
  it('is refused for other stages, without a stack, and when more than code differs', async () => {
    for (const [wishes, wanted] of [
      [{ stage: 'prod' }, 'HOTSWAP_STAGE'],
      [{ stage: 'dev', regions: ['us-east-1'] }, 'HOTSWAP_NO_STACK'],
    ] as const) {
      const target = await lab.target(wishes);
      await expect(hotswap(target, target.regions[0])).rejects.toMatchObject({ code: wanted });
    }
  });

  it('replaces code alone, is marked, refuses more, and the next deployment puts it in order', async () => {
    const functionName = async () => {
      const members = await target.regions[0].stacks.resources(STACK);
      return members.find(({ logicalId }) => logicalId === 'Fn')?.physicalId as string;
    };
    const target = await lab.target();
    const [region] = target.regions;
    const before = await region.functions.read(await functionName());
    lab.write('fn/index.ts', code(50));
    const swapped = await hotswap(target, region);
    expect(swapped).toMatchObject([{ function: 'Fn', isStacks: false }]);
    const after = await region.functions.read(await functionName());
    expect(after.codeSha256).toBe(swapped[0]?.sha256);
    expect(await readMarks(region.bucket, STACK)).toMatchObject([{ function: 'Fn', by: target.caller }]);
    expect(await hotswap(target, region)).toEqual([]);

    lab.write('template.yaml', template({ fn: '      Timeout: 30' }));
    const refused = hotswap(target, region);
    await expect(refused).rejects.toMatchObject({ code: 'HOTSWAP_MORE' });
    await expect(refused).rejects.toMatchObject({ problem: { why: expect.stringContaining('Fn.Timeout') } });

    // the project goes back to what is deployed: the stack has nothing to change, and yet there is something to do
    lab.write('fn/index.ts', code(3));
    const functions = [1, 2, 3, 4, 5].map(
      (one) => `  Fn${one}:
    Type: AWS::Lambda::Function
    Properties: { Code: more/${one}, Handler: index.handler, Runtime: nodejs22.x, Role: !GetAtt Role.Arn }`,
    );
    lab.write('template.yaml', template({ more: functions.join('\n') }));
    expect(await lab.plan()).toMatchObject({
      changes: true,
      regions: [{ action: 'heal', hotswapped: [{ function: 'Fn' }] }],
    });
    await lab.deploy();
    const healed = await region.functions.read(await functionName());
    expect(healed.codeSha256).toBe(before.codeSha256);
    expect((await lab.plan()).changes).toBe(false);
  });
});
