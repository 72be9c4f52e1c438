import { type Day, weekdayOf } from '../../../domain/calendar/day.ts';
import type { WorkCalendar } from '../../../domain/calendar/working-days.ts';
import { STAFF_ACTS, type StaffCommand } from '../../../domain/case/acts.ts';
import type { Urgency } from '../../../domain/classification/classification.ts';
import type { FollowUp } from '../../../domain/complaint.ts';
import type { ContactRole } from '../../../domain/organs.ts';
import type { AnySample } from '../sample.ts';
import { widthOf } from './text-width.ts';

export const ROLES: Readonly<Record<ContactRole | 'group', string>> = {
  handler: '经办人',
  deputy: '副职',
  leader: '负责人',
  duty: '值班室',
  unit: '科室负责人',
  petition: '信访机构',
  group: '工作群',
};

/** Stands behind the complaint. */
export const URGENCIES: Readonly<Record<Urgency, string>> = {
  emergency: '【疑似突发环境事件】',
  urgent: '【加急】',
  normal: '',
};

/** 办理动作, as its act is called. */
export const deedOf = ({ type }: StaffCommand): string => STAFF_ACTS[type].name;

export function channelOf(sample: AnySample): string {
  if (sample.channel === 'partner') return sample.partner === 'hotline-12345' ? '12345热线' : '督察组';
  return { web: '网页', wechat: '微信', email: '邮件' }[sample.channel];
}

export const BROUGHT: Readonly<Record<FollowUp['as'], string>> = {
  supplement: '补充材料',
  urge: '催办',
  'send-back': '退单',
  withdraw: '撤单',
};

/** A chat in which somebody sent more than one message. */
export function piecesOf(sample: AnySample): string {
  if (sample.channel !== 'wechat' || !sample.further) return '';
  const kinds = [sample.message, ...sample.further].map(({ MsgType }) => PIECES[MsgType]);
  return `聊天里接连发来${kinds.join('、')}，合为一件`;
}

const PIECES = { text: '文字', image: '图片', location: '位置' } as const;

/** What was decided, in the officer's own words: the text that a command ends with. */
export function saidIn(command: StaffCommand, nameOf: (organ: string) => string): string {
  switch (command.type) {
    case 'join':
      return `并入 ${command.into}`;
    case 'assign':
      return [`主办 ${nameOf(command.lead)}`, ...command.assisting.map((organ) => `协办 ${nameOf(organ)}`)].join('，');
    default: {
      const { type, ...said } = command;
      return Object.values(said).findLast((value) => typeof value === 'string') ?? '';
    }
  }
}

/** "9月20日 周日（调休上班）". */
export function dayHeading(day: Day, { holidays, makeUpDays }: WorkCalendar): string {
  const weekday = weekdayOf(day);
  const isWeekend = weekday === 0 || weekday === 6;
  const mark = makeUpDays.has(day)
    ? '（调休上班）'
    : holidays.has(day)
      ? '（法定节假日）'
      : isWeekend
        ? '（休息日）'
        : '';
  return `${shortDay(day)} 周${'日一二三四五六'[weekday]}${mark}`;
}

/** "9月20日". */
export function shortDay(day: Day): string {
  const [, month, date] = day.split('-').map(Number);
  return `${month}月${date}日`;
}

/** A heading across the page. */
export function rule(heading: string): string {
  return `── ${heading} ${'─'.repeat(Math.max(3, 76 - widthOf(heading)))}`;
}
