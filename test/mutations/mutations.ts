/** One way to break the platform. */
export interface Mutation {
  name: string;
  /** Below `templates/ancillary/functions`. */
  file: string;
  /** Must be there exactly once. */
  from: string;
  to: string;
}

export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'a body may name another tenant',
    file: 'shared/api/for-tenant.ts',
    from: 'if (named !== undefined && named !== id)',
    to: "if (named === 'nobody' && named !== id)",
  },
  {
    name: 'orders are found whoever’s they are',
    file: 'cancellations/find.ts',
    from: '{ _id: transactionId, tenant: call.tenant.id }',
    to: '{ _id: transactionId }',
  },
  {
    name: 'an idempotency key takes any payload',
    file: 'shared/idempotency.ts',
    from: 'const isSame = found.payloadHash === claim.payloadHash;',
    to: 'const isSame = true;',
  },
  {
    name: 'an idempotency key forgets its answer',
    file: 'shared/idempotency.ts',
    from: 'if (found.answer) return answerOf(found.state, found.answer);',
    to: 'if (found.answer) return undefined;',
  },
  {
    name: 'prices are rounded down',
    file: 'shared/money/rounding.ts',
    from: '2n * BigInt(amount) * BigInt(numerator) + BigInt(denominator)',
    to: '2n * BigInt(amount) * BigInt(numerator)',
  },
  {
    name: 'tokens never run out',
    file: 'shared/tokens/verify.ts',
    from: 'clockTolerance: CLOCK_SKEW,',
    to: 'clockTolerance: CLOCK_SKEW, ignoreExpiration: true,',
  },
  {
    name: 'tokens from the future are good',
    file: 'shared/tokens/verify.ts',
    from: 'if (iat !== undefined && iat > now + CLOCK_SKEW) return undefined;',
    to: '',
  },
  {
    name: 'a nonce of the edge works again',
    file: 'token/edge.ts',
    from: "if (!fresh) throw refused('The nonce has been used before.');",
    to: '',
  },
  {
    name: 'a signature of the edge never ages',
    file: 'token/edge.ts',
    from: "if (!isFresh(signed.timestamp)) throw refused('The timestamp is too old or lies ahead.');",
    to: '',
  },
  {
    name: 'an init token opens many sessions',
    file: 'token/widget.ts',
    from: "throw new ApiError('UNAUTHENTICATED', 'The init token has been used before.');",
    to: 'void opening;',
  },
  {
    name: 'a widget opens on anybody’s page',
    file: 'token/widget.ts',
    from: '|| !isOneOf(tenant.domains, origin)',
    to: '|| (origin === "" && !isOneOf(tenant.domains, origin))',
  },
  {
    name: 'a widget may call everything',
    file: 'shared/tokens/permissions.ts',
    from: 'widget_user: [',
    to: "widget_user: ['*',",
  },
  {
    name: 'data that is only delivered gets offers',
    file: 'recommendations/serve-passenger-recommendations.ts',
    from: 'if (input.pointOfSale === INGEST_ONLY) return { status: 200, body: { result: [], correlationId } };',
    to: 'void INGEST_ONLY;',
  },
  {
    name: 'the airline’s mark-up is lost',
    file: 'shared/offers/price.ts',
    from: 'total: addPercent(arcube, markup)',
    to: 'total: addPercent(arcube, markup - markup)',
  },
  {
    name: 'orders take any price',
    file: 'orders/select.ts',
    from: 'if (paid !== item.price) return',
    to: 'if (paid === undefined) return',
  },
  {
    name: 'nothing is refunded',
    file: 'orders/confirm-order.ts',
    from: 'amount: toMajor(order.refund, order.currency)',
    to: 'amount: toMajor(0, order.currency)',
  },
  {
    name: 'an NDC order is paid with any amount',
    file: 'ndc/order-create.ts',
    from: 'if (paid.reduce((sum, amount) => sum + amount, 0) === total) return;',
    to: 'if (paid.reduce((sum, amount) => sum + amount, 0) >= 0) return;',
  },
  {
    name: 'quotes never expire',
    file: 'verify/verify-prices.ts',
    from: '!bundle || bundle.expiresAt.getTime() <= Date.now()',
    to: '!bundle || bundle.expiresAt.getTime() <= 0',
  },
  {
    name: 'every tenant’s data lies in the home region',
    file: 'shared/api/for-tenant.ts',
    from: 'db: await regionDatabase(tenant.dataRegion)',
    to: 'db: tenant.dataRegion === "" ? await regionDatabase(tenant.dataRegion) : home',
  },
  {
    name: 'an item is cancelled by everybody who asks',
    file: 'cancellations/cancel.ts',
    from: 'if (!isMine)',
    to: 'if (!isMine && index < 0)',
  },
];
