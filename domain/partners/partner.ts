import type { RateLimit } from '../rate-limit.ts';
import { DEEDS } from './deeds.ts';
import type { PartnerFormat } from './format.ts';

/** What a partner may send; `inspection` starts the stricter clocks of 督察交办件. */
export const PARTNER_RIGHTS = [...DEEDS, 'inspection'] as const;
export type PartnerRight = (typeof PARTNER_RIGHTS)[number];

/** A partner as it is answered. */
export interface Sender {
  /** The organ of the roster that it is. What accuses that organ is not told to it. */
  readonly organ?: string | undefined;
  /** 反馈邮箱: where it is told what became of its orders. */
  readonly reportTo?: string | undefined;
  /** 回调地址: where its system is told of its orders. */
  readonly callback?: string | undefined;
}

/** Every partner of the province, by its name. */
export type Senders = ReadonlyMap<string, Sender>;

/** Who may hand complaints over: 12345, a superior, an inspection team. Its secrets lie elsewhere. */
export interface Partner {
  readonly name: string;
  readonly may: readonly PartnerRight[];
  /** How often it may call. */
  readonly limit: RateLimit;
  /** Its own format, beside ours. */
  readonly format: PartnerFormat;
}
