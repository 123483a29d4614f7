import { ndcSteps } from './orders/ndc-steps.js';
import { ordersLab } from './orders/orders-lab.js';
import { ownRates } from './orders/own-rates.js';
import { servicesOver } from './orders/services-over.js';
import { vendors } from './orders/vendors.js';
import { webhooks } from './orders/webhooks.js';
import { widgetOrders } from './orders/widget-orders.js';

const own = ordersLab();

ownRates(own);
widgetOrders(own);
ndcSteps(own);
vendors(own);
webhooks(own);
servicesOver(own);
