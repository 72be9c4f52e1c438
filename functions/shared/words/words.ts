import type { CaseEvent } from '../../../domain/case/events.ts';
import type { WayCode, WayRecord } from '../../../domain/case/outside/sent-ways.ts';
import type { Urgency } from '../../../domain/classification/classification.ts';
import type { Channel, FollowUpKind } from '../../../domain/complaint.ts';
import type { RELATIONS } from '../../../domain/repeats/repeat.ts';

export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  web: '网上',
  wechat: '微信',
  wecom: '企业微信',
  email: '电子邮件',
  partner: '其他单位转来',
  letter: '来信',
  visit: '来访',
  phone: '来电',
  weibo: '微博',
  'leader-reception': '领导接访',
  proposal: '议案提案',
};

/** 办理方式. */
export const WAY_WORDS: Readonly<Record<WayCode, string>> = {
  local: '属地办理',
  business: '业务归口',
  regional: '区域督察',
  enforcement: '执法检查',
  inspection: '督察交办',
  publicity: '公开曝光',
};

/** By what a case was sent, the six ways and beside them. */
export const SENT_WAY_WORDS: Readonly<Record<WayRecord['way'], string>> = {
  business: WAY_WORDS.business,
  regional: WAY_WORDS.regional,
  enforcement: WAY_WORDS.enforcement,
  inspection: WAY_WORDS.inspection,
  publicity: WAY_WORDS.publicity,
  lateral: '横向推送',
  order: '重点问题督办单',
};

export const URGENCY_WORDS: Readonly<Record<Urgency, string>> = { normal: '一般', urgent: '加急', emergency: '突发' };

export const RELATION_WORDS: Readonly<Record<(typeof RELATIONS)[number], string>> = {
  'same-matter': '同一事项',
  'about-handling': '反映前件的办理',
  'same-source': '同一污染源',
};

export const FOLLOW_UP_WORDS: Readonly<Record<FollowUpKind, string>> = {
  supplement: '补充',
  urge: '催单',
  'send-back': '退回重办',
  withdraw: '撤单',
};

/** Who did it, as a colleague says. */
export const whoDid = ({ actor }: CaseEvent, organNameOf: (organ: string) => string): string =>
  actor.kind === 'staff' ? `${organNameOf(actor.organ)} ${actor.name}` : '系统';
