/** Cabin, as far as a fare says it. */
export type Cabin = 'economy' | 'premium' | 'business' | 'first';

/** Booking classes by cabin, as most carriers use them (IATA Resolution 728 leaves the letters to the carrier). */
const CLASSES: Record<string, Cabin> = {
  F: 'first',
  A: 'first',
  P: 'first',
  J: 'business',
  C: 'business',
  D: 'business',
  I: 'business',
  Z: 'business',
  W: 'premium',
  E: 'premium',
};

/** Reads a booking class (`J`) or a brand (`Business Flex`); economy when it says nothing. */
export function cabinOf(fare: string | undefined): Cabin {
  const text = fare?.trim().toUpperCase() ?? '';
  if (text.length === 1) return CLASSES[text] ?? 'economy';
  if (/\bFIRST\b/.test(text)) return 'first';
  if (/\bBUSINESS\b/.test(text)) return 'business';
  if (/\bPREMIUM\b/.test(text)) return 'premium';
  return 'economy';
}
