import { join } from 'node:path';
import { memoryRateLimits } from '../../adapters/memory/rate-limits.ts';
import { textsOf } from '../../config/schemas/notice-texts.ts';
import type { UploadForm, UploadRule } from '../../domain/upload.ts';
import { intake, type Request } from './intake.ts';
import { policies } from './rules.ts';

const CONFIG = join(import.meta.dirname, '../../config');

/** The site as the pages' functions have it. */
export const SITE = {
  name: '青禾省',
  organiser: { name: '青禾省生态环境厅', telephone: '0990-12369001', filing: '青ICP备2026000001号-1' },
  texts: textsOf(CONFIG, 'demo', ['page']),
};

const period = (count: number) => ({ unit: 'calendar-days', count }) as const;

/** What the pages' functions need, everything in memory. */
export function pagesWorld() {
  const offered: UploadRule[] = [];
  let keys = 0;
  return {
    ...intake(),
    limits: memoryRateLimits(),
    site: SITE,
    form: {
      places: [{ label: '禾阳市', options: [{ value: '990102', label: '临禾区' }] }],
      promises: { tell: period(15), handle: period(60) },
    },
    newKey: () => {
      keys += 1;
      return `key-${String(keys).padStart(20, '0')}`;
    },
    policies,
    equalInConstantTime: (one: string, other: string) => one === other,
    uploadForm: async (rule: UploadRule): Promise<UploadForm> => {
      offered.push(rule);
      return { action: 'https://inbox.example/', fields: { key: rule.key } };
    },
    offered,
  };
}

/** A form as browsers send it. */
export const formOf = (fields: Readonly<Record<string, string>>, request: Partial<Request> = {}): Request => ({
  ...request,
  headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-proto': 'https', ...request.headers },
  body: Buffer.from(new URLSearchParams(fields).toString()),
});
