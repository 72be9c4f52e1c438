import type { Case } from '../case/case.ts';
import { refusalFor } from '../case/decline-reasons.ts';
import type { EventOf } from '../case/events.ts';
import { nextOwed } from '../case/next-owed.ts';
import { statusTextOf } from '../case/status.ts';
import type { LawOfDay } from '../law/cite.ts';
import type { ProvisionName } from '../law/statutes.ts';
import { above, organNamed } from '../organs.ts';
import { PROCEDURE_WORDS } from '../procedure/procedures.ts';
import type { Telling } from './complainant-letter.ts';
import { placeOf, type Rules } from './matter-lines.ts';
import { type RemedyContext, remedyOf } from './remedies.ts';
import { deadline } from './words.ts';

/** What is said of an event: where the matter stands now, and what that means. */
export type Said = Pick<Telling, 'status' | 'text'>;

/** The rules, and the law of the day on which it is said. */
export interface Saying extends Rules {
  readonly law: LawOfDay;
}

/** 接收情况: what was received, without a word of who sent it. */
export const received = (state: Case): string => `您反映的问题：${state.title}（${placeOf(state)}）。`;

const lines = (...all: readonly (string | false | undefined)[]): string => all.filter(Boolean).join('\n');

const basisLine = ({ law }: Saying, ...names: readonly (ProvisionName | undefined)[]): string | undefined => {
  const cited = names.flatMap((name) => (name ? [law.cite(name)] : []));
  return cited.length > 0 ? `依据：${cited.join('、')}。` : undefined;
};

/** Whom a remedy leads to: the organ above, as far as the roster knows one. */
export function remedyContext({ lead }: Case, saying: Saying): RemedyContext {
  const superior = above(lead, 1, saying);
  return { law: saying.law, above: superior.id === lead ? '上一级机关' : superior.name };
}

/** By when the complainant hears next. */
export function answerBy(state: Case, { policies }: Rules): string {
  const owed = nextOwed(state, policies);
  return owed ? `我们将在${deadline(owed.dueAt)}前办结并答复您。` : '办结后将答复您。';
}

/** 复核以后: the same is not taken up again, what is new is. */
export const concludedText = (law: LawOfDay): string =>
  `该件已经复查、复核，仍以同一事实和理由提出的，不再受理（${law.cite('decline-after-recheck')}）。来信会登记在案；有新的事实的，请另行反映。`;

export const UNJOINED = '已撤销并案，恢复单独办理';

/** 撤销并案: by when they hear next, unless that day has gone by meanwhile. */
export function unjoined({ at, status }: EventOf<'unjoined'>, state: Case, { policies }: Saying): Said {
  const owed = nextOwed(state, policies);
  const what = status === 'registered' ? '告知您是否受理' : '办结并答复您';
  const next = owed && owed.dueAt > at ? `我们将在${deadline(owed.dueAt)}前${what}。` : '办理情况将另行告知您。';
  return { status: UNJOINED, text: `经核实，您反映的事项不再与另一信访件并案，恢复单独办理。${next}` };
}

/** 拆分: into what, and who handles each. */
export function split({ parts }: EventOf<'split'>, state: Case, saying: Saying): Said {
  const list = parts.map(
    ({ number, title, lead }) => `第${number}部分（${title}）由${organNamed(lead, saying).name}办理。`,
  );
  const whole = '您仍凭原登记编号查询，各部分的办理情况和答复都在其中；全部办结后一并答复您。';
  return {
    status: '已拆分办理',
    text: lines('您反映的问题涉及多个事项，已拆分办理：', ...list, answerBy(state, saying), whole),
  };
}

/** 受理: what was received, by which procedure and how it is handled, and until when. */
export function accepted({ procedure }: EventOf<'accepted'>, state: Case, saying: Saying): Said {
  if (procedure === undefined) return { status: '已受理', text: answerBy(state, saying) };
  const { name, way, basis } = PROCEDURE_WORDS[procedure];
  const how = `办理途径：属于${name}，${way}。`;
  return { status: '已受理', text: lines(received(state), how, answerBy(state, saying), basisLine(saying, basis)) };
}

/** 不予受理, or what else is told instead: why, on what ground, and what may be done. */
export function declined(event: EventOf<'declined'>, state: Case, saying: Saying): Said {
  const { status, says, basis } = refusalFor(event.reason);
  const { above: superior } = remedyContext(state, saying);
  return {
    status,
    text: lines(
      received(state),
      `原因：${says}。${event.explanation}`,
      event.earlier && `前件的登记编号：${event.earlier}。`,
      event.needed && `请在查询页面补充：${event.needed}。补充后我们继续核实处理。`,
      basisLine(saying, basis, event.byOrganAbove ? 'decline-handled-below' : undefined),
      event.reason !== 'too-vague' &&
        `认为应当受理的，可以向${superior}反映；有新的情况或者材料，可以在查询页面补充，申请重新办理。`,
    ),
  };
}

/** 移送. */
export function transferred({ department, explanation }: EventOf<'transferred'>, state: Case, saying: Saying): Said {
  const whose = `该事项属于${department}职责，已移送${department}办理。${explanation}`;
  return { status: `已移送${department}`, text: lines(received(state), whose, basisLine(saying, 'transfer')) };
}

/** 已立案查处，另行告知. */
export function filed(state: Case, saying: Saying): Said {
  return {
    status: '已立案查处',
    text: lines(
      received(state),
      '经初步审查，涉嫌违法，我们已立案查处，处理结果另行告知您。',
      '自立案之日起90日内作出处理决定；案情复杂的，可以依法延长；听证、监测、鉴定等时间不计算在内。',
      basisLine(saying, 'penalty-decision'),
    ),
  };
}

/** 办结: the answer with its remedy. */
export function closed(answer: string, state: Case, saying: Saying): Said {
  return { status: '已办结', text: lines(received(state), answerWithRemedy(answer, state, saying)) };
}

function answerWithRemedy(answer: string, state: Case, saying: Saying): string {
  const { matter } = state.classification;
  const ground = saying.law.holds(`matter:${matter}`) ? (`matter:${matter}` as const) : undefined;
  return lines(
    `答复意见：${answer}`,
    answer.includes('依据：') ? undefined : basisLine(saying, ground),
    remedyOf(state.procedure, remedyContext(state, saying)),
    '问题仍然存在或者有新的情况，可以在查询页面补充说明，申请重新办理。',
  );
}

/** The case had ended when the other was joined to it: whoever sent that one hears the end at once. */
export function lateAnswer({ late }: EventOf<'absorbed'>, state: Case, saying: Saying): Said | undefined {
  if (!late || state.status === 'joined') return undefined;
  const { answer } = state;
  const text = answer === undefined ? '详情请向办理单位咨询。' : answerWithRemedy(answer, state, saying);
  return { status: statusTextOf(state), text };
}
