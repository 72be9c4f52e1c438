import * as z from 'zod';
import type { ProvinceSettings } from './province.ts';
import { name } from './texts.ts';

const span = z.union([z.strictObject({ days: z.int().min(1) }), z.strictObject({ years: z.int().min(1) })]);

/** Settings of the province file, in the unit that each has there. */
const SETTINGS = ['privacy.records.years', 'retentionDays.evidence', 'retentionDays.logs'] as const;

const kept = z.union([
  z.strictObject({ days: z.int().min(1) }),
  z.strictObject({ setting: z.enum(SETTINGS), more: span.optional() }),
  /** As long as what it belongs to. */
  z.strictObject({ with: z.literal('complaint') }),
  z.literal('for-good'),
]);

/** config/retention.json: what a province holds, for how long, and what ends it. */
export const retentionSchema = z.strictObject({
  $schema: z.string().optional(),
  note: z.string(),
  kinds: z.record(
    z.string().regex(/^[a-z]+$/),
    z.strictObject({
      name,
      where: z.enum([
        ...['vault', 'evidence', 'senders', 'notices', 'correspondence', 'access', 'logs', 'cases', 'ledgers'],
        ...['backups', 'inbox', 'archives', 'desk', 'roster'],
      ] as const),
      kept,
      /** From what it is counted. */
      since: name,
      by: z.enum(['ops', 'lifecycle', 'ttl', 'stream', 'staff', 'nobody']),
    }),
  ),
});
export type Retention = z.infer<typeof retentionSchema>;
export type RetainedKind = Retention['kinds'][string];

/** 保存期限 in words, as the settings of a province make it. */
export function keptText({ kept: period }: RetainedKind, settings: ProvinceSettings): string {
  if (period === 'for-good') return '长期';
  if ('with' in period) return '与来信相同';
  if ('days' in period) return `${period.days}天`;
  const { more } = period;
  const longer = more && ('days' in more ? `，另加${more.days}天` : `，另加${more.years}年`);
  return `${settingText(period.setting, settings)}${longer ?? ''}`;
}

function settingText(setting: (typeof SETTINGS)[number], { privacy, retentionDays }: ProvinceSettings): string {
  if (setting === 'privacy.records.years') return `${privacy.records.years}年`;
  return `${setting === 'retentionDays.evidence' ? retentionDays.evidence : retentionDays.logs}天`;
}
