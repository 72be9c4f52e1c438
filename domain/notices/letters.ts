import { type Case, type Clock, runningClocks } from '../case/case.ts';
import type { CaseEvent } from '../case/events.ts';
import type { Alert } from '../classification/urgency.ts';
import { type ClockName, policyNamed } from '../clocks/policy.ts';
import { above, type ContactRole, organNamed } from '../organs.ts';
import { followUpLetters, reopenedLetter } from './follow-up-letters.ts';
import type { Rules } from './matter-lines.ts';
import type { Transport } from './notice.ts';
import { deadline, distance, moment } from './words.ts';

/** What one organ is told because of one event, before it has addresses. */
export interface Letter {
  /** 催办, 督办 …: the first word of the subject. */
  readonly kind: string;
  readonly organ: string;
  readonly to: readonly (readonly [ContactRole, Transport])[];
  readonly subject: string;
  readonly opening: string;
  /** The clock it is about; without one, all that run. None for who only assists: the deadlines are the lead's. */
  readonly clock?: ClockName | 'none';
}

const BY_MAIL = [['handler', 'email']] as const;
const AT_ONCE = [
  ['handler', 'email'],
  ['handler', 'sms'],
] as const;

/** Who hears of a ladder step, and how: the nearer to the limit, the louder. */
const CHASES = {
  reminder: { kind: '提醒', to: BY_MAIL },
  due: { kind: '催办', to: AT_ONCE },
  overdue: { kind: '超期', to: [...AT_ONCE, ['leader', 'email']] },
  escalation: {
    kind: '督办',
    to: [
      ['leader', 'email'],
      ['leader', 'sms'],
    ],
  },
} as const;

/** The letters that an event causes at the bureaus. Events that concern nobody there cause none. */
export function lettersOf(event: CaseEvent, state: Case, rules: Rules): readonly Letter[] {
  switch (event.type) {
    case 'registered':
      return [
        ...urgentLetters(event.route.lead, state),
        ...assignments(event.route.lead, event.route.assisting, rules),
        ...handlingLetters(event, rules),
      ];
    case 'assigned':
      return assignments(event.lead, event.assisting, rules);
    case 'reclassified':
      return becameEmergency(event) ? [emergencyLetter(state.lead)] : [];
    case 'objected': {
      const opening = `${nameOf(event.from, rules)}提出异议，请重新研判后交办。理由：${event.reason}`;
      return [{ kind: '异议', organ: event.to, to: BY_MAIL, subject: '责任单位提出异议', opening }];
    }
    case 'reported': {
      const opening = `${nameOf(state.lead, rules)}已报送办理情况，请审查。`;
      return [{ kind: '审查', organ: above(state.lead, 1, rules).id, to: BY_MAIL, subject: '办理情况待审查', opening }];
    }
    case 'returned': {
      const opening = `办理情况经审查退回，请补充：${event.missing}`;
      const clock = event.started[0]?.name ?? 'handle';
      return [{ kind: '退回', organ: state.lead, to: AT_ONCE, subject: '请补充材料', opening, clock }];
    }
    case 'followed-up':
      return followUpLetters(event, state, rules);
    case 'reopened':
      return [reopenedLetter(event, state)];
    case 'chased':
      return chaseLetters(event, state, rules);
    case 'recomputed':
      return [changeLetter(event, state, rules)];
    default:
      return [];
  }
}

/** To the duty desk at once, day and night: an emergency, or what the rules of urgency alert to. */
function urgentLetters(lead: string, { classification }: Case): readonly Letter[] {
  const { urgency, alerts = [] } = classification;
  return urgency === 'emergency'
    ? [emergencyLetter(lead)]
    : alerts.slice(0, 1).map((alert) => alertLetter(alert, lead));
}

function becameEmergency({ before, after }: CaseEvent & { type: 'reclassified' }): boolean {
  return after.urgency === 'emergency' && before.urgency !== 'emergency';
}

function emergencyLetter(lead: string): Letter {
  const opening = '来信疑似反映突发环境事件，请立即核实，属实的按规定时限报告。';
  const to = [
    ['duty', 'sms'],
    ['duty', 'email'],
    ['leader', 'sms'],
  ] as const;
  return { kind: '紧急', organ: lead, to, subject: '疑似突发环境事件', opening };
}

const ALERTS: Readonly<Record<Alert, Pick<Letter, 'subject' | 'opening'>>> = {
  'group-incident': {
    subject: '群体聚集苗头',
    opening: '来信反映有群体聚集苗头，请立即了解情况并报告本单位负责人，及时受理。',
  },
  'watched-time': { subject: '重点时段来信', opening: '重点时段（考试季、重要会议等）收到来信，请立即安排核实处理。' },
};

function alertLetter(alert: Alert, organ: string): Letter {
  const desk = [
    ['duty', 'sms'],
    ['duty', 'email'],
  ] as const;
  const to = alert === 'group-incident' ? ([...desk, ['leader', 'sms']] as const) : desk;
  return { kind: '加急', organ, to, ...ALERTS[alert] };
}

function assignments(lead: string, assisting: readonly string[], rules: Rules): readonly Letter[] {
  const ours = {
    kind: '交办',
    organ: lead,
    to: BY_MAIL,
    subject: '由本单位主办',
    opening: '以下信访事项由本单位主办，请在期限内办理。',
  };
  const opening = `请协助主办单位${nameOf(lead, rules)}办理以下信访事项。`;
  const theirs = { kind: '交办', to: BY_MAIL, subject: '请本单位协办', opening, clock: 'none' as const };
  return [ours, ...assisting.map((organ) => ({ ...theirs, organ }))];
}

/**
 * 反映办理情况: to the level above who led the earlier case, at once. To others than an assignment goes to, so that one who gets both gets
 * two notices.
 */
function handlingLetters({ repeats = [] }: CaseEvent & { type: 'registered' }, rules: Rules): readonly Letter[] {
  const about = repeats.filter(({ relation }) => relation === 'about-handling');
  const to = [
    ['leader', 'email'],
    ['handler', 'sms'],
  ] as const;
  const bySuperior = Map.groupBy(about, ({ lead }) => above(lead, 1, rules).id);
  return [...bySuperior].map(([organ, earlier]) => {
    const cases = earlier.map(({ caseId, lead }) => `${nameOf(lead, rules)}主办的${caseId}`).join('、');
    const opening = `来信反映${cases}的办理情况，不并案办理，请上级单位核查。`;
    return { kind: '关注', organ, to, subject: '反映前件办理情况', opening, clock: 'none' as const };
  });
}

/** The sweep comes once in a few minutes: that is no delay worth a word. */
const NO_DELAY_MS = 5 * 60_000;

/** Whether the duty that a ladder step is about has been done, or its deadline moved, since the sweep came by. */
export function isSuperseded(event: CaseEvent, now: Case): boolean {
  return event.type === 'chased' && clockOf(event, now) === undefined;
}

function clockOf(event: CaseEvent & { type: 'chased' }, state: Case): Clock | undefined {
  return runningClocks(state).find(({ name, dueAt }) => name === event.clock && dueAt === event.dueAt);
}

function chaseLetters(event: CaseEvent & { type: 'chased' }, state: Case, rules: Rules): readonly Letter[] {
  const clock = clockOf(event, state);
  if (!clock) return [];
  const duty = dutyOf(clock, rules);
  const left = distance(event.at, event.dueAt);
  const lead = event.level === 0 ? '' : `主办单位${nameOf(state.lead, rules)}尚未完成：`;
  const isLate = Date.parse(event.at) - Date.parse(event.scheduledAt) > NO_DELAY_MS;
  const late = isLate ? `（本通知原定${moment(event.scheduledAt)}发出）` : '';
  const opening = `${nameOf(event.to, rules)}：${lead}${duty}，期限${deadline(event.dueAt)}，${left}。${late}`;
  return [{ ...CHASES[event.kind], organ: event.to, subject: `${duty}，${left}`, opening, clock: event.clock }];
}

function changeLetter(event: CaseEvent & { type: 'recomputed' }, state: Case, rules: Rules): Letter {
  const changes = event.changes.map(({ clock, policy, from, to }) => {
    const { duty } = policyNamed(policy, rules.policies).clocks[clock];
    return `${duty}：原期限${deadline(from)}，现期限${deadline(to)}`;
  });
  const opening = `期限已重新计算。${changes.join('；')}。`;
  return { kind: '变更', organ: state.lead, to: BY_MAIL, subject: '期限变更', opening };
}

function dutyOf(clock: Clock, { policies }: Rules): string {
  return policyNamed(clock.policy, policies).clocks[clock.name].duty;
}

function nameOf(organ: string, rules: Rules): string {
  return organNamed(organ, rules).name;
}
