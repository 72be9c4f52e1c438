import { GRADE_TEXT } from '../../../domain/case/afterwards.ts';
import { FOUR_CHECKS } from '../../../domain/case/four-checks.ts';
import { GRIEVANCE_MARKS } from '../../../domain/case/grievances.ts';
import { STAGE_TEXT } from '../../../domain/case/review.ts';
import { REASONS } from '../../../domain/case/satisfaction.ts';
import { MARKS } from '../../../domain/lists/marks.ts';
import { PROGRESS } from '../../../domain/procedure/findings.ts';
import { wordsOfAct } from '../desk/act-words.ts';
import type { FieldWords } from '../desk/field-words.ts';
import { CHANNEL_WORDS, FOLLOW_UP_WORDS, URGENCY_WORDS } from '../desk/words.ts';

const named = (labels: Readonly<Record<string, string>>): Readonly<Record<string, FieldWords>> =>
  Object.fromEntries(Object.entries(labels).map(([field, label]) => [field, { label }]));

/**
 * What records call what no form asks for, by the field, or by what it lies in and the field where that makes a
 * difference. What an act's form asks for is called as it is there.
 */
export const RECORD_WORDS: Readonly<Record<string, FieldWords>> = {
  ...wordsOfAct('propose-closing').fields,
  ...named({
    organ: '单位',
    lead: '主办单位',
    assisting: '协办单位',
    officer: '经办人',
    name: '名称',
    'proposer.name': '姓名',
    number: '序号',
    item: '序号',
    id: '登记编号',
    receipt: '来信编号',
    from: '自',
    to: '至',
    until: '期限',
    by: '期限',
    before: '原为',
    after: '改为',
    overrules: '系统建议',
    assignedBy: '交办单位',
    accused: '被反映单位',
    wouldLead: '按地点应由',
    reason: '理由',
    clock: '期限',
    approvedBy: '批准人',
    proposer: '呈签人',
    signedBy: '签发人',
    askedAt: '提出时间',
    receivedAt: '收到时间',
    since: '起算时间',
    askedBy: '谁提出的',
    dueAt: '到期时间',
    limits: '要求的期限',
    limit: '期限',
    basis: '依据',
    title: '事项',
    types: '污染类型',
    subtypes: '细类',
    matter: '事项类别',
    what: '内容',
    evidence: '证据',
    materials: '材料',
    visits: '核查记录',
    urges: '催单次数',
    order: '转办单',
    partner: '转办单位',
    ownLimit: '转办单要求的期限',
    added: '加上',
    removed: '取消',
    answers: '答复第几次询问',
    met: '已做到',
    byOrganAbove: '由上级机关作出',
    asksReopening: '要求重新办理',
    followUps: '后续来信',
    parts: '各部分',
    part: '部分',
    changes: '期限变化',
    'order.number': '转办编号',
    'set-apart.to': '另立的编号',
    'unjoined.from': '原并入',
    'complainant-asked.to': '问谁',
    'called-back.to': '回访谁',
    'review-requested.by': '谁提出的',
    'review-decided.by': '谁提出的',
    'concluded.by': '谁提出的',
    'hearing-opened.by': '谁提出的',
    'hearing-closed.by': '谁提出的',
    within: '不得晚于',
    'within.by': '由谁指定',
    'set-limit.by': '由谁指定',
    'officer-named.name': '经办人',
    'officer-changed.name': '经办人',
    'officer-changed.from': '原经办人',
    'grievances.part': '第几项',
    'grievances.answer': '答复',
    'parts.until': '办理期限',
    ...Object.fromEntries(Object.entries(FOUR_CHECKS).map(([check, label]) => [`four.${check}`, label])),
  }),
  urgency: { label: '紧急程度', choices: URGENCY_WORDS },
  progress: { label: '办理进度', choices: PROGRESS },
  stage: { label: '阶段', choices: STAGE_TEXT },
  grade: { label: '评价', choices: GRADE_TEXT },
  'rated.reasons': { label: '原因', choices: REASONS },
  channel: { label: '来信渠道', choices: CHANNEL_WORDS },
  lang: { label: '来信文字', choices: { en: '英文' } },
  as: { label: '来信性质', choices: FOLLOW_UP_WORDS },
  mark: { label: '标记', choices: MARKS },
  'marked.removed': { label: '取消', choices: MARKS },
  'grievances.mark': { label: '说明', choices: GRIEVANCE_MARKS },
  reached: { label: '送达', choices: { notice: '电子送达', 'by-hand': '打印后人工送达' } },
  'chased.kind': {
    label: '催办',
    choices: { reminder: '提醒', due: '到期', overdue: '逾期', escalation: '报上级' },
  },
};
