import type { Decision } from './ask.js';

/** Same account, and Lambda authorizers: either side's Allow is enough, either side's Deny wins (§11, table A). */
export function eitherAllows(resourcePolicy: Decision, identity: Decision): Decision {
  if (resourcePolicy === 'explicitDeny' || identity === 'explicitDeny') return 'explicitDeny';
  return resourcePolicy === 'allow' || identity === 'allow' ? 'allow' : 'implicitDeny';
}

/** Another account: both sides must allow (§11, table B). */
export function bothAllow(resourcePolicy: Decision, identity: Decision): Decision {
  if (resourcePolicy === 'explicitDeny' || identity === 'explicitDeny') return 'explicitDeny';
  return resourcePolicy === 'allow' && identity === 'allow' ? 'allow' : 'implicitDeny';
}
