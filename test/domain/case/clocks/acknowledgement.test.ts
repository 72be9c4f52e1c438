import { describe, expect, it } from 'vitest';
import { timersOf } from '../../../../domain/clocks/timers.ts';
import { reasonsOf } from '../../../../domain/notices/clock-reasons.ts';
import { caseAfter, extendedBy, orderedBy, registeredAt, type Step, swept } from '../../../support/cases.ts';
import { beijing, contextAt } from '../../../support/rules.ts';

const READ = { type: 'acknowledge', clock: 'tell' } as const;
const read = (at: string, organ = 'county') => orderedBy(organ, beijing(at), READ);
const open = registeredAt(beijing('2026-06-01 10:00'));
const sweep = (at: string) => swept(beijing(at));

/** Fifteen days end on Tuesday, 16 June: reminded on the 11th and on Monday, the 15th. */
const reminded = [open, sweep('2026-06-11 08:15'), sweep('2026-06-15 08:15')];

const stepsLeft = (...steps: readonly Step[]) =>
  timersOf(caseAfter(...steps).state.clocks, contextAt(beijing('2026-06-15 09:00')))
    .filter(({ clock }) => clock.name === 'tell')
    .map(({ step }) => step.step);

describe('whoever was reminded and has read it', () => {
  it('is not called again on the last day, and late as ever', () => {
    expect(stepsLeft(...reminded)).toEqual(['due', 'overdue', 'escalate-1', 'escalate-2']);
    expect(stepsLeft(...reminded, read('2026-06-15 09:00'))).toEqual(['overdue', 'escalate-1', 'escalate-2']);
  });

  it('is on record, with what is left out and until when', () => {
    const { state, events } = caseAfter(...reminded, read('2026-06-15 09:00'));
    expect(events.at(-1)).toMatchObject({
      ...{ type: 'acknowledged', clock: 'tell', after: 'before-1d', stops: 'due', until: beijing('2026-06-16 09:00') },
      actor: { sub: 'county-officer' },
    });
    const now = beijing('2026-06-15 10:00');
    const [tell] = reasonsOf(state, events, now, contextAt(now)).filter(({ clock }) => clock.name === 'tell');
    expect(tell!.why).toContain('已阅：责任单位2026年6月16日（周二）09:00前办理，其间的下一次提醒不再发');
    expect(tell!.next).toMatch(/^下一步 6月17日08:15 超期/);
  });

  it('says so of whatever they were reminded of, where they name no period', () => {
    const { events } = caseAfter(
      ...reminded,
      orderedBy('county', beijing('2026-06-15 09:00'), { type: 'acknowledge' }),
    );
    expect(events.at(-1)).toMatchObject({ type: 'acknowledged', clock: 'tell' });
  });

  it('is chased for the new last day of an extension as if nothing had been read', () => {
    const accepted = orderedBy('county', beijing('2026-03-02 10:00'), { type: 'accept' });
    const handling = [registeredAt(beijing('2026-03-01 10:00')), accepted, sweep('2026-04-30 08:15')];
    const promised = orderedBy('county', beijing('2026-04-30 09:00'), { type: 'acknowledge', clock: 'handle' });
    const { state } = caseAfter(...handling, promised, ...extendedBy('county', beijing('2026-04-30 12:00')));
    const [handle] = state.clocks.filter(({ name, stoppedAt }) => name === 'handle' && !stoppedAt);
    expect(handle).toMatchObject({ fired: [], acknowledged: undefined });
    expect(timersOf([handle!], contextAt(beijing('2026-05-01 00:00'))).map(({ step }) => step.step)).toContain('due');
  });
});

describe('to have read it is refused', () => {
  const emergency = {
    ...open,
    command: {
      ...open.command,
      registration: {
        ...open.command.registration,
        classification: { ...open.command.registration.classification, urgency: 'emergency' as const },
      },
    },
  };
  const item = registeredAt(beijing('2026-06-01 10:00'), { inspection: { batch: '3', item: 'D3QH001' } });

  it.each<[string, readonly Step[], string]>([
    ['before anything was sent', [open, read('2026-06-02 10:00')], '还没有收到该期限的提醒'],
    ['to another organ than the one reminded', [...reminded, read('2026-06-15 09:00', 'city')], '由该单位确认'],
    ['twice for one reminder', [...reminded, read('2026-06-15 09:00'), read('2026-06-15 11:00')], '已经确认过'],
    ['where the next reminder is days away', [...reminded.slice(0, 2), read('2026-06-11 09:00')], '到时照发'],
    [
      'on the last day, as what comes next is that it is late',
      [...reminded, sweep('2026-06-16 08:15'), read('2026-06-16 09:00')],
      '超期通知和督办不因已阅停止',
    ],
    [
      'after the last day',
      [...reminded, sweep('2026-06-17 08:15'), read('2026-06-17 09:00')],
      '超期通知和督办不因已阅停止',
    ],
    ['of an emergency', [emergency, sweep('2026-06-15 08:15'), read('2026-06-15 09:00')], '不因已阅停止催办'],
    ['of an inspection item', [item, sweep('2026-06-15 08:15'), read('2026-06-15 09:00')], '不因已阅停止催办'],
  ])('%s', (_, steps, why) => {
    expect(() => caseAfter(...steps)).toThrow(why);
  });
});
