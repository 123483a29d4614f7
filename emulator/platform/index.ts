export { createPlatform, type Platform, type PlatformOptions } from './platform.js';
export { isAncillaryPlatform } from './platform-secrets.js';
export type { SecretsStore } from './secrets-store.js';
