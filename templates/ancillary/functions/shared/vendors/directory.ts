import type { VendorDirectory } from './port.js';

/** No vendor is connected yet. */
export const vendorDirectory: VendorDirectory = async () => undefined;
