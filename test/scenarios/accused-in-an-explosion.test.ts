import { expect, it } from 'vitest';
import { findGathered } from '../../usecases/notices/incidents.ts';
import { dutyDesks, receiptOf } from '../support/incident.ts';

const LEAD = 'linhe-ecology';
const TOLD = '临禾区鸿运化工厂爆炸了，浓烟滚滚，快来人！';

/** Five people tell of one explosion; the letter of the hour has gone out. */
async function explosion() {
  const desks = dutyDesks();
  for (let n = 0; n < 5; n += 1) await desks.complain(`2026-06-01 10:0${n}`, receiptOf(n), `${TOLD}（${n}）`);
  await desks.run('2026-06-01 11:00');
  const id = desks.arrived.find(({ notice }) => notice.id.includes('#gathered-4-1#'))!.notice.id;
  /** The same letter once more, after these cases came to accuse whoever leads them. */
  const again = (...accusing: readonly string[]) => {
    const load = async (caseId: string) => {
      const state = await desks.cases.load(caseId);
      return state && (accusing.includes(caseId) ? { ...state, accused: [LEAD] } : state);
    };
    return findGathered(id, '4', { ...desks, cases: { events: desks.cases.events, load } });
  };
  return again;
}

it('a letter of an incident that is sent again no longer speaks of a case that accuses its reader by now', async () => {
  const again = await explosion();
  const letter = await again(receiptOf(3));
  expect(letter).toHaveProperty('subject', expect.stringContaining('又收到来信3件'));
  expect(letter).toHaveProperty('text', expect.not.stringContaining(receiptOf(3)));
});

it('where the case that was first reported does so, it shows another one, and is known by its old id', async () => {
  const again = await explosion();
  const letter = await again(receiptOf(0));
  expect(letter).toHaveProperty('id', expect.stringContaining(`${receiptOf(0)}#gathered-4-1#`));
  expect(letter).toHaveProperty('subject', expect.stringContaining(`【紧急】${receiptOf(1)} `));
  expect(letter).toHaveProperty('text', expect.not.stringContaining(receiptOf(0)));
});

it('where all do, nobody of the accused is told', async () => {
  const again = await explosion();
  expect(await again(...[0, 1, 2, 3, 4].map(receiptOf))).toBe('superseded');
});
