import { expect, it } from 'vitest';
import { cloudWatchSignals } from '../../../adapters/cloudwatch/signals.ts';

const NOW = '2026-12-01T02:00:00.000Z';

/** CloudWatch, as it answers in XML. */
function cloudWatch(answers: Readonly<Record<string, string>>, status = 200) {
  const asked: URLSearchParams[] = [];
  const signals = cloudWatchSignals(
    async ({ body }) => {
      const question = new URLSearchParams(body);
      asked.push(question);
      return new Response(answers[question.get('Action')!], { status });
    },
    'demo',
    NOW,
  );
  return { asked, signals };
}

const statistics = (...points: readonly string[]) => ({
  GetMetricStatistics: `<GetMetricStatisticsResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"><GetMetricStatisticsResult><Datapoints>${points.map((point) => `<member>${point}</member>`).join('')}</Datapoints><Label>x</Label></GetMetricStatisticsResult></GetMetricStatisticsResponse>`,
});
const point = (at: string, of: string) => `<Timestamp>${at}</Timestamp>${of}<Unit>Count</Unit>`;

it('tells the age of the oldest message by the latest point, in whatever order the points come', async () => {
  const { asked, signals } = cloudWatch(
    statistics(
      point('2026-12-01T01:55:00Z', '<Maximum>950.0</Maximum>'),
      point('2026-12-01T01:50:00Z', '<Maximum>20.0</Maximum>'),
    ),
  );
  expect(await signals.oldestSeconds('register')).toBe(950);
  expect(Object.fromEntries(asked[0]!)).toMatchObject({
    Namespace: 'AWS/SQS',
    'Dimensions.member.1.Value': 'huiyin-demo-register',
    StartTime: '2026-12-01T01:45:00.000Z',
  });
});

it('tells when a schedule ran last, and by how many seconds a stream is late', async () => {
  const runs = statistics(
    point('2026-12-01T01:58:00Z', '<Sum>1.0</Sum>'),
    point('2026-12-01T01:59:00Z', '<Sum>0.0</Sum>'),
  );
  expect(await cloudWatch(runs).signals.lastRun('sweep-deadlines')).toBe('2026-12-01T01:58:00.000Z');
  const late = statistics(point('2026-12-01T01:55:00Z', '<Maximum>61000.0</Maximum>'));
  expect(await cloudWatch(late).signals.behindSeconds('relay-events')).toBe(61);
});

it('takes no point for nothing known, and for nothing counted', async () => {
  const { signals } = cloudWatch(statistics());
  expect(await signals.oldestSeconds('mail')).toBeUndefined();
  expect(await signals.lastRun('sweep-deadlines')).toBeUndefined();
  expect(await signals.countedToday('NoticeUndeliverable')).toBe(0);
});

it('names the alarms that ring by their headings in the runbook', async () => {
  const member = '<member><AlarmName>huiyin-demo-sweep-silent</AlarmName><StateValue>ALARM</StateValue></member>';
  const answer = (alarms: string) => ({
    DescribeAlarms: `<DescribeAlarmsResponse><DescribeAlarmsResult><CompositeAlarms/><MetricAlarms>${alarms}</MetricAlarms></DescribeAlarmsResult></DescribeAlarmsResponse>`,
  });
  expect(await cloudWatch(answer(member)).signals.ringing()).toEqual(['sweep-silent']);
  expect(await cloudWatch(answer('')).signals.ringing()).toEqual([]);
});

it('does not take a refusal for good news', async () => {
  await expect(cloudWatch({ DescribeAlarms: '<Error/>' }, 403).signals.ringing()).rejects.toThrow(
    'CloudWatch answers 403',
  );
});
