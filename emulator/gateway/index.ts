export { createGateway, type GatewayOptions, type GatewayService } from './gateway.js';
export type { Explanation } from './history.js';
