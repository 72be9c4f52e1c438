import { XMLParser } from 'fast-xml-parser';
import * as z from 'zod';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Signals } from '../../usecases/operations/health.ts';
import type { AskAws } from '../aws/signed-request.ts';

interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimension: readonly [name: string, value: string];
  readonly statistic: 'Maximum' | 'Sum';
  readonly periodSeconds: number;
  readonly sinceSeconds: number;
}

interface Point {
  readonly at: Instant;
  readonly value: number;
}

const QUARTER = { periodSeconds: 300, sinceSeconds: 900, statistic: 'Maximum' } as const;
const HOUR = { periodSeconds: 60, sinceSeconds: 3_600, statistic: 'Sum' } as const;
const DAY = { periodSeconds: 86_400, sinceSeconds: 86_400, statistic: 'Sum' } as const;

/** What CloudWatch knows of a province, and no function says by itself. One call for each metric: it is asked by hand. */
export function cloudWatchSignals(ask: AskAws, province: string, now: Instant): Signals {
  const named = (name: string) => `huiyin-${province}-${name}`;
  const latest = async (metric: Metric) => (await pointsOf(ask, metric, now)).at(-1);
  const lambda = (name: string, of: string) =>
    ({ namespace: 'AWS/Lambda', name, dimension: ['FunctionName', named(of)] }) as const;
  return {
    async oldestSeconds(queue) {
      const name = 'ApproximateAgeOfOldestMessage';
      return (await latest({ namespace: 'AWS/SQS', name, dimension: ['QueueName', named(queue)], ...QUARTER }))?.value;
    },
    async behindSeconds(reader) {
      const point = await latest({ ...lambda('IteratorAge', reader), ...QUARTER });
      return point && point.value / 1_000;
    },
    async lastRun(name) {
      const points = await pointsOf(ask, { ...lambda('Invocations', name), ...HOUR }, now);
      return points.findLast(({ value }) => value > 0)?.at;
    },
    async countedToday(counter) {
      const point = await latest({ namespace: 'Huiyin', name: counter, dimension: ['Province', province], ...DAY });
      return point?.value ?? 0;
    },
    ringing: () => ringingIn(ask, named('')),
  };
}

const many = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal('').transform(() => []), z.object({ member: z.array(schema) }).transform(({ member }) => member)]);

const Statistics = z.object({
  GetMetricStatisticsResponse: z.object({
    GetMetricStatisticsResult: z.object({
      Datapoints: many(
        z.object({ Timestamp: z.string(), Maximum: z.coerce.number().optional(), Sum: z.coerce.number().optional() }),
      ),
    }),
  }),
});

async function pointsOf(ask: AskAws, metric: Metric, now: Instant): Promise<readonly Point[]> {
  const { namespace, name, dimension, statistic, periodSeconds, sinceSeconds } = metric;
  const answer = await query(ask, Statistics, {
    Action: 'GetMetricStatistics',
    Namespace: namespace,
    MetricName: name,
    'Dimensions.member.1.Name': dimension[0],
    'Dimensions.member.1.Value': dimension[1],
    'Statistics.member.1': statistic,
    Period: String(periodSeconds),
    StartTime: new Date(Date.parse(now) - sinceSeconds * 1_000).toISOString(),
    EndTime: now,
  });
  return answer.GetMetricStatisticsResponse.GetMetricStatisticsResult.Datapoints.map((point) => ({
    at: new Date(point.Timestamp).toISOString(),
    value: point[statistic] ?? 0,
  })).toSorted((one, other) => one.at.localeCompare(other.at));
}

const Alarms = z.object({
  DescribeAlarmsResponse: z.object({
    DescribeAlarmsResult: z.object({ MetricAlarms: many(z.object({ AlarmName: z.string() })) }),
  }),
});

/** Names of the alarms that ring, without the prefix: their headings in the runbook. */
async function ringingIn(ask: AskAws, prefix: string): Promise<readonly string[]> {
  const wanted = { StateValue: 'ALARM', AlarmNamePrefix: prefix, MaxRecords: '100' };
  const answer = await query(ask, Alarms, { Action: 'DescribeAlarms', ...wanted });
  return answer.DescribeAlarmsResponse.DescribeAlarmsResult.MetricAlarms.map(({ AlarmName }) =>
    AlarmName.slice(prefix.length),
  );
}

const xml = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'member' });

async function query<Schema extends z.ZodType>(
  ask: AskAws,
  schema: Schema,
  parameters: Readonly<Record<string, string>>,
): Promise<z.output<Schema>> {
  const body = new URLSearchParams({ Version: '2010-08-01', ...parameters }).toString();
  const contentType = 'application/x-www-form-urlencoded; charset=utf-8';
  const answer = await ask({ service: 'monitoring', method: 'POST', path: '/', contentType, body });
  if (!answer.ok) throw new Error(`CloudWatch answers ${answer.status}`);
  return schema.parse(xml.parse(await answer.text()));
}
