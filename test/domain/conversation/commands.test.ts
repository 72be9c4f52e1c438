import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandIn } from '../../../domain/conversation/commands.ts';

const RECEIPT = 'QH-7KX4-M9P2-Q3T8';

describe('what somebody in a chat asks for', () => {
  it.each([
    ['完成', 'submit'],
    ['“完成”。', 'submit'],
    ['　完 成 ！', 'submit'],
    ['完成👌', 'submit'],
    ['提交', 'submit'],
    ['發完了', 'submit'],
    ['没有了。', 'submit'],
    ['取消', 'cancel'],
    ['不投诉了', 'cancel'],
    ['撤回', 'withdraw'],
    ['我要撤诉。', 'withdraw'],
    ['撤 銷 投 訴', 'withdraw'],
    ['人工', 'person'],
    ['转人工！', 'person'],
    ['聯繫客服', 'person'],
    ['客服电话？', 'person'],
    ['帮助', 'help'],
    ['ＨＥＬＰ', 'help'],
    ['Done!', 'submit'],
    ['您好，请问在吗？', 'greet'],
    ['1️⃣', 'greet'],
    ['好的，谢谢您了！👍', 'thank'],
    ['OK', 'thank'],
    ['Hello!', 'greet'],
    ['Good morning', 'greet'],
    ['cancel', 'cancel'],
  ])('by %s is to %s', (text, kind) => {
    expect(commandIn(text)).toEqual({ kind });
  });

  it.each(['查询', '查 询', '我要查询。', '查询进度', '進度', 'Progress'])(
    'by %s alone is how far their latest complaint is',
    (text) => {
      expect(commandIn(text)).toEqual({ kind: 'progress' });
    },
  );

  it.each([
    `查询${RECEIPT}`,
    `查询 ${RECEIPT}`,
    `查询：${RECEIPT}。`,
    '查询ＱＨ—７ＫＸ４—Ｍ９Ｐ２—Ｑ３Ｔ８',
    '查询 qh7kx4m9p2q3t8',
    `查询 登记编号：${RECEIPT}`,
    `查询 受理编号：${RECEIPT}`,
    `进度${RECEIPT}`,
    RECEIPT,
    ` ${RECEIPT.toLowerCase()} `,
  ])('by %s is how far that one is', (text) => {
    expect(commandIn(text)).toEqual({ kind: 'progress', receipt: RECEIPT });
  });

  it.each([
    `查询 ${RECEIPT} ABCD1234`,
    `查询${RECEIPT}，查询码：ABCD1234`,
    `查询 ${RECEIPT} 查询码abcd-1234`,
    `${RECEIPT}\n查询码：ＡＢＣＤ１２３４`,
  ])('by %s is how far that one is, with the proof that they may know', (text) => {
    expect(commandIn(text)).toEqual({ kind: 'progress', receipt: RECEIPT, queryCode: 'ABCD1234' });
  });

  it('to urge or to add to a complaint may come with words', () => {
    expect(commandIn('催办')).toEqual({ kind: 'urge', words: '' });
    expect(commandIn(`催单 ${RECEIPT}`)).toEqual({ kind: 'urge', receipt: RECEIPT, words: '' });
    expect(commandIn(`催辦${RECEIPT}，一个月没人来`)).toEqual({
      kind: 'urge',
      receipt: RECEIPT,
      words: '一个月没人来',
    });
    expect(commandIn(`补充 ${RECEIPT} 昨晚又排了！`)).toEqual({
      kind: 'supplement',
      receipt: RECEIPT,
      words: '昨晚又排了',
    });
  });
});

describe('a command with words after it, as people write it', () => {
  it.each([
    ['催办 怎么还没人来', 'urge', '怎么还没人来'],
    ['催办，太慢了', 'urge', '太慢了'],
    ['催单：已经半个月了！', 'urge', '已经半个月了'],
    ['催一下。今天又冒烟', 'urge', '今天又冒烟'],
    ['我要催办\n没有人联系我', 'urge', '没有人联系我'],
    ['補充 昨晚又排了', 'supplement', '昨晚又排了'],
    ['补充：车牌号记不清了', 'supplement', '车牌号记不清了'],
    ['补充——气味像臭鸡蛋', 'supplement', '气味像臭鸡蛋'],
  ])('%j means their latest complaint', (text, kind, words) => {
    expect(commandIn(text)).toEqual({ kind, words });
  });

  it.each([
    'every night after ten',
    'black smoke here',
    'at 10pm they burn plastic',
    'it smells like rotten eggs',
    'three trucks came, no plates',
  ])('in English, “add %s”, names no other complaint', (words) => {
    expect(commandIn(`add ${words}`)).toEqual({ kind: 'supplement', words });
    expect(commandIn(words)).toBeUndefined();
  });

  it('means the one that the words name', () => {
    expect(commandIn(`add at 10pm they burn plastic, ${RECEIPT}`)).toMatchObject({ receipt: RECEIPT });
    expect(commandIn('补充 昨晚又排了，qh 7kx4 m9p2 q3t8')).toMatchObject({ receipt: RECEIPT });
    expect(commandIn(`补充 昨晚又排了，${RECEIPT}`)).toMatchObject({ kind: 'supplement', receipt: RECEIPT });
  });
});

describe('what is part of a complaint', () => {
  it.each([
    '',
    '？',
    '完成不了治理的化工厂还在生产',
    '工地没有取消夜间施工',
    '查询了很多部门都没人管，河水还是黑的',
    '催办了三次没有结果',
    '补充一点：烟是黄色的',
    '催办、投诉都没有用，河水还是黑的',
    '补充材料已经交给社区了',
    '帮助一下我们小区吧',
    `我上次投诉的${RECEIPT}还没有处理`,
    `查询${RECEIPT}这件事为什么还没人来`,
    `查询 ${RECEIPT} ABCD12345`,
    '查询 QH-7KX4',
  ])('%j is no command', (text) => {
    expect(commandIn(text)).toBeUndefined();
  });

  it('is whatever people write, in time, and never an error', () => {
    const pieces = fc.constantFrom('查询', '补充', '催办', RECEIPT, '-', ' ', '。', '完成', 'q', '0', '查询码');
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 30 }), (parts) => {
        commandIn(parts.join(''));
      }),
    );
    const began = performance.now();
    for (const text of [`x${'。'.repeat(990)}x`, `查询qh${'- '.repeat(490)}x`, '。'.repeat(1_000_000)]) commandIn(text);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
