import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import type { Partner } from '../../domain/partners/partner.ts';
import { createHandler } from '../../functions/accept-partner-complaint/handler.ts';
import { NOW, type Request, send } from '../support/intake.ts';
import { hotline, partnerIntake } from '../support/partners.ts';
import { SECRET, signedHeaders } from '../support/signing.ts';

const order = (data: object = {}, envelope: object = {}) =>
  JSON.stringify({
    type: 'complaint.submitted',
    timestamp: '2026-11-20T21:03:00+08:00',
    data: { externalId: 'E-1', text: '市民反映餐馆油烟直排。', address: '人民路120号', ...data },
    ...envelope,
  });

/** Something said later about E-1. */
const later = (type: string, data: object = {}, timestamp = '2026-11-21T09:00:00+08:00') =>
  JSON.stringify({ type: `complaint.${type}`, timestamp, data: { externalId: 'E-1', ...data } });

const world = (changes: Partial<Partner> = {}) => partnerIntake(hotline(changes));

const hand = (
  deps: ReturnType<typeof world>,
  body: string,
  { partner = 'hotline', ...request }: Partial<Request> & { partner?: string } = {},
) => send(createHandler(deps), { body, headers: signedHeaders(body), path: { partner }, ...request });

const typeIn = ({ json }: Awaited<ReturnType<typeof hand>>): string => json.type.replace('urn:huiyin:problem:', '');

describe('POST /v1/channels/partners/{partner}', () => {
  it('keeps what a partner hands over, under the partner and its own number', async () => {
    const deps = world({ may: ['submit', 'inspection'] });
    const { status, json } = await hand(deps, order({ inspection: { batch: '第三批', item: 'D3-017' } }));

    expect(status).toBe(202);
    expect(json).toEqual({
      receipt: expect.any(String),
      queryCode: expect.any(String),
      receivedAt: expect.any(String),
      answerBy: expect.any(String),
    });
    expect(deps.vault.all()).toMatchObject([
      {
        channel: 'partner',
        partner: 'hotline',
        sourceId: 'hotline:E-1',
        inspection: { batch: '第三批', item: 'D3-017' },
      },
    ]);
  });

  it('answers the same number again with the same receipt, whatever its webhook id', async () => {
    const deps = world();
    const first = await hand(deps, order());
    const replay = await hand(deps, order());
    const later = await hand(deps, order(), { headers: signedHeaders(order(), { id: 'msg_2' }) });

    expect([replay.text, later.text]).toEqual([first.text, first.text]);
    expect(deps.vault.all()).toHaveLength(1);
  });

  it('refuses another content under a number that was used, and says how to send what is new', async () => {
    const deps = world();
    await hand(deps, order());
    const { status, json } = await hand(deps, order({ text: '另一件事' }));
    expect(status).toBe(409);
    expect(json.detail).toContain('complaint.supplemented');
  });

  it.each([
    ['a wrong signature', { headers: signedHeaders('{}') }],
    ['no signature', { headers: {} }],
    ['a signature of an hour ago', { at: NOW + 3_600_000 }],
    ['a signature of the future', { at: NOW - 3_600_000 }],
    ['a partner nobody knows', { partner: 'nobody' }],
    ['a partner named after a property of objects', { partner: 'constructor' }],
  ])('answers %s with 401 and keeps nothing', async (_, request) => {
    const deps = world();
    const { status, type } = await hand(deps, order(), request);
    expect([status, type]).toEqual([401, 'application/problem+json; charset=utf-8']);
    expect(deps.vault.all()).toEqual([]);
  });

  it.each([
    ['an event of another type', order({}, { type: 'complaint.withdrawn' }), 422],
    ['an event of another family', order({}, { type: 'order.created' }), 422],
    ['an event without data', '{"type":"complaint.submitted","timestamp":"2026-11-20T21:03:00+08:00"}', 400],
    ['no external id', order({ externalId: ' ' }), 400],
    ['no text', order({ text: '' }), 400],
    ['no time', order({}, { timestamp: null }), 400],
    ['a number that a program rounded', order({ externalId: '3.2010212345678E+17' }), 400],
    ['a supplement without words', later('supplemented'), 400],
    ['broken JSON', '{"type":', 400],
    ['JSON that is no object', '7', 400],
    ['a list', `[${order()}]`, 400],
    ['nothing at all', '{}', 400],
  ])('answers %s, rightly signed, with a problem', async (_, body, status) => {
    const deps = world();
    expect((await hand(deps, body)).status).toBe(status);
    expect(deps.vault.all()).toEqual([]);
  });

  it('refuses a body beyond 256 KB', async () => {
    expect((await hand(world(), 'x'.repeat(256 * 1024 + 1))).status).toBe(413);
  });
});

describe('a partner that changes its secret', () => {
  const [old, fresh] = ['an older secret of the partner, 32', 'the newest secret of a partner 32'].map(
    (key) => `whsec_${Buffer.from(key).toString('base64')}`,
  ) as [string, string];
  const rotating = () => ({
    ...world(),
    secrets: async () => ({ hotline: { secrets: [fresh, old], revoked: false } }),
  });

  it.each([
    ['the old one', old],
    ['the new one', fresh],
  ])('is known by %s, signed as the library of the specification signs', async (_, secret) => {
    const signature = new Webhook(secret).sign('msg_1', new Date(NOW), order());
    const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': String(NOW / 1000), 'webhook-signature': signature };
    expect((await hand(rotating(), order(), { headers })).status).toBe(202);
  });

  it('may sign one request with both', async () => {
    const [one, two] = [SECRET, fresh].map((secret) => signedHeaders(order(), { secret })) as [
      ReturnType<typeof signedHeaders>,
      ReturnType<typeof signedHeaders>,
    ];
    const both = { ...one, 'webhook-signature': `${one['webhook-signature']} ${two['webhook-signature']}` };
    expect((await hand(rotating(), order(), { headers: both })).status).toBe(202);
  });

  it('is known by neither of them under a third', async () => {
    expect((await hand(rotating(), order())).status).toBe(401);
  });
});

describe('a partner that is shut out', () => {
  it('is told so when it proves who it is, and keeps nothing here', async () => {
    const deps = { ...world(), secrets: async () => ({ hotline: { secrets: [SECRET], revoked: true } }) };
    const answer = await hand(deps, order());
    expect([answer.status, typeIn(answer)]).toEqual([403, 'partner-revoked']);
    expect((await hand(deps, order(), { headers: signedHeaders('{}') })).status).toBe(401);
    expect(deps.vault.all()).toEqual([]);
  });

  it('is one that has a secret but is no longer in the province file', async () => {
    const deps = { ...world(), partners: new Map<string, Partner>() };
    expect(typeIn(await hand(deps, order()))).toBe('partner-revoked');
  });
});

describe('what a partner may send', () => {
  it.each([
    ['an inspection item, of a hotline', {}, order({ inspection: { batch: '3', item: '7' } })],
    ['a matter, of one that may only urge', { may: ['urge'] as const }, order()],
    ['a call to hurry, of one that may only submit', { may: ['submit'] as const }, later('urged')],
  ])('does not include %s', async (_, changes, body) => {
    const deps = world(changes);
    const answer = await hand(deps, body);
    expect([answer.status, typeIn(answer)]).toEqual([403, 'partner-not-permitted']);
    expect(deps.vault.all()).toEqual([]);
  });

  it('is limited in number: then it is told when to come back, and what came before it keeps its receipt', async () => {
    const deps = world({ limit: { limit: 2, windowSeconds: 60 } });
    const first = await hand(deps, order());
    expect(first.headers).toMatchObject({ 'ratelimit-policy': '"partner";q=2;w=60', ratelimit: '"partner";r=1;t=60' });
    expect((await hand(deps, '{}')).headers).toMatchObject({ ratelimit: '"partner";r=0;t=60' });
    const third = await hand(deps, order());
    expect([third.status, third.headers['retry-after']]).toEqual([429, '60']);
    expect(
      (await hand(deps, order(), { at: NOW + 60_000, headers: signedHeaders(order(), { at: NOW + 60_000 }) })).text,
    ).toBe(first.text);
  });

  it('is not used up by a stranger in its name', async () => {
    const deps = world({ limit: { limit: 1, windowSeconds: 60 } });
    for (const _ of [1, 2, 3]) await hand(deps, order(), { headers: signedHeaders('{}') });
    expect((await hand(deps, order())).status).toBe(202);
  });
});

describe('what a partner says later', () => {
  it.each([
    ['supplemented', 'supplement'],
    ['urged', 'urge'],
    ['sent-back', 'send-back'],
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

  it.each(['urged', 'sent-back'])('complaint.%s about a number that never came is refused', async (type) => {
    const deps = world();
    const answer = await hand(deps, later(type));
    expect([answer.status, typeIn(answer)]).toEqual([404, 'unknown-external-id']);
    expect(deps.vault.all()).toEqual([]);
  });

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

  it.each(['尽快', 7, { unit: 'weeks', count: 1 }, ['5日']])(
    '%j is taken all the same, and the answer says that it was not understood',
    async (limit) => {
      const deps = world();
      const { status, json } = await hand(deps, order({ limit }));
      expect([status, json.notes]).toEqual([
        202,
        [{ pointer: '/data/limit', detail: '办理时限无法识别，未按其计时，已按原文保存' }],
      ]);
      expect(deps.vault.all()[0]).toMatchObject({ sideRemarks: [{ field: 'limit' }] });
      expect(deps.vault.all()[0]?.order?.limit).toBeUndefined();
    },
  );

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
