import type { StaffCommand } from '../../domain/case/acts.ts';
import { CHECK_NAMES } from '../../domain/case/answer/four-checks.ts';
import { GRIEVANCE_MARKS, grievanceLines } from '../../domain/case/answer/grievances.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CaseEvent, EventOf } from '../../domain/case/events.ts';
import { moment } from '../../domain/notices/date-words.ts';
import { answerText } from '../../domain/procedure/answer.ts';
import { FINED, findingLines, nameOfMeasure } from '../../domain/procedure/findings.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { whoDid } from '../shared/words/words.ts';
import type { DeskActsDeps } from './look-ups.ts';

export interface LastSaid {
  readonly starts: readonly (readonly [name: string, value: string])[];
  /** Why it was sent back, where it was. */
  readonly remark: Html | undefined;
}

const NOTHING: LastSaid = { starts: [], remark: undefined };

/** What an act's form begins with that waits for a decision, or was sent back to be mended: nobody types it again. */
export async function lastSaid(type: StaffCommand['type'], state: Case, deps: DeskActsDeps): Promise<LastSaid> {
  if (type === 'propose-closing') return proposalIn(await deps.cases.events(state.id), state, deps);
  return type === 'report' && state.status === 'returned' ? reportIn(await deps.cases.events(state.id), deps) : NOTHING;
}

/** A case that moved on since by another act has no proposal to go on with. */
function proposalIn(events: readonly CaseEvent[], state: Case, { site }: DeskActsDeps): LastSaid {
  const last = events.findLast(({ type }) => ['closing-proposed', 'closing-returned', ...MOVED_ON].includes(type));
  const proposed = events.findLast((event) => event.type === 'closing-proposed');
  const isWaiting = state.closing !== undefined && last === proposed;
  if (proposed === undefined || !(isWaiting || last?.type === 'closing-returned')) return NOTHING;
  const starts = startsIn(proposed, state);
  return last?.type === 'closing-returned'
    ? { starts, remark: sentBack(last, last.reason, site.organNameOf) }
    : { starts, remark: undefined };
}

/** After these another answer is due. */
const MOVED_ON: readonly CaseEvent['type'][] = ['closed', 'reopened', 'reported', 'returned', 'split'];

function reportIn(events: readonly CaseEvent[], { site }: DeskActsDeps): LastSaid {
  const reported = events.findLast((event) => event.type === 'reported');
  const returned = events.findLast((event) => event.type === 'returned');
  if (!reported || !returned) return NOTHING;
  return { starts: [['findings', reported.findings]], remark: sentBack(returned, returned.missing, site.organNameOf) };
}

const sentBack = (event: CaseEvent, why: string, organNameOf: (organ: string) => string): Html =>
  html`<div class="note warn" role="status"><p>${moment(event.at)}　${whoDid(event, organNameOf)}退回：</p><p class="said">${why}</p>
<p>上次写的内容已经填好，请修改后再提交。</p></div>`;

function startsIn(said: EventOf<'closing-proposed'>, state: Case): LastSaid['starts'] {
  const { outcome, facts, opinion, basis = [], truth, measures = [], grievances = [], four } = said;
  const starts: Readonly<Record<string, string | undefined>> = {
    answer: ownWordsOf(said, state),
    ...{ outcome, facts, opinion, truth },
    basis: basis.join('\n'),
    measures: measures
      .map((one) => (one.kind === 'fined' ? `${FINED} ${one.fen / 100}` : `${nameOfMeasure(one.kind)} ${one.count}`))
      .join('\n'),
    grievances: grievances
      .map(({ part, answer, mark }) => `${part} ${answer ?? (mark && GRIEVANCE_MARKS[mark]) ?? ''}`)
      .join('\n'),
    ...Object.fromEntries(
      CHECK_NAMES.flatMap((name) => {
        if (four === undefined) return [];
        const { met, evidence, reason } = four[name];
        return [[`four-${name}-met`, met ? 'yes' : 'no'] as const, [`four-${name}-words`, evidence ?? reason] as const];
      }),
    ),
  };
  return Object.entries(starts).flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

/** What was written as one text: what is told, without what the form's other fields put behind it. */
function ownWordsOf({ answer, progress, ...said }: EventOf<'closing-proposed'>, state: Case): string {
  const { truth, measures, grievances } = said;
  const found = findingLines(truth, progress ?? 'closed', measures);
  const behind = answerText(said, [...found, ...grievanceLines(state, grievances)]);
  return answer.slice(0, answer.length - behind.length).trim();
}
