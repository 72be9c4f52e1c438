/** What complainants are told of marks and orders from above: those stay among the bureaus. */
export const OVERSIGHT_TELLINGS = {
  marked: {},
  instructed: {},
  acknowledged: {},
  'instruction-answered': {},
  supervised: {},
  'supervision-extended': {},
  'supervision-lifted': {},
  'order-issued': {},
  'transfer-acknowledged': {},
  'authorities-informed': {},
};
