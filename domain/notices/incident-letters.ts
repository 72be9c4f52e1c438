import type { Case } from '../case/case.ts';
import type { EventOf } from '../case/events.ts';
import { isGrave } from '../case/incident.ts';
import { above } from '../organs.ts';
import { type Letter, nameOf } from './letter.ts';
import type { Rules } from './matter-lines.ts';
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
  const rank = level === undefined ? '级别待核' : `${level}级`;
  const opening = `${nameOf(lead, rules)}突发环境事件${REPORTS[kind]}（${rank}）：${words}`;
  const subject = `突发环境事件${REPORTS[kind]}`;
  return [...organs]
    .filter((organ) => organ !== lead)
    .map((organ) => ({ kind: '紧急', organ, to: DESK_AND_LEADER, subject, opening, clock: 'incident-to-ministry' }));
}

/** To each of them, at once: what the officer writes, and no deadline, for it is none of theirs. */
export function neighbourLetters(
  { organs, words }: EventOf<'neighbours-informed'>,
  { lead }: Case,
  rules: Rules,
): readonly Letter[] {
  const opening = `${nameOf(lead, rules)}通报：突发环境事件可能波及贵地，请立即做好防范。${words}`;
  const subject = '相邻地区突发环境事件通报';
  return organs.map((organ) => ({ kind: '紧急', organ, to: DESK_AND_LEADER, subject, opening, withoutClocks: true }));
}
