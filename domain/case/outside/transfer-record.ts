import * as z from 'zod';
import { InstantSchema, stored } from '../../stored.ts';
import { REACHES } from './addressee.ts';

/** 移送: to which department, when, how the letter left, and when that department said that it has it. */
export const TransferSchema = stored({
  to: z.string(),
  at: InstantSchema,
  reached: z.enum(REACHES),
  acknowledgedAt: InstantSchema.optional(),
});

export type Transfer = Readonly<z.infer<typeof TransferSchema>>;

/** Where a transfer stands, as people read it. */
export function transferText({ reached, acknowledgedAt }: Transfer): string {
  if (acknowledgedAt !== undefined) return '对方已签收';
  return reached === 'notice' ? '移送函已发出，待对方签收' : '移送函待打印后人工送达';
}
