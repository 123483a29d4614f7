/**
 * Tests that no server can pass with the official Node driver, because the driver does not send what they expect. By
 * suite, part of the file's name and test; each with what the driver does.
 */
const LIMITS: readonly { file: RegExp; test: RegExp; why: string }[] = [
  {
    file: /crud.*create-null-ids\.json$/,
    test: /^inserting _id with type null via (insertOne|insertMany|bulkWrite|clientBulkWrite)$/,
    why: 'it takes an _id of null for a missing one and makes a new id',
  },
  {
    file: /transactions.*(run-command|transaction-options)\.json$/,
    test: /secondary read preference in client option|^readPreference inherited from client$/,
    why: 'it connects with the read preference of the client, which needs a secondary',
  },
  {
    file: /transactions.*client-bulkWrite\.json$/,
    test: /with writeConcern in a transaction causes a transaction error/,
    why: 'it does not check the write concern of a bulk write in a transaction',
  },
  {
    file: /sessions.*snapshot-sessions\.json$/,
    test: /snapshot time$|snapshotTime$/,
    why: 'its sessions have no snapshotTime option yet',
  },
];

/** Why a test is left out, if it is. */
export function driverLimits(_suite: string, file: string, test: string): string | undefined {
  const limit = LIMITS.find((entry) => entry.file.test(file) && entry.test.test(test));
  return limit && `driver: ${limit.why}`;
}
