import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emergencySigns } from '../../../domain/conversation/emergency.ts';

const lexicon = JSON.parse(readFileSync(join(import.meta.dirname, '../../../config/lexicon.json'), 'utf8'));
const isEmergency = emergencySigns(lexicon);

describe('words in a chat', () => {
  it.each([
    '东门化工厂刚才爆炸了，快来人',
    '储罐氨气 泄漏，味道很大',
    '河里一大片死鱼',
    '有人往水源地倒东西',
    '车间旁边多人呕吐送医',
    '氯气味很重，操场上的孩子们都在头晕',
    '東門化工廠剛才爆炸了，儲罐還在燒',
  ])('%s: nobody waits for more of them', (text) => {
    expect(isEmergency(text)).toBe(true);
  });

  it.each(['夜里冒黑烟，很呛', '工地凌晨还在施工', '我闻了头晕', '学生要上课，噪音太大', '河水发黑', ''])(
    '%j waits for the pause',
    (text) => {
      expect(isEmergency(text)).toBe(false);
    },
  );
});
