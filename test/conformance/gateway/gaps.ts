/** A fact of AWS that the gateway does not meet, and why. Its case is an expected failure; once met, the case fails until it is taken off here. */
export interface Gap {
  /** Section of the fidelity notes and the fact, as its case is named. */
  fact: string;
  reason: string;
}

export const GAPS: readonly Gap[] = [];
