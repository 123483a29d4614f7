import {
  CreateApplicationCommand,
  CreateDeploymentConfigCommand,
  type CreateDeploymentGroupCommandInput,
  DeleteDeploymentConfigCommand,
  DeleteDeploymentGroupCommand,
  GetApplicationCommand,
  GetDeploymentConfigCommand,
  GetDeploymentGroupCommand,
  ListApplicationsCommand,
  ListDeploymentConfigsCommand,
  ListDeploymentGroupsCommand,
  UpdateDeploymentGroupCommand,
} from '@aws-sdk/client-codedeploy';
import { describe, expect, it } from 'vitest';
import { CANARY, codeDeployLab, GROUP, ROLE } from '../../../helpers/codedeploy.js';

const lab = codeDeployLab();
const { group } = lab;

describe('applications, groups and configurations', () => {
  it('are made, read, changed and deleted', async () => {
    const { application } = await lab.client.send(new GetApplicationCommand({ applicationName: 'shop' }));
    expect(application).toMatchObject({ applicationName: 'shop', computePlatform: 'Lambda' });
    expect((await lab.client.send(new ListApplicationsCommand({}))).applications).toEqual(['shop']);
    await group();
    const { deploymentGroupInfo } = await lab.client.send(new GetDeploymentGroupCommand(GROUP));
    expect(deploymentGroupInfo).toMatchObject({
      ...GROUP,
      deploymentConfigName: CANARY,
      deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
      autoRollbackConfiguration: { enabled: true },
    });
    await lab.client.send(
      new UpdateDeploymentGroupCommand({
        applicationName: 'shop',
        currentDeploymentGroupName: 'orders',
        newDeploymentGroupName: 'trips',
        alarmConfiguration: { enabled: true, alarms: [{ name: 'errors' }] },
      }),
    );
    const { deploymentGroups } = await lab.client.send(
      new ListDeploymentGroupsCommand({ applicationName: 'shop' }),
    );
    expect(deploymentGroups).toEqual(['trips']);
    const trips = { applicationName: 'shop', deploymentGroupName: 'trips' };
    expect((await lab.client.send(new GetDeploymentGroupCommand(trips))).deploymentGroupInfo).toMatchObject({
      deploymentConfigName: CANARY,
      alarmConfiguration: { alarms: [{ name: 'errors' }] },
    });
    await lab.client.send(new DeleteDeploymentGroupCommand(trips));
    await expect(lab.client.send(new GetDeploymentGroupCommand(trips))).rejects.toMatchObject({
      name: 'DeploymentGroupDoesNotExistException',
      message: 'No Deployment Group found for name: trips',
    });
  });

  it('bring AWS’s configurations, and take one’s own', async () => {
    const { deploymentConfigsList } = await lab.client.send(new ListDeploymentConfigsCommand({}));
    expect(deploymentConfigsList).toHaveLength(9);
    const read = async (deploymentConfigName: string) =>
      (await lab.client.send(new GetDeploymentConfigCommand({ deploymentConfigName }))).deploymentConfigInfo;
    expect(
      (await read('CodeDeployDefault.LambdaLinear10PercentEvery3Minutes'))?.trafficRoutingConfig,
    ).toEqual({
      type: 'TimeBasedLinear',
      timeBasedLinear: { linearPercentage: 10, linearInterval: 3 },
    });
    const deploymentConfigName = 'Careful';
    const trafficRoutingConfig = {
      type: 'TimeBasedCanary' as const,
      timeBasedCanary: { canaryPercentage: 25, canaryInterval: 2 },
    };
    const own = { deploymentConfigName, computePlatform: 'Lambda' as const, trafficRoutingConfig };
    await lab.client.send(new CreateDeploymentConfigCommand(own));
    expect(await read('Careful')).toMatchObject({ trafficRoutingConfig, computePlatform: 'Lambda' });
    await expect(lab.client.send(new CreateDeploymentConfigCommand(own))).rejects.toMatchObject({
      name: 'DeploymentConfigAlreadyExistsException',
    });
    await group({ deploymentConfigName });
    await expect(
      lab.client.send(new DeleteDeploymentConfigCommand({ deploymentConfigName })),
    ).rejects.toMatchObject({ name: 'DeploymentConfigInUseException' });
    await lab.client.send(new DeleteDeploymentGroupCommand(GROUP));
    await lab.client.send(new DeleteDeploymentConfigCommand({ deploymentConfigName }));
    await expect(read('Careful')).rejects.toMatchObject({ name: 'DeploymentConfigDoesNotExistException' });
  });

  it('are refused by CodeDeploy’s own exceptions', async () => {
    const refused = (more: Partial<CreateDeploymentGroupCommandInput>) => expect(group(more)).rejects;
    await refused({ serviceRoleArn: `${ROLE}/functions` }).toMatchObject({
      name: 'InvalidRoleException',
      message: `AWS CodeDeploy does not have the permissions required to assume the role ${ROLE}/functions.`,
    });
    await refused({ deploymentConfigName: 'None' }).toMatchObject({
      name: 'DeploymentConfigDoesNotExistException',
    });
    await refused({ autoRollbackConfiguration: { enabled: true } }).toMatchObject({
      name: 'InvalidAutoRollbackConfigException',
    });
    await refused({ deploymentStyle: { deploymentType: 'IN_PLACE' } }).toMatchObject({
      name: 'InvalidDeploymentStyleException',
    });
    await refused({ applicationName: 'none' }).toMatchObject({
      name: 'ApplicationDoesNotExistException',
      message: 'No application found for name: none',
    });
    await expect(
      lab.client.send(new CreateApplicationCommand({ applicationName: 'shop', computePlatform: 'Lambda' })),
    ).rejects.toMatchObject({ name: 'ApplicationAlreadyExistsException' });
    await expect(
      lab.client.send(new CreateApplicationCommand({ applicationName: 'ec2', computePlatform: 'Server' })),
    ).rejects.toMatchObject({ name: 'InvalidComputePlatformException' });
  });

  it('have names that fit, and none that only looks as if it were there', async () => {
    await group();
    const rename = (newDeploymentGroupName: string) =>
      lab.client.send(
        new UpdateDeploymentGroupCommand({
          applicationName: 'shop',
          currentDeploymentGroupName: 'orders',
          newDeploymentGroupName,
        }),
      );
    for (const name of ['two words', 'x'.repeat(101)])
      await expect(rename(name)).rejects.toMatchObject({ name: 'InvalidDeploymentGroupNameException' });
    const nothing = { applicationName: 'constructor', deploymentGroupName: 'prototype' };
    const { hooksNotCleanedUp } = await lab.client.send(new DeleteDeploymentGroupCommand(nothing));
    expect(hooksNotCleanedUp).toEqual([]);
  });
});
