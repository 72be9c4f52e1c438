import { expect, it } from 'vitest';
import { gatheringIds, reportOf } from '../../domain/notices/staff/incident.ts';
import { findGathered } from '../../usecases/notices/digests/incidents.ts';
import { dutyDesks, receiptOf } from '../support/incident.ts';

const LEAD = 'linhe-ecology';
const TOLD = '临禾区鸿运化工厂爆炸了，浓烟滚滚，快来人！';

const ASSISTING = 'linhe-urban-management';

/** Five people tell of one explosion; another organ assists with the last two; the letters of the hour have gone out. */
async function explosion() {
  const desks = dutyDesks();
  for (let n = 0; n < 5; n += 1) await desks.complain(`2026-06-01 10:0${n}`, receiptOf(n), `${TOLD}（${n}）`);
  for (const n of [3, 4]) {
    const [event] = await desks.cases.events(receiptOf(n));
    const report = { ...reportOf(event!)!, assisting: [ASSISTING] };
    await desks.incidents.file(gatheringIds(report).own, report, report.at);
  }
  await desks.run('2026-06-01 11:00');
  const idTo = (organ: string) =>
    desks.arrived.find(({ notice }) => notice.id.includes(`#gathered-4-1#${organ}#`))!.notice.id;
  /** That letter once more, after these cases came to accuse that organ. */
  const find = (id: string, accused: string, ...accusing: readonly string[]) => {
    const load = async (caseId: string) => {
      const state = await desks.cases.load(caseId);
      return state && (accusing.includes(caseId) ? { ...state, accused: [accused] } : state);
    };
    return findGathered(id, '4', { ...desks, cases: { events: desks.cases.events, load } });
  };
  return { idTo, find, again: (...accusing: readonly string[]) => find(idTo(LEAD), LEAD, ...accusing) };
}

it('a letter of an incident that is sent again no longer speaks of a case that accuses its reader by now', async () => {
  const { again } = await explosion();
  const letter = await again(receiptOf(3));
  expect(letter).toHaveProperty('subject', expect.stringContaining('又收到来信3件'));
  expect(letter).toHaveProperty('text', expect.not.stringContaining(receiptOf(3)));
});

it('where the case that was first reported does so, it shows another one, and is known by its old id', async () => {
  const { again } = await explosion();
  const letter = await again(receiptOf(0));
  expect(letter).toHaveProperty('id', expect.stringContaining(`${receiptOf(0)}#gathered-4-1#`));
  expect(letter).toHaveProperty('subject', expect.stringContaining(`【紧急】${receiptOf(1)} `));
  expect(letter).toHaveProperty('text', expect.not.stringContaining(receiptOf(0)));
});

it('where all do, nobody of the accused is told', async () => {
  const { again } = await explosion();
  expect(await again(...[0, 1, 2, 3, 4].map(receiptOf))).toBe('superseded');
});

it('the lead hears of every case still where only an organ that assists with some came to be accused', async () => {
  const { find, idTo } = await explosion();
  const letter = await find(idTo(LEAD), ASSISTING, receiptOf(3));
  expect(letter).toHaveProperty('subject', expect.stringContaining('又收到来信4件'));
  expect(letter).toHaveProperty('text', expect.stringContaining(receiptOf(3)));
  expect(await find(idTo(ASSISTING), ASSISTING, receiptOf(3))).toHaveProperty(
    'text',
    expect.not.stringContaining(receiptOf(3)),
  );
  expect(await find(idTo(ASSISTING), ASSISTING, receiptOf(3), receiptOf(4))).toBe('superseded');
});

it('a letter to somebody whom the roster has no more is not taken for one that need not go', async () => {
  const { find, idTo } = await explosion();
  expect(await find(idTo(LEAD).replace('#duty#', '#unit#'), LEAD)).toBeUndefined();
});
