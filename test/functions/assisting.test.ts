import { describe, expect, it } from 'vitest';
import { CASE, CLAIMS, COMMAND, EVENTS, office } from '../support/office.ts';

/** The case of the county, with which the neighbour helps. */
async function helped() {
  const desk = await office();
  await desk.world.order('2026-06-01 12:00', 'city', desk.receipt, {
    type: 'assign',
    lead: 'county',
    assisting: ['neighbour'],
  });
  const say = async (organ: string, body: object) => {
    const { version } = (await desk.world.cases.load(desk.receipt))!;
    const claims = { ...CLAIMS, organ };
    return await desk.call(COMMAND, { claims, id: desk.receipt, body: { expectedVersion: version, ...body } });
  };
  const view = async (organ: string) =>
    (await desk.call(CASE, { claims: { ...CLAIMS, organ, role: 'handler' }, id: desk.receipt })).json;
  return { ...desk, say, view };
}

const opinion = { type: 'answer-assistance', opinion: '下游断面监测未见异常。' };

describe('an organ that assists', () => {
  it('is shown what it may do, and nothing that is the lead’s', async () => {
    const { view } = await helped();
    const types = (await view('neighbour')).acts.map(({ type }: { type: string }) => type);
    expect(types).toEqual(expect.arrayContaining(['note', 'attach', 'answer-assistance']));
    for (const lead of ['accept', 'assign', 'report', 'close', 'extend']) expect(types).not.toContain(lead);
  });

  it('gives its opinion, the case shows the latest, and the lead hears of it', async () => {
    const { say, view, world } = await helped();
    await say('neighbour', { type: 'answer-assistance', opinion: '正在监测。' });
    expect((await say('neighbour', opinion)).status).toBe(200);
    expect((await view('county')).opinions).toEqual([
      { organ: 'neighbour', name: 'neighbour局', at: expect.any(String), opinion: '下游断面监测未见异常。' },
    ]);
    await world.relayNew();
    const letter = world.outbox.findLast(({ to }) => to === 'handler@county.example');
    expect(letter?.text).toContain('协办意见：下游断面监测未见异常。');
  });

  it('writes notes that stand in the record of the case', async () => {
    const { say, call, receipt } = await helped();
    await say('neighbour', { type: 'note', words: '已到下游取样' });
    const { events } = (await call(EVENTS, { id: receipt })).json;
    expect(events.at(-1)).toMatchObject({ type: 'noted', name: '工作记录', words: '已到下游取样' });
  });

  it('has nothing to say any more once the lead goes on without it', async () => {
    const { say, world, receipt } = await helped();
    await world.order('2026-06-01 13:00', 'city', receipt, { type: 'assign', lead: 'county', assisting: [] });
    expect((await say('neighbour', opinion)).status).toBe(403);
    expect((await say('neighbour', { type: 'note', words: '再说一句' })).status).toBe(403);
  });
});

describe('an opinion of assistance', () => {
  it.each(['county', 'city', 'desk'])('is not for %s to give', async (organ) => {
    const { say } = await helped();
    expect((await say(organ, opinion)).status).toBe(403);
  });

  it('and work notes reach no complainant', async () => {
    const { say, world, receipt } = await helped();
    await say('county', { type: 'note', words: '信访人电话沟通过' });
    await say('neighbour', opinion);
    const events = await world.cases.events(receipt);
    expect(events.slice(-2).map(({ told }) => told)).toEqual([undefined, undefined]);
  });
});
