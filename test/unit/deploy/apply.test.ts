import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cancelDeploy } from '../../../src/lib/deploy/apply/cancel.js';
import { destroy, planDestroy } from '../../../src/lib/deploy/destroy/destroy.js';
import { planDoom } from '../../../src/lib/deploy/destroy/doom.js';
import { removeLeftovers } from '../../../src/lib/deploy/destroy/leftovers.js';
import { prepareAll } from '../../../src/lib/deploy/plan/deploy-plan.js';
import { findRecovery, recover } from '../../../src/lib/deploy/recover/recover.js';
import {
  Crash,
  type DeployLab,
  deployLab,
  dieAt,
  labEndpoint,
  watching,
} from '../../helpers/deploy/apply-lab.js';
import type { TestEndpoint } from '../../helpers/rotation/endpoint.js';

let endpoint: TestEndpoint;
let lab: DeployLab;
beforeAll(async () => {
  endpoint = await labEndpoint(['eu-central-1']);
}, 60_000);
afterAll(() => endpoint.stop());
beforeEach(async () => {
  lab = await deployLab(endpoint.url);
});
afterEach(() => lab.close());

const code = (promise: Promise<unknown>): Promise<string | undefined> =>
  promise.then(
    () => undefined,
    (error: { code?: string }) => error.code ?? String(error),
  );

describe('a deploy', () => {
  it('is made, changed, and found to have nothing to do; each leaves a signed record', async () => {
    expect((await lab.deploy())?.outcome).toBe('done');
    expect(await lab.value()).toBe('first');
    lab.write('second');
    expect((await lab.deploy())?.outcome).toBe('done');
    expect(await lab.value()).toBe('second');
    expect(await lab.deploy()).toBeUndefined();
    const releases = await lab.releases();
    expect(releases.map(({ record, fault }) => [record?.plan.action, record?.result, fault])).toEqual([
      ['create', 'done', undefined],
      ['update', 'done', undefined],
    ]);
    expect(releases[1]?.record?.plan.changed).toContain('Setting'); // moto names every resource
    expect(releases[1]?.record?.previous?.release).toBe(releases[0]?.release);
    expect(releases[1]?.record?.database).toEqual({ pitr: null });
  });

  it('goes back to the release before, and from there to the one that is named', async () => {
    await lab.deploy();
    lab.write('second');
    await lab.deploy();
    lab.write('third');
    await lab.deploy();
    const [first] = await lab.releases();
    expect((await lab.rollback())?.outcome).toBe('done');
    expect(await lab.value()).toBe('second');
    expect((await lab.rollback())?.outcome).toBe('done');
    expect(await lab.value()).toBe('first');
    expect((await lab.releases()).at(-1)?.record?.rollbackTo).toBe(first?.release);
    expect(await code(lab.rollback('d-nothing'))).toBe('RELEASE_UNKNOWN');
  });

  it('names a record that was changed, put under another name, or taken away', async () => {
    await lab.deploy();
    lab.write('second');
    await lab.deploy();
    const [first, second] = await lab.releases();
    const [region] = lab.target.regions;
    const text = (await region.bucket.text(first?.key ?? '')) ?? '';
    await region.bucket.putText(
      first?.key ?? '',
      text.replace('"result": "done"', '"result": "failed"'),
      'application/json',
    );
    expect((await lab.releases())[0]?.fault).toContain('signature');
    expect((await lab.releases())[1]?.fault).toContain('was replaced');
    expect(await code(lab.rollback(first?.release))).toBe('RELEASE_TAMPERED');
    await region.bucket.putText(
      first?.key ?? '',
      (await region.bucket.text(second?.key ?? '')) ?? '',
      'application/json',
    );
    expect((await lab.releases())[0]?.fault).toContain('under another name');
    await region.bucket.remove(first?.key ?? '');
    expect((await lab.releases())[0]?.fault).toContain('is gone');
    await region.bucket.putText(first?.key ?? '', text, 'application/json');
    expect((await lab.releases()).map(({ fault }) => fault)).toEqual([undefined, undefined]);
  });

  it('is refused beside another, by name, and until that one has ended', async () => {
    const turn = lab.deploys.take(lab.target);
    const refused = lab.deploy();
    expect(await code(refused)).toBe('DEPLOY_RUNNING');
    await refused.catch((error: Error) => expect(error.message).toContain(turn.id));
    turn.release();
    await expect(lab.deploy(dieAt('begin'))).rejects.toThrow(Crash);
    expect(await code(lab.deploy())).toBe('DEPLOY_UNFINISHED');
    const id = lab.deploys.chosen(undefined);
    await cancelDeploy(lab.target, lab.deploys, id);
    expect(await code(lab.resume(id))).toBe('DEPLOY_CANCELLED');
    expect(lab.deploys.state(id).outcome).toBe('cancelled');
    expect(await lab.value()).toBeUndefined();
    expect((await lab.deploy())?.outcome).toBe('done');
  });
});

describe('a crash', () => {
  const steps = ['upload', 'execute', 'settle', 'protect', 'verify', 'record'];
  const points = steps.flatMap((step) =>
    ['intent', 'acted', 'done'].map((when) => `${when} ${step} eu-central-1`),
  );

  it.each([...points, 'end'])('at “%s” is gone on from, to the same end', async (point) => {
    await lab.deploy();
    lab.write('second');
    await expect(lab.deploy(dieAt(point))).rejects.toThrow(Crash);
    const id = lab.deploys.ids().at(-1) as string;
    if (point === 'end') expect(await code(lab.resume(id))).toBe('DEPLOY_ENDED');
    else expect((await lab.resume(id)).outcome).toBe('done');
    expect(await lab.value()).toBe('second');
    const releases = await lab.releases();
    expect(releases.map(({ record, fault }) => [record?.result, fault])).toEqual([
      ['done', undefined],
      ['done', undefined],
    ]);
    expect(await lab.deploy()).toBeUndefined();
  });
});

describe('the end of a stack', () => {
  it('lists what goes and what stays, and deletes no more', async () => {
    await lab.deploy();
    const [region] = lab.target.regions;
    const plan = await planDestroy(region);
    expect(plan.deleted.map(({ logicalId }) => logicalId)).toEqual(['Setting']);
    expect(plan.retained.map(({ logicalId, policy }) => [logicalId, policy])).toEqual([['Kept', 'Retain']]);
    await destroy(plan, { ...watching, template: lab.target.template });
    expect(await lab.value()).toBeUndefined();
    expect(await code(planDestroy(region))).toBe('DESTROY_NOTHING');
    expect((await lab.releases()).length).toBe(1);
  });

  // moto deletes what a stack retains
  it.skipIf(process.env.ARCUBE_TEST_AWS_URL)(
    'with what is retained lets it be made again, also after an end without',
    async () => {
      const kept = `  Keys:
    Type: AWS::KMS::Key
    DeletionPolicy: RetainExceptOnCreate
    UpdateReplacePolicy: Retain
    Properties: { KeyPolicy: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root' }, Action: 'kms:*', Resource: '*' }] } }
  Word:
    Type: AWS::SecretsManager::Secret
    DeletionPolicy: RetainExceptOnCreate
    UpdateReplacePolicy: Retain
    Properties: { Name: !Sub '\${AWS::StackName}/word', KmsKeyId: !GetAtt Keys.Arn, SecretString: x }
  Words:
    Type: AWS::Logs::LogGroup
    DeletionPolicy: RetainExceptOnCreate
    UpdateReplacePolicy: Retain
    Properties: { LogGroupName: !Sub '/\${AWS::StackName}/words' }
`;
      lab.write('first', kept);
      expect((await lab.deploy())?.outcome).toBe('done');
      const [region] = lab.target.regions;
      const { template } = lab.target;
      const plan = await planDestroy(region);
      await destroy(plan, { ...watching, template });
      expect(await code(lab.deploy())).toBe('DEPLOY_FAILED');
      const failed = await planDoom(region, { retained: true, template });
      expect(failed.plan?.stack.status).toBe('ROLLBACK_COMPLETE');
      expect(failed.leftovers.map(({ logicalId }) => logicalId).sort()).toEqual(['Word', 'Words']);
      await destroy(failed.plan as NonNullable<typeof failed.plan>, { ...watching, template });
      const gone = await planDoom(region, { retained: true, template });
      expect([gone.plan, gone.leftovers]).toEqual([undefined, failed.leftovers]);
      await removeLeftovers(region, gone.leftovers);
      expect(await code(planDoom(region, { retained: true, template }))).toBe('DESTROY_NOTHING');

      expect((await lab.deploy())?.outcome).toBe('done');
      const last = await planDoom(region, { retained: true, template });
      expect(last.plan?.retained.map(({ logicalId }) => logicalId)).toEqual(['Kept']);
      expect(last.leftovers.map(({ logicalId }) => logicalId).sort()).toEqual(['Keys', 'Word', 'Words']);
      await destroy(last.plan as NonNullable<typeof last.plan>, { ...watching, template });
      await removeLeftovers(region, last.leftovers);
      await removeLeftovers(region, last.leftovers); // what is gone is no failure
      expect(await code(planDoom(region, { retained: true, template }))).toBe('DESTROY_NOTHING');
      const prod = { ...region, settings: { ...region.settings, stage: 'prod' as const } };
      expect(await code(planDoom(prod, { retained: true, template }))).toBe('DESTROY_RETAINED_STAGE');
    },
  );

  // tried on the emulator's endpoint alone, as what is retained is
  it.skipIf(process.env.ARCUBE_TEST_AWS_URL)(
    'with what is retained leaves what is another stack’s under the same name',
    async () => {
      const { template } = lab.target;
      const [region] = lab.target.regions;
      const kept = `  Word:
    Type: AWS::SecretsManager::Secret
    DeletionPolicy: RetainExceptOnCreate
    UpdateReplacePolicy: Retain
    Properties: { Name: shared-${region.settings.stackName}, SecretString: x }
`;
      lab.write('first', kept);
      expect((await lab.deploy())?.outcome).toBe('done');
      const another = { ...region, settings: { ...region.settings, stackName: 'another' } };
      expect(await code(planDoom(another, { retained: true, template }))).toBe('DESTROY_NOTHING');
      const own = await planDoom(region, { retained: true, template });
      expect(own.leftovers.map(({ logicalId }) => logicalId)).toEqual(['Word']);
    },
  );

  it('of change sets alone is theirs', async () => {
    await prepareAll(lab.target, { purpose: 'deploy', drift: false });
    const [region] = lab.target.regions;
    const recovery = await findRecovery(region);
    expect(recovery.way).toBe('review');
    await recover(recovery, { ...watching, skip: [], template: lab.target.template });
    expect(await code(findRecovery(region))).toBe('RECOVER_NOTHING');
    expect((await lab.deploy())?.outcome).toBe('done');
  });
});
