import { describe, expect, it } from 'vitest';
import { articlesText } from '../../../domain/law/articles.ts';
import { chineseNumber } from '../../../domain/law/chinese-number.ts';

describe('articles as a letter prints them', () => {
  it.each([
    [['146.1'], '第一百四十六条第一款'],
    [['1130(8)'], '第一千一百三十条第八项'],
    [['7.1(2)'], '第七条第一款第二项'],
    [['1008'], '第一千零八条'],
    [['附录'], '附录'],
    [['118', '附录'], '第一百一十八条、附录'],
  ])('%j is %s', (written, printed) => {
    expect(articlesText(written)).toBe(printed);
  });

  it.each([
    [['23.2', '23.3'], '第二十三条第二款、第三款'],
    [['31(1)', '31(2)', '31(4)'], '第三十一条第一项、第二项、第四项'],
    [['7.1(2)', '7.1(4)'], '第七条第一款第二项、第四项'],
    [['7.1(2)', '7.2(4)'], '第七条第一款第二项、第二款第四项'],
    [['31(6)', '34'], '第三十一条第六项、第三十四条'],
    [['1169', '1169.2'], '第一千一百六十九条、第二款'],
  ])('%j is %s: what neighbours share is said once', (written, printed) => {
    expect(articlesText(written)).toBe(printed);
  });

  it.each([
    [['37', '38', '39', '40', '41', '42'], '第三十七条至第四十二条'],
    [['5', '37', '38', '39'], '第五条、第三十七条至第三十九条'],
    [['81', '82'], '第八十一条、第八十二条'],
    [['1102', '1103', '1107'], '第一千一百零二条、第一千一百零三条、第一千一百零七条'],
    [['8', '9', '10.1'], '第八条、第九条、第十条第一款'],
  ])('%j is %s: only three whole articles in a row make a range', (written, printed) => {
    expect(articlesText(written)).toBe(printed);
  });
});

describe('numbers of articles', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [15, '十五'],
    [20, '二十'],
    [100, '一百'],
    [102, '一百零二'],
    [110, '一百一十'],
    [117, '一百一十七'],
    [1000, '一千'],
    [1010, '一千零一十'],
    [1083, '一千零八十三'],
    [1100, '一千一百'],
    [1242, '一千二百四十二'],
  ])('%i is %s', (number, written) => {
    expect(chineseNumber(number)).toBe(written);
  });

  it('are each written in their own way', () => {
    const written = Array.from({ length: 9999 }, (_, index) => chineseNumber(index + 1));
    expect(new Set(written).size).toBe(9999);
  });
});
