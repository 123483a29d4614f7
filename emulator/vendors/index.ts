export type { VendorAccount } from './api.js';
export type { VendorBooking } from './bookings.js';
export type { VendorFault } from './faults.js';
export { createVendors, type Vendors, type VendorsOptions } from './vendors.js';
