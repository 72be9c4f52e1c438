import { describe, expect, it } from 'vitest';
import { newWorld } from '../../support/world.ts';

const SMOKE = '东湖丽景园3号楼下的老王烧烤店每晚油烟直排，熏得开不了窗。';
const AGAIN = '我住东湖丽景园，楼下老王烧烤店的油烟还是天天往楼上排，很呛人。';
const DISSENT = '对东湖丽景园老王烧烤店油烟问题的回复不满意，处理结果与事实不符，上次投诉敷衍了事。';
const ELSEWHERE = '柳林新村北门的汽修厂喷漆，气味刺鼻。';

const linksOf = async (world: ReturnType<typeof newWorld>, receipt: string) => {
  const [event] = await world.cases.events(receipt);
  return event?.type === 'registered' ? (event.repeats ?? []) : [];
};

const complainTwice = async (first: string, second: string) => {
  const world = newWorld();
  const { receipt: earlier } = await world.complain('2026-06-01 10:00', { sourceId: 'a', text: first });
  const { receipt: recent } = await world.complain('2026-06-11 10:00', { sourceId: 'b', text: second });
  return { world, earlier, recent, links: await linksOf(world, recent) };
};

describe('a new complaint', () => {
  it('of the same matter is linked to the earlier case, with the reasons, and joined to nothing', async () => {
    const { world, earlier, recent, links } = await complainTwice(SMOKE, AGAIN);
    expect(links).toMatchObject([{ caseId: earlier, relation: 'same-matter', lead: 'county' }]);
    expect(links[0]!.trace.join()).toContain('建议并案');
    const state = (await world.cases.load(recent))!;
    expect(state.status).toBe('registered');
    expect(state.repeats).toEqual([{ caseId: earlier, relation: 'same-matter', score: links[0]!.score }]);
  });

  it('gives its reasons without a word of what was written', async () => {
    const { world, recent, links } = await complainTwice(SMOKE, AGAIN);
    const kept = JSON.stringify([links, await world.cases.load(recent)]);
    for (const word of ['丽景', '烧烤', '熏', '呛']) expect(kept).not.toContain(word);
  });

  it('about the handling of an earlier one is linked as such, and the level above the earlier lead hears of it', async () => {
    const { world, earlier, links } = await complainTwice(SMOKE, DISSENT);
    expect(links).toMatchObject([{ caseId: earlier, relation: 'about-handling' }]);
    const letters = world.outbox.filter(({ subject }) => subject.startsWith('【关注】'));
    expect(letters.map(({ transport, to }) => `${transport} ${to}`)).toEqual([
      'email leader@city.example',
      expect.stringMatching(/^sms /),
    ]);
    expect(letters[0]!.text).toContain(`county局主办的${earlier}`);
  });

  it('that only names the receipt of an earlier one is linked to it', async () => {
    const world = newWorld();
    const { receipt: earlier } = await world.complain('2026-06-01 10:00', { sourceId: 'a', text: SMOKE });
    const text = `受理编号${earlier}的回复不属实，请重新处理。`;
    const { receipt: recent } = await world.complain('2026-06-20 10:00', { sourceId: 'b', text });
    expect(await linksOf(world, recent)).toMatchObject([{ caseId: earlier, relation: 'about-handling' }]);
  });

  it('of a matter whose case has ended is linked, and not suggested for joining', async () => {
    const world = newWorld();
    const { receipt: earlier } = await world.complain('2026-06-01 10:00', { sourceId: 'a', text: SMOKE });
    await world.order('2026-06-02 10:00', 'county', earlier, { type: 'accept' });
    await world.close('2026-06-03 10:00', 'county', earlier, { answer: '经查属实，企业已按要求完成整改。' });
    const { receipt: recent } = await world.complain('2026-06-20 10:00', { sourceId: 'b', text: AGAIN });
    expect(await linksOf(world, recent)).toMatchObject([{ caseId: earlier, relation: 'same-source' }]);
  });

  it('of what was joined to another case is linked to where it is handled', async () => {
    const { world, earlier, recent } = await complainTwice(SMOKE, AGAIN);
    await world.order('2026-06-12 10:00', 'county', recent, { type: 'join', into: earlier });
    const { receipt: third } = await world.complain('2026-06-20 10:00', { sourceId: 'c', text: AGAIN });
    expect((await linksOf(world, third)).map(({ caseId }) => caseId)).toEqual([earlier]);
  });

  it('is linked to three at most', async () => {
    const world = newWorld();
    for (const sourceId of ['a', 'b', 'c', 'd', 'e'])
      await world.complain('2026-06-01 10:00', { sourceId, text: SMOKE });
    const { receipt } = await world.complain('2026-06-20 10:00', { sourceId: 'f', text: AGAIN });
    expect(await linksOf(world, receipt)).toHaveLength(3);
  });

  it('of another place is linked to nothing', async () => {
    const { world, recent, links } = await complainTwice(SMOKE, ELSEWHERE);
    expect(links).toEqual([]);
    expect(await world.cases.load(recent)).not.toHaveProperty('repeats.0');
  });
});
