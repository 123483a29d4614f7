import { type CompiledPolicy, compilePolicy } from '../../../../src/core/policy/compile.js';
import type { PolicyDocument } from '../../../../src/core/stack/model.js';

const COMPILED = new WeakMap<PolicyDocument, CompiledPolicy>();

/** Compiled once per document. */
export function compiled(document: PolicyDocument): CompiledPolicy {
  let policy = COMPILED.get(document);
  if (!policy) {
    policy = compilePolicy(document);
    COMPILED.set(document, policy);
  }
  return policy;
}
