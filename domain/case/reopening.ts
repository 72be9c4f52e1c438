import * as z from 'zod';
import { InstantSchema, listOf, stored } from '../stored.ts';

/** That an ended case should be opened again: who asks, and whether it was found so (回头看). */
export const ReopeningAskedSchema = stored({
  since: InstantSchema,
  /** Receipts of the complaints whose senders ask. */
  by: listOf(z.string()),
  /** 反弹: found at 回头看, whoever asks besides. */
  rebounded: z.literal(true).optional(),
});

export type ReopeningAsked = Readonly<z.infer<typeof ReopeningAskedSchema>>;

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
export const askingBeside = (
  { reopeningAsked }: { readonly reopeningAsked?: ReopeningAsked | undefined },
  receipt: string,
): ReopeningAsked | undefined => stillAskedBy(reopeningAsked, (one) => one !== receipt);
