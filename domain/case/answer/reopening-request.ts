import * as z from 'zod';
import type { Instant } from '../../calendar/day.ts';
import { InstantSchema, listOf, stored } from '../../stored.ts';

/** That an ended case should be opened again: who asks, and whether it was found so. */
export const ReopeningAskedSchema = stored({
  since: InstantSchema,
  /** Receipts of the complaints whose senders ask. */
  by: listOf(z.string()),
  /** 反弹: found at 回头看, or by an agreement that was broken, whoever asks besides. */
  rebounded: z.literal(true).optional(),
});

export type ReopeningAsked = Readonly<z.infer<typeof ReopeningAskedSchema>>;

/** The same, asked since then at the latest, with what has come back. */
export const reboundedAt = (
  at: Instant,
  { reopeningAsked = { since: at, by: [] } }: { readonly reopeningAsked?: ReopeningAsked | undefined },
): ReopeningAsked => ({ ...reopeningAsked, rebounded: true });

/** What is left of it if only these still ask; undefined where nothing is. */
export function stillAskedBy(
  asked: ReopeningAsked | undefined,
  stays: (receipt: string) => boolean,
): ReopeningAsked | undefined {
  if (!asked) return undefined;
  const by = asked.by.filter(stays);
  return by.length > 0 || asked.rebounded ? { ...asked, by } : undefined;
}

/** What is left of it without whoever sent that complaint. */
export const withoutRequester = (
  { reopeningAsked }: { readonly reopeningAsked?: ReopeningAsked | undefined },
  receipt: string,
): ReopeningAsked | undefined => stillAskedBy(reopeningAsked, (one) => one !== receipt);
