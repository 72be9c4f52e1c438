import { describe, expect, it } from 'vitest';
import { bareJpeg, phonePhoto } from '../support/photos.ts';
import { chatter, receiptIn } from './support/chats.ts';
import { receiptOf, sendMail } from './support/citizens.ts';
import { afterAllIsDone, call, demoProvince } from './support/running.ts';
import { look, type Role } from './support/staff.ts';

// Thursday, 10 September 2026, 10:00 in Beijing.
const stack = demoProvince('2026-09-10T02:00:00.000Z');

/** Falls to the county of Linhe; the urban district is next to it. */
const MATTER = '禾阳市临禾区工业园化工厂夜间排放刺鼻废气，没法开窗。';

/** Each gives the receipt of a complaint with one file. */
const WAYS: Readonly<Record<string, () => Promise<string>>> = {
  'A picture sent by WeChat': async () => {
    const citizen = chatter(stack, 'o_witness');
    await citizen.says(MATTER);
    await citizen.shows('picture-1');
    return receiptIn(await citizen.says('完成'));
  },
  'A photo attached to a mail': async () => {
    await sendMail(stack(), letterWith(bareJpeg));
    const { outbox } = await afterAllIsDone(stack());
    return outbox.find(({ to, subject }) => to === 'citizen@mail.example' && subject?.startsWith('12369回执'))!.caseId!;
  },
  'A photo uploaded to the web': async () => {
    const { json } = await call(stack(), 'POST', '/v1/uploads', { body: { mediaType: 'image/jpeg' } });
    const form = new FormData();
    for (const [name, value] of Object.entries<string>(json.fields)) form.set(name, value);
    form.set('file', new Blob([new Uint8Array(phonePhoto())]), 'IMG_0001.JPG');
    expect((await fetch(json.action, { method: 'POST', body: form })).status).toBe(204);
    const attachments = [{ name: '现场.jpg', mediaType: 'image/jpeg', key: json.key }];
    return await receiptOf(stack(), { text: MATTER, attachments });
  },
};

function letterWith(photo: Buffer): string {
  return [
    ...['From: citizen@mail.example', 'To: complaints@huiyin.qinghe.example', 'Message-ID: <photo@mail.example>'],
    ...['Subject: photo', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', '', '--b'],
    ...['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', MATTER, '--b'],
    ...['Content-Type: image/jpeg', 'Content-Disposition: attachment; filename="li.jpg"'],
    ...['Content-Transfer-Encoding: base64', '', photo.toString('base64'), '--b--', ''],
  ].join('\r\n');
}

/** Asks for a file without following where that leads. */
const ask = (href: string, role: Role) =>
  fetch(stack().url + href, {
    headers: { authorization: `Bearer ${stack().credentials.staff[role]}` },
    redirect: 'manual',
  });

describe.each(Object.entries(WAYS))('%s', { timeout: 60_000 }, (_, send) => {
  it('is opened by the officer of the county, by nobody next door, and by no address that is five minutes old', async () => {
    const receipt = await send();
    await afterAllIsDone(stack());
    const { attachments } = (await look(stack(), 'county', `/${receipt}`)).json.complaint;
    expect(attachments).toMatchObject([{ mediaType: 'image/jpeg', kept: true, href: expect.any(String) }]);
    const [{ href }] = attachments;

    const { status, headers } = await ask(href, 'county');
    expect(status).toBe(303);
    const address = headers.get('location')!;
    const opened = await fetch(address);
    expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(opened.headers.get('content-disposition')).toBe(`attachment; filename="${receipt}-1.jpg"`);
    expect(Buffer.from(await opened.arrayBuffer()).subarray(0, 3)).toEqual(Buffer.of(0xff, 0xd8, 0xff));
    // A program that follows by itself leaves its token behind, since S3 is another site.
    expect((await look(stack(), 'county', href.replace('/v1/cases', ''))).status).toBe(200);

    expect((await ask(href, 'urban')).status).toBe(403);
    expect((await fetch(stack().url + href)).status).toBe(401);
    expect((await fetch(address.replace(/attachments|uploads/, 'mail'))).status).toBe(403);
    expect((await fetch(address.replace('image%2Fjpeg', 'text%2Fhtml'))).status).toBe(403);
    expect((await fetch(address, { headers: { authorization: 'Bearer x' } })).status).toBe(400);
    await stack().advanceTo(new Date(Date.parse(stack().now()) + 301_000).toISOString());
    expect((await fetch(address)).status).toBe(403);
  });
});

it('a photo that a complaint names and nobody ever sent is answered 404', async () => {
  const attachments = [{ name: '现场.jpg', mediaType: 'image/jpeg', key: 'uploads/AAAAAAAAAAAAAAAAAAAAAA' }];
  const receipt = await receiptOf(stack(), { text: MATTER, attachments });
  await stack().drain();
  const answer = await look(stack(), 'county', `/${receipt}/complaints/${receipt}/attachments/1`);
  expect(answer).toMatchObject({ status: 404, json: { type: 'urn:huiyin:problem:no-such-attachment' } });
});

it('a cursor that somebody made up is answered 400', async () => {
  const { status, json } = await look(stack(), 'county', '?cursor=abc');
  expect([status, json.errors[0].pointer]).toEqual([400, '/cursor']);
});
