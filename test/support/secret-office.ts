import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda';
import { eventsInRecords } from '../../adapters/dynamodb/cases/stream-events.ts';
import { memoryDayEntries } from '../../adapters/memory/day-entries.ts';
import { memoryDeliveries } from '../../adapters/memory/deliveries.ts';
import { memoryIncidents } from '../../adapters/memory/incidents.ts';
import { AS_WRITTEN } from '../../domain/ids-of-today.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { createHandler as relayEvents } from '../../functions/relay-events/handler.ts';
import { sentAt as timeOf } from '../../functions/shared/time.ts';
import { requestEvent } from './intake.ts';
import { keeping } from './kept.ts';
import { consoleOf, desk, streamOf } from './messages.ts';
import { CLAIMS } from './office.ts';
import { beijing, noticeHours } from './rules.ts';
import { newWorld, rules } from './world.ts';

/** What nobody may find in a log: words, persons, addresses, query codes, answers and tokens. */
export const SECRETS = [
  ...['浇筑', '睡不着', '新河路', '某工地', '钱测试', '13911112222', 'qian@citizen.example'],
  ...['@county.example', '13900000601', '经办人', '经查属实，夜间施工已经停止。', 'ZZZZZZZZ', 'Bearer'],
];

/** Ports that fail with an error that quotes everything. */
export const loud = (): Promise<never> =>
  Promise.reject(new Error(`${SECRETS.join(' ')}\n    at 浇筑 (qian@citizen.example:1:1)`, { cause: SECRETS }));

/** A case from its complaint to its answer, with the notices that it caused. */
export async function secretOffice() {
  const world = newWorld();
  const { receipt, queryCode } = await world.complain('2026-06-01 10:00', { target: '某工地', address: '新河路12号' });
  await world.order('2026-06-02 10:00', 'county', receipt, { type: 'accept' });
  await world.close('2026-06-03 10:00', 'county', receipt, { answer: '经查属实，夜间施工已经停止。' });
  const events = await world.cases.events(receipt);
  const notices: Notice[] = [];
  const { setAside } = desk();
  const idle = { entries: memoryDayEntries(), incidents: memoryIncidents(), registerLater: async () => {} };
  const relay = {
    eventOf: eventsInRecords(AS_WRITTEN),
    cases: world.cases,
    rules: rules(),
    setAside,
    now: () => new Date(),
    ...idle,
  };
  const noticeQueue = { send: async (some: readonly Notice[]) => void notices.push(...some) };
  await consoleOf(() => relayEvents({ ...relay, noticeQueue })(streamOf(events)));
  return { world, receipt, queryCode, events, notices, setAside, relay, noticeQueue };
}

export type SecretOffice = Awaited<ReturnType<typeof secretOffice>>;

/** An officer's request. */
export const request = (
  routeKey: string,
  path: Record<string, string>,
  headers: Record<string, string>,
  body?: object,
) =>
  ({
    ...requestEvent({ path, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }),
    routeKey,
    requestContext: {
      requestId: 'r',
      timeEpoch: Date.parse(beijing('2026-06-04 10:00')),
      http: { sourceIp: '203.0.113.7' },
      authorizer: { jwt: { claims: CLAIMS } },
    },
  }) as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;

export const context = {} as Context;

/** What deliver-notice needs beside. */
const waits = { ...keeping(), hours: noticeHours };

/** What delivers its notices, of which none was delivered before. */
export const deliveringFor = ({ world, noticeQueue }: SecretOffice) => ({
  deliveries: memoryDeliveries(),
  cases: world.cases,
  incidents: world.incidents,
  rules: rules(),
  ...waits,
  timeOf,
  noticeQueue,
});
