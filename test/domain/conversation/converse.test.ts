import { describe, expect, it } from 'vitest';
import { closeIfDue } from '../../../domain/conversation/closing.ts';
import { contentOf } from '../../../domain/conversation/content.ts';
import { NO_CONVERSATION } from '../../../domain/conversation/conversation.ts';
import { converse } from '../../../domain/conversation/converse.ts';
import { CHAT_SETTINGS } from '../../support/chat-settings.ts';
import {
  continued,
  having,
  NOW,
  pieceOf,
  replyTo,
  said,
  seconds,
  settled,
  shown,
} from '../../support/conversations.ts';

describe('a draft', () => {
  it('takes what comes within the pause, which begins anew with each piece', () => {
    const { draft } = having(said('1', '夜里冒黑烟'));
    expect(draft?.dueAt).toBe(seconds(300));
    const { state } = converse(having(said('1', '夜里冒黑烟')), shown('2'), seconds(200), CHAT_SETTINGS);
    expect(state.draft).toMatchObject({ id: '1', dueAt: seconds(500), pieces: [{ id: '1' }, { id: '2' }] });
  });

  it('is closed by the pause, not a moment before', () => {
    const open = having(said('1', '夜里冒黑烟'));
    expect(closeIfDue(open, seconds(299))).toBe(open);
    expect(closeIfDue(open, seconds(300))).toMatchObject({ draft: undefined, closed: [{ id: '1', told: false }] });
  });

  it('puts in order what overtook each other on the way', () => {
    const late = said('1', '第二句', { writtenAt: seconds(2) });
    const { closed } = converse(having(late, said('2', '第一句')), said('3', '完成'), NOW, CHAT_SETTINGS).state;
    expect(contentOf(closed[0]!).text).toBe('第一句\n第二句');
  });

  it('holds the last of several places, and the others by name', () => {
    const place = (latitude: number) => ({ latitude, longitude: 116 });
    const pieces = [
      pieceOf('1', '', { address: '东街', location: place(39) }),
      pieceOf('2', '味道最大的是后面这里'),
      pieceOf('3', '', { address: '西街', location: place(40) }),
    ];
    expect(contentOf({ pieces })).toMatchObject({
      text: '东街\n味道最大的是后面这里',
      address: '西街',
      location: { latitude: 40 },
    });
  });

  it.each([
    ['thirty pieces', Array.from({ length: 30 }, (_, n) => shown(String(n)))],
    ['15 000 characters', [said('1', '臭'.repeat(15_000))]],
    ['75 KB as they came', [said('1', '臭', { original: { mediaType: 'text/xml', base64: 'A'.repeat(100_000) } })]],
  ])('submits itself once it holds %s', (_, all) => {
    expect(having(...all)).toMatchObject({ draft: undefined, submitted: [{ receipt: 'QH-0000-0000-0001' }] });
    expect(having(...all.slice(1)).submitted).toEqual([]);
  });

  it('is given up by 取消 and by nothing else', () => {
    const state = having(said('1', '夜里冒黑烟'), said('2', '取消'));
    expect(state).toMatchObject({ draft: undefined, closed: [], submitted: [] });
    expect(replyTo(state, said('3', '取消')).says.kind).toBe('nothing-open');
    expect(having(said('1', '夜里冒黑烟'), said('2', '帮助')).draft?.pieces).toHaveLength(1);
  });
});

describe('撤回 and 人工', () => {
  it('are no complaint: the one gives up what was not submitted, the other says where a person answers', () => {
    expect(having(said('1', '夜里冒黑烟'), said('2', '撤回')).draft).toBeUndefined();
    expect(replyTo(NO_CONVERSATION, said('1', '撤回')).says.kind).toBe('nothing-open');
    expect(replyTo(NO_CONVERSATION, said('1', '人工')).says.kind).toBe('person');
    expect(having(said('1', '夜里冒黑烟'), said('2', '转人工')).draft?.pieces).toHaveLength(1);
  });
});

describe('a word of courtesy', () => {
  it.each([
    ['你好', 'welcome'],
    ['2', 'welcome'],
    ['谢谢，辛苦了', 'nothing-open'],
  ])('%s is answered and is no complaint', (words, kind) => {
    const { state, reply } = converse(NO_CONVERSATION, said('1', words), NOW, CHAT_SETTINGS);
    expect([reply.says.kind, state.draft]).toEqual([kind, undefined]);
  });

  it('in the middle of a complaint is a part of it', () => {
    expect(having(said('1', '夜里冒黑烟'), said('2', '你好')).draft?.pieces).toHaveLength(2);
  });

  it.each(['你好，楼下烧烤冒烟', '谢谢你们上次来，昨晚又排了', '收到了吗', '119', '好臭'])(
    'makes no courtesy of what stands with it: %s',
    (words) => {
      expect(having(said('1', words)).draft?.pieces).toHaveLength(1);
    },
  );

  it.each(['/::D', '/:strong/::)', '[微笑]/:rose'])('that is an emoticon of WeChat is none either: %s', (words) => {
    expect(replyTo(NO_CONVERSATION, said('1', words)).says.kind).toBe('unreadable');
  });
});

describe('somebody who sends more than a draft holds', () => {
  const photos = Array.from({ length: 30 }, (_, n) => shown(String(n)));
  const more = (count: number) => shown('more', { writtenAt: seconds(count) });

  it('has the rest added to what was submitted meanwhile, while they go on', () => {
    const follows = { to: 'QH-0000-0000-0001', as: 'supplement' };
    expect(continued(having(...photos), more(20)).draft).toMatchObject({ follows });
    expect(continued(having(...photos), more(301)).draft?.follows).toBeUndefined();
  });

  it('begins something else after 完成', () => {
    const done = said('done', '完成', { writtenAt: seconds(10) });
    expect(continued(having(...photos), done, more(20)).draft?.follows).toBeUndefined();
  });
});

describe('取消 that was overtaken on its way', () => {
  const first = said('1', '夜里冒黑烟', { writtenAt: seconds(-20) });
  const cancel = said('2', '取消', { writtenAt: seconds(-10) });

  it('drops what was written before it, not what was written after', () => {
    const { state, reply } = converse(having(first, said('3', '河水发黑')), cancel, NOW, CHAT_SETTINGS);
    expect(reply.says.kind).toBe('cancelled');
    expect(state.draft).toMatchObject({ id: '3', pieces: [{ text: '河水发黑' }], dueAt: seconds(300) });
  });

  it('drops nothing where all was written after it', () => {
    const open = having(said('3', '河水发黑'), shown('4'));
    const { state, reply } = converse(open, cancel, NOW, CHAT_SETTINGS);
    expect([reply.says.kind, state.draft]).toEqual(['nothing-open', open.draft]);
  });
});

describe('a message', () => {
  it('that comes again gets its answer again and adds nothing, though others came between', () => {
    const first = converse(NO_CONVERSATION, said('1', '夜里冒黑烟'), NOW, CHAT_SETTINGS);
    const then = having(said('1', '夜里冒黑烟'), shown('2'), shown('3'));
    const again = converse(then, said('1', '夜里冒黑烟'), NOW, CHAT_SETTINGS);
    expect(again.reply).toEqual(first.reply);
    expect(again.state).toBe(then);
  });

  it('with a picture is no command, whatever was understood of it', () => {
    expect(having(shown('1', { text: '完成' })).draft?.pieces).toHaveLength(1);
  });

  it('tells each receipt once, also that of a draft that the pause submitted', () => {
    const state = settled(closeIfDue(having(said('1', '夜里冒黑烟')), seconds(300)));
    const { reply, state: told } = converse(state, said('2', '河水也黑'), seconds(400), CHAT_SETTINGS);
    expect(reply).toEqual({ says: { kind: 'kept', pieces: 1 }, tells: ['1'] });
    expect(replyTo(told, said('3', '查询')).tells).toEqual([]);
  });
});
