import { STAFF_ACTS, type StaffCommand } from '../../../domain/case/acts.ts';
import type { CaseEvent } from '../../../domain/case/events.ts';
import { dateText, deadline, periodText } from '../../../domain/notices/date-words.ts';
import { ownProperty } from '../../../domain/own-property.ts';
import { findingLines, type Measures } from '../../../domain/procedure/findings.ts';
import { wordsOfAct } from '../words/act-words.ts';
import type { FieldWords } from '../words/field-words.ts';
import { RECORD_WORDS } from './record-words.ts';

/**
 * What people call an organ, a file or a clock by its id, or a matter or subtype by its code in the field of that name;
 * undefined for what is none of them.
 */
export type NameOf = (id: string, field?: string) => string | undefined;

type Said = readonly [label: string, words: string];

/** What a program keeps for itself: of no event a word of a person. */
const KEPT_FOR_PROGRAMS: ReadonlySet<string> = new Set([
  ...['type', 'caseId', 'seq', 'at', 'actor', 'started', 'told', 'prev', 'hash'],
  ...['key', 'mediaType', 'sub', 'status', 'resumed', 'held', 'stays', 'endsRequest', 'endsLimit', 'late', 'departs'],
  ...[
    'acknowledged.after',
    'acknowledged.stops',
    'step',
    'level',
    'tell',
    'scheduledAt',
    'policy',
    'provisional',
    'ladder',
  ],
  ...['division', 'town', 'candidates', 'neighbours'],
  ...['competent', 'industries', 'lang', 'otherMatters', 'alerts', 'incidentKind', 'incidentLevel', 'score', 'trace'],
  ...['ranges', 'start', 'why', 'before.parts', 'after.parts'],
]);

const OTHER: FieldWords = { label: '其他内容' };

const COMMAND_OF: ReadonlyMap<string, StaffCommand['type']> = new Map(
  Object.entries(STAFF_ACTS).map(([type, { fact }]) => [fact.type, type as StaffCommand['type']]),
);

/**
 * All that an event says, field by field, whatever its act: what an act is given more to say is there without anybody
 * listing it. What opened the case stands before the record, in the letter.
 */
export function saidIn(event: CaseEvent, nameOf: NameOf): readonly Said[] {
  if (event.type === 'registered' || event.type === 'unrecognised') return [];
  const command = COMMAND_OF.get(event.type);
  const asked = command === undefined ? {} : wordsOfAct(command).fields;
  return saidWithin(toldOnce(event), event.type, asked, nameOf);
}

/** Parts of an answer, which its whole text has word by word. */
const IN_THE_ANSWER = ['facts', 'opinion', 'basis', 'measures'];

const toldOnce = (event: CaseEvent): object =>
  'answer' in event && event.answer !== undefined
    ? Object.fromEntries(Object.entries(event).filter(([name]) => !IN_THE_ANSWER.includes(name)))
    : event;

function saidWithin(
  value: object,
  within: string,
  asked: Readonly<Record<string, FieldWords>>,
  nameOf: NameOf,
): readonly Said[] {
  return Object.entries(value).flatMap(([field, one]) => {
    const isKept = KEPT_FOR_PROGRAMS.has(field) || KEPT_FOR_PROGRAMS.has(`${within}.${field}`);
    if (isKept || one === undefined) return [];
    const words =
      ownProperty(RECORD_WORDS, `${within}.${field}`) ??
      ownProperty(asked, field) ??
      ownProperty(RECORD_WORDS, field) ??
      OTHER;
    const text = textOf(one, field, words, nameOf);
    return text === '' ? [] : [[within === 'limits' ? '期限' : words.label, text] as const];
  });
}

function textOf(value: unknown, field: string, words: FieldWords, nameOf: NameOf): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string')
    return ownProperty(words.choices ?? {}, value) ?? nameOf(value, field) ?? timeText(value) ?? value;
  if (Array.isArray(value)) return listText(value, field, words, nameOf);
  if (typeof value !== 'object' || value === null) return String(value);
  if ('unit' in value && 'count' in value) return periodText(value as Parameters<typeof periodText>[0]);
  const parts = saidWithin(value, field, {}, nameOf);
  return parts.length === 1 ? parts[0]![1] : parts.map(([label, text]) => `${label}：${text}`).join('；');
}

function listText(all: readonly unknown[], field: string, words: FieldWords, nameOf: NameOf): string {
  if (field === 'measures')
    return findingLines(undefined, 'closed', all as Measures)
      .join('')
      .replace(/^处理措施：/, '');
  const isPlain = all.every((one) => typeof one !== 'object');
  return all.map((one) => textOf(one, field, words, nameOf)).join(isPlain ? '、' : '\n');
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

function timeText(value: string): string | undefined {
  if (DAY.test(value)) return dateText(value);
  return INSTANT.test(value) ? deadline(value) : undefined;
}
