import { describe, expect, it } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import { encoded, gbk, letter, plain } from '../../support/letters.ts';

const written = async (fields: Readonly<Record<string, string | undefined>>) => {
  const { writer } = await readMail(letter(plain('臭'), { From: undefined, ...fields }));
  return writer && [writer.name, writer.address];
};

describe('From, as programs and gateways write it', () => {
  it.each([
    ['Wang, Xiaoming <w@c.example>', 'Wang, Xiaoming'],
    ['王小明，生态科 <w@c.example>', '王小明，生态科'],
    ['Wang; Xiaoming <w@c.example>', 'Wang; Xiaoming'],
    ['"王 (小明)" <w@c.example>', '王 (小明)'],
    ['王：小明 <w@c.example>', '王：小明'],
    ['w@c.example (王小明)', '王小明'],
    ['王小明 <w@c.example', '王小明'],
    ['王小明 <<w@c.example>>', '王小明'],
    ['<w@c.example>', ''],
    ['w@c.example', ''],
    ['w@c.example;', ''],
    ['mailto:w@c.example', ''],
    ['王小明 [mailto:w@c.example]', ''],
    ['"w@c.example" <w@c.example>', 'w@c.example'],
    ['w@c.example <w@c.example>', 'w@c.example'],
    ['王小明 <mailto:w@c.example>', '王小明'],
    ['王小明 < w@c.example >', '王小明'],
    ['王小明 <w @ c.example>', '王小明'],
    ['王小明 <w@c.example.>', '王小明'],
    ["王小明 <'w@c.example'>", '王小明'],
    ['王小明 <w＠c.example>', '王小明'],
    ['王小明 <w@c。example>', '王小明'],
    ['王小明 <ｗ＠ｃ．ｅｘａｍｐｌｅ>', '王小明'],
    ['王小明＜w@c.example＞', '王小明'],
    ['王小明 <\u200bw@c.example\u202c>', '王小明'],
    ['"w@c.example"', ''],
    [encoded('王小明 <w@c.example>'), '王小明'],
    [`${encoded('王小明')}<w@c.example>`, '王小明'],
    [`=?gb2312?B?${gbk('王小明').toString('base64')}?= <w@c.example>`, '王小明'],
  ])('%s is one person', async (From, name) => expect(await written({ From })).toEqual([name, 'w@c.example']));

  it.each([
    ['names nobody', '王小明'],
    ['is empty', ' '],
    ['names two as one', '<w@c.example,x@c.example>'],
    ['is a group', 'undisclosed-recipients:;'],
    ['hides an address in a name', '"w@c.example x"@c.example'],
  ])('is nobody when it %s', async (_, From) => expect(await written({ From })).toBeUndefined());
});

describe('who wrote, when somebody else sent it', () => {
  const citizen = ['贺', 'he@c.example'];
  const REPLY = `${encoded('贺')} <he@c.example>`;

  it.each([
    ['a portal', { From: 'noreply@portal.example', 'Reply-To': REPLY }],
    ['a portal with a number', { From: 'no-reply2@portal.example', 'Reply-To': REPLY }],
    ['a portal by its purpose', { From: 'notice-noreply@portal.example', 'Reply-To': REPLY }],
    ['a mailbox that says do not reply', { From: 'do_not_reply@portal.example', 'Reply-To': REPLY }],
    ['the mailbox of a mayor', { From: 'mayor@city.example', 'Reply-To': REPLY }],
    [
      'a form that answers to us, too',
      { From: 'form@city.example', 'Reply-To': `complaints@huiyin.example, ${REPLY}` },
    ],
    [
      'a group in its own name',
      {
        From: `${encoded("'贺' via 投诉")} <g@b.example>`,
        'List-Post': '<mailto:g@b.example>',
        'X-Original-From': REPLY,
      },
    ],
    [
      'a group that has answers come to itself',
      { From: REPLY, 'Reply-To': 'g@b.example', 'List-Post': '<mailto:g@b.example>' },
    ],
    ['a program that leaves From out', { Sender: REPLY }],
    ['nobody at all', { From: REPLY, 'Reply-To': 'noreply@portal.example' }],
    ['a person with another mailbox of theirs', { From: 'office@c.example', 'Reply-To': '"贺" <he＠c。example>' }],
  ])('is the person, not %s', async (_, fields) => expect(await written(fields)).toEqual(citizen));

  it.each([
    ['a portal alone', { From: 'noreply@portal.example' }],
    ['a mail host', { From: 'MAILER-DAEMON@mx.example' }],
    ['Exchange', { From: 'MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@bureau.example' }],
  ])('is unknown behind %s', async (_, fields) => expect(await written(fields)).toBeUndefined());
});
