import type { Day, Instant } from '../calendar/day.ts';
import { type Filling, filled } from '../texts/filled.ts';
import type { Contract, Declared, ValuesOf } from '../texts/parameters.ts';
import { type Texts, textNamed } from '../texts/text.ts';
import { dateText, deadline, moment } from './date-words.ts';
import { englishDate, englishDeadline, englishMoment } from './english-words.ts';

/** Which text of config/notices is said, and with what. */
export interface Wording {
  readonly text: string;
  readonly values: Filling;
  /** The same values as they are written in English. */
  readonly english: Filling;
}

/** Says the texts of a table, each with the values that it asks for. */
export function sayerOf<Contracts extends Readonly<Record<string, Contract>>>(contracts: Contracts) {
  return <Name extends keyof Contracts & string>(text: Name, values: ValuesOf<Contracts[Name]>): Wording => ({
    text,
    values: written(values, contracts[text]!),
    english: written(values, contracts[text]!, ENGLISH),
  });
}

/** What a text says, and which it is. */
export interface Told {
  readonly subject: string;
  readonly body: string;
  readonly sms?: string | undefined;
  /** What stands below it for whoever wrote in English; none of a text that has no English. */
  readonly english?: string | undefined;
  readonly template: { readonly id: string; readonly version: string };
}

/** All that it says. Throws where the function carries no such text. */
export function toldIn({ text: id, values, english: inEnglish }: Wording, texts: Texts): Told {
  const { subject = '', sms, body, english, version } = textNamed(id, texts);
  const said = { subject: filled(subject, values), body: filled(body, values), sms: sms && filled(sms, values) };
  return { ...said, english: english && filled(english, inEnglish), template: { id, version } };
}

/** What it says, and below it the English, where there is any. */
export const withEnglish = (words: string, english: string | undefined): string =>
  english === undefined ? words : `${words}\n\n${english}`;

/** Its words alone. */
export const bodyOf = (wording: Wording, texts: Texts): string => toldIn(wording, texts).body;

/** How days and instants are written out for people. */
export interface Times {
  readonly date: (day: Day) => string;
  readonly moment: (at: Instant) => string;
  readonly deadline: (at: Instant) => string;
}

const CHINESE: Times = { date: dateText, moment, deadline };
export const ENGLISH: Times = { date: englishDate, moment: englishMoment, deadline: englishDeadline };

type Value = string | number | boolean;

/** The values as people read them. */
export function written(
  values: Readonly<Record<string, Value | undefined>>,
  contract: Contract,
  times: Times = CHINESE,
): Filling {
  const shown = Object.entries(contract).map(([name, type]) => [name, shownAs(type, values[name], times)] as const);
  return Object.fromEntries(shown);
}

function shownAs(type: Declared, value: Value | undefined, times: Times): string | undefined {
  if (typeof value === 'boolean') return value ? '' : undefined;
  if (typeof value !== 'string') return value?.toString();
  switch (type.replace('?', '')) {
    case 'date':
      return times.date(value);
    case 'moment':
      return times.moment(value);
    case 'deadline':
      return times.deadline(value);
    default:
      return value;
  }
}
