import type { Scenario } from 'arcube/scenario';
import authorizer from './authorizer.scenario.yaml';
import cancellations from './cancellations.scenario.yaml';
import emails from './emails.scenario.yaml';
import ndc from './ndc.scenario.yaml';
import orders from './orders.scenario.yaml';
import recommendations from './recommendations.scenario.yaml';
import recovery from './recovery.scenario.yaml';
import service from './service.scenario.yaml';
import tenantData from './tenant-data.scenario.yaml';
import token from './token.scenario.yaml';
import verify from './verify.scenario.yaml';
import webhookDelivery from './webhook-delivery.scenario.yaml';
import webhooks from './webhooks.scenario.yaml';
import widgetOrders from './widget-orders.scenario.yaml';

/**
 * What a new version is tried with. A scenario goes the function's whole way to its secrets and its database (a tenant is refused
 * after it was looked for), and ends before anything is written, booked or mailed.
 */
export const SMOKE: Scenario[] = [
  authorizer,
  cancellations,
  emails,
  ndc,
  orders,
  recommendations,
  recovery,
  service,
  tenantData,
  token,
  verify,
  webhookDelivery,
  webhooks,
  widgetOrders,
];
