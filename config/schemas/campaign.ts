import * as z from 'zod';
import { periodSchema } from '../../domain/clocks/clock-rule.ts';
import type { Campaign } from '../../domain/partners/campaign.ts';
import type { Fault } from './fault.ts';
import { whenReadable } from './readable.ts';

const day = z.iso.date();

/** config/campaigns/<id>.json: one round of an inspection. */
export const campaignSchema = z
  .strictObject({
    $schema: z.string().optional(),
    name: z.string().trim().min(1),
    note: z.string().trim().min(1),
    from: day,
    until: day,
    batchPrefix: z
      .string()
      .regex(
        /^([A-Z\p{Script=Han}-]*[A-Z-])?$/u,
        'must be empty, or capital letters and characters that end with a letter or -',
      ),
    report: periodSchema(),
    supplement: periodSchema(),
    basis: z.string().trim().min(1),
  })
  .refine(({ from, until }) => from <= until, {
    path: ['until'],
    error: 'must not lie before "from"',
    when: whenReadable({ from: day, until: day }, 'from', 'until'),
  });

/** Of two campaigns of one province on the same day, the number of a batch must tell which is meant. */
export function faultsOfCampaigns(
  names: readonly (string | undefined)[],
  campaigns: ReadonlyMap<string, Campaign | undefined>,
): Fault[] {
  return names.flatMap((name, index): Fault[] => {
    const at = `/campaigns/${index}`;
    if (name === undefined) return [];
    if (!campaigns.has(name)) return [[at, `there is no config/campaigns/${name}.json`]];
    const other = names
      .slice(0, index)
      .find((one) => one !== undefined && areAlike(campaigns.get(one), campaigns.get(name)));
    return other === undefined ? [] : [[at, `"${name}" and "${other}" have days and the batch prefix in common`]];
  });
}

const areAlike = (one: Campaign | undefined, other: Campaign | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.batchPrefix === other.batchPrefix &&
  one.from! <= other.until! &&
  other.from! <= one.until!;
