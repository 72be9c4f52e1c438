import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memoryCaseStore } from '../../adapters/memory/case-store.ts';
import { memoryDeliveries } from '../../adapters/memory/deliveries.ts';
import { memoryIncidents } from '../../adapters/memory/incidents.ts';
import { noticesFor } from '../../domain/notices/notices-for.ts';
import { createHandler as deliverNotice } from '../../functions/deliver-notice/handler.ts';
import { createHandler as reconcileDay } from '../../functions/reconcile-day/handler.ts';
import { sentAt as timeOf } from '../../functions/shared/time.ts';
import { CAUSE_OF, CAUSES, FULL_ACCOUNT, leftBy } from '../../lib/monitoring/alarm-causes.ts';
import { WATCHED_COUNTERS } from '../../lib/monitoring/watched-counters.ts';
import type { SendResult } from '../../usecases/notices/delivery/delivery.ts';
import { caseAfter, registeredAt } from '../support/cases.ts';
import { keeping } from '../support/kept.ts';
import { sectionsOf } from '../support/markdown.ts';
import { batchOf, consoleOf, desk } from '../support/messages.ts';
import { reconciling } from '../support/reconciling.ts';
import { beijing, noticeHours } from '../support/rules.ts';
import { newWorld, rules } from '../support/world.ts';
import { functionNames, templateOf } from './provinces.ts';
import { alarmsIn, causesIn, holds, type Metric, wokenBy } from './woken.ts';

const template = templateOf('jiangsu');
const alarms = alarmsIn(template);
const runbook = sectionsOf(readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8'));
const textUnder = (heading: string): string => runbook.find(({ title }) => title === heading)?.text ?? '';
const idsOf = (type: string, is: (properties: Readonly<Record<string, unknown>>) => boolean): string[] =>
  Object.entries(template.findResources(type)).flatMap(([id, { Properties }]) => (is(Properties) ? [id] : []));
const mentions = (value: unknown, id: string): boolean => JSON.stringify(value).includes(`"${id}"`);

const keyOf = ({ namespace, name, of = '' }: Metric): string => `${namespace} ${name} ${of}`;
const ringing = (moved: readonly Metric[]): string[] =>
  alarms.filter((alarm) => moved.some((one) => keyOf(one) === keyOf(alarm))).map(({ heading }) => heading);

/** What a run of the schedule says that it did, for functions whose invocations are not of the schedule alone. */
const SAYS: Readonly<Record<string, string>> = {
  'deliver-notice': 'WaitingNoticesRun',
  'seal-day': 'LedgerStands',
  'reconcile-day': 'DayReconciled',
};

/** Which metrics move when a function fails on everything: by whatever wakes it. */
function stopped(name: string): readonly Metric[] {
  const [id = ''] = idsOf('AWS::Lambda::Function', ({ FunctionName }) => FunctionName === `huiyin-jiangsu-${name}`);
  const sources = Object.values(template.findResources('AWS::Lambda::EventSourceMapping'))
    .filter(({ Properties }) => mentions(Properties.FunctionName, id))
    .map(({ Properties }) => Properties.EventSourceArn['Fn::GetAtt'] as readonly [string, string]);
  const queues = sources.filter(([, attribute]) => attribute === 'Arn').map(([queue]) => queue);
  const follows = sources.length > queues.length;
  const isTimed = idsOf('AWS::Events::Rule', (rule) => mentions(rule, id)).length > 0;
  const apis = Object.values(template.findResources('AWS::ApiGatewayV2::Integration'))
    .filter(({ Properties }) => mentions(Properties.IntegrationUri, id))
    .map(({ Properties }) => String(Properties.ApiId.Ref));
  return [
    ...queues.map((of) => ({ namespace: 'AWS/SQS', name: 'ApproximateAgeOfOldestMessage', of })),
    ...(follows ? ['Errors', 'IteratorAge'].map((metric) => ({ namespace: 'AWS/Lambda', name: metric, of: id })) : []),
    ...(isTimed ? ['Errors', 'Invocations'].map((metric) => ({ namespace: 'AWS/Lambda', name: metric, of: id })) : []),
    ...(isTimed && SAYS[name] ? [{ namespace: 'Huiyin', name: SAYS[name], of: 'jiangsu' }] : []),
    ...[...new Set(apis)].map((of) => ({ namespace: 'AWS/ApiGateway', name: '5xx', of })),
  ];
}

/** Woken by hand: whoever calls it reads its answer. */
const BY_HAND = ['recompute-deadlines'];
const functions = functionNames(template).filter((name) => !BY_HAND.includes(name));

describe('each function is stopped', () => {
  it.each(functions)('%s: its alarm rings, and one person is woken once', (name) => {
    expect(ringing(stopped(name))).not.toEqual([]);
    expect(wokenBy(template, ringing(stopped(name)))).toHaveLength(1);
  });
});

const deadLetters = alarms.filter(({ heading }) => heading.endsWith('-dead-letters'));

describe.each(deadLetters)('the queue $heading is filled', ({ heading }) => {
  it('wakes nobody a second time while its cause rings, and one person once it is over', () => {
    const cause = CAUSE_OF.get(heading)!;
    const { alarms: members, left = [] } = CAUSES[cause]!;
    expect(wokenBy(template, [...members, heading])).toHaveLength(1);
    const name = left.includes(heading) ? leftBy(cause) : cause;
    expect(wokenBy(template, [heading])).toEqual([`huiyin-jiangsu-${name}`]);
  });

  it('is worked off by the command of its heading', () => {
    expect(textUnder(heading)).toContain(`npm run ops -- dead-letters redrive ${heading} `);
  });
});

const joined = alarms.map(({ heading }) => heading).filter((heading) => CAUSE_OF.has(heading));

it('a full account wakes for its limits alone, whatever else is late for it', () => {
  expect(wokenBy(template, [...joined, ...FULL_ACCOUNT.alarms]).toSorted()).toEqual(FULL_ACCOUNT.alarms.toSorted());
});

it.each(['functions-throttled', 'concurrency-near-limit', 'keys-near-limit'])(
  '%s alone, as by a flood at one door, silences no cause',
  (heading) => {
    const woken = wokenBy(template, ['sweep-silent', 'notices-backlog', 'register-backlog', heading]);
    expect(woken).toHaveLength(4);
    expect(woken).toContain(heading);
  },
);

it.each(['urgent-notices-backlog', 'notices-backlog', 'bounces-backlog', 'bounces-dead-letters', 'uploads-backlog'])(
  'a partner that is away for days, or an account that WeChat bars, does not hide %s',
  (heading) => {
    expect(wokenBy(template, ['notices-waiting', 'access-barred', heading])).toHaveLength(3);
  },
);

it('an emergency that waits wakes somebody though ordinary notices wait already, and no second person', () => {
  expect(wokenBy(template, ['notices-backlog', 'urgent-notices-backlog'])).toEqual(['urgent-notices-backlog']);
});

it('a cause that is over lets the next one wake somebody', () => {
  expect(wokenBy(template, ['sweep-silent', 'register-backlog'])).toHaveLength(2);
  expect(wokenBy(template, [])).toEqual([]);
});

describe('the sweep is skipped for six hours', () => {
  it('one person is woken, and reads how to make up for it', () => {
    const [name] = wokenBy(template, ['sweep-silent', 'sweep-behind']);
    expect(name).toBe('huiyin-jiangsu-sweep-stuck');
    expect(textUnder('sweep-silent')).toContain('aws lambda invoke --function-name huiyin-<province>-sweep-deadlines');
  });
});

/** The headings whose counters reach their thresholds by what was logged. */
function countedIn(lines: string): string[] {
  const counts = lines
    .split('\n')
    .filter((line) => line.includes('_aws'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return Object.entries(WATCHED_COUNTERS).flatMap(([counter, { heading, threshold }]) =>
    counts.some((line) => Number(line[counter] ?? 0) >= threshold) ? [heading] : [],
  );
}

describe('the secret of the text messages has expired, and mail is down', () => {
  const { state, events } = caseAfter(registeredAt(beijing('2026-06-01 10:00')));
  const [notice] = events.flatMap((event) => noticesFor(event, state, rules())).map(({ wait: _, ...one }) => one);
  let result: SendResult = { kind: 'barred', reason: 'NoKey' };
  const send = async () => result;
  const noticeQueue = { send: async () => {} };
  const cases = { ...memoryCaseStore(), load: async () => state, events: async () => events };
  const handler = deliverNotice({
    ...{ deliveries: memoryDeliveries(), cases, rules: rules(), incidents: memoryIncidents(), noticeQueue },
    ...{ ...keeping(), hours: noticeHours, setAside: desk().setAside },
    ...{ timeOf, complainantOf: async () => undefined, transports: { email: send, sms: send } },
  });
  const runAt = (time: string) => consoleOf(() => handler({ time: beijing(time) }));

  it('wakes one person after an hour, and nobody once the secret is there again', async () => {
    await handler(batchOf([notice], { sentAt: Date.parse(beijing('2026-06-01 10:01')) }));
    expect(countedIn(await runAt('2026-06-01 10:30'))).toEqual([]);
    const late = countedIn(await runAt('2026-06-01 11:30'));
    expect(wokenBy(template, late)).toEqual(['notices-waiting']);
    result = { kind: 'sent', reference: 'r' };
    await runAt('2026-06-01 12:45');
    expect(countedIn(await runAt('2026-06-01 12:46'))).toEqual([]);
  });
});

describe('a channel is emptied', () => {
  const rungAfter = async (mails: readonly string[]) => {
    const world = newWorld();
    for (const day of mails) await world.complain(`2026-05-${day} 10:00`, { sourceId: day, channel: 'email' });
    return countedIn(await consoleOf(() => reconcileDay(reconciling(world))({ time: beijing('2026-05-29 08:00') })));
  };
  const days = Array.from({ length: 14 }, (_, day) => String(day + 1).padStart(2, '0'));

  it('wakes one person, and nobody once a complaint has come by it again', async () => {
    expect(wokenBy(template, await rungAfter(days))).toEqual(['channel-silent']);
    expect(await rungAfter([...days, '28'])).toEqual([]);
  });
});

describe('every cause', () => {
  const tell = causesIn(template).filter(({ name }) => !name.endsWith(FULL_ACCOUNT.name));
  it.each(tell)('$name tells somebody, and leads to a heading of the runbook', ({ heading, wakes }) => {
    expect(wakes).toBe(true);
    expect(runbook.map(({ title }) => title)).toContain(heading);
  });
});

it('the dashboard looks for what functions count, by the dimension that they name', () => {
  const code = ['relay-events/count-event.ts', 'deliver-notice/count-ended.ts']
    .map((file) => readFileSync(join(import.meta.dirname, '../../functions', file), 'utf8'))
    .join('');
  const page = JSON.stringify(template.findResources('AWS::CloudWatch::Dashboard'));
  const sought = [...page.matchAll(/\{Huiyin,Province,(\w+)\}[^']*?MetricName=[\\"]+(\w+)/g)];
  expect(sought.map(([, dimension, metric]) => [metric, code.includes(`countBy('${metric}', '${dimension}'`)])).toEqual(
    [
      ['ComplaintReceived', true],
      ['LateStepTaken', true],
      ['NoticeEnded', true],
    ],
  );
});

it('reads the rules of CloudWatch', () => {
  const rule = '((ALARM("a") OR ALARM("b")) AND (NOT (ALARM("c"))))';
  expect([['a'], ['b', 'c'], []].map((ids) => holds(rule, new Set(ids)))).toEqual([true, false, false]);
});
