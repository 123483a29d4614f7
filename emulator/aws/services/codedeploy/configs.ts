import type { StoredConfig, TrafficRouting } from './stored.js';

/** The configurations for Lambda that AWS brings (CodeDeploy user guide, "Predefined deployment configurations for an AWS Lambda compute platform"). */
export const PREDEFINED: Readonly<Record<string, StoredConfig>> = Object.fromEntries(
  predefined().map((config) => [config.name, config]),
);

function predefined(): StoredConfig[] {
  const canaries = [5, 10, 15, 30].map((minutes) =>
    named(`LambdaCanary10Percent${minutes}Minutes`, {
      type: 'TimeBasedCanary',
      percentage: 10,
      interval: minutes,
    }),
  );
  const linear = [1, 2, 3, 10].map((minutes) =>
    named(`LambdaLinear10PercentEvery${minutes}Minute${minutes === 1 ? '' : 's'}`, {
      type: 'TimeBasedLinear',
      percentage: 10,
      interval: minutes,
    }),
  );
  return [
    named('LambdaAllAtOnce', { type: 'AllAtOnce', percentage: 100, interval: 0 }),
    ...canaries,
    ...linear,
  ];
}

function named(name: string, routing: TrafficRouting): StoredConfig {
  const digits = Buffer.from(name).toString('hex').padEnd(12, '0').slice(-12);
  return { name: `CodeDeployDefault.${name}`, id: `00000000-0000-0000-0000-${digits}`, routing };
}
