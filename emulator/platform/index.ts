export { createPlatform, type Platform, type PlatformOptions } from './platform.js';
export { isAncillaryPlatform } from './platform-secrets.js';
export { DATABASE } from './registry.js';
export type { SecretsStore } from './secrets-store.js';
export type { TenantCredentials } from './tenant-secrets.js';
