import { describe, expect, it } from 'vitest';
import { QUERY_CODE } from '../../../../domain/notices/notice.ts';
import type { Send } from '../../../../usecases/notices/delivery/delivery.ts';
import { type SendNoticeDeps, sendNotice } from '../../../../usecases/notices/sending/send-notice.ts';
import { busy, first, later, notice, post, refused, reminder, sent, staff } from '../../../support/transports.ts';

const toComplainant = {
  ...notice({ transport: 'email', complaint: 'QH-1' }, { transport: 'sms', complaint: 'QH-1' }),
  text: `查询码：${QUERY_CODE}`,
};
const contact = { email: 'qian@citizen.example', phone: '13911112222' };

describe('what is kept of a notice', () => {
  it('is whom it went to, by what and in which words, and of which event it speaks', async () => {
    const { deps, kept } = post([refused, sent]);
    await sendNotice({ ...reminder, about: ['QH-1#2'] }, first, deps);
    expect(kept.all()).toEqual([
      expect.objectContaining({
        ...{ noticeId: reminder.id, number: 0, at: first.now, to: staff('email', 'officer@county.example') },
        ...{ subject: '【提醒】QH-1', text: '请在期限内办理。', template: '告知', about: ['QH-1#2'] },
      }),
      expect.objectContaining({
        ...{ number: 1, to: staff('sms', '13900000001'), text: '【青禾生态环境】您的信访件QH-1：已受理。' },
      }),
    ]);
  });

  it('says by which version of which text it was written', async () => {
    const { deps, kept } = post([sent]);
    await sendNotice({ ...reminder, template: { id: 'reminder', version: '3f2a' } }, first, deps);
    expect(kept.all()).toMatchObject([{ template: 'reminder', version: '3f2a' }]);
  });

  it('names a complainant by their receipt alone, and never holds their address or query code', async () => {
    const { deps, kept } = post([refused, sent], contact);
    await sendNotice(toComplainant, first, deps);
    const [mail, message] = kept.all();
    expect([mail?.to, message?.to]).toEqual(toComplainant.addresses);
    expect(mail?.text).toBe(`查询码：${QUERY_CODE}\n\n需要补充情况或材料的，请直接回复本邮件。`);
    expect(JSON.stringify(kept.all())).not.toMatch(/citizen|139|CODE1234/);
  });

  it('is what was sent last, where nothing had gone before', async () => {
    const { deps, kept } = post([busy, sent]);
    await sendNotice(reminder, first, deps);
    await sendNotice({ ...reminder, text: '今天到期。' }, later(60), deps);
    expect(kept.all().map(({ at, text }) => [at, text])).toEqual([[later(60).now, '今天到期。']]);
  });
});

/** The same, with the table of kept notices away, or its function killed there. */
const without = (deps: SendNoticeDeps, keep: () => Promise<void>): SendNoticeDeps => ({
  ...deps,
  kept: { ...deps.kept, keep },
});

describe('a notice that cannot be kept', () => {
  it('is not sent, spends no address, and goes out when it can be', async () => {
    const { deps, tried, state } = post([sent]);
    const away = without(deps, () => Promise.reject(new TypeError('away')));
    expect(await sendNotice(reminder, first, away)).toBe('waiting');
    expect(tried).toEqual([]);
    expect(await sendNotice(reminder, later(1), deps)).toBe('sent');
    expect([tried, state()]).toEqual([['officer@county.example'], 'sent']);
  });

  it('because its function was killed between claim and send goes to the same person when it is taken again', async () => {
    const { deps, tried, state } = post([sent]);
    const killed = new Promise<void>(() => {});
    const dying = sendNotice(
      reminder,
      first,
      without(deps, () => killed),
    );
    await Promise.race([dying, new Promise(setImmediate)]);
    expect([tried, state()]).toEqual([[], 'sending']);
    expect(await sendNotice(reminder, { ...later(10), takesOver: true }, deps)).toBe('sent');
    expect(tried).toEqual(['officer@county.example']);
  });

  it('but was, before its function died, is sent there no more: nobody knows whether it went', async () => {
    const { deps, tried } = post([sent]);
    const dies: Send = () => Promise.reject(new Error('killed'));
    const dying = { ...deps, transports: { ...deps.transports, email: dies } };
    await expect(sendNotice(reminder, first, dying)).rejects.toThrow('killed');
    expect(await sendNotice(reminder, { ...later(10), takesOver: true }, deps)).toBe('sent');
    expect(tried).toEqual(['13900000001']);
  });
});

describe('a notice that waits while the people of its organ change', () => {
  it('passes over nobody who is there now, and is not sent again to whom it may have reached', async () => {
    const { deps, tried } = post([{ kind: 'unknown', reason: 'TimeoutError' }, busy, sent]);
    const before = notice(staff('email', 'away@county.example'), staff('email', 'stays@county.example'));
    await sendNotice(before, first, deps);
    const after = notice(
      staff('email', 'new@county.example'),
      staff('email', 'away@county.example'),
      staff('email', 'stays@county.example'),
    );
    expect(await sendNotice(after, later(60), deps)).toBe('sent');
    expect(tried).toEqual(['away@county.example', 'stays@county.example', 'new@county.example']);
  });
});

describe('a notice whose addresses all fail', () => {
  it('to staff goes to nobody who complained, and one to a complainant to nobody at the bureaus', async () => {
    for (const one of [reminder, toComplainant]) {
      const { deps, tried } = post([refused], contact);
      expect(await sendNotice(one, first, deps)).toBe('failed');
      const theirs =
        one === reminder ? one.addresses.map((address) => 'to' in address && address.to) : Object.values(contact);
      expect(tried).toEqual(theirs);
    }
  });
});
