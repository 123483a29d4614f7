import type { ResourceStack } from '../../../kernel/cloudformation.js';
import type { Account } from '../../services/iam/account.js';

/** Finds the account that a stack's resources belong to. */
export type Open = (stack: ResourceStack) => Account;
