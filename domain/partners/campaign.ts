import { dayOf, type Instant } from '../calendar/day.ts';
import type { Period } from '../clocks/clock-rule.ts';
import type { Limits } from '../clocks/set-limit.ts';
import { isOn, type Span } from '../law/statutes.ts';

/** 督察行动: one round of an inspection, as config/campaigns has it; days in Beijing, both ends included. */
export interface Campaign extends Span {
  readonly name: string;
  /** What stands before the number of each batch; empty for numbers alone. Tells campaigns of the same days apart. */
  readonly batchPrefix: string;
  /** Within which its items are reported. */
  readonly report: Period;
  /** Within which what was sent back is completed. */
  readonly supplement: Period;
  /** Where these periods stand, as letters print it. */
  readonly basis: string;
}

const NUMBER = '(?:\\d+|[零一二三四五六七八九十百]+)';

/** The campaign to which a batch that came at that moment belongs, by its number: "第三批", "S03", "第S3批". */
export function campaignOf(batch: string, at: Instant, campaigns: readonly Campaign[]): Campaign | undefined {
  const written = batch.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const isOf = ({ batchPrefix }: Campaign) => new RegExp(`^第?${batchPrefix}第?${NUMBER}批?$`).test(written);
  return campaigns.find((campaign) => isOn(campaign, dayOf(at)) && isOf(campaign));
}

/** What a campaign sets for each of its items, by the clock that it is for. */
export const limitsOf = ({ report, supplement, basis }: Campaign): Limits => ({
  'inspection-report': { limit: report, basis },
  supplement: { limit: supplement, basis },
});
