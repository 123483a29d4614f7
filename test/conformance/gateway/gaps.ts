/** A fact of AWS that the gateway does not meet, and why. Its case is an expected failure; once met, the case fails until it is taken off here. */
export interface Gap {
  /** Section of the fidelity notes and the fact, as its case is named. */
  fact: string;
  reason: string;
}

export const GAPS: readonly Gap[] = [
  {
    fact: '§10.3 a request with an unsupported Content-Encoding is 415',
    reason: 'compression is not emulated: encoded bodies reach the function as they came',
  },
  {
    fact: '§2.4 HTTP_PROXY: a Content-Encoding of the request is dropped',
    reason: 'AWS has decompressed the body by then; here it is sent on as it came, so its header is too',
  },
  {
    fact: '§10.8 $context.responseOverride.status in a response template',
    reason: 'no VTL: templates are substituted only; such a template answers 500 and says so',
  },
  {
    fact: '§10.10 AWS (non-proxy): an error of the function is a 200 by default',
    reason: 'non-proxy integrations are not emulated; the loader warns and the method answers 500',
  },
  {
    fact: '§5.4 a Resource of more than 512 characters in an authorizer policy is refused',
    reason: 'what AWS answers to it is not recorded; the policy is evaluated',
  },
];
