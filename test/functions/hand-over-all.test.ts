import { describe, expect, it } from 'vitest';
import { CLAIMS, office } from '../support/office.ts';

const ROUTE = 'POST /v1/officers/{sub}/hand-over';
const WANG = { sub: 'u-wang', name: '王文清' };
const LI = { sub: 'u-li', name: '李和光' };
const body = { to: LI, reason: '调离' };

/** Two cases of one person, one of another, one that has ended. */
async function desk() {
  const here = await office();
  const more = async (n: number) => (await here.world.complain('2026-06-01 10:00', { sourceId: `more-${n}` })).receipt;
  const ids = [here.receipt, await more(1), await more(2), await more(3)];
  const name = (id: string, officer: typeof WANG) =>
    here.world.order('2026-06-01 11:00', 'county', id, { type: 'distribute', officer });
  for (const id of [ids[0]!, ids[1]!, ids[3]!]) await name(id, WANG);
  await name(ids[2]!, { sub: 'u-zhao', name: '赵' });
  const answer = '经查属实，已依法查处并责令改正。';
  await here.world.order('2026-06-01 12:00', 'county', ids[3]!, { type: 'accept' });
  await here.world.close('2026-06-01 12:00', 'county', ids[3]!, { answer });
  const officersOf = async () =>
    await Promise.all(ids.map(async (id) => (await here.world.cases.load(id))!.officers?.[0]?.sub));
  return { ...here, ids, officersOf };
}

describe('all that a person is responsible for', () => {
  it('goes to a colleague, case by case, and once', async () => {
    const { call, ids, officersOf } = await desk();
    const ask = () => call(ROUTE, { path: { sub: WANG.sub }, body });
    const { status, json } = await ask();
    expect([status, json.done.toSorted(), json.refused]).toEqual([200, ids.slice(0, 2).toSorted(), []]);
    expect(await officersOf()).toEqual([LI.sub, LI.sub, 'u-zhao', WANG.sub]);
    expect((await ask()).json.done).toEqual([]);
  });

  it('is handed over by themselves or by whoever distributes; of others each case says why not', async () => {
    const { call, officersOf } = await desk();
    const other = { ...CLAIMS, sub: 'u-other', role: 'handler' };
    const { json } = await call(ROUTE, { path: { sub: WANG.sub }, claims: other, body });
    expect([json.done, json.refused.map(({ detail }: { detail: string }) => detail)]).toEqual([
      [],
      Array(2).fill('只能由责任人本人或者本单位分办人员移交'),
    ]);
    expect(await officersOf()).toEqual([WANG.sub, WANG.sub, 'u-zhao', WANG.sub]);
    const herself = { ...CLAIMS, ...WANG, role: 'handler' };
    expect((await call(ROUTE, { path: { sub: WANG.sub }, claims: herself, body })).json.done).toHaveLength(2);
  });

  it('goes where their organ assists as well, and of the lead’s people nothing', async () => {
    const { call, world, ids } = await desk();
    const id = ids[2]!;
    await world.order('2026-06-01 12:00', 'city', id, { type: 'assign', lead: 'county', assisting: ['neighbour'] });
    await world.order('2026-06-01 12:30', 'neighbour', id, { type: 'distribute', officer: WANG });
    const claims = { ...CLAIMS, organ: 'neighbour' };
    expect((await call(ROUTE, { path: { sub: WANG.sub }, claims, body })).json).toEqual({ done: [id], refused: [] });
    const officers = (await world.cases.load(id))!.officers!;
    expect(officers.find(({ organ }) => organ === 'neighbour')?.sub).toBe(LI.sub);
  });

  it('of the neighbour’s people touches nothing of another organ', async () => {
    const { call, officersOf } = await desk();
    const claims = { ...CLAIMS, organ: 'neighbour' };
    expect((await call(ROUTE, { path: { sub: WANG.sub }, claims, body })).json.done).toEqual([]);
    expect(await officersOf()).toEqual([WANG.sub, WANG.sub, 'u-zhao', WANG.sub]);
  });

  it('goes on from a cursor that was given, and from no other', async () => {
    const { call } = await desk();
    const { status, json } = await call(ROUTE, { path: { sub: WANG.sub }, body: { ...body, cursor: 'never' } });
    expect([status, json.errors[0].pointer]).toEqual([400, '/cursor']);
  });
});
