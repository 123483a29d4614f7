import { expect, test } from 'vitest';
import { OPERATION_IDS } from '../../helpers/contract.js';
import { spokenNames } from '../../helpers/contract-facts.js';
import { exchange } from './exchanges/exchange.js';
import { ndc } from './exchanges/ndc.js';
import { orderApi } from './exchanges/order-api.js';
import { recommendations } from './exchanges/recommendations.js';
import { refusals } from './exchanges/refusals.js';
import { tokens } from './exchanges/tokens.js';
import { webhooks } from './exchanges/webhooks.js';
import { widgetOrder } from './exchanges/widget-order.js';

const own = exchange();
const { api } = own;

tokens(own);
recommendations(own);
orderApi(own);
widgetOrder(own);
ndc(own);
webhooks(own);
refusals(own);

test('every operation of the document has been answered well', () => {
  const unanswered = OPERATION_IDS.filter(
    (operationId) => ![...api.seen].some((seen) => seen.startsWith(`${operationId} 2`)),
  );
  expect(unanswered).toEqual([]);
});

test('every name that the contract writes has been on the wire', () => {
  const unspoken = spokenNames().filter((name) => !api.words.has(name) && !api.words.has(name.toLowerCase()));
  expect(unspoken).toEqual([]);
});
