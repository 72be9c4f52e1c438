import type { Filling } from '../texts/filled.ts';
import type { Contract, Declared } from '../texts/parameters.ts';
import { dateText, deadline, moment } from './words.ts';

/** Which text of config/notices is said, and with what. */
export interface Wording {
  readonly text: string;
  readonly values: Filling;
}

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
