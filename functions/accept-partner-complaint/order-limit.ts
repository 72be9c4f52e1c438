import { type Limit, limitSchema } from '../../domain/clocks/set-limit.ts';
import type { PartnerFormat } from '../../domain/partners/format.ts';
import { limitWritten } from '../../domain/partners/written-limit.ts';
import type { FieldError } from '../shared/http/problem.ts';
import { type Beside, isHollow } from '../shared/submission/optional-details.ts';

/** What an order says beside its matter, and by when it is to be done. */
export type BesideOrder = Beside & { readonly limit?: Limit | undefined };

interface Read<Said> {
  readonly beside: Said;
  readonly notes: FieldError[];
}

const UNREAD = '办理时限无法识别，未按其计时，已按原文保存';

/** With the limit of an order. One that cannot be read refuses nothing: it is kept as written, and noted. */
export function withLimit({ beside, notes }: Read<Beside>, said: unknown, format: PartnerFormat): Read<BesideOrder> {
  if (said === undefined || isHollow(said)) return { beside, notes };
  const limit = limitIn(said, format);
  if (limit) return { beside: { ...beside, limit }, notes };
  const remark = { field: 'limit', written: typeof said === 'string' ? said : JSON.stringify(said) };
  const sideRemarks = [...(beside.sideRemarks ?? []), remark];
  return { beside: { ...beside, sideRemarks }, notes: [...notes, { pointer: '/limit', detail: UNREAD }] };
}

function limitIn(said: unknown, { zone, fields }: PartnerFormat): Limit | undefined {
  const unit = fields.limit?.find((source) => source.unit)?.unit;
  if (typeof said === 'object') return limitSchema().safeParse(said).data;
  return limitWritten(String(said), { zone, unit });
}
