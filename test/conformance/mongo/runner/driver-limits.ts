/**
 * Tests that no server can pass with the official Node driver, because the driver does not send what they expect. By
 * suite, part of the file's name and test; each with what the driver does.
 */
const LIMITS: readonly { file: RegExp; test: RegExp; why: string }[] = [];

/** Why a test is left out, if it is. */
export function driverLimits(_suite: string, file: string, test: string): string | undefined {
  const limit = LIMITS.find((entry) => entry.file.test(file) && entry.test.test(test));
  return limit && `driver: ${limit.why}`;
}
