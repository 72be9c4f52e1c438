import { type KeptReception, MOST_APPOINTMENTS, type Reception, ReceptionSchema } from '../../domain/desk/reception.ts';
import { numberTyped, receiptTyped, timeTyped } from '../shared/desk/read-typed.ts';
import { fieldErrorsOf } from '../shared/http/field-errors.ts';

/** What was typed into the form of a day, by the names of its inputs. */
export type TypedReception = (name: string) => string | undefined;

interface TypedError {
  readonly field: string;
  readonly detail: string;
}

const COLUMNS = ['time', 'case', 'people', 'remark'] as const;

export const cellOf = (row: number, column: (typeof COLUMNS)[number]): string => `row-${row}-${column}`;

/** What is kept, as it stands in the form. */
export const typedOf = (kept: KeptReception | undefined): TypedReception => {
  const rows = (kept?.appointments ?? []).flatMap(({ time, caseId, people, remark }, row) => [
    [cellOf(row, 'time'), time],
    [cellOf(row, 'case'), caseId],
    [cellOf(row, 'people'), `${people}`],
    [cellOf(row, 'remark'), remark],
  ]);
  const values = new Map(rows as [string, string | undefined][]);
  return (name) => values.get(name) ?? { leader: kept?.leader, place: kept?.place }[name as 'leader'];
};

/** The rows in which something stands, by their place in the form, from 0. */
export const rowsIn = (typed: TypedReception): readonly number[] =>
  Array.from({ length: MOST_APPOINTMENTS }, (_, row) => row).filter((row) =>
    COLUMNS.some((column) => typed(cellOf(row, column)) !== undefined),
  );

/** The same with a case in the first row that is free, unless it stands there or there is none. */
export function withCase(typed: TypedReception, caseId: string | undefined): TypedReception {
  const rows = rowsIn(typed);
  if (caseId === undefined || rows.some((row) => typed(cellOf(row, 'case')) === caseId)) return typed;
  const free = Array.from({ length: MOST_APPOINTMENTS }, (_, row) => row).find((row) => !rows.includes(row));
  return (name) => (free !== undefined && name === cellOf(free, 'case') ? caseId : typed(name));
}

type Read =
  | {
      readonly kind: 'right';
      readonly reception: Reception;
      /** What is wrong where those appointments are of no case that they may see. */
      readonly strange: (appointments: readonly number[]) => readonly TypedError[];
    }
  | { readonly kind: 'wrong'; readonly errors: readonly TypedError[] };

/** The day as the form says it: a row in which nothing stands is no appointment. */
export function receptionTyped(typed: TypedReception): Read {
  const rows = rowsIn(typed);
  const appointments = rows.map((row) => {
    const at = (column: (typeof COLUMNS)[number]) => typed(cellOf(row, column));
    return {
      time: timeTyped(at('time') ?? ''),
      caseId: receiptTyped(at('case') ?? ''),
      people: numberTyped((at('people') ?? '1').replace(/[人名位]$/, '')),
      remark: at('remark'),
    };
  });
  const result = ReceptionSchema.safeParse({ leader: typed('leader') ?? '', place: typed('place'), appointments });
  const inRow = (index: number, column: (typeof COLUMNS)[number], detail: string): TypedError => ({
    field: cellOf(rows[index]!, column),
    detail: `第${rows[index]! + 1}行：${detail}`,
  });
  if (result.success) {
    const strange = (all: readonly number[]) => all.map((one) => inRow(one, 'case', '没有这一件，或者您不能查阅'));
    return { kind: 'right', reception: result.data, strange };
  }
  const errors = fieldErrorsOf(result.error).map(({ pointer, detail }): TypedError => {
    const [, name = '', index, key = ''] = pointer.split('/');
    if (index === undefined) return { field: name, detail };
    return inRow(Number(index), COLUMN_OF[key as keyof typeof COLUMN_OF] ?? 'case', detail);
  });
  return { kind: 'wrong', errors };
}

const COLUMN_OF = { time: 'time', caseId: 'case', people: 'people', remark: 'remark' } as const;
