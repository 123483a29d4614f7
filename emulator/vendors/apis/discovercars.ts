import {
  centsOf,
  countOf,
  isBasic,
  momentOf,
  type SandboxAnswer,
  textOf,
  textsOf,
  type VendorApi,
} from '../api.js';
import type { VendorBooking } from '../bookings.js';

const refused = (status: number, message: string, Code?: string): SandboxAnswer => ({
  status,
  body: { Error: message, ...(Code && { Code }) },
});
const booked = ({ reference, state }: VendorBooking): SandboxAnswer => ({
  status: 200,
  body: { BookingID: reference, Status: state === 'BOOKED' ? 'Confirmed' : 'Cancelled' },
});

/** Rental cars: basic credentials and an access token in the query. */
export const discovercars: VendorApi = {
  name: 'discovercars',
  refuse: (request, account) =>
    isBasic(request, account) && request.query.get('access_token') === account.secret.reveal()
      ? undefined
      : refused(401, 'Access denied'),
  routes: () => [
    {
      method: 'POST',
      path: /^\/api\/Aggregator\/GetCars$/,
      handle: ({ body }, desk) => {
        const cars = desk.quotes(textsOf(body, 'CarUIDs')).map(({ product, cents, left = 1 }) => ({
          CarUID: product,
          Price: cents / 100,
          Currency: 'USD',
          Available: left > 0,
        }));
        return { status: 200, body: { Cars: cars } };
      },
    },
    {
      method: 'POST',
      path: /^\/api\/Aggregator\/Book$/,
      handle: ({ body }, desk) => {
        const [product, quantity, key] = [
          textOf(body, 'CarUID'),
          countOf(body, 'Count'),
          textOf(body, 'PartnerBookingID'),
        ];
        if (!product || !key || quantity < 1)
          return refused(400, 'CarUID, Count and PartnerBookingID are required');
        const [cents, serviceAt] = [centsOf(body, 'Price'), momentOf(body, 'PickupTime')];
        const sale = desk.sell({ key, product, quantity, cents, serviceAt });
        if ('booking' in sale) return booked(sale.booking);
        return sale.refused === 'price'
          ? refused(409, 'The price has changed', 'PriceChanged')
          : refused(409, 'The car is not available', 'NotAvailable');
      },
    },
    {
      method: 'POST',
      path: /^\/api\/Aggregator\/GetBooking$/,
      handle: ({ body }, desk) => {
        const booking = desk.find(textOf(body, 'PartnerBookingID'));
        return booking ? booked(booking) : refused(404, 'Unknown booking');
      },
    },
    {
      method: 'POST',
      path: /^\/api\/Aggregator\/CancelBooking$/,
      handle: ({ body }, desk) => {
        const result = desk.cancel(textOf(body, 'BookingID'));
        if ('booking' in result) return booked(result.booking);
        return result.refused === 'unknown'
          ? refused(404, 'Unknown booking')
          : refused(409, 'The free cancellation has ended');
      },
    },
  ],
};
