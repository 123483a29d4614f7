/** A policy document that IAM would refuse as malformed. The message says where and why. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
}
