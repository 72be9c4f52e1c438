import { type Filling, filled } from '../texts/filled.ts';
import type { Contract, Declared, ValuesOf } from '../texts/parameters.ts';
import { type Texts, textNamed } from '../texts/text.ts';
import { dateText, deadline, moment } from './words.ts';

/** Which text of config/notices is said, and with what. */
export interface Wording {
  readonly text: string;
  readonly values: Filling;
}

/** Says the texts of a table, each with the values that it asks for. */
export function sayerOf<Contracts extends Readonly<Record<string, Contract>>>(contracts: Contracts) {
  return <Name extends keyof Contracts & string>(text: Name, values: ValuesOf<Contracts[Name]>): Wording => ({
    text,
    values: written(values, contracts[text]!),
  });
}

/** What a text says, and which it is. */
export interface Told {
  readonly subject: string;
  readonly body: string;
  readonly sms?: string | undefined;
  readonly template: { readonly id: string; readonly version: string };
}

/** All that it says. Throws where the function carries no such text. */
export function toldIn({ text: id, values }: Wording, texts: Texts): Told {
  const { subject = '', sms, body, version } = textNamed(id, texts);
  const said = { subject: filled(subject, values), body: filled(body, values), sms: sms && filled(sms, values) };
  return { ...said, template: { id, version } };
}

/** Its words alone. */
export const bodyOf = (wording: Wording, texts: Texts): string => toldIn(wording, texts).body;

type Value = string | number | boolean;

/** The values as people read them. */
export function written(values: Readonly<Record<string, Value | undefined>>, contract: Contract): Filling {
  const shown = Object.entries(contract).map(([name, type]) => [name, shownAs(type, values[name])] as const);
  return Object.fromEntries(shown);
}

function shownAs(type: Declared, value: Value | undefined): string | undefined {
  if (typeof value === 'boolean') return value ? '' : undefined;
  if (typeof value !== 'string') return value?.toString();
  switch (type.replace('?', '')) {
    case 'date':
      return dateText(value);
    case 'moment':
      return moment(value);
    case 'deadline':
      return deadline(value);
    default:
      return value;
  }
}
