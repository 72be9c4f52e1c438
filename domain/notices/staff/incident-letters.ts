import type { Case } from '../../case/case.ts';
import type { EventOf } from '../../case/events.ts';
import { isGrave } from '../../case/handling/incident.ts';
import { above } from '../../organs.ts';
import { type Letter, nameOf } from '../letter.ts';
import type { Rules } from '../matter-lines.ts';
import { say } from './staff-texts.ts';
import { DESK_AND_LEADER } from './urgent-letters.ts';

type Reported = EventOf<'incident-reported'>;

const REPORTS: Readonly<Record<Reported['kind'], string>> = {
  initial: '初报',
  'follow-up': '续报',
  final: '处理结果报告',
  'to-ministry': '已报生态环境部',
  unfounded: '经核实不属实',
};

/** To the level above, of grave ones to the top of the line too: it has an hour to report to the ministry. */
export function incidentLetters({ kind, level, words }: Reported, { lead }: Case, rules: Rules): readonly Letter[] {
  const levels = isGrave(level) ? [1, Number.POSITIVE_INFINITY] : [1];
  const organs = new Set(levels.map((steps) => above(lead, steps, rules).id));
  const said = say('incident-reported', {
    organ: nameOf(lead, rules),
    report: REPORTS[kind],
    rank: kind === 'unfounded' ? '' : `（${level === undefined ? '级别待核' : `${level}级`}）`,
    findings: words,
  });
  return [...organs]
    .filter((organ) => organ !== lead)
    .map((organ) => ({ kind: '紧急', organ, to: DESK_AND_LEADER, words: said, clock: 'incident-to-ministry' }));
}

/** To each of them, at once: what the officer writes, and no deadline, for it is none of theirs. */
export function neighbourLetters(
  { organs, words }: EventOf<'neighbours-informed'>,
  { lead }: Case,
  rules: Rules,
): readonly Letter[] {
  const said = say('neighbours-informed', { organ: nameOf(lead, rules), news: words });
  return organs.map((organ) => ({ kind: '紧急', organ, to: DESK_AND_LEADER, words: said, withoutClocks: true }));
}
