import { describe, expect, it } from 'vitest';
import { NOW } from '../support/intake.ts';
import { INTAKE, type MailIntake, mailIntake, receive } from '../support/mail-intake.ts';
import { mail } from '../support/mails.ts';

const LI = 'li@example.com';
const STRANGER = 'stranger@elsewhere.example';
const TEXT = '东湖边的化工厂夜里排放刺鼻气体，已经一个星期没法开窗了，请查处。';
const MORE = '昨晚又闻到了，从十点一直到凌晨三点，附上照片。';

interface Written {
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly answers?: string;
  readonly references?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string;
}

const letter = ({ id, from = LI, to = INTAKE, subject = '异味', answers, references, headers, text = MORE }: Written) =>
  mail(
    {
      ...headers,
      From: from,
      To: to,
      'Message-ID': `<${id}@example.com>`,
      ...(answers && { 'In-Reply-To': `<${answers}@example.com>` }),
      ...(references && { References: references }),
      Subject: `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
      'Content-Type': 'text/plain; charset=utf-8',
    },
    text,
  );

/** The complaint of Li, and its receipt. */
async function complained(deps: MailIntake) {
  const [first] = await receive(deps, letter({ id: 'first', text: TEXT }));
  return first!.receipt;
}

const send = async (deps: MailIntake, written: Written) => (await receive(deps, letter(written)))[0];

describe('a mail belongs to an earlier complaint', () => {
  it('when it comes to the address that was signed for it, whoever sends it and whatever it answers', async () => {
    const deps = mailIntake();
    const receipt = await complained(deps);
    const to = await deps.addresses.addressOf(receipt);
    const follows = { to: receipt, as: 'supplement' };
    expect(await send(deps, { id: '2', to: `回音 <${to}>` })).toMatchObject({ follows, text: MORE });
    expect(await send(deps, { id: '3', headers: { 'Delivered-To': to }, from: STRANGER })).toMatchObject({ follows });
    expect(await send(deps, { id: '4', headers: { 'X-Original-To': to } })).toMatchObject({ follows });
    const received = `from mx by inbound-smtp with SMTP id 1 for ${to}; Fri, 20 Nov 2026 13:03:00 +0000`;
    expect(await send(deps, { id: '5', headers: { Received: received } })).toMatchObject({ follows });
  });

  it('when it answers our letter, or the complainant’s own', async () => {
    const deps = mailIntake();
    const receipt = await complained(deps);
    await deps.threads.remember('<0102abc@ap-southeast-1.amazonses.com>', receipt, '2026-11-20T13:03:00.000Z');
    const ours = { references: '<x@y> <0102abc@ap-southeast-1.amazonses.com>' };
    expect(await send(deps, { id: '2', ...ours })).toMatchObject({ follows: { to: receipt } });
    expect(await send(deps, { id: '3', answers: 'first' })).toMatchObject({ follows: { to: receipt } });
    expect(await send(deps, { id: '4', answers: '3', subject: '回复：异味' })).toMatchObject({
      follows: { to: receipt },
    });
  });

  it('by the nearest letter that it answers', async () => {
    const deps = mailIntake();
    await complained(deps);
    const [other] = await receive(deps, letter({ id: 'other', text: `${TEXT}另外，` }));
    const references = '<first@example.com> <other@example.com>';
    expect(await send(deps, { id: '3', references })).toMatchObject({ follows: { to: other!.receipt } });
  });

  it('when its subject names the receipt, but only from whoever wrote in that matter before', async () => {
    const deps = mailIntake();
    const receipt = await complained(deps);
    const subject = `关于[${receipt.toLowerCase()}]的补充`;
    expect(await send(deps, { id: '2', subject, from: 'LI@example.com' })).toMatchObject({ follows: { to: receipt } });
    expect((await send(deps, { id: '3', subject, from: STRANGER }))!.follows).toBeUndefined();
    const failed = { 'Authentication-Results': 'mx.example; dmarc=fail (p=none) header.from=example.com' };
    const forged = await send(deps, { id: '4', subject, headers: failed });
    expect(forged).toMatchObject({ follows: undefined, flags: ['suspicious'] });
  });

  it('not because a stranger guesses an address or cites a number in the text', async () => {
    const deps = mailIntake();
    const receipt = await complained(deps);
    const guessed = `complaints+c${receipt.replaceAll('-', '').toLowerCase()}.${'0'.repeat(20)}@huiyin.example`;
    expect((await send(deps, { id: '2', to: guessed, from: STRANGER }))!.follows).toBeUndefined();
    expect((await send(deps, { id: '3', text: `我要撤回${receipt}的投诉，请结案。` }))!.follows).toBeUndefined();
  });
});

describe('a letter to several people', () => {
  it('joins the original when one of them answers to all, also if the answer reaches us first', async () => {
    const deps = mailIntake();
    const answer = await send(deps, {
      id: 'answer',
      from: STRANGER,
      answers: 'original',
      text: '我也闻到了，我住十栋。',
    });
    expect(answer!.follows).toBeUndefined();
    const original = await send(deps, { id: 'original', to: `mayor@city.example, ${INTAKE}`, text: TEXT });
    expect(original).toMatchObject({ follows: { to: answer!.receipt }, text: TEXT });
    expect(await send(deps, { id: '3', from: STRANGER, answers: 'original' })).toMatchObject({
      follows: { to: answer!.receipt },
    });
  });

  it('that came by a list as well, with a line added, belongs to what came first', async () => {
    const deps = mailIntake();
    const receipt = await complained(deps);
    const copy = await send(deps, { id: 'first', subject: '[业主群] 异味', text: `${TEXT}\n\n群发自业主邮件组` });
    expect(copy).toMatchObject({ follows: { to: receipt, as: 'supplement' } });
  });

  it('sent again, even days later, changes nothing', async () => {
    const deps = mailIntake();
    const receipt = await complained(deps);
    const again = letter({ id: '2', answers: 'first' });
    expect(await receive(deps, again)).toHaveLength(1);
    expect(await receive(deps, again, NOW + 5 * 86_400_000)).toEqual([]);
    expect(await receive(deps, letter({ id: 'first', text: TEXT }), NOW + 5 * 86_400_000)).toEqual([]);
    expect(
      deps.vault
        .all()
        .filter(({ follows }) => follows)
        .map(({ follows }) => follows!.to),
    ).toEqual([receipt]);
  });
});

describe('a letter that was taken before, and comes again when it would belong elsewhere,', () => {
  const [LATER, FORGED] = [NOW + 3 * 86_400_000, { 'Authentication-Results': 'mx.example; dmarc=fail' }];

  it('changes nothing: its sender is no longer proven', async () => {
    const deps = mailIntake();
    const subject = `关于${await complained(deps)}`;
    expect((await send(deps, { id: '2', subject }))!.follows).toBeDefined();
    expect(await receive(deps, letter({ id: '2', subject, headers: FORGED }), LATER)).toEqual([]);
  });

  it('changes nothing: its sender has written in the matter that it names since', async () => {
    const deps = mailIntake();
    const receipt = await complained(deps);
    const ours = { from: STRANGER, id: '2', subject: `关于${receipt}` };
    expect((await send(deps, ours))!.follows).toBeUndefined();
    expect((await send(deps, { from: STRANGER, id: '3', answers: 'first' }))!.follows).toBeDefined();
    expect(await receive(deps, letter(ours), LATER)).toEqual([]);
  });
});

describe('what a mail says', () => {
  const HISTORY = `------------------ 原始邮件 ------------------\n发件人: "回音"\n主题: 已收到\n\n${TEXT}`;

  it('is its own words; what it quotes lies beside them, for staff', async () => {
    const deps = mailIntake();
    await complained(deps);
    const reply = await send(deps, { id: '2', answers: 'first', subject: '回复：异味', text: `${MORE}\n\n${HISTORY}` });
    expect(reply).toMatchObject({ text: MORE, quoted: HISTORY });
  });

  it('is the letter below when it only passes that on', async () => {
    const passedOn = await send(mailIntake(), { id: '2', subject: '转发：异味', text: `请处理。\n\n${HISTORY}` });
    expect(passedOn).toMatchObject({ text: `转发：异味\n\n请处理。\n\n${HISTORY}`, quoted: undefined });
  });

  it('is nothing when a reply holds nothing of its own, and a person should look', async () => {
    const deps = mailIntake();
    await complained(deps);
    const empty = await send(deps, { id: '2', answers: 'first', text: HISTORY });
    expect(empty).toMatchObject({ text: '', quoted: HISTORY, flags: ['no-text'] });
  });
});

it('a sender who writes more than 300 mails an hour is hardly a person: the rest is taken, flagged, and not answered', async () => {
  const deps = mailIntake();
  for (let count = 0; count < 303; count += 1) await send(deps, { id: `loop-${count}`, text: `${TEXT}${count}` });
  const flags = deps.vault.all().map((complaint) => complaint.flags.join());
  expect(flags).toEqual([...Array(300).fill(''), ...Array(3).fill('suspicious')]);
  expect(await send(deps, { id: 'other', from: STRANGER })).toMatchObject({ flags: [] });
});

/** As if that sender had written so many mails within the hour. */
async function wrote(deps: MailIntake, sender: string, mails: number) {
  const rule = { limit: mails, windowSeconds: 3600 };
  for (let count = 0; count < mails; count += 1)
    await deps.limits.take(`flood:${sender}`, rule, new Date(NOW).toISOString());
}

it('a flood from one sender stays in the bucket beyond 3,000 mails an hour', async () => {
  const deps = mailIntake();
  await wrote(deps, LI, 3000);
  expect(await send(deps, { id: 'more' })).toBeUndefined();
  expect(deps.evidence.keys()).toHaveLength(1);
  expect(await send(deps, { id: 'other', from: STRANGER })).toBeDefined();
});

it('whose name somebody else floods us under can still write to us', async () => {
  const deps = mailIntake();
  const headers = { 'Authentication-Results': 'mx; spf=fail; dmarc=fail (p=none) header.from=example.com' };
  await wrote(deps, `forged ${LI}`, 3000);
  expect(await send(deps, { id: 'forged', text: TEXT, headers })).toBeUndefined();
  expect(await send(deps, { id: 'own', text: TEXT })).toMatchObject({ text: expect.stringContaining(TEXT), flags: [] });
});
