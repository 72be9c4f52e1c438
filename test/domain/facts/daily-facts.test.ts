import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../domain/facts/daily-facts.ts';
import { sha256 } from '../../../functions/shared/digest.ts';
import { dailyFacts } from '../../../usecases/operations/daily-facts.ts';
import { caseAfter, orderedBy, RECEIPT, registeredAt } from '../../support/cases.ts';
import { beijing, policies } from '../../support/rules.ts';

const rules = { policies, sha256 };
const { events } = caseAfter(
  registeredAt(beijing('2026-06-01 23:30')),
  orderedBy('county', beijing('2026-06-02 00:10'), { type: 'accept' }),
  orderedBy('county', beijing('2026-06-20 10:00'), { type: 'note', words: '电话13900000001，王某说夜里更响' }),
);

describe('the facts of a day', () => {
  it('are what happened on that day in Beijing, each with what the case was after it', () => {
    expect(factsOf('2026-06-01', [events], rules)).toEqual([
      {
        ...{ occurredAt: beijing('2026-06-01 23:30'), caseHash: sha256(RECEIPT), seq: 1, event: 'registered' },
        ...{ channel: 'web', types: ['噪声'], matter: 'construction-noise', urgency: 'normal', division: '990101' },
        ...{ lead: 'county', status: 'registered', daysToAnswer: undefined, isPart: false },
      },
    ]);
    expect(factsOf('2026-06-02', [events], rules)).toMatchObject([{ event: 'accepted', status: 'accepted', seq: 2 }]);
  });

  it('are the same whatever happened since, and in whatever order cases are found', () => {
    const other = events.map((event) => ({ ...event, caseId: 'QH-0000-0000-0002' }));
    const early = factsOf('2026-06-02', [events.slice(0, 2), other.slice(0, 2)], rules);
    expect(factsOf('2026-06-02', [other, events], rules)).toEqual(early);
  });

  it('hold no receipt, no word that an officer wrote, and nobody', () => {
    const told = JSON.stringify(factsOf('2026-06-20', [events], rules));
    expect(told).toContain('"noted"');
    expect(told).not.toMatch(/QH-|13900000001|王某|sub|name/);
  });

  it('are asked of the cases that were entered under the day alone', async () => {
    const asked: string[] = [];
    const facts = await dailyFacts('2026-06-02', {
      entries: {
        async *of() {
          yield { receipt: RECEIPT };
          yield { caseId: RECEIPT, seq: 2, hash: '' };
        },
      },
      cases: {
        async events(id) {
          asked.push(id);
          return events;
        },
      },
      rules,
    });
    expect([asked, facts.length]).toEqual([[RECEIPT], 1]);
  });
});
