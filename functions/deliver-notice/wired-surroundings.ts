import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { readFailoverRule, readOutageRule, type readProvince } from '../../adapters/config/read-config.ts';
import { dynamoOutages } from '../../adapters/dynamodb/correspondence/outages.ts';
import { dynamoProviderHealth } from '../../adapters/dynamodb/correspondence/provider-health.ts';
import { dynamoRateLimits } from '../../adapters/dynamodb/correspondence/rate-limits.ts';
import { dynamoSuppressions } from '../../adapters/dynamodb/correspondence/suppressions.ts';
import { readEnv } from '../shared/env.ts';
import { limitUnavailable } from '../shared/http/rate-limit.ts';
import { logError } from '../shared/log.ts';

/** What all ways to reach people stand on. */
export type Surroundings = ReturnType<typeof surroundingsOf>;

export function surroundingsOf(province: ReturnType<typeof readProvince>, tables: DynamoDBDocumentClient) {
  const { CORRESPONDENCE_TABLE_NAME: table } = readEnv('CORRESPONDENCE_TABLE_NAME');
  const onUnknown = (error: unknown) => logError('provider-health-unknown', error);
  const health = dynamoProviderHealth(tables, table, onUnknown);
  return {
    province,
    tables,
    limits: dynamoRateLimits(tables, table, limitUnavailable),
    suppressions: dynamoSuppressions(tables, table),
    providing: { health, rule: readFailoverRule(import.meta.dirname), stopWatch: () => performance.now() },
    resting: { outages: dynamoOutages(tables, table, onUnknown), rule: readOutageRule(import.meta.dirname) },
  };
}
