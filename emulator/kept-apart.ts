import { restoreFolder, snapshotFolder } from './mongo/index.js';
import { DATABASE } from './platform/index.js';

/** The platform's keys of single bookings: a key that was destroyed must not come back from a backup. */
const APART = [{ db: DATABASE, name: 'booking_keys' }];

/** As `snapshotFolder`, without bookings' keys. */
export function snapshotDatabase(folder: string, file: string): Promise<void> {
  return snapshotFolder(folder, file, APART);
}

/** As `restoreFolder`; bookings' keys stay as they are now. */
export function restoreDatabase(folder: string, point: Parameters<typeof restoreFolder>[1]): Promise<string> {
  return restoreFolder(folder, point, APART);
}
