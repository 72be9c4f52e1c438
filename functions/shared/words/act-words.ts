import type { CommandOf, StaffCommand } from '../../../domain/case/acts.ts';
import { DECLINE_REASONS, type DeclineReason } from '../../../domain/case/answer/decline-reasons.ts';
import { PROCEDURE_WORDS, PROCEDURES } from '../../../domain/procedure/procedures.ts';
import { AFTER_WORDS } from './after-act-words.ts';
import { CLOSING_WORDS } from './closing-words.ts';
import { type ActWords, why } from './field-words.ts';
import { LATER_WORDS } from './later-act-words.ts';
import { OVERSIGHT_WORDS } from './oversight-words.ts';
import { PENALTY_WORDS } from './penalty-words.ts';
import { URGENCY_WORDS } from './words.ts';

type FieldOf<Type extends StaffCommand['type']> = Exclude<keyof CommandOf<Type>, 'type'> & string;

const declineReasons = Object.fromEntries(
  (Object.keys(DECLINE_REASONS) as DeclineReason[]).map((reason) => {
    const { status, says } = DECLINE_REASONS[reason];
    return [reason, `${status}：${says}`];
  }),
);
const procedures = Object.fromEntries(PROCEDURES.map((one) => [one, PROCEDURE_WORDS[one].name]));

/** Complete by type: an act without its words, or with a field that has none, does not compile. */
const ACT_WORDS: { readonly [Type in StaffCommand['type']]: ActWords<FieldOf<Type>> } = {
  ...LATER_WORDS,
  ...CLOSING_WORDS,
  ...OVERSIGHT_WORDS,
  ...PENALTY_WORDS,
  ...AFTER_WORDS,
  accept: {
    help: '属于本部门职责、能办的，受理并告知信访人。办理途径不改就按系统建议的。',
    basis: ['tell'],
    fields: {
      procedure: { label: '办理途径', choices: procedures },
      ownPeriod: { label: '另有规定的办理期限', hint: '法律法规对这类事项另有期限的，写明期限和出处；没有就不填。' },
      ownLimit: { label: '该期限多长', hint: '从收到之日起算；填了才按它催办。', pick: 'limit' },
    },
  },
  decline: {
    help: '只能按列出的情形不予受理。具体说明会原样告知信访人，请写事实和理由，语气平和。',
    basis: ['tell'],
    fields: {
      reason: { label: '情形', choices: declineReasons },
      explanation: { label: '具体说明', hint: '例如：您反映的噪声来自住户装修，由街道办事处负责，已为您联系。' },
      earlier: { label: '前件的登记编号', hint: '选择“再次提出”一类情形时必填。', pick: 'receipt' },
      needed: { label: '需要补充的线索', hint: '选择“线索不足”时必填：缺什么，请写清楚。' },
    },
  },
  transfer: {
    help: '明确属于其他部门职责的，移送并告知信访人去向。',
    basis: ['transfer'],
    fields: {
      department: { label: '移送给', hint: '对方单位的全称。' },
      explanation: { label: '说明', hint: '为什么归该部门管。会原样告知信访人。' },
    },
  },
  join: {
    help: '和正在办理的另一件是同一件事时并案：一起办，结果也告知这一件的信访人。',
    fields: { into: { label: '并入哪一件', hint: '登记编号。', pick: 'receipt' }, reason: why('为什么是同一件事。') },
  },
  unjoin: {
    help: '并错了的，撤销并案：两件各办各的，信访人各自收到答复。',
    fields: { reason: why('为什么不是同一件事。') },
  },
  assign: {
    help: '指定主办、协办单位。和系统建议不同的，请写理由。',
    basis: ['internal-forward'],
    fields: {
      officer: { label: '经办人', hint: '不指定就由对方分办。', pick: 'person' },
      lead: { label: '主办单位', hint: '输入几个字，从列表里选。', pick: 'organ' },
      assisting: { label: '协办单位', hint: '没有就不填。', pick: 'organs' },
      reason: why('和建议不同时请写明。'),
      limit: { label: '要求办结的期限', hint: '不指定就按规定的期限。', pick: 'limit' },
    },
  },
  reclassify: {
    help: '系统判断错了就改。改判不会把事项转给别的单位，要转请再交办。',
    fields: {
      types: { label: '污染类型', hint: '可以多选。', start: 'current' },
      subtypes: { label: '细类', hint: '不改就不选。', pick: 'subtypes' },
      matter: { label: '事项', pick: 'matter', start: 'current' },
      urgency: { label: '紧急程度', hint: '不改就不选。', choices: URGENCY_WORDS },
      reason: why('依据来信里的哪句话，或现场看到的情况。'),
    },
  },
  'correct-accused': {
    help: '来信反映的是哪个单位自己的履职问题，该单位及其下级不能看到、也不能经办。',
    basis: ['report-on-a-bureau'],
    fields: {
      accused: { label: '被反映单位', hint: '一个都没有就全部留空。', pick: 'organs', start: 'current' },
      reason: why('依据来信里的哪句话。'),
    },
  },
  'correct-place': {
    help: '系统认错了地方，或者只认到市，请改到县（市、区）。更正不会把事项转给别的单位：该由别的单位办的，接着提出异议，上级则直接交办。',
    fields: {
      division: { label: '县（市、区）', pick: 'division', start: 'current' },
      reason: why('依据来信或核实的情况。'),
    },
  },
  object: {
    help: '不属于本单位职责的，说明理由退给交办单位决定；答复之前仍由本单位负责。',
    basis: ['objection'],
    fields: { reason: why('详细说明理由。') },
  },
  'agree-return': {
    help: '同意后，事项退回交办单位，由交办单位尽快另行交办。',
    basis: ['objection'],
    fields: { remark: { label: '备注' } },
  },
  'refuse-return': {
    help: '不同意的，说明理由，事项仍由对方办理。',
    basis: ['objection'],
    fields: { reason: why('对方会看到。') },
  },
  'report-incident': {
    help: '突发环境事件：先电话报告，再在这里登记。',
    basis: ['emergency-times'],
    fields: {
      kind: {
        label: '哪一次报告',
        choices: {
          initial: '初报',
          'follow-up': '续报',
          final: '终报',
          'to-ministry': '已报部',
          unfounded: '经核实不是突发事件',
        },
      },
      level: { label: '可能的级别' },
      words: { label: '报告内容', hint: '时间、地点、原因、已采取的措施。' },
    },
  },
  'inform-neighbours': {
    help: '可能影响相邻地区的，及时通报。',
    basis: ['inform-neighbours'],
    fields: {
      organs: { label: '通报给', pick: 'organs' },
      words: { label: '通报内容' },
    },
  },
  'request-extension': {
    help: '到期前办不完的，写明原因，由负责人批准。每件一般只能延一次；上级指定的期限另算，批准后同时向交办单位说明。',
    basis: ['handle', 'assigned-limit'],
    fields: {
      reason: why('为什么办不完、已经做了什么、什么时候能办完。批准后会告知信访人。'),
      clock: { label: '哪个期限', hint: '不选就是办理期限。', pick: 'extendable' },
      until: {
        label: '延至哪一天',
        hint: '延上级指定的期限才写，例如 2026-12-31。',
        pick: 'date',
        when: 'limit-extendable',
      },
    },
  },
  extend: {
    help: '批准后，信访人会收到新的期限和原因；延的是上级指定期限的，只向交办单位说明。申请人自己不能批准。',
    basis: ['handle', 'assigned-limit'],
    fields: {},
  },
  'refuse-extension': {
    help: '不同意的，期限不变。',
    basis: ['handle'],
    fields: { reason: why('申请人会看到。') },
  },
  report: {
    help: '办理完毕，报上级审核。写清查明的事实、采取的措施和结果。',
    basis: ['report-to-assigner'],
    fields: { findings: { label: '办理情况', hint: '查了什么、发现什么、怎么处理的、群众怎么说。' } },
  },
  return: {
    help: '情况没有查清、问题没有解决的，退回补充。',
    basis: ['report-to-assigner'],
    fields: { missing: { label: '缺什么', hint: '逐条写。' } },
  },
  reopen: {
    help: '问题确实没有解决的，重新办理。从未受理过的，重新办理即受理并告知信访人。',
    fields: {
      reason: why('为什么要重新办。'),
      procedure: { label: '办理途径', hint: '不选就按系统建议的。', choices: procedures, when: 'never-taken-up' },
      ownPeriod: {
        label: '另有规定的办理期限',
        hint: '法律法规对这类事项另有期限的，写明期限和出处。',
        when: 'never-taken-up',
      },
      ownLimit: {
        label: '该期限多长',
        hint: '从收到之日起算；填了才按它催办。',
        pick: 'limit',
        when: 'never-taken-up',
      },
    },
  },
  'decline-reopening': { help: '理由会告知申请人。', fields: { reason: why('申请人会收到。') } },
  'set-apart': {
    help: '后来的来信说的是另一件事，另立一案单独办理。',
    fields: { receipt: { label: '哪一封来信', pick: 'later-letter' }, reason: why('为什么是另一件事。') },
  },
};

/** The same, read by any type of command. */
export const wordsOfAct = (type: StaffCommand['type']): ActWords<string> => ACT_WORDS[type];

/** Where an act of a case begins. */
export const addressOfAct = (caseId: string, type: StaffCommand['type']): string =>
  `/desk/cases/${caseId}/${wordsOfAct(type).page ?? `acts/${type}`}`;
