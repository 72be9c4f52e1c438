import { describe, expect, it } from 'vitest';
import { smsOrLetter } from '../../../domain/notices/delivery/sms-or-letter.ts';
import type { Letter } from '../../../domain/notices/letter.ts';
import type { Notice, Wait } from '../../../domain/notices/notice.ts';

const noticeBy = (role: string, transport: string, first = transport, wait: Wait | 'for nothing' = 'list') =>
  ({
    ...{ id: `QH#9#county#${role}#${transport}`, addresses: [{ transport: first }] },
    ...(wait !== 'for nothing' && { wait }),
  }) as unknown as Notice;

const waitsOf = (kind: string, ...notices: readonly Notice[]) =>
  smsOrLetter(notices, { kind } as Letter).map(({ id, wait }) => `${id.split('#').slice(3).join(' ')}: ${wait}`);

describe('whoever would hear of one thing by letter and by text message', () => {
  it('gets the text message on the last day, and the letter only along with others', () => {
    const told = waitsOf('催办', noticeBy('handler', 'email'), noticeBy('handler', 'sms'), noticeBy('unit', 'email'));
    expect(told).toEqual(['handler email: beside', 'handler sms: list', 'unit email: list']);
  });

  it('gets the letter on any other day', () => {
    const told = waitsOf('退单', noticeBy('handler', 'email'), noticeBy('handler', 'sms'));
    expect(told).toEqual(['handler email: list', 'handler sms: along']);
  });

  it('gets the letter on the last day too where the roster knows no telephone', () => {
    const told = waitsOf('催办', noticeBy('handler', 'email'), noticeBy('handler', 'sms', 'email'));
    expect(told).toEqual(['handler email: list', 'handler sms: list']);
  });

  it('gets both of what waits for nothing', () => {
    const both = [noticeBy('duty', 'email', 'email', 'for nothing'), noticeBy('duty', 'sms', 'sms', 'for nothing')];
    expect(waitsOf('紧急', ...both)).toEqual(['duty email: undefined', 'duty sms: undefined']);
  });
});
