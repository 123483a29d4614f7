import type { LambdaOptions } from './options.js';
import { LambdaService } from './service.js';

export { createLambdaApi } from './api/index.js';
export type { LambdaOptions, LambdaStats } from './options.js';
export { createLambdaResources } from './resources/index.js';
export type { LambdaService } from './service.js';
export { functionTraffic } from './traffic.js';

/** Makes the Lambda service; nothing runs before `start`. */
export function createLambda(options: LambdaOptions): LambdaService {
  return new LambdaService(options);
}
