import { describe, expect, it } from 'vitest';
import { ledFromAbove } from '../../domain/accused/recusal.ts';
import { CASE, CLAIMS, office } from '../support/office.ts';
import { organs } from '../support/rules.ts';
import { analyse } from '../support/world.ts';

const roster = { organs, catchAllOrgan: 'desk' };
const CITY = { ...CLAIMS, organ: 'city' };
const procedure = { procedure: 'duty', why: '请求查处污染' } as const;
const ordinary = () => ({ ...analyse(), procedure });
const accusing = () => {
  const route = { ...analyse().route, ...ledFromAbove(analyse().route, ['county'], roster) };
  return { ...ordinary(), route, accused: [{ organ: 'county', why: ['county局：不作为', 'county局：包庇'] }] };
};

describe('whoever may see a case', () => {
  it('reads whom it accuses, by name and why', async () => {
    const { receipt, call } = await office({}, accusing);
    const { json } = await call(CASE, { claims: CITY, id: receipt });
    expect(json.accusedOrgans).toEqual([
      { organ: 'county', name: 'county局', why: ['county局：不作为', 'county局：包庇'] },
    ]);
  });

  it('reads what a person said of it, and nobody who is accused no more', async () => {
    const { world, receipt, call } = await office({}, accusing);
    const accused = { type: 'correct-accused', accused: ['neighbour'], reason: '来信反映的是邻区局' } as const;
    await world.order('2026-06-01 11:00', 'city', receipt, accused);
    const { json } = await call(CASE, { claims: CITY, id: receipt });
    expect(json.accusedOrgans).toEqual([{ organ: 'neighbour', name: 'neighbour局', why: ['来信反映的是邻区局'] }]);
  });

  it('reads by which case it accuses that it was joined to', async () => {
    const { world, receipt, call } = await office({}, ordinary);
    const later = await world.complain('2026-06-01 10:30', { sourceId: 'form-2' });
    const accused = { type: 'correct-accused', accused: ['county'], reason: '反映分局' } as const;
    await world.order('2026-06-01 11:00', 'city', receipt, accused);
    await world.order('2026-06-01 12:00', 'city', later.receipt, { type: 'join', into: receipt });
    const { json } = await call(CASE, { claims: CITY, id: later.receipt });
    expect(json.accusedOrgans).toEqual([
      { organ: 'county', name: 'county局', why: [`并案件${receipt}中的被反映单位`] },
    ]);
  });

  it('reads that an ordinary one accuses nobody', async () => {
    const { receipt, call } = await office({}, ordinary);
    expect((await call(CASE, { id: receipt })).json.accusedOrgans).toEqual([]);
  });

  it('reads by which procedure, and why as long as it is the one that the rules suggest', async () => {
    const { world, receipt, call } = await office({}, ordinary);
    const shown = async () => (await call(CASE, { id: receipt })).json.procedure;
    expect(await shown()).toEqual({ ...procedure, name: '请求行政机关依法履行职责的事项' });
    await world.order('2026-06-01 11:00', 'county', receipt, { type: 'accept', procedure: 'petition' });
    expect(await shown()).toEqual({ procedure: 'petition', name: '依照信访程序办理的事项' });
  });
});
