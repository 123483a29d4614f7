import type { MethodSettings, UsagePlan } from '../../../../src/core/stack/model.js';

/** An API key as it is kept. Dates are epoch ms. */
export interface StoredApiKey {
  id: string;
  name: string;
  value: string;
  enabled: boolean;
  description?: string;
  customerId?: string;
  createdAt: number;
  updatedAt: number;
  tags: Record<string, string>;
}

export interface StoredPlan extends Omit<UsagePlan, 'logicalId'> {
  description?: string;
  tags: Record<string, string>;
}

/** What `UpdateStage` has changed of a stage of the template. */
export interface StoredStage {
  description?: string;
  variables?: Record<string, string>;
  methodSettings?: Record<string, MethodSettings>;
  tracingEnabled?: boolean;
  updatedAt: number;
}

export interface ApiGatewayState {
  apiKeys: Record<string, StoredApiKey>;
  plans: Record<string, StoredPlan>;
  /** By `{apiId}/{stage}`. */
  stages: Record<string, StoredStage>;
  /** Resources of the template as they were when they were taken over, by logical id. */
  declared: Record<string, string>;
}

export function emptyApiGateway(): ApiGatewayState {
  return { apiKeys: {}, plans: {}, stages: {}, declared: {} };
}
