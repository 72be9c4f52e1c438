import { describe, expect, it } from 'vitest';
import { type Conversation, NO_CONVERSATION, type Submitted } from '../../../domain/conversation/conversation.ts';
import { replyText } from '../../../domain/conversation/replies.ts';
import { CHAT_SETTINGS } from '../../support/chat-settings.ts';

const AT = '2026-11-20T13:03:00.000Z';
const receipt = 'QH-7KX4-M9P2-Q3T8';
const submitted: Submitted = { id: '1', receipt, queryCode: 'ABCD1234', answerBy: AT, writtenUntil: AT, told: true };
const original = { mediaType: 'text/xml', base64: '' };
const state: Conversation = { ...NO_CONVERSATION, submitted: [submitted] };

describe('a reply to a chat', () => {
  it('fits into what WeChat passes on, however much there is to tell, and begins with the receipt', () => {
    const timeline = Array.from({ length: 9 }, () => ({ at: AT, text: `已移送${'某某'.repeat(50)}` }));
    const progress = { receipt, statusText: '已办结', timeline, answer: '已责令整改。'.repeat(200) };
    const says = { kind: 'progress', receipt } as const;
    const text = replyText(state, { says, tells: ['1'] }, { settings: CHAT_SETTINGS, progress });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048);
    expect(text).toMatch(/^您的投诉已收到。\n登记编号：QH-7KX4-M9P2-Q3T8\n查询码：ABCD1234\n/);
    expect(text).toMatch(/查询）$/);
  });

  it('has a short English part for whoever wrote in English, and only then', () => {
    const pieces = [
      { id: '2', writtenAt: AT, text: 'Black smoke from the plant every night.', attachments: [], original },
    ];
    const writing: Conversation = {
      ...state,
      submitted: [{ ...submitted, lang: 'en' }],
      draft: { id: '2', pieces, dueAt: AT },
    };
    const kept = { says: { kind: 'kept', pieces: 1 }, tells: ['1'] } as const;
    const text = replyText(writing, kept, { settings: CHAT_SETTINGS });
    expect(text).toContain('Query code: ABCD1234\nWhether we take it up, you can see by 20 November 2026, 21:03');
    expect(text).toMatch(/登记为另一件。\n\nNoted \(1\)\. Send more, or “done” .+ 5 minutes/);
    expect(replyText(state, kept, { settings: CHAT_SETTINGS })).not.toMatch(/[a-z]{4}/);
  });

  it('asks once whether what somebody begins belongs to the complaint that they have', () => {
    const saying = (kept: { pieces: number; to?: string }, before = state) =>
      replyText(before, { says: { kind: 'kept', ...kept }, tells: [] }, { settings: CHAT_SETTINGS });
    expect(saying({ pieces: 1 })).toContain(`您已有的投诉${receipt}，请再回复“补充”`);
    for (const quiet of [
      saying({ pieces: 2 }),
      saying({ pieces: 1, to: receipt }),
      saying({ pieces: 1 }, NO_CONVERSATION),
    ])
      expect(quiet).not.toContain('请再回复');
  });

  it.each([
    ['where a person answers', 'person', ['0990-12369001', '12345']],
    ['how what was submitted is withdrawn', 'not-withdrawn', ['不能在这里直接撤回', '补充', receipt]],
  ] as const)('says %s', (_, kind, words) => {
    const text = replyText(state, { says: { kind }, tells: [] }, { settings: CHAT_SETTINGS });
    for (const one of words) expect(text).toContain(one);
  });
});
