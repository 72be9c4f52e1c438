import type { Instant } from '../calendar/day.ts';
import { shortMoment } from '../notices/date-words.ts';
import { bodyOf, toldIn, type Wording, withEnglish } from '../notices/wording.ts';
import { langOf } from '../text/english.ts';
import { shortened } from '../text/shortened.ts';
import type { Texts } from '../texts/text.ts';
import { contentOf } from './content.ts';
import type { Conversation, ConversationSettings, Reply, Submitted } from './conversation.ts';
import { sayReply } from './reply-texts.ts';

/** What a reply says of how far a case is. */
export interface ProgressTold {
  readonly receipt: string;
  readonly statusText: string;
  readonly answerBy?: Instant | undefined;
  readonly timeline: readonly { readonly at: Instant; readonly text: string }[];
  readonly answer?: string | undefined;
}

export interface ReplyContext {
  readonly settings: ConversationSettings;
  /** What was asked for; undefined for a receipt that does not exist as for a code that is wrong. */
  readonly progress?: ProgressTold | undefined;
  /** They have asked too often with wrong codes. */
  readonly limited?: boolean;
}

/** WeChat passes on no longer reply than 2 048 bytes, which is 680 Chinese characters. */
const MOST = { answer: 300, milestones: 6, bytes: 2_048 };

/**
 * The reply in words; empty when there is nothing to say. `state` is that after the turn, with everything closed in the
 * vault.
 */
export function replyText(state: Conversation, { says, tells }: Reply, context: ReplyContext): string {
  const { texts } = context.settings;
  const receipts = tells
    .flatMap((id) => state.submitted.findLast((one) => one.id === id) ?? [])
    .map((one) => inTheirLanguage(receiptWords(one), one.lang === 'en', texts));
  // Who says "done" when the pause has done it already is told the receipt, and no more.
  const needless = says.kind === 'nothing-open' && receipts.length > 0;
  const said = [...receipts, needless ? '' : sayingText(state, says, context)].filter(Boolean);
  return shortened(said.join('\n\n'), MOST.bytes);
}

function inTheirLanguage(words: Wording, isEnglish: boolean, texts: Texts): string {
  const { body, english } = toldIn(words, texts);
  return withEnglish(body, isEnglish ? english : undefined);
}

function receiptWords({ receipt, queryCode, answerBy, follows }: Submitted): Wording {
  if (!follows) return sayReply('chat-receipt', { receipt, code: queryCode, due: answerBy });
  const isUrging = follows.as === 'urge';
  return sayReply('chat-followed', { to: follows.to, urging: isUrging, adding: !isUrging });
}

function sayingText(state: Conversation, says: Reply['says'], { settings, ...context }: ReplyContext): string {
  const { pauseMinutes: minutes, organiser, texts } = settings;
  const help = () => bodyOf(sayReply('chat-help', { minutes }), texts);
  switch (says.kind) {
    case 'kept':
      return inTheirLanguage(keptWords(state, says, minutes), isInEnglish(state, says), texts);
    case 'progress':
      return bodyOf(progressWords(state, says, context), texts);
    case 'welcome':
      return inTheirLanguage(sayReply('chat-welcome', { help: help() }), true, texts);
    case 'help':
      return help();
    case 'nothing-open':
    case 'not-withdrawn':
      return bodyOf(sayReply(`chat-${says.kind}`, latestOf(state)), texts);
    case 'person':
      return bodyOf(sayReply('chat-person', { organ: organiser.name, telephone: organiser.telephone }), texts);
    case 'cancelled':
    case 'nothing-yet':
    case 'not-yours':
    case 'unreadable':
    case 'urgent':
      return bodyOf(sayReply(`chat-${says.kind}`, {}), texts);
    case 'nothing':
      return '';
  }
}

type Kept = Extract<Reply['says'], { kind: 'kept' }>;

function keptWords(state: Conversation, { pieces, to }: Kept, minutes: number): Wording {
  const purpose = { to, own: to === undefined };
  if (pieces === 0) return sayReply('chat-add', purpose);
  // Once is enough, and whoever says where it goes knows it.
  const earlier = pieces === 1 && to === undefined ? latestOf(state).latest : undefined;
  return sayReply('chat-kept', { count: pieces, minutes, earlier, ...purpose });
}

/** Where the draft was written in English so far, or what it adds to was. */
function isInEnglish(state: Conversation, { to }: Kept): boolean {
  const draft = langOf(contentOf({ pieces: state.draft?.pieces ?? [] }).text);
  return (draft ?? state.submitted.find(({ receipt }) => receipt === to)?.lang) === 'en';
}

function latestOf({ submitted }: Conversation) {
  const latest = submitted.findLast(({ follows }) => !follows)?.receipt;
  return { latest, none: latest === undefined };
}

function progressWords(
  state: Conversation,
  says: { receipt: string; queryCode?: string | undefined },
  { progress, limited }: Omit<ReplyContext, 'settings'>,
): Wording {
  if (limited) return sayReply('chat-limited', {});
  if (progress) return toldWords(progress);
  const isOwn = state.submitted.some(({ receipt }) => receipt === says.receipt);
  return sayReply(isOwn || says.queryCode !== undefined ? 'chat-wrong-code' : 'chat-elsewhere', {});
}

function toldWords({ receipt, statusText: status, timeline, answerBy: due, answer = '' }: ProgressTold): Wording {
  const milestones = timeline.slice(-MOST.milestones).map(({ at, text }) => `${shortMoment(at)} ${text}`);
  const isLong = answer.length > MOST.answer;
  return sayReply('chat-progress', {
    ...{ receipt, status, due, milestones: milestones.join('\n') || undefined },
    answer: isLong ? undefined : answer || undefined,
    excerpt: isLong ? answer.slice(0, MOST.answer).toWellFormed() : undefined,
  });
}
