import { describe, expect, it } from 'vitest';
import { type HealthDeps, healthOf, hurtsIn, type Signals } from '../../../usecases/operations/health.ts';

const NOW = '2026-12-01T02:00:00.000Z';
const minutesAgo = (minutes: number) => new Date(Date.parse(NOW) - minutes * 60_000).toISOString();

const quiet: Signals = {
  oldestSeconds: async () => 0,
  behindSeconds: async () => 0,
  lastRun: async () => minutesAgo(1),
  countedToday: async () => 0,
  ringing: async () => [],
};

const province = (changes: Partial<HealthDeps> = {}): HealthDeps => ({
  queues: async () =>
    ['register', 'urgent-notices', 'register-dead-letters'].map((name) => ({ name, waiting: 0, inFlight: 0 })),
  due: { dueBy: async () => [], earliest: async () => undefined },
  waitingNotices: async () => ({ count: 0, oldestAt: undefined }),
  lastSealedDay: async () => '2026-11-30',
  signals: quiet,
  ...changes,
});

const hurts = async (changes: Partial<HealthDeps>) => hurtsIn(await healthOf(NOW, province(changes)), NOW);

describe('a province', () => {
  it('in which all is well hurts nobody', async () => {
    expect(await hurts({})).toEqual([]);
  });

  it('of this machine, where nothing watches, is judged by what its tables and queues hold', async () => {
    expect(await hurts({ signals: undefined })).toEqual([]);
    const due = { dueBy: async () => ['QH-1'], earliest: async () => minutesAgo(11) };
    expect(await hurts({ signals: undefined, due })).toEqual([{ heading: 'sweep-behind', figure: 11 }]);
  });

  it.each<[string, Partial<HealthDeps>, string]>([
    [
      'with a dead letter',
      { queues: async () => [{ name: 'mail-dead-letters', waiting: 2, inFlight: 0 }] },
      'mail-dead-letters',
    ],
    [
      'whose complaints wait',
      { signals: { ...quiet, oldestSeconds: async (name) => (name === 'register' ? 900 : 0) } },
      'register-backlog',
    ],
    [
      'whose emergencies wait',
      { signals: { ...quiet, oldestSeconds: async (name) => (name === 'register' ? 0 : 300) } },
      'urgent-notices-backlog',
    ],
    [
      'whose events wait',
      { signals: { ...quiet, behindSeconds: async (name) => (name === 'relay-events' ? 301 : 0) } },
      'relay-events-behind',
    ],
    ['that is not swept', { signals: { ...quiet, lastRun: async () => undefined } }, 'sweep-silent'],
    ['whose notices wait', { waitingNotices: async () => ({ count: 1, oldestAt: minutesAgo(60) }) }, 'notices-waiting'],
    ['whose notice reached nobody', { signals: { ...quiet, countedToday: async () => 3 } }, 'notice-undeliverable'],
    ['whose day is not sealed', { lastSealedDay: async () => '2026-11-29' }, 'ledger-missing'],
    ['whose alarm rings', { signals: { ...quiet, ringing: async () => ['api-5xx'] } }, 'api-5xx'],
  ])('%s is told so, by the heading of the runbook', async (_, changes, heading) => {
    expect((await hurts(changes)).map((hurt) => hurt.heading)).toEqual([heading]);
  });

  it('is told of one thing once, though its alarm rings too', async () => {
    const signals = { ...quiet, lastRun: async () => undefined, ringing: async () => ['sweep-silent'] };
    expect(await hurts({ signals })).toEqual([{ heading: 'sweep-silent' }]);
  });

  it('has until four in the morning for the seal of yesterday', async () => {
    const before = '2026-11-30T19:59:00.000Z';
    const health = await healthOf(before, province({ lastSealedDay: async () => '2026-11-29' }));
    expect(hurtsIn(health, before).map(({ heading }) => heading)).not.toContain('ledger-missing');
  });
});
