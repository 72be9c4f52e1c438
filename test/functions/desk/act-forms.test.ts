import { describe, expect, it } from 'vitest';
import { STAFF_ACTS, type StaffCommand } from '../../../domain/case/acts.ts';
import { wordsOfAct } from '../../../functions/shared/words/act-words.ts';
import { county } from '../../support/county-desk.ts';

const TYPES = Object.keys(STAFF_ACTS) as StaffCommand['type'][];
/** Acts that begin on a page of their own, whose tests stand beside this one. */
const ELSEWHERE = ['attach', 'reveal-contact', 'split'];

describe('every act that staff have', () => {
  it('has a form at the desk with an input for each thing that it can say', async () => {
    const { open, world, receipt } = await county();
    await world.order('2026-06-01 12:00', 'city/head', receipt, {
      ...{ type: 'assign', lead: 'county', assisting: [], limit: { unit: 'calendar-days', count: 20 } },
    } as StaffCommand);
    const lacking: string[] = [];
    for (const type of TYPES.filter((one) => !ELSEWHERE.includes(one))) {
      const { status, text } = await open(type);
      expect([type, status]).toEqual([type, 200]);
      const form = /<form method="post" action="[^"]*\/acts\/.*?<\/form>/s.exec(text)?.[0] ?? '';
      for (const name of Object.keys(wordsOfAct(type).fields))
        if (!new RegExp(`(?:name|id)="${name}(?:-[\\w-]+)?"`).test(form)) lacking.push(`${type}.${name}`);
    }
    expect(lacking).toEqual([]);
  });

  it('begins with that form, or on a page that leads to it', () => {
    expect(TYPES.filter((type) => wordsOfAct(type).page !== undefined).toSorted()).toEqual(ELSEWHERE);
  });
});
