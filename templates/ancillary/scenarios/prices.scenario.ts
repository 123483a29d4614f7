import { defineScenario } from 'arcube';

interface Offer {
  category: string;
  price: number;
  price_partner: number;
  price_arcube: number;
}

const cents = (amount: number): number => Math.round(amount * 100);

/** Percentages in steps of a quarter that lead from `base` to `price`, both in cents, rounded half up. */
function percentages(base: number, price: number): Set<number> {
  const fitting = new Set<number>();
  for (let quarters = 0; quarters <= 1200; quarters++)
    if (Math.floor((base * (400 + quarters) + 200) / 400) === price) fitting.add(quarters / 4);
  return fitting;
}

function common(sets: Set<number>[]): number[] {
  const [first = new Set<number>(), ...others] = sets;
  return [...first].filter((one) => others.every((set) => set.has(one)));
}

export default defineScenario({
  name: 'API: prices are cost, platform share and mark-up, each rounded half up',
  tags: ['api', 'prices'],
  vars: { pnr: '${newPnr}' },
  steps: [
    {
      name: 'takes offers',
      request: {
        POST: '/aggregation-api/servePassengerRecommendations',
        body: {
          pnr: '${pnr}',
          pointOfSale: 'AIRLINE_WEBSITE',
          passengers: '${sampleTrip.passengers}',
          segments: '${sampleTrip.segments}',
        },
      },
      capture: { offers: '$.result' },
    },
    {
      name: 'finds one platform share, and one mark-up for each category',
      run(t) {
        const offers = t.vars.offers as Offer[];
        const shares = offers.map((one) => percentages(cents(one.price_partner), cents(one.price_arcube)));
        t.expect(common(shares), { length: { gt: 0 } }, 'platform shares that explain every price');
        let raised = 0;
        for (const category of new Set(offers.map((one) => one.category))) {
          const own = offers.filter((one) => one.category === category);
          const markups = common(own.map((one) => percentages(cents(one.price_arcube), cents(one.price))));
          t.expect(markups, { length: { gt: 0 } }, `mark-ups that explain every price of ${category}`);
          if (markups.every((one) => one > 0)) raised++;
        }
        t.expect(raised, { gt: 0 }, 'categories with a mark-up');
      },
    },
  ],
});
