import { FOLLOW_UP_KINDS } from '../complaint.ts';

/** What an order of a partner is: a matter of its own, or something to an earlier one. */
export const DEEDS = ['submit', ...FOLLOW_UP_KINDS] as const;
export type Deed = (typeof DEEDS)[number];
