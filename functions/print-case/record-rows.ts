import { nameOfFact } from '../../domain/case/acts.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { moment } from '../../domain/notices/words.ts';
import { organNamed, type Roster } from '../../domain/organs.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { chosenIn } from '../shared/staff/said-values.ts';

/** What an event says in words, by the field, as it is printed. */
const SAID: Readonly<Record<string, string>> = {
  reason: '理由',
  explanation: '说明',
  findings: '办理情况',
  missing: '需补充',
  remark: '意见',
  words: '内容',
  demands: '督办要求',
  department: '移送单位',
  fileNumber: '文号',
  decision: '处理决定',
  clue: '线索',
  approvedBy: '批准人',
  answer: '答复',
  question: '询问',
  said: '回访情况',
  agreement: '协议内容',
};

/** 办理记录: when, what, by whom, and in which words; whoever did it without staff is the system. */
export const recordRows = (events: readonly CaseEvent[], roster: Roster): readonly Html[] =>
  events.map(
    (event) => html`<tr><td>${moment(event.at)}</td><td>${nameOf(event)}</td><td>${whoOf(event, roster)}</td>
<td>${saidBy(event).map(([label, words]) => html`<div class="words">${label}：${words}</div>`)}</td></tr>`,
  );

const nameOf = (event: CaseEvent): string =>
  event.type === 'unrecognised' ? '本版本不认识的记录' : nameOfFact(event.type);

function whoOf({ actor }: CaseEvent, roster: Roster): string {
  return actor.kind === 'staff' ? `${organNamed(actor.organ, roster).name} ${actor.name}` : '系统';
}

/** 协办意见、复查意见; of an answer it is a part that stands in it already. */
const ALSO_SAID: readonly CaseEvent['type'][] = ['assistance-answered', 'review-decided'];

function saidBy(event: CaseEvent): readonly (readonly [label: string, words: string])[] {
  const chosen = chosenIn(event);
  const fields = ALSO_SAID.includes(event.type) ? { ...SAID, opinion: '意见' } : SAID;
  const written = Object.entries(fields).flatMap(([field, label]) => {
    const words: unknown = Reflect.get(event, field);
    return typeof words === 'string' ? [[label, words] as const] : [];
  });
  return chosen === undefined ? written : [['结论', chosen], ...written];
}
