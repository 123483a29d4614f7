export { createPlatform, type Platform, type PlatformOptions, type SecretsStore } from './platform.js';
export { isAncillaryPlatform } from './platform-secrets.js';
