// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the operator writes its placeholders like this.
import { describe, expect, it } from 'vitest';
import { simulatedClock } from '../../../local/clock.ts';
import { createOutbox } from '../../../local/outside/outbox.ts';
import { outboxPage } from '../../../local/outside/outbox-page.ts';
import { sendSms } from '../../../local/outside/sms.ts';

const clock = simulatedClock('2027-01-01T01:30:00.000Z');
const templates = new Map([['SMS_1', '信访事项${receipt}：${duty}']]);

const sms = (changes: Record<string, string>) =>
  new URLSearchParams({
    PhoneNumbers: '13800000000',
    SignName: '青禾生态环境',
    TemplateCode: 'SMS_1',
    TemplateParam: '{"receipt":"QH-1","duty":"告知"}',
    OutId: 'QH-1#3#desk#sms',
    ...changes,
  });

describe('a text message', () => {
  it('is kept as the person would read it', () => {
    const outbox = createOutbox(clock);
    expect(sendSms(sms({}), outbox, templates)).toBe('OK');
    expect(outbox.all()).toMatchObject([
      {
        transport: 'sms',
        to: '13800000000',
        text: '【青禾生态环境】信访事项QH-1：告知',
        caseId: 'QH-1',
        noticeId: 'QH-1#3#desk#sms',
      },
    ]);
  });

  it.each([
    [{ PhoneNumbers: '110' }, 'isv.MOBILE_NUMBER_ILLEGAL'],
    [{ SignName: '' }, 'isv.SMS_SIGNATURE_ILLEGAL'],
    [{ TemplateCode: 'SMS_2' }, 'isv.SMS_TEMPLATE_ILLEGAL'],
    [{ TemplateParam: '{' }, 'isv.INVALID_JSON_PARAM'],
    [{ TemplateParam: '{"receipt":"QH-1"}' }, 'isv.TEMPLATE_MISSING_PARAMETERS'],
  ])('with %j is refused with %s, as by the operator', (changes, code) => {
    const outbox = createOutbox(clock);
    expect(sendSms(sms(changes), outbox, templates)).toBe(code);
    expect(outbox.all()).toEqual([]);
  });
});

describe('a mail', () => {
  it('is kept with its notice and case, at the time it was handed over', async () => {
    const outbox = createOutbox(clock);
    const lines = [
      'To: a@example.cn',
      'Subject: =?UTF-8?B?5YKs5Yqe?=',
      'X-Huiyin-Case: QH-1',
      'X-Huiyin-Notice: QH-1#3',
      '',
    ];
    await outbox.addMail(Buffer.from([...lines, 'hello'].join('\r\n')));
    const [mail] = outbox.all();
    expect(mail).toMatchObject({ transport: 'email', to: 'a@example.cn', subject: '催办', text: 'hello' });
    expect(mail).toMatchObject({ caseId: 'QH-1', noticeId: 'QH-1#3' });
    expect(mail?.at).toMatch(/^2027-01-01T01:30:0/);
  });
});

describe('the outbox page', () => {
  const at = '2027-01-01T01:30:00.000Z';
  const sent = [
    { transport: 'email', to: 'a@example.cn', subject: '<b>催办</b>', text: '请办理', at, caseId: 'QH-1' },
    { transport: 'sms', to: '13800000000', text: '短信文字', at, caseId: 'QH-2' },
  ] as const;

  it('shows what was sent in Beijing time and escapes it', () => {
    const page = outboxPage(sent, '', at);
    expect(page).toContain('&#60;b&#62;催办');
    expect(page).toContain('09:30');
    expect(page.indexOf('请办理')).toBeLessThan(page.indexOf('短信文字'));
  });

  it('shows one case alone', () => {
    const page = outboxPage(sent, 'QH-2', at);
    expect(page).toContain('短信文字');
    expect(page).not.toContain('请办理');
  });
});
