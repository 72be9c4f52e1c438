import { describe, expect, it } from 'vitest';
import { NOW } from '../support/intake.ts';
import { deliver, type MailIntake, notification, mailIntake as world } from '../support/mail-intake.ts';
import { GB, GB_TEXT, mail } from '../support/mails.ts';

/** Puts a mail into the bucket, and S3 tells. */
const receive = async (deps: MailIntake, key: string, raw: Uint8Array, at = NOW) => {
  await deps.evidence.put(key, raw, 'message/rfc822');
  return deliver(deps, notification(encodeURIComponent(key)), at);
};

const letter = mail(
  { From: '=?gb2312?B?wO4=?= <li@example.com>', Subject: GB, 'Content-Type': 'text/plain; charset=gb2312' },
  GB,
);
const DAYS = 86_400_000;

describe('a mail in the evidence bucket', () => {
  it('becomes a complaint: subject and body decoded, sender as contact, the mail itself left where it is', async () => {
    const deps = world();
    expect(await receive(deps, 'mail/abc', letter)).toEqual({ batchItemFailures: [] });

    expect(deps.vault.all()).toMatchObject([
      {
        channel: 'email',
        sourceId: '<1@example.com> li@example.com',
        text: `${GB_TEXT}\n\n${GB_TEXT}`,
        contact: { name: '李', email: 'li@example.com' },
        original: { mediaType: 'message/rfc822', key: 'mail/abc' },
        receivedAt: '2026-11-20T13:03:00.000Z',
        flags: [],
      },
    ]);
  });

  it('whose message is sent again by ops after days was received when it came', async () => {
    const deps = world();
    await deps.evidence.put('mail/late', letter, 'message/rfc822');
    const body = JSON.stringify({
      Records: [
        {
          eventName: 'ObjectCreated:Put',
          eventTime: '2026-11-20T13:03:00.000Z',
          s3: { object: { key: 'mail/late', size: 1 } },
        },
      ],
    });
    await deliver(deps, body, NOW + 9 * DAYS);
    expect(deps.vault.all()).toMatchObject([{ receivedAt: '2026-11-20T13:03:00.000Z' }]);
  });

  it('resent three days later, by another way, is the same complaint', async () => {
    const deps = world();
    await receive(deps, 'mail/1', letter);
    await receive(deps, 'mail/relay/2', Buffer.concat([Buffer.from('Received: from b\r\n'), letter]), NOW + 3 * DAYS);
    expect(deps.vault.all()).toMatchObject([{ receivedAt: '2026-11-20T13:03:00.000Z' }]);
  });

  it('with a Message-ID that was used for something else is a complaint of its own, once', async () => {
    const deps = world();
    await receive(deps, 'mail/1', letter);
    await receive(deps, 'mail/2', mail({ Subject: '另一件事' }));
    await receive(deps, 'mail/2', mail({ Subject: '另一件事' }));
    expect(deps.vault.all().map(({ text }) => text)).toEqual([`${GB_TEXT}\n\n${GB_TEXT}`, '另一件事']);
  });

  it('without a Message-ID is known by its bytes', async () => {
    const deps = world();
    const raw = Buffer.from('From: li@example.com\r\nSubject: x\r\n\r\ny\r\n');
    await receive(deps, 'mail/1', raw);
    await receive(deps, 'mail/2', raw);
    expect(deps.vault.all()).toHaveLength(1);
  });

  it.each([
    ['nothing in it', Buffer.alloc(0), 'no-text'],
    ['only a picture', mail({ 'Content-Type': 'image/jpeg' }, 'x'), 'no-text'],
    ['more words than a complaint holds', mail({}, 'x'.repeat(20_001)), 'truncated'],
    [
      'bytes of no charset',
      mail({ 'Content-Type': 'text/plain; charset=utf-8' }, Buffer.from([0x61, 0xff, 0x20, 0xff])),
      'undecodable',
    ],
    [
      '10 000 parts',
      mail({ 'Content-Type': 'multipart/mixed; boundary=b' }, '--b\r\n\r\nx\r\n'.repeat(10_000)),
      'quarantined',
    ],
  ])('with %s is kept and flagged', async (_, raw, flag) => {
    const deps = world();
    expect(await receive(deps, 'mail/1', raw)).toEqual({ batchItemFailures: [] });
    expect(deps.vault.all()).toMatchObject([{ flags: [flag], original: { key: 'mail/1' } }]);
  });

  it('that is too long to read is quarantined unread', async () => {
    const deps = world();
    expect(await deliver(deps, notification('mail/huge', 46_000_000))).toEqual({ batchItemFailures: [] });
    expect(deps.vault.all()).toMatchObject([{ flags: ['quarantined'] }]);
  });

  it('is found under a key with blanks and Chinese in it', async () => {
    const deps = world();
    await deps.evidence.put('mail/投诉 1+1', letter, 'message/rfc822');
    await deliver(deps, notification('mail/%E6%8A%95%E8%AF%89+1%2B1'));
    expect(deps.vault.all()).toMatchObject([{ original: { key: 'mail/投诉 1+1' } }]);
  });
});

describe('the queue', () => {
  it.each([
    ['the test message of S3', JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent' })],
    ['the object that SES leaves once', notification('mail/AMAZON_SES_SETUP_NOTIFICATION')],
    ['an object that went', notification('mail/1').replace('ObjectCreated:Put', 'ObjectRemoved:Delete')],
  ])('takes %s for nothing', async (_, body) => {
    const deps = world();
    expect(await deliver(deps, body)).toEqual({ batchItemFailures: [] });
    expect([deps.vault.all(), deps.letters]).toEqual([[], []]);
  });

  it('comes back with a mail that the bucket does not give', async () => {
    expect(await deliver(world(), notification('mail/1'))).toEqual({ batchItemFailures: [{ itemIdentifier: 'm' }] });
  });

  it.each([
    ['no JSON', '{', 'SyntaxError'],
    ['no notification', '{"Records":[{}]}', 'ZodError /Records'],
    ['a key that S3 would not write', notification('mail/%'), 'key not encoded as S3 does'],
  ])('sets %s aside with its reason', async (_, body, reason) => {
    const deps = world();
    expect(await deliver(deps, body)).toEqual({ batchItemFailures: [] });
    expect(deps.letters).toEqual([{ body, reason: expect.stringContaining(reason.split(' ')[0]!) }]);
  });
});
