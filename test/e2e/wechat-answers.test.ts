import { describe, expect, it } from 'vitest';
import { statusIn } from '../support/told-status.ts';
import { chatter } from './support/chats.ts';
import { askProgress, sendWechat } from './support/citizens.ts';
import { evidenceOf, put, readVault } from './support/inside.ts';
import { afterAllIsDone, call, demoProvince } from './support/running.ts';
import { close, command, look } from './support/staff.ts';

// Thursday, 10 September 2026, 10:00 in Beijing.
const stack = demoProvince('2026-09-10T02:00:00.000Z');

const pass = (milliseconds: number) =>
  stack().advanceTo(new Date(Date.parse(stack().now()) + milliseconds).toISOString());
const MINUTE = 60_000;
const DAY = 86_400_000;

let messages = 70_000_000;

/** Writes to the account, one piece after the other, and says that this was all. */
async function writes(openid: string, ...pieces: readonly Readonly<Record<string, string>>[]): Promise<void> {
  for (const piece of [...pieces, { text: '完成' }]) {
    messages += 1;
    const message = { text: '', FromUserName: openid, ...piece, id: String(messages) };
    // WeChat asks three times in all: the first message meets a function that is only starting.
    const isTaken = async () => (await sendWechat(stack(), message)).status === 200;
    expect((await isTaken()) || (await isTaken()) || (await isTaken())).toBe(true);
  }
  await afterAllIsDone(stack());
  await pass(10 * MINUTE);
  await afterAllIsDone(stack());
}

const image = (MediaId: string) => ({ MsgType: 'image', PicUrl: 'http://mmbiz.example/1', MediaId });

interface Found {
  readonly receipt: string;
  readonly text: string;
  readonly attachments: readonly { mediaId?: string; key?: string; lost?: string }[];
}

/** The complaint that fits, as it lies in the vault. */
async function complaintWhere(fits: (complaint: Found) => boolean): Promise<Found> {
  const found = ((await readVault(stack())) as unknown as Found[]).find(fits);
  if (!found) throw new Error('no such complaint');
  return found;
}
const withMedium = (mediaId: string) =>
  complaintWhere(({ attachments }) => attachments.some((attachment) => attachment.mediaId === mediaId));

async function attachmentsShown(receipt: string) {
  const { status, json } = await look(stack(), 'province', `/${receipt}`);
  expect(status).toBe(200);
  return json.complaint.attachments;
}

describe('a picture on WeChat', { timeout: 60_000 }, () => {
  it('ends in the evidence bucket under its complaint, and staff see that it is there', async () => {
    await writes('o_photographer', { text: '禾阳市临禾区河西街河水发黑发臭。' }, image('picture-1'));
    const { receipt, attachments } = await withMedium('picture-1');
    const { key } = attachments.find(({ mediaId }) => mediaId === 'picture-1')!;
    expect(key).toMatch(new RegExp(`^attachments/${receipt}/[0-9a-f]{64}$`));
    expect((await evidenceOf(stack(), key!)).subarray(0, 3)).toEqual(Uint8Array.of(0xff, 0xd8, 0xff));
    expect(await attachmentsShown(receipt)).toEqual([
      {
        name: '微信图片.jpg',
        mediaType: 'image/jpeg',
        kept: true,
        href: `/v1/cases/${receipt}/complaints/${receipt}/attachments/1`,
      },
    ]);
  });

  it('is a film or a voice as well, each what its bytes are', async () => {
    const [video, voice] = [
      { MsgType: 'video', MediaId: 'film-1', ThumbMediaId: 'thumb-1' },
      { MsgType: 'voice', MediaId: 'voice-1', Format: 'amr', Recognition: '汀江市化工厂夜里排废气。' },
    ];
    await writes('o_filmmaker', video, voice);
    const shown = [await withMedium('film-1'), await withMedium('voice-1')].map(({ receipt }) =>
      attachmentsShown(receipt),
    );
    const kinds = (await Promise.all(shown)).flat().map(({ mediaType, kept }) => `${mediaType} ${kept}`);
    expect(new Set(kinds)).toEqual(new Set(['video/mp4 true', 'audio/amr true']));
  });

  it('that WeChat has no more is shown as lost', async () => {
    const refusal = { path: '/cgi-bin/media/get', errcode: 40007 };
    expect((await call(stack(), 'POST', '/_local/wechat', { body: refusal })).status).toBe(200);
    expect((await call(stack(), 'POST', '/_local/wechat', { body: { errcode: 40007 } })).status).toBe(400);
    await writes('o_latecomer', { text: '望海市望潮区工地夜间施工。' }, image('picture-late'));
    const { receipt } = await withMedium('picture-late');
    expect(await attachmentsShown(receipt)).toMatchObject([{ kept: false, lost: 'expired' }]);
    expect((await stack().state()).deadLetters).toBe(0);
  });

  it('that we may not fetch from our address is set aside with the reason, and fetched once that is put right', async () => {
    stack().wechat.refuse({ path: '/cgi-bin/media/get', errcode: 40164 });
    await writes('o_unlucky', { text: '松崖市松涧区养猪场粪水进河。' }, image('picture-barred'));
    const { receipt } = await withMedium('picture-barred');
    expect(await attachmentsShown(receipt)).toMatchObject([{ kept: false }]);
    const letter = stack()
      .deadLetters()
      .find(({ body }) => body.includes(receipt))!;
    expect(letter).toMatchObject({ queue: 'huiyin-demo-media-dead-letters', attributes: { reason: 'errcode 40164' } });
    await put(stack(), 'media', letter.body);
    await afterAllIsDone(stack());
    expect(await attachmentsShown(receipt)).toMatchObject([{ kept: true }]);
  });
});

describe.each(['wechat', 'wecom'] as const)('who writes on %s and says no more', { timeout: 60_000 }, (medium) => {
  it('is told receipt and query code by a message, as soon as the pause has submitted it', async () => {
    const user = `o_silent_${medium}`;
    await chatter(stack, user, medium).says('汀江市化工厂夜里偷排废气，居民不敢开窗。');
    const { outbox: before } = await afterAllIsDone(stack());
    expect(before.filter(({ to }) => to === user)).toEqual([]);
    await pass(6 * MINUTE);
    const told = (await afterAllIsDone(stack())).outbox.filter(({ to }) => to === user);
    expect(told).toMatchObject([{ transport: medium, text: expect.stringContaining('已收到并登记') }]);
    const [, receipt, code] = /登记编号：(\S+)[\s\S]*查询码：([0-9A-Z]{8})/.exec(told[0]!.text)!;
    expect((await askProgress(stack(), receipt!, code!)).status).toBe(200);
  });

  it('is told it once who said 完成: by the reply', async () => {
    const user = `o_done_${medium}`;
    const citizen = chatter(stack, user, medium);
    await citizen.says('望海市工地夜间打桩，噪声扰民。');
    expect(await citizen.says('完成')).toContain('查询码');
    await pass(6 * MINUTE);
    expect((await afterAllIsDone(stack())).outbox.filter(({ to }) => to === user)).toEqual([]);
  });
});

describe('the answer to somebody on WeChat', { timeout: 60_000 }, () => {
  const WRITER = 'o_writer';
  const sentTo = async (openid: string) =>
    (await afterAllIsDone(stack())).outbox
      .filter(({ to }) => to === openid)
      .map(({ subject, text }) => ({ subject, text }));

  async function openCase(words: string): Promise<string> {
    await writes(WRITER, { text: words });
    return (await complaintWhere(({ text }) => text === words)).receipt;
  }
  async function order(receipt: string, type: string, rest: object): Promise<void> {
    const { json } = await look(stack(), 'province', `/${receipt}`);
    const answer = await command(stack(), 'province', receipt, { type, expectedVersion: json.version, ...rest });
    expect(answer.status).toBe(200);
  }

  it('is a customer-service message as long as WeChat lets us answer them', async () => {
    const receipt = await openCase('泽宁市化工厂夜间排放刺鼻废气，没法开窗。');
    await order(receipt, 'accept', {});
    await close(stack(), 'province', receipt, '经查属实，已责令停产整改。');
    const answers = (await sentTo(WRITER)).filter(({ text }) => text.includes(receipt));
    expect(answers.map(statusIn)).toEqual(['已受理', '已办结']);
    expect(answers.at(-1)).toMatchObject({ text: expect.stringContaining('已责令停产整改。') });
  });

  it('is a subscription message after that', async () => {
    const receipt = await openCase('澜川市石渡区石材厂粉尘很大。');
    await order(receipt, 'accept', {});
    await pass(3 * DAY);
    await close(stack(), 'province', receipt, '经查属实，企业已经关停。');
    const last = (await sentTo(WRITER)).filter(({ text }) => text.includes(receipt)).at(-1)!;
    expect(last.subject).toMatch(/^订阅通知/);
    expect(last.text).toMatch(
      new RegExp(`^character_string1：${receipt}\nthing2：已办结（青禾省生态环境厅）\ntime3：2026年9月1\\d日 `),
    );
    expect(last.text).not.toContain('已关停');
  });

  it('was sent with a token that holds for two hours, and never was told to anybody', async () => {
    const token = stack()
      .wechat.calls()
      .filter(({ path }) => path.endsWith('stable_token'));
    expect(token.length).toBeGreaterThan(1);
    const logs = stack()
      .logs()
      .map(({ line }) => line)
      .join('\n');
    for (const secret of ['access_token', WRITER, 'o_photographer', 'picture-1']) expect(logs).not.toContain(secret);
  });
});
