import { describe, expect, it } from 'vitest';
import { closeIfDue } from '../../../domain/conversation/closing.ts';
import { NO_CONVERSATION } from '../../../domain/conversation/conversation.ts';
import { converse, type Heard } from '../../../domain/conversation/converse.ts';
import { CHAT_SETTINGS } from '../../support/chat-settings.ts';
import { continued, having, NOW, replyTo, said, seconds, settled, shown } from '../../support/conversations.ts';

describe('somebody with a complaint of their own', () => {
  const own = having(said('1', '夜里冒黑烟', { writtenAt: seconds(-60) }), said('2', '完成'));
  const receipt = 'QH-0000-0000-0001';

  it('asks for its progress with or without its receipt', () => {
    for (const words of ['查询', `查询${receipt}`, receipt])
      expect(replyTo(own, said('3', words)).says).toMatchObject({ kind: 'progress', receipt });
  });

  it.each(['催办', `催办 ${receipt}`, `催办${receipt}，没有人来`])(
    'urges it by %s, and what they are writing stays open',
    (words) => {
      const state = having(said('1', '夜里冒黑烟'), said('2', '完成'), shown('3'), said('4', words));
      expect(state.draft?.pieces).toHaveLength(1);
      expect(state.submitted.at(-1)).toMatchObject({ id: '4', follows: { to: receipt, as: 'urge' } });
    },
  );

  it('adds to it: what follows goes there, and what they had begun', () => {
    const open = having(
      said('1', '夜里冒黑烟'),
      said('2', '完成'),
      shown('3'),
      said('4', `补充 ${receipt}`),
      shown('5'),
    );
    expect(open.draft).toMatchObject({
      follows: { to: receipt, as: 'supplement' },
      pieces: [{ id: '3' }, { id: '5' }],
    });
    const words = having(said('1', '夜里冒黑烟'), said('2', '完成'), said('3', `补充 ${receipt} 昨晚又冒了！`));
    expect(words.draft).toMatchObject({ follows: { to: receipt }, pieces: [{ text: `补充 ${receipt} 昨晚又冒了！` }] });
  });

  it.each(['12', '好的', '谢谢'])('answers a question of staff by 补充 and %s', (answer) => {
    expect(continued(own, said('3', '补充'), said('4', answer)).draft).toMatchObject({
      follows: { to: receipt, as: 'supplement' },
      pieces: [{ text: answer }],
    });
  });

  it('has what may be an emergency added at once, and whatever comes after it as well', () => {
    const settings = { ...CHAT_SETTINGS, isEmergency: (text: string) => text.includes('爆炸') };
    const asked = converse(own, said('3', '补充'), NOW, settings).state;
    const told = converse(asked, said('4', '刚才爆炸了'), NOW, settings);
    expect(told.reply.says.kind).toBe('urgent');
    expect(told.state).toMatchObject({ draft: undefined, closed: [{ follows: { to: receipt, as: 'supplement' } }] });
    const then = converse(settled(told.state), shown('5', { writtenAt: seconds(30) }), seconds(30), settings);
    expect(then.state.draft?.follows).toEqual({ to: receipt, as: 'supplement' });
  });

  it('cannot withdraw it here, and is told how it is done', () => {
    expect(replyTo(own, said('3', '撤回')).says.kind).toBe('not-withdrawn');
    expect(continued(own, said('3', '我要撤诉')).submitted).toEqual(own.submitted);
  });

  it('is not held to an addition that never came', () => {
    const open = having(said('1', '夜里冒黑烟'), said('2', '完成'), said('3', '补充'));
    expect(closeIfDue(open, seconds(300))).toMatchObject({ draft: undefined, closed: [] });
  });

  it('whose picture comes in after 完成, though sent before it, has it added to the complaint', () => {
    const late = shown('3', { writtenAt: seconds(-30) });
    expect(converse(own, late, NOW, CHAT_SETTINGS).state.draft).toMatchObject({
      follows: { to: receipt, as: 'supplement' },
    });
    expect(converse(own, shown('4'), NOW, CHAT_SETTINGS).state.draft?.follows).toBeUndefined();
  });

  it('whose picture comes in after the next complaint as well has it added to the first', () => {
    const both = having(
      ...[said('1', '夜里冒黑烟', { writtenAt: seconds(-60) }), said('2', '完成', { writtenAt: seconds(-30) })],
      ...[said('3', '河水发黑', { writtenAt: seconds(-20) }), said('4', '完成')],
    );
    const late = (writtenAt: string) => continued(both, shown('5', { writtenAt })).draft?.follows?.to;
    expect(late(seconds(-40))).toBe(receipt);
    expect(late(seconds(-10))).toBe('QH-0000-0000-0002');
  });

  it('whose picture comes in after the addition that it was sent with has it added, too', () => {
    const added = continued(own, said('3', `补充${receipt} 昨晚又冒了`), said('4', '完成', { writtenAt: seconds(30) }));
    const late = continued(added, shown('5', { writtenAt: seconds(20) }));
    expect(late.draft?.follows).toEqual({ to: receipt, as: 'supplement' });
  });
});

describe('the complaint of somebody else', () => {
  const foreign = 'QH-7KX4-M9P2-Q3T8';

  it('is neither urged nor added to, but words about it are a complaint that cites it', () => {
    for (const words of ['催办', '补充']) {
      expect(replyTo(NO_CONVERSATION, said('1', `${words}${foreign}`)).says.kind).toBe('not-yours');
      const { draft } = having(said('1', `${words}${foreign}，还是没人管`));
      expect(draft).toMatchObject({ pieces: [{ text: `${words}${foreign}，还是没人管` }] });
      expect(draft?.follows).toBeUndefined();
    }
  });

  it('is not what they mean who have none', () => {
    for (const words of ['查询', '催办', '补充'])
      expect(replyTo(NO_CONVERSATION, said('1', words)).says.kind).toBe('nothing-yet');
  });
});

describe('somebody who leaves', () => {
  const left: Heard = { kind: 'left', id: 'e1', writtenAt: NOW };

  it('has what they had begun submitted, and is forgotten', () => {
    const { state, reply } = converse(having(said('1', '夜里冒黑烟')), left, NOW, CHAT_SETTINGS);
    expect(reply).toEqual({ says: { kind: 'nothing' }, tells: [] });
    expect(state.closed).toHaveLength(1);
    expect(settled(state)).toMatchObject({ closed: [], submitted: [], answered: [] });
  });

  it('no longer owns a complaint when they come back', () => {
    const back = having(said('1', '夜里冒黑烟'), said('2', '完成'), left, { kind: 'joined', id: 'e2', writtenAt: NOW });
    expect(replyTo(back, said('3', '查询QH-0000-0000-0001')).says.kind).toBe('progress');
    expect(back.submitted).toEqual([]);
  });
});
