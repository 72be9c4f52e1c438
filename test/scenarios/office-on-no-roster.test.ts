import { describe, expect, it } from 'vitest';
import { ledFromAbove } from '../../domain/accused/recusal.ts';
import { CASE, CLAIMS, office } from '../support/office.ts';
import { organs } from '../support/rules.ts';
import { analyse } from '../support/world.ts';

const CITY = { ...CLAIMS, organ: 'city' };
const unknownOffices = [{ name: '派出所', why: ['不作为', '包庇'] }];
const LETTER = '反映单位履职问题';

describe('a complaint that accuses an office on no roster', () => {
  it('is told at once to the organ above its lead, with the name of that office and why', async () => {
    const { world } = await office({}, () => ({ ...analyse(), unknownOffices }));
    const letters = world.outbox.filter(({ subject }) => subject.includes(LETTER));
    expect(letters.map(({ at, to }) => `${at} ${to}`)).toEqual([
      '2026-06-01 10:00 leader@city.example',
      '2026-06-01 10:00 13900000401',
    ]);
    expect(letters[0]?.text).toContain(
      '来信反映派出所（不作为、包庇；名册中没有该单位，请先查明）的履职问题，请核查。',
    );
  });

  it('names it, without an id, until a person says who is accused', async () => {
    const { world, receipt, call } = await office({}, () => ({ ...analyse(), unknownOffices }));
    const shown = async () => (await call(CASE, { claims: CITY, id: receipt })).json.accusedOrgans;
    expect(await shown()).toEqual(unknownOffices);
    const accused = { type: 'correct-accused', accused: ['county'], reason: '派出所归本县' } as const;
    await world.order('2026-06-01 11:00', 'city', receipt, accused);
    expect(await shown()).toEqual([{ organ: 'county', name: 'county局', why: ['派出所归本县'] }]);
  });

  it('and one on the roster tells of both', async () => {
    const route = { ...analyse().route, ...ledFromAbove(analyse().route, ['city'], { organs, catchAllOrgan: 'desk' }) };
    const accused = [{ organ: 'city', why: ['city局：不作为'] }];
    const { world } = await office({}, () => ({ ...analyse(), route, accused, unknownOffices }));
    const told = world.outbox.filter(({ to }) => to === 'leader@province.example').map(({ text }) => text);
    expect(told.join()).toContain('来信反映city局、派出所（不作为、包庇；名册中没有该单位，请先查明）的履职问题');
  });

  it('sends no such letter where it accuses none', async () => {
    const { world } = await office({}, () => analyse());
    expect(world.arrivals().join()).not.toContain('关注');
  });
});
