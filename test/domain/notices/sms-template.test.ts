import { describe, expect, it } from 'vitest';
import { filled, longestOf, type SmsTemplate, segmentsOf, valuesFor } from '../../../domain/notices/sms-template.ts';

// biome-ignore lint/suspicious/noTemplateCurlyInString: placeholders of the operator.
const TEXT = '${receipt}：${status}。查询请凭${receipt}。';
const template = (changes: Partial<SmsTemplate> = {}): SmsTemplate => ({
  ...{ use: 'complainant', code: 'SMS_1', text: TEXT },
  ...changes,
});

describe('a text message', () => {
  it.each([
    [70, 1],
    [71, 2],
    [134, 2],
    [135, 3],
    [201, 3],
    [202, 4],
  ])('of %i characters is paid for as %i', (characters, segments) => {
    expect(segmentsOf(characters)).toBe(segments);
  });

  it('is at most as long as its words, its signature and the most that each value may have', () => {
    expect(longestOf(template(), '青禾生态')).toBe(6 + '：。查询请凭。'.length + 3 * 20);
    expect(longestOf(template({ lengths: { status: 6 } }), '青禾生态')).toBe(6 + '：。查询请凭。'.length + 2 * 20 + 6);
  });

  it('has each value as long as the operator takes it, no half character among them', () => {
    const values = { receipt: 'QH-1', status: `${'办'.repeat(5)}𠮷结` };
    expect(valuesFor(template({ lengths: { status: 6 } }), values)).toEqual([
      ['receipt', 'QH-1'],
      ['status', '办'.repeat(5)],
    ]);
    expect(filled(template(), { receipt: 'QH-1', status: '已办结' })).toBe('QH-1：已办结。查询请凭QH-1。');
  });
});
