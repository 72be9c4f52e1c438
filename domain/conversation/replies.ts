import type { Instant } from '../calendar/day.ts';
import { deadline, shortMoment } from '../notices/words.ts';
import { langOf } from '../text/english.ts';
import { shortened } from '../text/shortened.ts';
import { contentOf } from './content.ts';
import type { Conversation, ConversationSettings, Reply, Submitted } from './conversation.ts';
import { ENGLISH_WELCOME, keptInEnglish, receiptInEnglish } from './english-replies.ts';

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
  const receipts = tells.flatMap((id) => state.submitted.findLast((one) => one.id === id) ?? []).map(receiptText);
  // Who says "done" when the pause has done it already is told the receipt, and no more.
  const needless = says.kind === 'nothing-open' && receipts.length > 0;
  const said = [...receipts, needless ? '' : sayingText(state, says, context)].filter(Boolean);
  return shortened(said.join('\n\n'), MOST.bytes);
}

const receiptText = (one: Submitted): string =>
  one.lang === 'en' ? `${receiptInChinese(one)}\n\n${receiptInEnglish(one)}` : receiptInChinese(one);

function receiptInChinese({ receipt, queryCode, answerBy, follows }: Submitted): string {
  if (follows) {
    const deed = follows.as === 'urge' ? '催办' : '补充';
    return `您对${follows.to}的${deed}已登记，将转给办理单位。回复“查询”可看进度。`;
  }
  return [
    '您的投诉已收到。',
    `登记编号：${receipt}`,
    `查询码：${queryCode}`,
    `是否受理，最迟${deadline(answerBy)}可凭编号和查询码查到。请妥善保管。`,
  ].join('\n');
}

function sayingText(state: Conversation, says: Reply['says'], { settings, ...context }: ReplyContext): string {
  const { pauseMinutes } = settings;
  switch (says.kind) {
    case 'kept':
      return [keptText(says, pauseMinutes), ...keptBelow(state, says, pauseMinutes)].join('\n\n');
    case 'progress':
      return progressText(state, says, context);
    case 'welcome':
      return `您好，这里受理生态环境污染投诉。\n\n${helpText(pauseMinutes)}\n\n${ENGLISH_WELCOME}`;
    case 'help':
      return helpText(pauseMinutes);
    case 'cancelled':
      return '已取消，刚才的内容没有提交。需要投诉时，请重新发送。';
    case 'nothing-open':
      return `目前没有待提交的内容。${latestText(state)}`;
    case 'nothing-yet':
      return '没有找到您在这里提交的投诉。查询其他途径提交的投诉，请发送“查询”加登记编号和查询码。';
    case 'not-yours':
      return '这件投诉不是从这里提交的，不能在这里催办或补充。请直接写明情况并附上登记编号，我们会转给办理单位。';
    case 'not-withdrawn':
      return `已经提交的投诉不能在这里直接撤回。不需要办理的，请回复“补充”加登记编号并说明原因，会转给办理单位。${latestText(state)}`;
    case 'person':
      return `这里由系统自动回复。需要人工答复的，请拨打${settings.organiser.name}电话${settings.organiser.telephone}，或者拨打12345。`;
    case 'unreadable':
      return '这条消息没有传到，我们看不到其中的内容（表情、动图、合并转发的聊天记录等）。请用文字写明情况，或者发送照片、视频、语音、位置。';
    case 'urgent':
      return '您反映的情况可能紧急，已立即提交。遇有危险，请先拨打119、120或110。还有照片、位置或新情况，请接着发，会补充到这件投诉。';
    case 'nothing':
      return '';
  }
}

type Kept = Extract<Reply['says'], { kind: 'kept' }>;

function keptText({ pieces, to }: Kept, pauseMinutes: number): string {
  const purpose = to === undefined ? '' : `，将补充到${to}`;
  if (pieces === 0) return `请发送要补充的文字、照片、视频或位置${purpose}。发完请回复“完成”。`;
  return `已记下第${pieces}条${purpose}。还有文字、照片、视频或位置，请接着发；发完请回复“完成”。${pauseMinutes}分钟内没有新消息，将自动提交。`;
}

/** Where the draft was written in English so far, or what it adds to was. */
function keptBelow(state: Conversation, { pieces, to }: Kept, pauseMinutes: number): readonly string[] {
  const draft = langOf(contentOf({ pieces: state.draft?.pieces ?? [] }).text);
  const lang = draft ?? state.submitted.find(({ receipt }) => receipt === to)?.lang;
  return lang === 'en' ? [keptInEnglish(pieces, pauseMinutes)] : [];
}

const latestText = ({ submitted }: Conversation): string => {
  const latest = submitted.findLast(({ follows }) => !follows);
  return latest ? `您最近一件投诉的登记编号：${latest.receipt}` : '请直接发送要投诉的情况。';
};

const helpText = (pauseMinutes: number): string =>
  [
    '请写明地点、污染情况和时间，可以再发照片、视频、语音和位置；接连发来的内容合为一件投诉。',
    `发完请回复“完成”，${pauseMinutes}分钟内没有新消息也会自动提交。`,
    '回复“取消”：放弃还没有提交的内容。',
    '回复“查询”：查看您最近一件投诉的进度；也可以加上登记编号。',
    '回复“催办”或“补充”加登记编号：催促办理，或补充情况。',
    '回复“人工”：查看可以拨打的电话。',
    '遇有火灾、泄漏、人员中毒等危险，请先拨打119、120或110。',
  ].join('\n');

function progressText(
  state: Conversation,
  says: { receipt: string; queryCode?: string | undefined },
  { progress, limited }: Omit<ReplyContext, 'settings'>,
): string {
  if (limited) return '查询次数过多，请一小时后再试。';
  if (progress) return toldText(progress);
  const isOwn = state.submitted.some(({ receipt }) => receipt === says.receipt);
  if (isOwn || says.queryCode !== undefined) return '登记编号或查询码不正确，请核对后再发。';
  return '这件投诉不是从这里提交的。请发送“查询”加登记编号和查询码。';
}

function toldText({ receipt, statusText, timeline, answerBy, answer }: ProgressTold): string {
  const milestones = timeline.slice(-MOST.milestones).map(({ at, text }) => `${shortMoment(at)} ${text}`);
  return [
    `登记编号：${receipt}`,
    `办理情况：${statusText}`,
    ...milestones,
    ...(answer === undefined ? [] : [`答复意见：${excerptOf(answer)}`]),
    ...(answerBy === undefined ? [] : [`最迟${deadline(answerBy)}告知您下一步情况。`]),
  ].join('\n');
}

const excerptOf = (answer: string): string =>
  answer.length <= MOST.answer
    ? answer
    : `${answer.slice(0, MOST.answer).toWellFormed()}……（全文可凭登记编号和查询码在网页上查看）`;
