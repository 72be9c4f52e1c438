import type { SESClient } from '@aws-sdk/client-ses';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { sesEmail } from '../../../adapters/email/ses.ts';
import { threadAddresses } from '../../../adapters/email/thread-address.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { sha256 } from '../../../functions/shared/digest.ts';
import type { Sending } from '../../../usecases/notices/delivery/delivery.ts';
import { escalation } from '../../support/notices.ts';

const FROM = 'notice@huiyin.qinghe.example';
const TO = 'leader@city.example';

interface Sent {
  readonly Source: string;
  readonly Destinations: string[];
  readonly RawMessage: { Data: Uint8Array };
  readonly ConfigurationSetName: string;
}

function service(fail?: object, nameOf = NAMES.nameOf) {
  const sent: Sent[] = [];
  const send = async ({ input }: { input: Sent }) => {
    if (fail) throw Object.assign(new Error('message' in fail ? String(fail.message) : 'failed'), fail);
    sent.push(input);
    return { MessageId: 'ses-1' };
  };
  const settings = { from: FROM, region: 'ap-southeast-1', configurationSet: 'huiyin-demo', replyTo, nameOf, own: [] };
  const email = sesEmail({ send } as unknown as SESClient, settings);
  return {
    sent,
    email: (notice: Notice, to: string, sending: Partial<Sending> = {}) =>
      email(notice, to, { now: notice.at, ...sending }),
  };
}

const replyTo = async (receipt: string) => `complaints+${receipt}@huiyin.qinghe.example`;
const NAMES = threadAddresses(async () => 'k', 'complaints@huiyin.qinghe.example');

const mailOf = async (notice = escalation(), sending: Partial<Sending> = {}) => {
  const { sent, email } = service();
  await email(notice, TO, sending);
  const bytes = sent[0]!.RawMessage.Data;
  return { sent: sent[0]!, raw: Buffer.from(bytes).toString('latin1'), mail: await PostalMime.parse(bytes) };
};

describe('a mail by SES, as its recipient’s program shows it', () => {
  it('has its Chinese subject and text, sender, recipient and date', async () => {
    const { mail, sent } = await mailOf();
    const { subject, text } = escalation();
    expect(mail.subject).toBe(subject);
    expect(mail.text?.trimEnd()).toBe(text);
    expect([mail.from?.address, mail.to?.map(({ address }) => address)]).toEqual([FROM, [TO]]);
    expect(new Date(mail.date!).toISOString()).toBe('2026-10-08T01:00:00.000Z');
    expect([sent.Source, sent.Destinations]).toEqual([FROM, [TO]]);
  });

  it('is answered by no absence notice', async () => {
    const { mail } = await mailOf();
    const header = (key: string) => mail.headers.find((one) => one.key === key)?.value;
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('x-auto-response-suppress')).toBe('All');
  });

  it('keeps its Message-ID when it is sent again, and shares it with no other notice', async () => {
    const [one, again, other] = await Promise.all([mailOf(), mailOf(), mailOf(escalation({ id: 'QH-1#6' }))]);
    expect(one.mail.messageId).toMatch(/^<[0-9a-f]{32}@huiyin\.qinghe\.example>$/);
    expect(again.mail.messageId).toBe(one.mail.messageId);
    expect(other.mail.messageId).not.toBe(one.mail.messageId);
  });

  it('to staff has a Message-ID that nobody works out from the address signed for its case', async () => {
    const { id, caseId } = escalation();
    const { mail } = await mailOf();
    expect(mail.messageId).toBe(`<${await NAMES.nameOf(id)}@huiyin.qinghe.example>`);
    expect(mail.messageId).not.toContain(sha256(`${id} ${await replyTo(caseId)}`).slice(0, 32));
  });

  it('travels as ASCII in short lines, whatever it says', async () => {
    const { raw, mail } = await mailOf(escalation({ text: '𠮷'.repeat(2_000), subject: '督'.repeat(200) }));
    expect(raw).toMatch(/^[\r\n\t\x20-\x7e]*$/);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(mail.text?.trimEnd()).toBe('𠮷'.repeat(2_000));
    expect(mail.subject).toBe('督'.repeat(200));
  });

  it('goes to one person, whatever stands in their address', async () => {
    const { sent, email } = service();
    await email(escalation(), 'li@example.com,wang@example.com');
    const { to } = await PostalMime.parse(sent[0]!.RawMessage.Data);
    expect(to).toHaveLength(1);
  });

  it('lets nobody add a header by what they write', async () => {
    const { mail } = await mailOf(escalation({ subject: '督办\r\nBcc: thief@example.org' }));
    expect(mail.bcc).toBeUndefined();
    expect(mail.headers.some(({ key }) => key === 'bcc')).toBe(false);
  });
});

const answered = (name: string, httpStatusCode?: number, message = 'no') => ({
  name,
  message,
  $metadata: httpStatusCode === undefined ? {} : { httpStatusCode },
});

describe('a mail to a complainant', () => {
  const answers = { receipt: 'QH-7KX4-M9P2-Q3T8', messageId: '<20260601.7@citizen.example>' };
  const header = ({ mail }: Awaited<ReturnType<typeof mailOf>>, key: string) =>
    mail.headers.find((one) => one.key === key)?.value;

  it('stands beneath what they wrote, and is answered to the address of their complaint', async () => {
    const sent = await mailOf(escalation(), { answers });
    expect(header(sent, 'in-reply-to')).toBe('<20260601.7@citizen.example>');
    expect(header(sent, 'references')).toBe('<20260601.7@citizen.example>');
    expect(header(sent, 'reply-to')).toBe('complaints+QH-7KX4-M9P2-Q3T8@huiyin.qinghe.example');
    expect(sent.mail.text).toContain('请直接回复本邮件');
  });

  it('who came another way stands alone', async () => {
    const sent = await mailOf(escalation(), { answers: { receipt: 'QH-7KX4-M9P2-Q3T8' } });
    expect(header(sent, 'in-reply-to')).toBeUndefined();
    expect(header(sent, 'references')).toBeUndefined();
  });

  it('that answers their letter says so, for programs not to answer it', async () => {
    const sent = await mailOf(escalation({ kind: 'acknowledgement' }), { answers });
    expect(header(sent, 'auto-submitted')).toBe('auto-replied');
    expect(header(sent, 'x-auto-response-suppress')).toBe('All');
    expect(header(sent, 'x-huiyin-notice')).toBe(escalation().id);
  });

  it('gets no header that their Message-ID smuggles in', async () => {
    const messageId = '<a@b.example>\r\nBcc: thief@example.org';
    const sent = await mailOf(escalation(), { answers: { ...answers, messageId } });
    expect(sent.mail.headers.some(({ key }) => key === 'bcc')).toBe(false);
  });
});

describe('what becomes of a mail', () => {
  it('that SES took: sent, with the Message-ID that SES gives it', async () => {
    const reference = '<ses-1@ap-southeast-1.amazonses.com>';
    expect(await service().email(escalation(), TO)).toEqual({ kind: 'sent', reference });
  });

  it('that cannot even be written: known not to have gone', async () => {
    const { sent, email } = service(undefined, () => Promise.reject(new TypeError('nameOf is not a function')));
    expect([await email(escalation(), TO), sent]).toEqual([{ kind: 'busy', reason: 'TypeError' }, []]);
  });

  it('is told by SES through the province’s own configuration set', async () => {
    expect((await mailOf()).sent.ConfigurationSetName).toBe('huiyin-demo');
  });

  it.each([
    ['too many a second', answered('Throttling', 400, 'Maximum sending rate exceeded.'), 'busy Throttling'],
    ['the day’s quota', answered('Throttling', 400, 'Daily message quota exceeded.'), 'barred DailyQuota'],
    ['too many requests', answered('TooManyRequestsException', 429), 'busy TooManyRequestsException'],
    ['a rejected message', answered('MessageRejected', 400), 'refused MessageRejected'],
    [
      'a domain that is not verified',
      answered('MailFromDomainNotVerifiedException', 400),
      'barred MailFromDomainNotVerifiedException',
    ],
    [
      'an account that is paused',
      answered('AccountSendingPausedException', 400),
      'barred AccountSendingPausedException',
    ],
    [
      'an address that is none',
      answered('InvalidParameterValue', 400, 'Illegal address'),
      'refused InvalidParameterValue',
    ],
    [
      'our address not being verified',
      answered('MessageRejected', 400, 'Email address is not verified.'),
      'barred MessageRejected',
    ],
    ['a right that was taken away', answered('AccessDenied', 403), 'barred AccessDenied'],
    ['a wrong key', answered('SignatureDoesNotMatch', 403), 'barred SignatureDoesNotMatch'],
    ['an answer of 500', answered('InternalFailure', 500), 'unknown InternalFailure'],
    ['an answer of 503', answered('ServiceUnavailable', 503), 'busy ServiceUnavailable'],
    ['a time-out', { name: 'TimeoutError', $metadata: {} }, 'unknown TimeoutError'],
    ['a line that broke', { name: 'Error', code: 'ECONNRESET' }, 'unknown Error'],
    ['nobody who listens', { name: 'Error', code: 'ECONNREFUSED' }, 'busy ECONNREFUSED'],
    ['no such host', { name: 'Error', code: 'ENOTFOUND' }, 'busy ENOTFOUND'],
    ['names that cannot be looked up now', { name: 'Error', code: 'EAI_AGAIN' }, 'busy EAI_AGAIN'],
  ])('after %s: %s', async (_, fault, expected) => {
    const result = await service(fault).email(escalation(), TO);
    expect(`${result.kind} ${'reason' in result ? result.reason : ''}`).toBe(expected);
  });
});
