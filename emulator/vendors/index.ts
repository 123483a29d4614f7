export type { VendorAccount } from './api.js';
export type { VendorBooking } from './bookings.js';
export { FAULTS, type VendorFault } from './faults.js';
export { createVendors, type Vendors, type VendorsOptions } from './vendors.js';
