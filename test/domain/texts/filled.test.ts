import { describe, expect, it } from 'vitest';
import { filled } from '../../../domain/texts/filled.ts';

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: parameters of a text.
describe('a text', () => {
  it('says each value where its parameter stands', () => {
    expect(filled('${organ}提出异议。\n理由：${reason}', { organ: '东川分局', reason: '在邻县' })).toBe(
      '东川分局提出异议。\n理由：在邻县',
    );
  });

  it.each([
    ['in the middle', '一。\n说明：${remark}\n二。', '一。\n二。'],
    ['with the blank line beside it', '一。\n\n说明：${remark}\n\n二。', '一。\n\n二。'],
    ['at the end', '一。\n\n说明：${remark}', '一。'],
    ['at the beginning', '${remark}\n\n一。', '一。'],
    ['beside a value that is there', '一。\n${organ}说明：${remark}', '一。'],
  ])('leaves out a line whose value is absent: %s', (_, words, expected) => {
    expect(filled(words, { organ: '东川分局', remark: undefined })).toBe(expected);
  });

  it('says what somebody wrote as it is, be it a parameter, a pattern or several lines', () => {
    const reason = '见${organ}，$1 $& $$\n\n\n第二段';
    expect(filled('理由：${reason}', { organ: '东川分局', reason })).toBe(`理由：${reason}`);
  });

  it('says an empty value as nothing, and keeps its line', () => {
    expect(filled('甲${remark}乙', { remark: '' })).toBe('甲乙');
  });
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: parameters of a text.
