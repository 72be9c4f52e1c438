import { fieldErrorsOf, hasOwnWords } from '../shared/http/field-errors.ts';
import { type ActField, MOST_ORGANS } from './fields.ts';
import { type PartLookUps, partError, strangeInParts } from './parts-input.ts';
import type { Typed, TypedError } from './typed.ts';

/** How something is written that cannot be read. */
const WRITTEN: Readonly<Partial<Record<ActField['kind'], string>>> = {
  date: '请写成“2026-12-31”的样子',
  limit: '请写一个数字，例如 15',
  milestones: '请写成“2026-12-31 围挡完工”的样子',
  measures: '请写成“责令整改 2”的样子',
  grievances: '请写成“1 已责令停工”的样子',
};

/** Of these every line is one. */
const OF_LINES: readonly ActField['kind'][] = ['milestones', 'measures', 'grievances'];

type Problems = Parameters<typeof fieldErrorsOf>[0];

/** What is wrong with a form beside what is `told` to be missing: once for each field, or line of one. */
export function errorsIn(
  error: Problems,
  fields: readonly ActField[],
  told: readonly TypedError[],
  typed: Typed,
): readonly TypedError[] {
  const found = fieldErrorsOf(error).flatMap(({ pointer, detail }, index): TypedError[] => {
    const [name = '', ...path] = pointer.split('/').slice(1);
    const field = fields.find((one) => one.name === name);
    if (told.some((one) => one.field === name)) return [];
    if (field?.kind === 'parts') return [partError(path, detail, typed)];
    const issue = error.issues[index]!;
    // That one of several fields must be filled in says nothing more where some of them are asked for already.
    if (told.length > 0 && field?.required === false && issue.code === 'custom' && path.length === 0) return [];
    const written = field && !hasOwnWords(issue) ? WRITTEN[field.kind] : undefined;
    return [{ field: name, detail: `${field?.words.label ?? name}：${lineOf(field, path)}${written ?? detail}` }];
  });
  return found.filter((one, index) => found.findIndex((other) => isSamePlace(other, one)) === index);
}

const LINE = /：第\d+行/;
const isSamePlace = (one: TypedError, other: TypedError): boolean =>
  one.field === other.field && LINE.exec(one.detail)?.[0] === LINE.exec(other.detail)?.[0];

const lineOf = (field: ActField | undefined, [index]: readonly string[]): string =>
  field && OF_LINES.includes(field.kind) && index !== undefined ? `第${Number(index) + 1}行，` : '';

/** Names that no organ has. */
export const strangeOrgans = (
  fields: readonly ActField[],
  typed: Typed,
  look: Pick<PartLookUps, 'organByName'>,
): readonly TypedError[] =>
  fields.flatMap(({ name, kind, words }) => {
    if (kind === 'parts') return strangeInParts(typed, look);
    const names = kind === 'organ' ? [typed(name)] : kind === 'organs' ? organsTyped(name, typed) : [];
    return names.some((one) => one !== undefined && look.organByName(one) === undefined)
      ? [{ field: name, detail: `${words.label}：没有叫这个名字的单位，请从列表里选` }]
      : [];
  });

const organsTyped = (name: string, typed: Typed): readonly (string | undefined)[] =>
  Array.from({ length: MOST_ORGANS }, (_, index) => typed(`${name}-${index}`));
