import type { RateLimits } from '../../domain/rate-limit.ts';
import { bodyBytes, readJson, requireMediaType } from '../shared/http/body.ts';
import { answering, json } from '../shared/http/http.ts';
import { Refusal } from '../shared/http/problem.ts';
import { withinLimit } from '../shared/http/rate-limit.ts';
import { noted } from '../shared/submission/optional-details.ts';
import { inlineOriginal } from '../shared/submission/original.ts';
import { receivedAt } from '../shared/time.ts';
import { type AdmitDeps, admit } from './admit.ts';
import { type HandOverDeps, handOver } from './hand-over.ts';
import { readOrder } from './read-order.ts';

export interface AcceptPartnerComplaintDeps extends AdmitDeps, HandOverDeps {
  readonly limits: RateLimits;
}

/** Kept whole within the complaint, which holds 400 KB. */
export const MAX_ORDER_BYTES = 256 * 1024;

/** POST /v1/channels/partners/{partner}: takes an order that a partner hands over, signed after Standard Webhooks. */
export const createHandler = (deps: AcceptPartnerComplaintDeps) =>
  answering(async (event) => {
    requireMediaType(event, 'application/json');
    const body = bodyBytes(event, MAX_ORDER_BYTES);
    const partner = await admit(event, body, deps);
    const at = receivedAt(event);
    const limit = { name: 'partner', key: partner.name, rule: partner.limit };
    return await withinLimit(limit, at, deps.limits, async () => {
      const order = readOrder(single(readJson(body)), partner.format);
      const original = inlineOriginal('application/json', body);
      const { isNew, ...receipt } = await handOver(order, { partner, original, at }, deps);
      return json(202, { ...receipt, ...noted(order.notes) });
    });
  });

/** One order, and no list of them. */
function single(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const detail = '这里一次只收一件；清单（数组）请提交到同一地址加/batches';
  throw new Refusal('invalid-request', { detail, errors: [{ pointer: '', detail }] });
}
