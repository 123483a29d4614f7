import type { TestCase } from '../../case.js';
import { edgeCases } from './edge.js';
import { roleCases } from './roles.js';
import { secretCases } from './secrets.js';
import { tenantCases } from './tenants.js';
import { tokenStateCases } from './tokens.js';

/** Role × route × tenant × token state, and no secret anywhere. */
export function securitySuite(): TestCase[] {
  return [...tokenStateCases(), ...roleCases(), ...tenantCases(), ...edgeCases(), ...secretCases()];
}
