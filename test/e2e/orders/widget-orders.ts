import { describe, expect, test } from 'vitest';
import type { OrdersLab } from './orders-lab.js';

/** Orders that a widget records: paid for at the airline. */
export function widgetOrders({ lab, widgetOrder }: OrdersLab): void {
  describe('widget orders', () => {
    test('record what the airline was paid for, once for each payment', async () => {
      const { body, headers, picked } = await widgetOrder();
      const first = await lab.post('/transactions/widget-order-create', body, headers);
      expect([first.status, first.body]).toMatchObject([
        200,
        { success: true, pnr: body.pnr, status: 'confirmed', paymentRequired: false },
      ]);
      expect(first.body.transactionItems.map(({ id }: { id: string }) => id)).toEqual(
        picked.map(({ id }) => id),
      );
      const again = await lab.post('/transactions/widget-order-create', body, headers);
      expect(again.text).toBe(first.text);
    });

    test('answer faults in their own shape, one detail a field', async () => {
      const { body, headers } = await widgetOrder();
      const { externalPSP: _paid, ...unpaid } = body;
      expect((await lab.post('/transactions/widget-order-create', unpaid, headers)).body).toMatchObject({
        success: false,
        code: 'MISSING_EXTERNAL_PSP',
        details: ['externalPSP: MISSING'],
      });
      const faulty = {
        ...body,
        externalPSP: { ...body.externalPSP, amount: 0, referenceId: undefined, status: 'PAID' },
      };
      const refused = await lab.post('/transactions/widget-order-create', faulty, headers);
      expect([refused.status, refused.body.details]).toEqual([
        400,
        [
          'externalPSP.referenceId: MISSING',
          'externalPSP.status: INVALID_VALUE',
          'externalPSP.amount: OUT_OF_RANGE',
        ],
      ]);
      const short = { ...body, externalPSP: { ...body.externalPSP, amount: body.externalPSP.amount - 0.01 } };
      expect((await lab.post('/transactions/widget-order-create', short, headers)).status).toBe(422);
      expect((await lab.post('/transactions/widget-order-create', body, {})).body).toMatchObject({
        success: false,
        code: 'UNAUTHENTICATED',
      });
    });
  });
}
