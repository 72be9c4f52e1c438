import { describe, expect, it } from 'vitest';
import { hand, later, order, typeIn, world } from '../support/partner-orders.ts';
import { hotline, partnerIntake } from '../support/partners.ts';

describe('what a partner says later', () => {
  it.each([
    ['supplemented', 'supplement'],
    ['urged', 'urge'],
    ['sent-back', 'send-back'],
    ['withdrawn', 'withdraw'],
  ])('complaint.%s belongs to the complaint of that number, and has a receipt of its own', async (type, as) => {
    const deps = world();
    const { json } = await hand(deps, order());
    const answer = await hand(deps, later(type, { text: '昨晚又排放了。' }));
    expect(answer).toMatchObject({ status: 202, json: { follows: json.receipt } });
    expect(answer.json.receipt).not.toBe(json.receipt);
    expect(deps.vault.all()[1]).toMatchObject({ follows: { to: json.receipt, as }, text: '昨晚又排放了。' });
  });

  it('may be a call to hurry without words', async () => {
    const deps = world();
    await hand(deps, order());
    expect((await hand(deps, later('urged'))).status).toBe(202);
    expect(deps.vault.all()[1]).toMatchObject({ text: '', flags: [] });
  });

  it('under a number of its own that was used for other words is refused, and says which number to change', async () => {
    const deps = world();
    await hand(deps, order());
    await hand(deps, later('supplemented', { followUpId: 'U-1', text: '昨晚' }));
    const { status, json } = await hand(deps, later('supplemented', { followUpId: 'U-1', text: '前晚' }));
    expect([status, json.detail]).toEqual([409, expect.stringContaining('followUpId')]);
  });

  it('is one call to hurry, whether its words are left out or empty', async () => {
    const deps = world();
    await hand(deps, order());
    const [left, empty] = [await hand(deps, later('urged')), await hand(deps, later('urged', { text: '' }))];
    expect(empty.json.receipt).toBe(left.json.receipt);
  });

  it('is one follow-up however often it is sent, and another when its time, words or number differ', async () => {
    const deps = world();
    await hand(deps, order());
    const bodies = [
      later('urged'),
      later('urged'),
      later('urged', {}, '2026-11-22T09:00:00+08:00'),
      later('urged', { text: '请尽快' }),
      later('urged', { followUpId: 'U-1' }),
      later('urged', { followUpId: 'U-1' }, '2026-11-23T09:00:00+08:00'),
      later('supplemented', { text: '请尽快' }),
    ];
    const receipts: string[] = [];
    for (const body of bodies) receipts.push((await hand(deps, body)).json.receipt);
    const [first, again, otherTime, otherWords, numbered, numberedAgain, otherKind] = receipts;
    expect([again, numberedAgain]).toEqual([first, numbered]);
    expect(new Set([first, otherTime, otherWords, numbered, otherKind]).size).toBe(5);
  });

  it('is never taken for a matter, whatever number a matter has', async () => {
    const deps = world();
    await hand(deps, order());
    const { json } = await hand(deps, later('urged', { followUpId: 'U-1' }));
    const { sourceId } = deps.vault.all()[1]!;
    const matter = await hand(deps, order({ externalId: sourceId.replace(/^hotline./, '') }));
    expect(matter.json.receipt).not.toBe(json.receipt);
  });

  it.each(['urged', 'sent-back', 'withdrawn'])(
    'complaint.%s about a number that never came is refused',
    async (type) => {
      const deps = world();
      const answer = await hand(deps, later(type));
      expect([answer.status, typeIn(answer)]).toEqual([404, 'unknown-external-id']);
      expect(deps.vault.all()).toEqual([]);
    },
  );

  it('is kept when it holds words of a citizen, even if the matter never came', async () => {
    const deps = world();
    expect((await hand(deps, later('supplemented', { text: '还有异味。' }))).status).toBe(202);
    expect(deps.vault.all()).toMatchObject([{ text: '还有异味。' }]);
  });

  it('reaches no matter of another partner that has the same number', async () => {
    const deps = partnerIntake(hotline(), hotline({ name: 'superior' }));
    await hand(deps, order());
    const body = later('urged');
    expect((await hand(deps, body, { partner: 'superior' })).status).toBe(404);
  });
});

describe('an order in the format of the hotline', () => {
  const foreign = (changes: object = {}) =>
    JSON.stringify({
      orderNo: 'RX-1',
      operateType: 1,
      title: '餐馆油烟',
      content: '油烟直排，影响楼上居民。',
      categoryCode: '0601',
      areaCode: '990102000000',
      latitude: '31.2304',
      longitude: '121.4737',
      caller: { name: '匿名', phone: '13900000000' },
      ...changes,
    });

  it('is kept in our words, the whole of it as the original', async () => {
    const deps = world();
    expect((await hand(deps, foreign())).status).toBe(202);
    const item = deps.vault.all()[0]!;
    expect(item).toMatchObject({
      sourceId: 'hotline:RX-1',
      text: '餐馆油烟\n油烟直排，影响楼上居民。\n诉求类别：大气污染',
      division: '990102',
      contact: { phone: '13900000000' },
      anonymous: false,
    });
    expect(item.contact).not.toHaveProperty('name');
    // The hotline's map is of GCJ-02, some 500 metres off.
    expect(item.location?.latitude).toBeCloseTo(31.2323, 3);
    expect(item.location?.longitude).toBeCloseTo(121.4692, 3);
    expect(Buffer.from((item.original as { base64: string }).base64, 'base64').toString()).toBe(foreign());
  });

  it('is the same complaint as one in our format under the same number', async () => {
    const deps = world();
    const ours = await hand(deps, order({ externalId: 'RX-2', text: '油烟', address: undefined }));
    const theirs = await hand(deps, JSON.stringify({ orderNo: 'RX-2', content: '油烟' }));
    expect(theirs.text).toBe(ours.text);
  });

  it.each([
    ['2', 'supplement'],
    ['催单', 'urge'],
    ['退单', 'send-back'],
    ['撤单', 'withdraw'],
  ])('with operateType %s is a %s', async (operateType, as) => {
    const deps = world();
    await hand(deps, foreign());
    const body = JSON.stringify({ orderNo: 'RX-1', operateType, operateNo: '2', operateRemark: '请尽快' });
    expect((await hand(deps, body)).status).toBe(202);
    expect(deps.vault.all()[1]).toMatchObject({ follows: { as } });
  });

  it('has no place on the map where the hotline had none and wrote zeros', async () => {
    const deps = world();
    expect((await hand(deps, foreign({ latitude: '0.0', longitude: 0 }))).status).toBe(202);
    expect(deps.vault.all()[0]!.location).toBeUndefined();
  });

  it('is refused with pointers to the fields as the hotline calls them', async () => {
    const { status, json } = await hand(
      world(),
      foreign({ orderNo: '3.2E+17', content: '', title: [], latitude: 'north', caller: { phone: '不告诉你' } }),
    );
    expect(status).toBe(400);
    expect(json.errors).toEqual([
      { pointer: '/title', detail: '类型不正确' },
      { pointer: '/content', detail: expect.any(String) },
      { pointer: '/orderNo', detail: expect.stringContaining('科学计数法') },
    ]);
  });

  it('of a kind that nobody agreed on is refused', async () => {
    expect((await hand(world(), foreign({ operateType: 9 }))).status).toBe(422);
  });
});

describe('an order that says by when it is to be done', () => {
  it.each([
    ['五个工作日内', { unit: 'working-days', count: 5 }],
    [
      { unit: 'calendar-days', count: 5, by: '12:00' },
      { unit: 'calendar-days', count: 5, by: '12:00' },
    ],
    ['2026-12-05', { until: '2026-12-05T16:00:00.000Z' }],
  ])('%j keeps it with its number', async (limit, kept) => {
    const deps = world();
    expect((await hand(deps, order({ limit }))).json.notes).toBeUndefined();
    expect(deps.vault.all()).toMatchObject([{ order: { number: 'E-1', limit: kept } }]);
  });

  it.each([
    ...['尽快', 7, { unit: 'weeks', count: 1 }, ['5日'], '9999-12-31', '1900-01-01 00:00:00'],
    ...[{ until: '9999-12-31T16:00:00.000Z' }, { unit: 'hours', count: 1e12 }, { unit: 'calendar-days', count: 1e9 }],
  ])('%j is taken all the same, and the answer says that it was not understood', async (limit) => {
    const deps = world();
    const { status, json } = await hand(deps, order({ limit }));
    expect([status, json.notes]).toEqual([
      202,
      [{ pointer: '/data/limit', detail: '办理时限无法识别，未按其计时，已按原文保存' }],
    ]);
    expect(deps.vault.all()[0]).toMatchObject({ sideRemarks: [{ field: 'limit' }] });
    expect(deps.vault.all()[0]?.order?.limit).toBeUndefined();
  });

  it('in the partner’s own words names the partner’s field', async () => {
    const deps = world();
    const foreign = (timeLimit: string) =>
      JSON.stringify({ orderNo: `GD-${timeLimit}`, content: '油烟扰民', timeLimit });
    expect((await hand(deps, foreign('5个工作日'))).json.notes).toBeUndefined();
    expect((await hand(deps, foreign('尽快'))).json.notes).toMatchObject([{ pointer: '/timeLimit' }]);
  });

  it('with another limit is another content', async () => {
    const deps = world();
    await hand(deps, order({ limit: '5日' }));
    expect((await hand(deps, order({ limit: '5日' }))).status).toBe(202);
    expect((await hand(deps, order({ limit: '9日' }))).status).toBe(409);
  });
});
