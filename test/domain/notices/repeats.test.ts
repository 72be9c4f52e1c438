import { describe, expect, it } from 'vitest';
import type { Registration } from '../../../domain/case/acts/register.ts';
import { noticesFor } from '../../../domain/notices/notices-for.ts';
import type { Repeat } from '../../../domain/repeats/repeat.ts';
import { caseAfter, registeredAt } from '../../support/cases.ts';
import { beijing, contextAt } from '../../support/rules.ts';

const start = registeredAt(beijing('2026-06-01 10:00'));
const rules = contextAt(beijing('2026-06-01 10:00'));

const noticesOf = (repeats: readonly Repeat[], lead = 'county', more: Partial<Registration> = {}) => {
  const { registration } = start.command;
  const routed = { ...registration, ...more, repeats, route: { ...registration.route, lead } };
  const { state, events } = caseAfter({ ...start, command: { type: 'register', registration: routed } });
  return noticesFor(events[0]!, state, rules);
};

const earlier = (caseId: string, relation: Repeat['relation'], lead = 'county'): Repeat => ({
  caseId,
  relation,
  lead,
  score: 0.8,
  trace: [],
});

const about = (repeats: readonly Repeat[], lead?: string) =>
  noticesOf(repeats, lead).filter(({ subject }) => subject.startsWith('【关注】'));

describe('a complaint about how an earlier one was handled', () => {
  it('is told to the level above who led that one, and to nobody for other relations', () => {
    const [letter] = about([earlier('QH-1', 'about-handling'), earlier('QH-2', 'same-source')]);
    expect(letter!.addresses[0]).toMatchObject({ organ: 'city', role: 'leader' });
    expect(letter!.text).toContain('county局主办的QH-1的办理情况，不并案办理');
    expect(letter!.text).not.toContain('QH-2');
    expect(about([earlier('QH-1', 'same-matter')])).toEqual([]);
  });

  it('is one letter where several of that organ were handled badly', () => {
    const letters = about([earlier('QH-1', 'about-handling'), earlier('QH-2', 'about-handling')]);
    expect(letters).toHaveLength(2);
    expect(letters[0]!.text).toContain('county局主办的QH-1、county局主办的QH-2');
  });

  it('is told beside the assignment where the level above leads the new case itself', () => {
    const ids = noticesOf([earlier('QH-1', 'about-handling')], 'city').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(3);
  });

  it('is told beside the letter that names whom else the complaint accuses, though both go to one person', () => {
    const accused = [{ organ: 'neighbour', why: ['不作为'] }];
    const notices = noticesOf([earlier('QH-1', 'about-handling')], 'city', { accused });
    expect(new Set(notices.map(({ id }) => id)).size).toBe(notices.length);
    expect(new Set(notices.map(({ subject }) => subject)).size).toBeGreaterThan(2);
  });

  it('fits the values of a text message', () => {
    const [, message] = about([earlier('QH-1', 'about-handling')]);
    for (const value of Object.values(message!.sms.values)) expect(value.length).toBeLessThanOrEqual(20);
  });
});
