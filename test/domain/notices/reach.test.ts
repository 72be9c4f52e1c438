import { describe, expect, it } from 'vitest';
import { isWithinReach } from '../../../domain/notices/delivery/reach.ts';
import type { Transport } from '../../../domain/notices/notice.ts';

const reach = { phones: ['13800000001'], chats: ['o_tester'] };

describe('a stack for trials', () => {
  it.each<[Transport, string]>([
    ['email', 'qian@citizen.example'],
    ['email', 'someone@example.com'],
    ['email', 'Success+7@Simulator.AmazonSES.com'],
    ['email', 'a@b@host.invalid'],
    ['sms', '13800000001'],
    ['wechat', 'o_tester'],
    ['wecom', 'o_tester'],
  ])('writes by %s to %s', (transport, to) => {
    expect(isWithinReach(reach, transport, to)).toBe(true);
  });

  it.each<[Transport, string]>([
    ['email', 'somebody@qq.com'],
    ['email', 'somebody@notexample.com'],
    ['email', 'somebody@example.com.cn'],
    ['email', 'x@citizen.example@163.com'],
    ['email', 'nobody'],
    ['sms', '13800000002'],
    ['wechat', 'o_citizen'],
    ['wecom', 'citizen'],
  ])('does not write by %s to %s', (transport, to) => {
    expect(isWithinReach(reach, transport, to)).toBe(false);
  });
});
