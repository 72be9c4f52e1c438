import type { StaffCommand } from '../../domain/case/acts.ts';
import { staffActOf } from '../../domain/case/acts.ts';
import { MOST_ATTACHED } from '../../domain/case/handling/materials.ts';
import { MOST_MILESTONES } from '../../domain/case/handling/rectification.ts';
import type { Person } from '../../domain/case/people/officers.ts';
import { dayAtStart, dayTyped, numberTyped, receiptTyped } from '../shared/desk/read-typed.ts';
import { filesTyped } from '../shared/desk/uploaded-files.ts';
import { type ActField, MOST_ORGANS } from './fields.ts';
import { materialsTyped } from './files-input.ts';
import { type PartLookUps, partsTyped } from './parts-input.ts';
import type { Typed, TypedError } from './typed.ts';
import { fourIn, grievanceIn, measureIn } from './typed-closing.ts';
import { errorsIn, strangeOrgans } from './typed-errors.ts';

export type Read =
  | { readonly kind: 'right'; readonly command: StaffCommand }
  | { readonly kind: 'wrong'; readonly errors: readonly TypedError[] };

/** What a form names in words, or by choosing. */
export interface LookUps extends PartLookUps {
  /** Of one's own organ. */
  readonly colleagueBySub: (sub: string) => Person | undefined;
}

/** The command that a form says, checked by its own schema, so that a page refuses what the API refuses. */
export function commandIn(type: StaffCommand['type'], fields: readonly ActField[], typed: Typed, look: LookUps): Read {
  const missing = fields.filter((field) => field.required && isBlank(field, typed));
  const said = Object.fromEntries(fields.map((field) => [field.name, saidBy(field, typed, look)]));
  const result = staffActOf(type).command.schema.safeParse({ type, ...said }, { reportInput: true });
  const told = missing.map(({ name, words }) => ({ field: name, detail: `请填写“${words.label}”` }));
  const errors: readonly TypedError[] = [
    ...told,
    ...strangeOrgans(fields, typed, look),
    ...(result.success ? [] : errorsIn(result.error, fields, told, typed)),
  ];
  return result.success && errors.length === 0 ? { kind: 'right', command: result.data } : { kind: 'wrong', errors };
}

const isBlank = ({ name, kind, words: { unless } }: ActField, typed: Typed): boolean =>
  !(unless !== undefined && typed(unless) !== undefined) &&
  !['some-of', 'subtypes', 'organs', 'limit', 'person', 'colleague', 'four', 'parts', 'uploads', 'materials'].includes(
    kind,
  ) &&
  typed(name) === undefined;

function saidBy({ name, kind, choices }: ActField, typed: Typed, look: LookUps) {
  const { organByName, colleagueBySub } = look;
  const organ = (text: string) => organByName(text) ?? text;
  const read = <Value>(input: string, as: (text: string) => Value) => {
    const text = typed(input);
    return text === undefined ? undefined : as(text);
  };
  switch (kind) {
    case 'some-of':
      return choices.filter((_, index) => typed(`${name}-${index}`) !== undefined);
    case 'subtypes':
      return someOf((index) => typed(`${name}-${index}`), 200);
    case 'organs':
      return Array.from({ length: MOST_ORGANS }, (_, index) => typed(`${name}-${index}`)).flatMap((text) =>
        text === undefined ? [] : organ(text),
      );
    case 'organ':
      return typed(name) === undefined ? undefined : organ(typed(name)!);
    case 'lines':
      return linesOf(typed(name));
    case 'colleague':
      return colleagueBySub(typed(`${name}-chosen`) ?? '') ?? personTyped(name, typed);
    case 'person':
      return personTyped(name, typed);
    case 'instruction':
    case 'supervision':
      return read(name, numberTyped);
    case 'reached':
      return someOf((index) => typed(`${name}-${index + 1}`), MOST_MILESTONES)?.map(Number);
    case 'date':
      return read(name, dayTyped);
    case 'receipt':
      return read(name, receiptTyped);
    case 'measures':
      return linesOf(typed(name))?.map(measureIn);
    case 'grievances':
      return linesOf(typed(name))?.map(grievanceIn);
    case 'four':
      return fourIn(name, typed);
    case 'milestones':
      return linesOf(typed(name))?.map(milestoneIn);
    case 'parts':
      return partsTyped(typed, look);
    case 'uploads':
      return filesTyped(typed, MOST_ATTACHED);
    case 'materials':
      return materialsTyped(name, typed);
    case 'limit':
      return read(`${name}-count`, (count) => ({
        unit: typed(`${name}-unit`) ?? 'calendar-days',
        count: numberTyped(count),
      }));
    default:
      return typed(name);
  }
}

/** “2026年12月31日 围挡完工” */
function milestoneIn(line: string): object {
  const { day, rest } = dayAtStart(line) ?? { day: '', rest: line };
  return { by: day, what: rest.trim() };
}

const personTyped = (name: string, typed: Typed) =>
  typed(`${name}-sub`) === undefined && typed(`${name}-name`) === undefined
    ? undefined
    : { sub: typed(`${name}-sub`), name: typed(`${name}-name`) };

const linesOf = (text: string | undefined): readonly string[] | undefined =>
  text
    ?.split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** None chosen leaves the field as it is. */
function someOf(at: (index: number) => string | undefined, most: number): readonly string[] | undefined {
  const chosen = Array.from({ length: most }, (_, index) => at(index)).filter((value) => value !== undefined);
  return chosen.length > 0 ? chosen : undefined;
}
