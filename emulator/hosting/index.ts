export { Hosting } from './hosting.js';
export type { DeployedStack, HostingOptions } from './options.js';
export { hostedResources } from './resources/index.js';
