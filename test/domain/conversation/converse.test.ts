import { describe, expect, it } from 'vitest';
import { closeIfDue, settle } from '../../../domain/conversation/closing.ts';
import { contentOf } from '../../../domain/conversation/content.ts';
import { type Conversation, NO_CONVERSATION, type Piece } from '../../../domain/conversation/conversation.ts';
import { converse, type Heard } from '../../../domain/conversation/converse.ts';
import { CHAT_SETTINGS } from '../../support/chat-settings.ts';

const NOW = '2026-11-20T13:03:00.000Z';
const seconds = (count: number) => new Date(Date.parse(NOW) + count * 1000).toISOString();

const pieceOf = (id: string, text: string, more: Partial<Piece> = {}): Piece => ({
  id,
  text,
  writtenAt: NOW,
  attachments: [],
  original: { mediaType: 'text/xml', base64: 'PHhtbC8+' },
  ...more,
});
const said = (id: string, text: string, more: Partial<Piece> = {}): Heard => ({
  kind: 'message',
  piece: pieceOf(id, text, more),
});
const shown = (id: string, more: Partial<Piece> = {}) =>
  said(id, '', { attachments: [{ name: '微信图片', mediaType: 'image/jpeg', mediaId: id }], ...more });

/** Everything that is closed gets a receipt, numbered from 1, as the use case would do. */
function settled(state: Conversation): Conversation {
  const number = state.submitted.length + 1;
  const receipts = state.closed.map(({ id }, index) => {
    const receipt = `QH-0000-0000-000${number + index}`;
    return [id, { receipt, queryCode: 'ABCD1234', answerBy: NOW }] as const;
  });
  return settle(state, new Map(receipts));
}

/** What a conversation comes to, each message being settled before the next. */
const continued = (before: Conversation, ...all: Heard[]) =>
  all.reduce((state, heard) => settled(converse(state, heard, NOW, CHAT_SETTINGS).state), before);
const having = (...all: Heard[]) => continued(NO_CONVERSATION, ...all);
const replyTo = (state: Conversation, heard: Heard) => converse(state, heard, NOW, CHAT_SETTINGS).reply;

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
