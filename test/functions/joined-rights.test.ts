import { describe, expect, it } from 'vitest';
import type { Case } from '../../domain/case/case.ts';
import { CASE, CLAIMS, EVENTS, FILE, office } from '../support/office.ts';

const PHOTO = { name: '照片.jpg', mediaType: 'image/jpeg', key: 'attachments/QH-2/aa' };
const WORDS = '我家在穗安路旁，夜里也被吵醒。';

/** A case of the county, and one of its neighbour that the city joins to it. */
async function joined() {
  const desk = await office();
  const { world, receipt: holder } = desk;
  await world.evidence.put(PHOTO.key, Buffer.from('x'), '');
  const complaint = { sourceId: 'other', text: WORDS, attachments: [PHOTO] };
  const { receipt: other } = await world.complain('2026-06-01 11:00', complaint);
  await world.order('2026-06-01 12:00', 'city', other, { type: 'assign', lead: 'neighbour', assisting: [] });
  const join = () => world.order('2026-06-01 13:00', 'city', other, { type: 'join', into: holder });
  /** What an organ is answered: for the case, its events, its file. */
  const statuses = async (organ: string, id = other) => {
    const path = { receipt: other, number: '1' };
    const ask = (route: string) => desk.call(route, { claims: { ...CLAIMS, organ }, id, path });
    return await Promise.all([CASE, EVENTS, FILE].map(async (route) => (await ask(route)).status));
  };
  const view = async (id: string, organ = 'county') =>
    (await desk.call(CASE, { claims: { ...CLAIMS, organ }, id })).json;
  return { ...desk, holder, other, join, statuses, view };
}

describe('a case that was joined to another', () => {
  it('is read by whoever handles that one and those above, and by its former lead no longer', async () => {
    const { join, statuses } = await joined();
    expect([await statuses('county'), await statuses('neighbour')]).toEqual([
      [403, 403, 403],
      [200, 200, 303],
    ]);
    await join();
    expect([await statuses('county'), await statuses('neighbour')]).toEqual([
      [200, 200, 303],
      [403, 403, 403],
    ]);
    expect([await statuses('city'), await statuses('desk')]).toEqual([
      [200, 200, 303],
      [403, 403, 403],
    ]);
  });

  it('is read by whom that one is given to later', async () => {
    const { world, holder, join, statuses } = await joined();
    await join();
    await world.order('2026-06-01 14:00', 'city', holder, { type: 'assign', lead: 'neighbour', assisting: [] });
    expect([await statuses('county'), await statuses('neighbour')]).toEqual([
      [403, 403, 403],
      [200, 200, 303],
    ]);
  });

  it('goes by the last of the line where that one was joined in turn', async () => {
    const { world, holder, other, join, statuses } = await joined();
    await join();
    const { receipt: last } = await world.complain('2026-06-01 09:00', { sourceId: 'first' });
    await world.order('2026-06-01 14:00', 'city', last, { type: 'assign', lead: 'neighbour', assisting: [] });
    const load = world.cases.load.bind(world.cases);
    world.cases.load = async (id) => {
      const state = await load(id);
      return id === holder && state ? { ...state, joinedTo: last } : state;
    };
    expect((await load(other))!.joinedTo).toBe(holder);
    expect([await statuses('county'), await statuses('neighbour')]).toEqual([
      [403, 403, 403],
      [200, 200, 303],
    ]);
  });

  it('is shown with that one: its words and files, never its person', async () => {
    const { holder, other, join, view, call } = await joined();
    expect((await view(holder)).joint).toEqual([]);
    await join();
    const { joint, takenIn } = await view(holder);
    expect(takenIn).toEqual([other]);
    expect(joint).toMatchObject([{ receipt: other, complaint: { text: WORDS, attachments: [{ kept: true }] } }]);
    const { href } = joint[0].complaint.attachments[0];
    expect(href).toBe(`/v1/cases/${holder}/complaints/${other}/attachments/1`);
    expect((await call(FILE, { id: holder, path: { receipt: other, number: '1' } })).status).toBe(303);
    for (const personal of ['钱测试', '13911112222', 'qian@']) expect(JSON.stringify(joint)).not.toContain(personal);
  });

  it('is shown with that one by the latest twenty, oldest first', async () => {
    const { world, holder, view } = await joined();
    for (let n = 1; n <= 22; n += 1) {
      const { receipt } = await world.complain('2026-06-01 12:00', { sourceId: `n${n}`, text: `第${n}封` });
      await world.order('2026-06-01 13:00', 'county', receipt, { type: 'join', into: holder });
    }
    const { joint, takenIn } = await view(holder);
    expect([takenIn.length, joint.length]).toEqual([22, 20]);
    expect([joint[0].complaint.text, joint.at(-1).complaint.text]).toEqual(['第3封', '第22封']);
  });
});

describe('an accusation in one of two joined cases, before the other has heard of it', () => {
  const accusing = async (which: 'holder' | 'other') => {
    const desk = await joined();
    await desk.join();
    const load = desk.world.cases.load.bind(desk.world.cases);
    desk.world.cases.load = async (id): Promise<Case | undefined> => {
      const state = await load(id);
      return state && id === desk[which] ? { ...state, accused: ['county'], lead: 'city' } : state;
    };
    return desk;
  };

  it.each(['holder', 'other'] as const)('of the %s hides the joined case from the accused', async (which) => {
    const { statuses } = await accusing(which);
    expect([await statuses('county'), await statuses('city')]).toEqual([
      [404, 404, 404],
      [200, 200, 303],
    ]);
  });

  it('of the joined one hides its words and files within the other', async () => {
    const { holder, other, view, statuses } = await accusing('other');
    expect((await view(holder)).joint).toEqual([]);
    expect((await view(holder, 'city')).joint).toMatchObject([{ receipt: other }]);
    expect([(await statuses('county', holder))[2], (await statuses('city', holder))[2]]).toEqual([404, 303]);
  });
});
