import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { sha256 } from '../../adapters/digest.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoDayEntries } from '../../adapters/dynamodb/cases/day-entries.ts';
import { addDays, dayOf } from '../../domain/calendar/day.ts';
import { factsKey } from '../../domain/facts/facts-key.ts';
import { dailyFacts } from '../../usecases/operations/daily-facts.ts';
import { readCaseRules } from '../policy/rules.ts';
import { isDay } from '../today.ts';
import { text } from './apply-options.ts';
import type { OpsCommand } from './command.ts';
import { type OpsStack, rosterOf } from './connect.ts';

const BUCKET = 's3://';

export const factsCommand: OpsCommand = {
  takes: 'FOLDER|s3://BUCKET [--day 2026-11-26]',
  does: [
    'writes what happened to cases on a day, yesterday by default, as Parquet for national sums: codes and times, no text, no person, no receipt; the same day is the same bytes',
    '把某日（默认昨日）各事项的变动写成 Parquet 文件，供全国汇总：只有代码和时间，没有文字、人员和登记编号；同一天的文件逐字节相同',
  ],
  options: { day: { type: 'string' } },
  positionals: [1, 1],
  faultIn: ({ values: { day } }) =>
    day === undefined || isDay(text(day)) ? undefined : `--day ${text(day)}: such as 2026-11-26`,
  async run({ values, positionals: [to = ''] }, stack) {
    const today = dayOf(stack.now);
    const day = text(values.day) || addDays(today, -1);
    if (day >= today) return { lines: [`${day}还没有结束`], failed: true };
    const facts = await dailyFacts(day, depsOf(stack));
    // Nobody else needs what writes Parquet.
    const { factsFile } = await import('../../adapters/parquet/facts-file.ts');
    const bytes = factsFile(facts);
    const key = factsKey(stack.config.settings.id, day);
    await put(to, key, bytes, stack);
    return { lines: [`${key}：${facts.length}条，SHA-256 ${sha256(bytes)}`], json: { key, facts: facts.length } };
  },
};

const depsOf = ({ tables, stores, config }: OpsStack): Parameters<typeof dailyFacts>[1] => ({
  entries: dynamoDayEntries(tables, stores.CASE_TABLE_NAME),
  cases: dynamoCaseStore(tables, stores.CASE_TABLE_NAME, rosterOf({ config })),
  rules: { policies: readCaseRules(config.settings.id, {}).policies, sha256 },
});

/** A file that is there is replaced: it would be the same. */
async function put(to: string, Key: string, Body: Uint8Array, { s3 }: OpsStack): Promise<void> {
  if (to.startsWith(BUCKET)) {
    await s3.send(new PutObjectCommand({ Bucket: to.slice(BUCKET.length), Key, Body }));
    return;
  }
  mkdirSync(dirname(join(to, Key)), { recursive: true });
  writeFileSync(join(to, Key), Body);
}
