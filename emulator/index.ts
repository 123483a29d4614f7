export type { Emulator, EmulatorOptions, EmulatorUrls, SandboxCredentials } from './options.js';
