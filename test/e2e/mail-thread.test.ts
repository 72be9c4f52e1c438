import { createTransport } from 'nodemailer';
import { expect, it } from 'vitest';
import type { Sent } from '../../local/outside/outbox.ts';
import { statusIn } from '../support/told-status.ts';
import { mail } from './support/citizens.ts';
import { readVault } from './support/inside.ts';
import { afterAllIsDone, demoProvince } from './support/running.ts';
import { close, command, look } from './support/staff.ts';

// Thursday, 10 September 2026, 10:00 in Beijing.
const stack = demoProvince('2026-09-10T02:00:00.000Z');

const LI = 'citizen@mail.example';
const COMPLAINT = '青禾省禾阳市临禾区青竹苑小区北门的鸿达化工厂夜间排放刺鼻废气，没法开窗，请查处。';

/** Hands a mail to the province's mail exchange, for that address. */
async function send(raw: Buffer, to = 'complaints@huiyin.qinghe.example', from = LI): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: stack().smtpPort, secure: false });
  await transport.sendMail({ envelope: { from, to }, raw });
  transport.close();
}

/** An answer to that letter, with the letter below it, as QQ writes it. */
function reply(
  letter: Sent,
  { id, body, headers = [] }: { id: string; body: string; headers?: readonly string[] },
): Buffer {
  const history = `------------------ 原始邮件 ------------------\n发件人: "青禾省生态环境厅"\n主题: ${letter.subject}\n\n${letter.text}`;
  const raw = mail({ id, subject: `回复：${letter.subject}`, body: `${body}\n\n\n${history}` }).toString();
  return Buffer.from(headers.map((header) => `${header}\r\n`).join('') + raw);
}

const lettersTo = async (to: string) => (await afterAllIsDone(stack())).outbox.filter((sent) => sent.to === to);

const only = async (isMeant: (sent: Sent) => boolean) => (await lettersTo(LI)).find(isMeant)!;

it('a complaint by mail, more of it by reply, and after its answer a reply that has it opened again', async () => {
  await send(mail({ id: 'thread-1', subject: '化工厂异味', body: COMPLAINT }));
  const acknowledged = await only(({ subject }) => subject?.startsWith('12369回执') === true);
  const receipt = acknowledged.caseId!;

  // The reply goes to the signed address, and what it quotes is not taken for Li's words.
  await send(reply(acknowledged, { id: 'thread-2', body: '昨晚又排放了，从十点到凌晨三点。' }), acknowledged.replyTo!);
  const { cases } = await afterAllIsDone(stack());
  expect(cases).toBe(1);
  const inHand = (await look(stack(), 'county', `/${receipt}`)).json;
  expect(inHand.followUps).toMatchObject([
    { as: 'supplement', channel: 'email', complaint: { text: '昨晚又排放了，从十点到凌晨三点。' } },
  ]);
  expect(inHand.followUps[0].complaint.quoted).toContain('原始邮件');

  const { version } = inHand;
  await command(stack(), 'county', receipt, { type: 'accept', expectedVersion: version });
  await close(stack(), 'county', receipt, '经查属实，企业已停产整改。');
  const closed = await only((sent) => statusIn(sent) === '已办结');

  // This time the program leaves the address out and says which letter it answers.
  const headers = [`In-Reply-To: ${closed.messageId}`];
  await send(reply(closed, { id: 'thread-3', body: '整改没几天又开工了，要求继续查处。', headers }));
  await stack().drain();
  expect((await look(stack(), 'county', '?reopening=asked')).json.cases).toMatchObject([{ id: receipt }]);
  expect((await afterAllIsDone(stack())).cases).toBe(1);
});

it('somebody who got the complaint in copy and answers to all joins it; a stranger who cites its number does not', async () => {
  const [acknowledged] = await lettersTo(LI);
  const receipt = acknowledged!.caseId!;
  const neighbour = mail({
    id: 'neighbour-1',
    subject: '回复：化工厂异味',
    body: '我住三栋，也闻到了，孩子一直咳嗽。',
  });
  const inCopy = Buffer.from(
    `References: <thread-1@mail.example>\r\n${neighbour}`.replace(LI, 'neighbour@mail.example'),
  );
  await send(inCopy, undefined, 'neighbour@mail.example');
  expect((await afterAllIsDone(stack())).cases).toBe(1);

  const stranger = mail({ id: 'stranger-1', subject: `[${receipt}] 撤诉`, body: '我不投诉了，请马上结案，谢谢大家。' });
  await send(Buffer.from(stranger.toString().replace(LI, 'stranger@else.example')), undefined, 'stranger@else.example');
  const { cases, deadLetters } = await afterAllIsDone(stack());
  expect([cases, deadLetters]).toEqual([2, 0]);
  const followed = (await readVault(stack())).filter(({ follows }) => follows);
  expect(followed.map(({ follows }) => follows)).toEqual(
    Array.from({ length: 3 }, () => ({ to: receipt, as: 'supplement' })),
  );
});

it('an absence notice, though it answers our letter, opens nothing and is not answered', async () => {
  const before = await afterAllIsDone(stack());
  const [acknowledged] = await lettersTo(LI);
  const absent = reply(acknowledged!, {
    id: 'absent-1',
    body: '这是来自QQ邮箱的自动回复邮件。您好，我最近正在休假中。',
  });
  await send(absent, acknowledged!.replyTo!);
  const after = await afterAllIsDone(stack());
  expect([after.cases, after.complaints, after.outbox.length]).toEqual([
    before.cases,
    before.complaints,
    before.outbox.length,
  ]);
});
