import type { Problem } from '../problem.js';

/** Rows of the error table that have to do with what is packaged and sent. */
export const PACKAGING_PROBLEMS = {
  UNKNOWN_REGION: (facts: { region: string; hint: string }): Problem => ({
    what: `\`${facts.region}\` is no AWS region.`,
    todo: facts.hint,
    exitCode: 2,
  }),
  PACKAGE_FAILED: (facts: { name: string; why: string }): Problem => ({
    what: `The function ${facts.name} cannot be packaged.`,
    why: facts.why,
    todo: 'Mend its source; `arcube dev` shows the same fault.',
    exitCode: 5,
  }),
  PACKAGE_RUNTIME: (facts: { name: string; runtime: string }): Problem => ({
    what: `The function ${facts.name} cannot be packaged.`,
    why: `Its runtime is ${facts.runtime}; only Node.js is bundled.`,
    todo: 'Build an archive of it yourself, and name that: `Code: function.zip`.',
    exitCode: 5,
  }),
  PACKAGE_TOO_LARGE: (facts: { name: string; what: string; bytes: number; limit: number }): Problem => ({
    what: `The function ${facts.name} is too large: ${megabytes(facts.bytes)} ${facts.what}.`,
    why: `Lambda takes ${megabytes(facts.limit)} ${facts.what}.`,
    todo: 'Split it, or leave out packages and data that it can do without.',
    exitCode: 5,
  }),
  TEMPLATE_TOO_LARGE: (facts: { file: string; bytes: number; limit: number }): Problem => ({
    what: `The template made from ${facts.file} has ${facts.bytes} bytes.`,
    why: `CloudFormation takes ${facts.limit}.`,
    todo: 'Split the stack, or shorten descriptions and examples of the API.',
    exitCode: 5,
  }),
} as const;

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
