import { describe, expect, it } from 'vitest';
import { readTable } from '../../adapters/tables/read-table.ts';
import { createHandler as acceptList } from '../../functions/accept-partner-batch/handler.ts';
import { createHandler as acceptOrder } from '../../functions/accept-partner-complaint/handler.ts';
import { createHandler as acceptProgram } from '../../functions/accept-web-complaint/handler.ts';
import { createHandler as acceptForm } from '../../functions/accept-web-form/handler.ts';
import { intake, send } from '../support/intake.ts';
import { formOf, pagesWorld } from '../support/pages.ts';
import { formatNamed, hotline, partnerIntake } from '../support/partners.ts';
import { signedHeaders } from '../support/signing.ts';

const text = '印刷厂夜里排放刺鼻气味。';
const pointers = ({ json }: { json: { notes?: { pointer: string }[] } }) => json.notes?.map(({ pointer }) => pointer);

async function byProgram(said: object) {
  const world = intake();
  const body = JSON.stringify({ text, ...said });
  const answer = await send(acceptProgram(world), { body, headers: { 'content-type': 'application/json' } });
  return { ...answer, kept: world.vault.all()[0]! };
}

async function byPartner(order: object, format = 'order-12345') {
  const world = partnerIntake(hotline({ format: formatNamed(format) }));
  const body = JSON.stringify(order);
  const answer = await send(acceptOrder(world), { body, headers: signedHeaders(body), path: { partner: 'hotline' } });
  return { ...answer, kept: world.vault.all()[0]! };
}

describe('a complaint by a program', () => {
  it.each([
    ['a telephone number that is none', { contact: { phone: '晚上联系' } }, '/contact/phone'],
    ['a number beside another', { contact: { phone: '13900000000、13800000000' } }, '/contact/phone'],
    ['an address of mail that is none', { contact: { email: '没有' } }, '/contact/email'],
    ['a long name', { contact: { name: '测'.repeat(101) } }, '/contact/name'],
    ['a contact that is a text', { contact: '13900000000' }, '/contact'],
    ['a division in words', { division: '临禾区' }, '/division'],
    ['half a point', { location: { latitude: 31.8 } }, '/location'],
    ['degrees with their sign', { location: { latitude: '31.8°', longitude: '117.2°' } }, '/location'],
    ['latitude and longitude exchanged', { location: { latitude: 117.2, longitude: 31.8 } }, '/location'],
    ['a point that is a text', { location: '31.8,117.2' }, '/location'],
    ['an address beyond 500 characters', { address: '路'.repeat(501) }, '/address'],
    ['a target that is a list', { target: ['某厂'] }, '/target'],
    ['an endless when', { occurredAt: '昨晚'.repeat(60) }, '/occurredAt'],
  ])('with %s is taken, and the answer says what could not be used', async (_, said, pointer) => {
    const answer = await byProgram(said);
    expect([answer.status, pointers(answer)]).toEqual([202, [pointer]]);
    expect(answer.json.notes[0].detail).toMatch(/\p{Script=Han}/u);
    expect(answer.kept.text).toBe(text);
  });

  it('keeps what could not be used as it was written: of the person with the contact, of the matter beside the matter', async () => {
    const { kept } = await byProgram({ division: '临禾区', contact: { phone: '13900000000/13800000000' } });
    expect(kept).toMatchObject({
      sideRemarks: [{ field: 'division', written: '临禾区' }],
      contact: {
        phone: '13900000000',
        sideRemarks: [{ field: 'phone', written: '13900000000/13800000000' }],
      },
    });
  });

  it.each([
    ['marks that nobody sees', { phone: '\u202d139 0000 0000\u202c' }, { phone: '139 0000 0000' }],
    ['a number that is a number', { phone: 13900000000 }, { phone: '13900000000' }],
    ['full-width signs', { email: 'li＠citizen。example' }, { email: 'li@citizen.example' }],
    ['a blank behind', { email: 'li@citizen.example ' }, { email: 'li@citizen.example' }],
  ])('with %s in the contact needs no note', async (_, contact, read) => {
    const answer = await byProgram({ contact });
    expect([answer.status, answer.json.notes]).toEqual([202, undefined]);
    expect(answer.kept).toMatchObject({ contact: read, anonymous: false });
    expect(answer.kept.contact).not.toHaveProperty('sideRemarks');
  });

  it('keeps neither turns of direction nor NUL in any field', async () => {
    const marked = '\u202e甲\u0000乙\u2066';
    const { kept } = await byProgram({
      text: marked,
      address: marked,
      target: marked,
      occurredAt: marked,
      contact: { name: marked },
      attachments: [{ name: `${marked}.jpg`, mediaType: 'image/jpeg', key: 'uploads/AAAAAAAAAAAAAAAAAAAAAA' }],
    });
    expect(kept).toMatchObject({
      text: '甲乙',
      address: '甲乙',
      target: '甲乙',
      occurredAt: '甲乙',
      contact: { name: '甲乙' },
      attachments: [{ name: '甲乙.jpg' }],
    });
  });

  it('that is two NULs and a photo has no words', async () => {
    const attachments = [{ name: 'a.jpg', mediaType: 'image/jpeg', key: 'uploads/AAAAAAAAAAAAAAAAAAAAAA' }];
    const { status, kept } = await byProgram({ text: '\u0000\u0000', attachments });
    expect([status, kept.flags]).toEqual([202, ['no-text']]);
  });

  it('who wants to stay unknown leaves nothing, and nothing is said about it', async () => {
    const answer = await byProgram({ anonymous: true, contact: { phone: '晚上联系' } });
    expect([answer.status, answer.json.notes, answer.kept.contact]).toEqual([202, undefined, undefined]);
  });
});

describe('a complaint by the page', () => {
  const filled = { key: 'a1b2c3d4-0000-4000-8000-000000000001', text, identity: 'named', phone: '13900000000' };
  const post = async (fields: Readonly<Record<string, string>>) => {
    const world = pagesWorld();
    const answer = await send(acceptForm(world), formOf({ ...filled, ...fields }));
    return { ...answer, kept: world.vault.all()[0] };
  };

  it.each([
    ['half a point', { latitude: '31' }, '经纬度：'],
    ['a point off the earth', { latitude: '91', longitude: '1' }, '经纬度：'],
    ['a place that is no code', { division: '临禾区' }, '所在区县：'],
    ['an address of mail that is none', { email: 'li@' }, '电子邮箱：'],
    ['two numbers', { phone: '13900000000 13800000000' }, '电话：'],
  ])('with %s is taken, and the receipt says so without saying it again', async (_, fields, told) => {
    const { status, text: page, kept } = await post(fields);
    expect(status).toBe(200);
    expect(page).toContain(kept!.queryCode);
    expect(page).toContain(told);
    for (const typed of Object.values(fields)) expect(page).not.toContain(`>${typed}<`);
    expect(page).not.toContain('没有办法联系您');
  });

  it('whose only number cannot be used is taken, and the citizen is told to ask for the answer', async () => {
    const { status, text: page, kept } = await post({ phone: '不方便' });
    expect([status, kept?.contact?.sideRemarks]).toEqual([200, [{ field: 'phone', written: '不方便' }]]);
    expect(page).toContain('没有办法联系您');
  });

  it('with as many characters as the browser counts is taken, however its line ends are sent', async () => {
    const lines = Array.from({ length: 1_000 }, () => '臭'.repeat(19)).join('\r\n');
    const { status, kept } = await post({ text: `${lines}${'臭'.repeat(1)}` });
    expect([status, kept?.text.length]).toEqual([200, 20_000]);
    expect((await post({ text: `${lines}${'臭'.repeat(2)}` })).status).toBe(422);
  });
});

describe('an order of a partner', () => {
  const order = { orderNo: 'O-1', content: text };

  it.each([
    ['degrees with their sign', { latitude: '31.8°', longitude: '117.2°' }, ['/latitude']],
    ['latitude and longitude exchanged', { latitude: 117.2, longitude: 31.8 }, ['/latitude']],
    ['half a point', { longitude: 117.2 }, ['/longitude']],
    ['a wish in place of a number', { caller: { phone: '请勿回电' } }, ['/caller/phone']],
    ['a time in words', { operateTime: '昨晚九点' }, ['/operateTime']],
    ['a time as a list', { operateTime: [2026, 11, 20, 21, 3] }, ['/operateTime']],
    ['a long address', { address: '路'.repeat(600) }, ['/address']],
    ['a long name', { callerName: '测'.repeat(200) }, ['/callerName']],
    ['a broken character', { respondent: '某\ufffd厂' }, ['/respondent']],
    ['several of them', { callerEmail: '无邮箱', latitude: 'x', longitude: 'y' }, ['/latitude', '/callerEmail']],
  ])('with %s is taken, and told so by the partner’s own names', async (_, said, expected) => {
    const answer = await byPartner({ ...order, ...said });
    expect([answer.status, pointers(answer)]).toEqual([202, expected]);
    expect(answer.kept.text).toBe(text);
  });

  it('whose caller wants to stay unknown is anonymous', async () => {
    const answer = await byPartner({ ...order, callerPhone: '保密', callerName: '匿名' });
    expect([answer.status, answer.json.notes, answer.kept.anonymous]).toEqual([202, undefined, true]);
  });

  it.each([
    ['as OffsetDateTime', '2026-11-20T21:03:00+0800'],
    ['as SimpleDateFormat', '2026-11-20T13:03:00.000+0000'],
    ['as Timestamp', '2026-11-20 21:03:00.0'],
    ['in milliseconds', 1795179780000],
    ['as Date', 'Fri Nov 20 21:03:00 CST 2026'],
  ])('in our format or its own has a time %s', async (_, time) => {
    const event = { type: 'complaint.submitted', timestamp: time, data: { externalId: 'T-1', text } };
    for (const answer of [await byPartner(event), await byPartner({ ...order, operateTime: time })])
      expect([answer.status, answer.json.notes]).toEqual([202, undefined]);
  });

  it('in our format with a time that nobody can read is taken, and its follow-ups are still told apart by it', async () => {
    const world = partnerIntake();
    const hand = (type: string, timestamp: unknown, data: object = {}) => {
      const body = JSON.stringify({ type, timestamp, data: { externalId: 'E-1', ...data } });
      return send(acceptOrder(world), { body, headers: signedHeaders(body), path: { partner: 'hotline' } });
    };
    expect(pointers(await hand('complaint.submitted', '昨晚', { text }))).toEqual(['/timestamp']);
    const urges = [];
    for (const time of ['今早', '今早', '中午']) urges.push((await hand('complaint.urged', time)).json.receipt);
    expect([urges[0] === urges[1], urges[1] === urges[2]]).toEqual([true, false]);
  });

  it('in our format says by pointers into itself what could not be used', async () => {
    const data = { externalId: 'E-1', text, division: '99', contact: { phone: '保密', email: 'li＠citizen.example' } };
    const answer = await byPartner({ type: 'complaint.submitted', timestamp: '2026-11-20T21:03:00+08:00', data });
    expect([answer.status, pointers(answer)]).toEqual([202, ['/data/division', '/data/contact/phone']]);
    expect(answer.kept.contact?.email).toBe('li@citizen.example');
  });

  it('sent again has the same receipt and the same notes', async () => {
    const world = partnerIntake();
    const body = JSON.stringify({ ...order, latitude: 'north', longitude: 'east', callerPhone: '不详情' });
    const hand = () => send(acceptOrder(world), { body, headers: signedHeaders(body), path: { partner: 'hotline' } });
    expect((await hand()).text).toBe((await hand()).text);
    expect(world.vault.all()).toHaveLength(1);
  });
});

describe('a list of a partner', () => {
  it('has every row taken whatever stands in its telephone cell, and the number as far as it can be used', async () => {
    const cells = {
      '\u202a13800000001\u202c': '13800000001',
      '13800000002，025-83120000': '13800000002',
      '025—83120003': '025-83120003',
      '13800000004(同微信)': '13800000004',
      '"13800000005\n13800000006"': '13800000005',
      '025-83120007分机12': '025-83120007转12',
      '1.38E+10': undefined,
      保密: undefined,
      '13800000009.0': '13800000009',
      无人接听: undefined,
    };
    const lines = Object.keys(cells).map((cell, index) => `PH-${index},${text},${cell}`);
    const world = { ...partnerIntake(), readTable };
    const body = ['工单编号,诉求内容,联系电话', ...lines].join('\n');
    const headers = { 'content-type': 'text/csv', ...signedHeaders(body) };
    const { json } = await send(acceptList(world), { body, headers, path: { partner: 'hotline' } });
    expect(json).toMatchObject({ accepted: 10, refused: 0 });
    const kept = Object.fromEntries(world.vault.all().map(({ sourceId, contact }) => [sourceId, contact?.phone]));
    expect(kept).toEqual(
      Object.fromEntries(Object.values(cells).map((phone, index) => [`hotline:PH-${index}`, phone])),
    );
    const noted = json.rows.filter(({ notes }: { notes?: unknown }) => notes).map(({ row }: { row: number }) => row);
    expect(noted).toEqual([3, 5, 6, 8, 10, 11]);
  });
});
