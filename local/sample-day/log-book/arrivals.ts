import { timeOf } from '../../../domain/calendar/day.ts';
import { type Policies, ruleOf } from '../../../domain/clocks/policy.ts';
import { shortDeadline } from '../../../domain/notices/date-words.ts';
import { TRANSPORT_TEXT } from '../../../domain/notices/notice.ts';
import type { Organs } from '../../../domain/organs.ts';
import type { Arrival, Repeat } from '../journal.ts';
import { type Told, toldIn } from './notices.ts';
import { padTo } from './text-width.ts';
import { channelOf, piecesOf, ROLES, URGENCIES } from './words.ts';

const INDENT = ' '.repeat(11);

/** What became of one complaint within its own minute: receipt, types, place, organ, deadlines, and who was told. */
export function arrivalLines(
  arrival: Arrival,
  number: number,
  { organs, policies }: { readonly organs: Organs; readonly policies: Policies },
): string[] {
  const { sample, receipt, registration, notices } = arrival;
  const { classification, title, place, started, receivedAt } = registration;
  const types = classification.types.join('、') || '未能判断';
  const deadlines = started.map((clock) => `${ruleOf(clock, policies)?.name} ${shortDeadline(clock.dueAt)}前`);
  return [
    `${padTo(`${number}.`, 4)}${timeOf(receivedAt)}  ${padTo(channelOf(sample), 11)}${receipt}  ${sample.gist}${URGENCIES[classification.urgency]}`,
    ...[piecesOf(sample)].filter(Boolean).map((line) => INDENT + line),
    `${INDENT}类型 ${types}；事项 ${title}；地点 ${place?.name ?? '待核实'}`,
    `${INDENT}${organsText(arrival, organs)}`,
    `${INDENT}期限 ${[...deadlines, ...batchOf(arrival)].join('；')}`,
    ...noticeLines(toldIn(notices, organs), registration.route.lead).map((line) => INDENT + line),
  ];
}

export function repeatLine({ at, time, receipt }: Repeat): string {
  return `${INDENT}${timeOf(at)} 再次收到（第${time}次），同一登记编号${receipt}，不重复立案，不重复通知`;
}

function organsText({ registration: { route } }: Arrival, organs: Organs): string {
  const nameOf = (organ: string) => organs.get(organ)?.name ?? organ;
  const assisting = route.assisting.length > 0 ? `；协办 ${route.assisting.map(nameOf).join('、')}` : '';
  const reason = route.rule === 'catch-all' ? `；${route.trace.at(-1)}` : '';
  return `主办 ${nameOf(route.lead)}${assisting}${reason}`;
}

function batchOf({ registration: { inspection } }: Arrival): string[] {
  return inspection ? [`督察第${inspection.batch}批，编号${inspection.item}`] : [];
}

/** One line for each kind of letter, and one for those who assist. */
function noticeLines(told: readonly Told[], lead: string): string[] {
  const headingOf = ({ kind, recipient }: Told) => (recipient && recipient.organ !== lead ? '协办' : kind);
  return [...Map.groupBy(told, headingOf)].map(([heading, those]) => {
    const ways = those.map(({ sent, recipient }) => {
      const who = recipient ? ROLES[recipient.role] : '信访人';
      return `${who} ${TRANSPORT_TEXT[sent.transport]} ${sent.to}`;
    });
    return `${heading} ${ways.join('；')}`;
  });
}
