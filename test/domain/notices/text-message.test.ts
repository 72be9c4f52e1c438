import { describe, expect, it } from 'vitest';
import type { TextMessage } from '../../../domain/notices/notice.ts';
import {
  longestOf,
  segmentsOf,
  type TextTemplate,
  textMessageOf,
  valuesSent,
} from '../../../domain/notices/text-message.ts';

// biome-ignore lint/suspicious/noTemplateCurlyInString: placeholders of the operator.
const TEXT = '${receipt}：${status}。查询请凭${receipt}。';
const template = (changes: Partial<TextTemplate> = {}): TextTemplate => ({
  ...{ use: 'complainant', text: TEXT },
  ...changes,
});
const told = (receipt: string, status: string): TextMessage => ({ use: 'complainant', values: { receipt, status } });

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
    const cut = [template({ lengths: { status: 6 } })];
    expect(valuesSent(told('QH-1', `${'办'.repeat(5)}𠮷结`), cut)).toEqual([
      ['receipt', 'QH-1'],
      ['status', '办'.repeat(5)],
    ]);
  });

  it('reads as its template has it, and not at all without one', () => {
    const texts = { signName: '青禾生态', templates: [template()] };
    expect(textMessageOf(told('QH-1', '已办结'), texts)).toBe('【青禾生态】QH-1：已办结。查询请凭QH-1。');
    expect(textMessageOf(told('QH-1', '已办结'), { ...texts, templates: [] })).toBe('');
  });
});
