import * as z from 'zod';
import { WAYS } from '../../../domain/case/outside/sent-ways.ts';
import { CASE_STATUSES } from '../../../domain/case/status.ts';
import { CHANNELS, FLAGS } from '../../../domain/complaint.ts';
import { GROUP_NAMES } from '../../../domain/lists/groups.ts';
import { MARK_NAMES } from '../../../domain/lists/marks.ts';
import { SCOPE_NAMES } from '../../../domain/lists/scopes.ts';
import { normaliseReceipt, receiptPart } from '../../../domain/receipt.ts';
import type { ListQuery } from '../../../usecases/staff/list-query.ts';

const Words = z.string().trim().min(1).max(100);

/** GET /v1/cases. A name that is none of these is refused: a filter that was misspelt must not show more than asked. */
export const ListParameters = z.strictObject({
  /** Whose cases. */
  scope: z.enum(SCOPE_NAMES).default('organ'),
  tab: z.enum(GROUP_NAMES).default('all'),
  /** Of which organ; one's own by default. */
  organ: z.string().optional(),
  status: z.enum(CASE_STATUSES).optional(),
  /** 污染类型. */
  type: Words.optional(),
  /** 办理方式 that fits it now. */
  way: z.enum(WAYS).optional(),
  /** The same, where it was not sent by it yet. */
  toSend: z.enum(WAYS).exclude(['local']).optional(),
  mark: z.enum([...MARK_NAMES, ...FLAGS]).optional(),
  channel: z.enum(CHANNELS).optional(),
  /** 被反映单位: a part of its name. */
  accused: Words.optional(),
  /** 登记编号, or at least four of its signs in a row. */
  receipt: Words.transform((typed, context) => {
    const receipt = normaliseReceipt(typed);
    if (receipt !== undefined) return { receipt };
    const part = receiptPart(typed);
    if (part !== undefined) return { receiptPart: part };
    context.addIssue({ code: 'custom', message: '不是登记编号' });
    return z.NEVER;
  }).optional(),
  /** 工单编号; for an inspection its item, or "batch/item". */
  number: Words.optional(),
  /** A part of the place's full name. */
  place: Words.optional(),
  /** The organ that must act next. */
  waitsFor: z.string().optional(),
  lead: z.string().optional(),
  /** 责任人, by their `sub` at the identity provider. */
  officer: z.string().trim().min(1).max(200).optional(),
  /** Only cases with a deadline before this instant. */
  due: z.iso
    .datetime({ offset: true })
    .transform((instant) => new Date(instant).toISOString())
    .optional(),
  /** `asked`: the tab `reopening` by its former name. */
  reopening: z.literal('asked').optional(),
  cursor: z
    .string()
    .regex(/^[\w-]{1,2000}$/)
    .optional(),
});

export function listQueryOf(parameters: z.infer<typeof ListParameters>): ListQuery {
  const { scope, tab, organ, cursor, reopening, due, receipt, ...filters } = parameters;
  const group = reopening === undefined ? tab : 'reopening';
  return { scope, group, organ, cursor, filters: { ...filters, ...receipt, dueBefore: due } };
}
