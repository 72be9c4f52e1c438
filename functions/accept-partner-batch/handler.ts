import type * as z from 'zod';
import type { Instant } from '../../domain/calendar/day.ts';
import { type ListedOrder, MOST_ORDERS } from '../../domain/partners/order-list.ts';
import type { Partner } from '../../domain/partners/partner.ts';
import type { RateLimit } from '../../domain/rate-limit.ts';
import { admit } from '../accept-partner-complaint/admit.ts';
import { handOver } from '../accept-partner-complaint/hand-over.ts';
import { type AcceptPartnerComplaintDeps, MAX_ORDER_BYTES } from '../accept-partner-complaint/handler.ts';
import { externalIdIn, readOrder } from '../accept-partner-complaint/read-order.ts';
import { bodyBytes, requireMediaType, tooLarge } from '../shared/http/body.ts';
import { answering, json } from '../shared/http/http.ts';
import { Refusal } from '../shared/http/problem.ts';
import { PROBLEMS, typeOf } from '../shared/http/problems.ts';
import { withinLimit } from '../shared/http/rate-limit.ts';
import { noted } from '../shared/submission/optional-details.ts';
import { inlineOriginal } from '../shared/submission/original.ts';
import { receivedAt } from '../shared/time.ts';
import { tracedApart } from '../shared/trace.ts';
import { inWaves, turnsOf } from './in-waves.ts';
import { ordersIn, type ReadTable } from './list.ts';
import { type BatchReport, LIST_TYPES, type RowResult } from './report.ts';

export interface AcceptPartnerBatchDeps extends AcceptPartnerComplaintDeps {
  readonly readTable: ReadTable;
}

/** Lambda takes 6 MB, in base64. */
const MAX_BYTES = 4 * 1024 * 1024;
/** As many calls as the SDK has lines for. */
const ROWS_AT_ONCE = 50;
/** Each may be a thousand orders. */
const LISTS: RateLimit = { limit: 30, windowSeconds: 60 };

/**
 * POST /v1/channels/partners/{partner}/batches: takes a list of orders, each row for itself. The same list again
 * changes nothing.
 */
export const createHandler = (deps: AcceptPartnerBatchDeps) =>
  answering(async (event) => {
    requireMediaType(event, ...LIST_TYPES);
    const body = bodyBytes(event, MAX_BYTES);
    const partner = await admit(event, body, deps);
    const at = receivedAt(event);
    return await withinLimit({ name: 'partner-lists', key: partner.name, rule: LISTS }, at, deps.limits, async () => {
      const orders = await ordersIn(body, partner.format, deps.readTable);
      if (orders.length > MOST_ORDERS) throw new Refusal('too-many-rows', { detail: `每份清单最多${MOST_ORDERS}行` });
      const turns = turnsOf(orders, partner.format);
      const take = (order: ListedOrder) => takeRow(order, partner, inTurn(at, turns.get(order.row)), deps);
      return json(200, await reportOn(orders, (order) => tracedApart(() => take(order)), partner));
    });
  });

/** Rows of one number came in one after the other, a millisecond apart: of two limits the later row's holds. */
const inTurn = (at: Instant, turn = 0): Instant => new Date(Date.parse(at) + turn).toISOString();

/** Wave after wave, the rows of each side by side. */
async function reportOn(
  orders: readonly ListedOrder[],
  take: (order: ListedOrder) => Promise<z.output<typeof RowResult>>,
  { format }: Partner,
): Promise<z.output<typeof BatchReport>> {
  const rows: z.output<typeof RowResult>[] = [];
  for (const wave of inWaves(orders, format)) {
    const left = wave.values();
    const workers = Array.from({ length: ROWS_AT_ONCE }, async () => {
      // All take from one iterator.
      for (const order of left) rows.push(await take(order));
    });
    await Promise.all(workers);
  }
  const howMany = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  return {
    accepted: howMany('accepted'),
    unchanged: howMany('unchanged'),
    refused: howMany('refused'),
    rows: rows.toSorted((one, other) => one.row - other.row),
  };
}

async function takeRow(
  { row, order, fault }: ListedOrder,
  partner: Partner,
  at: Instant,
  deps: AcceptPartnerBatchDeps,
): Promise<z.output<typeof RowResult>> {
  const externalId = externalIdIn(order, partner.format);
  try {
    if (fault) throw new Refusal('invalid-request', { errors: [{ pointer: '', detail: fault }] });
    const bytes = Buffer.from(JSON.stringify(order ?? null));
    if (bytes.length > MAX_ORDER_BYTES) throw tooLarge(MAX_ORDER_BYTES);
    const original = inlineOriginal('application/json', bytes);
    const read = readOrder(order, partner.format);
    const { receipt, queryCode, follows, isNew } = await handOver(read, { partner, original, at }, deps);
    const outcome = isNew ? 'accepted' : 'unchanged';
    return { row, externalId, receipt, queryCode, follows, outcome, errors: [], ...noted(read.notes) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { problem, occurrence } = error;
    const { title } = PROBLEMS[problem];
    const { detail, errors = [] } = occurrence;
    return { row, externalId, outcome: 'refused', type: typeOf(problem), title, detail, errors: [...errors] };
  }
}
