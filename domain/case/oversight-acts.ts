import { mark } from './acts/mark.ts';

/** 督办: what those above, and heads, ask of a case beside its answer. */
export const OVERSIGHT_ACTS = { mark } as const;
