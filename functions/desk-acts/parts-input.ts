import type { Case } from '../../domain/case/case.ts';
import type { SplitPart } from '../../domain/case/handling/splitting.ts';
import { POLLUTION_TYPES } from '../../domain/classification/classification.ts';
import { numbersIn, stretchesOf } from '../../domain/text/sentences.ts';
import { MOST_FORM_PARTS, SENTENCE_ENDS, sentencesOfPart } from '../shared/desk/split-names.ts';
import { choice, groupedSelect, hidden, textField } from '../shared/pages/fields.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { group, limitField, type Option, organField } from './inputs.ts';
import type { Typed, TypedError } from './typed.ts';

/** What a part is filled in with, by the name of its input. */
const LABELS = {
  sentences: '第几句',
  matter: '事项',
  lead: '主办单位',
  assisting: '协办单位',
  types: '污染类型',
  limit: '要求办结的期限',
} as const;

const WRONG_SENTENCES = '没有这一句，请写成“1-3、5”的样子';

const nameOf = (part: number, input: string): string => `parts-${part}-${input}`;

/** The inputs in which something stands only once somebody has put it there. */
const PUT_IN: readonly string[] = [
  ...['matter', 'lead', 'assisting', 'limit-count'],
  ...POLLUTION_TYPES.map((_, index) => `types-${index}`),
];

/** The parts that somebody began, by their place in the form, from 0. */
const begun = (typed: Typed): readonly number[] =>
  Array.from({ length: MOST_FORM_PARTS }, (_, part) => part).filter((part) =>
    [sentencesOfPart(part), ...PUT_IN.map((input) => nameOf(part, input))].some((name) => typed(name) !== undefined),
  );

/** 拆分: one fieldset a part, two at least. */
export function partInputs(typed: Typed, matters: readonly Option[], errors: readonly TypedError[]): Html {
  const parts = begun(typed);
  const shown = parts.length < 2 ? [...new Set([0, 1, ...parts])] : parts;
  return html`${hidden(SENTENCE_ENDS, typed(SENTENCE_ENDS) ?? '')}${shown.map((part) => partInput(part, typed, matters, errors))}`;
}

function partInput(part: number, typed: Typed, matters: readonly Option[], errors: readonly TypedError[]): Html {
  const about = (input: keyof typeof LABELS) => {
    const name = nameOf(part, input);
    const error = errors.find(({ field }) => field === name)?.detail;
    return { name, label: LABELS[input], value: typed(name), error };
  };
  return group(
    `第${part + 1}部分`,
    undefined,
    undefined,
    nameOf(part, 'all'),
    html`${textField({ ...about('sentences'), hint: '例如 1-3、5；不填就是来信全文。', maxLength: 200 })}
${groupedSelect({ ...about('matter'), none: '和整件一样', groups: [{ label: '事项', options: matters }] })}
${organField(about('lead'))}
${organField({ ...about('assisting'), hint: '没有就不填；几个单位之间用顿号隔开。' })}
<details><summary>${LABELS.types}（不选就按事项原来的）</summary>${POLLUTION_TYPES.map((type, index) => {
      const name = `${nameOf(part, 'types')}-${index}`;
      return choice({
        ...{ type: 'checkbox', id: name, name, value: type, label: type },
        isOn: typed(name) !== undefined,
      });
    })}</details>
${limitField(LABELS.limit, '不填就和整件同时到期。', undefined, nameOf(part, 'limit'), typed)}`,
  );
}

/** What the parts of a form name in words. */
export interface PartLookUps {
  readonly organByName: (name: string) => string | undefined;
  /** The part of the classification, from 1, whose words are exactly these. */
  readonly partAt: (ranges: SplitPart['ranges']) => number | undefined;
}

/** The parts as the command says them. */
export const partsTyped = (typed: Typed, look: PartLookUps): readonly object[] =>
  begun(typed).map((part) => {
    const at = (input: string) => typed(nameOf(part, input));
    const organ = (name: string) => look.organByName(name) ?? name;
    const ranges = rangesTyped(at('sentences'), typed(SENTENCE_ENDS));
    const types = POLLUTION_TYPES.filter((_, index) => at(`types-${index}`) !== undefined);
    return {
      part: Array.isArray(ranges) ? look.partAt(ranges) : undefined,
      ...{ ranges, matter: at('matter'), lead: at('lead') && organ(at('lead')!) },
      assisting: namesIn(at('assisting')).map(organ),
      ...(types.length > 0 && { types }),
      ...(at('limit-count') !== undefined && {
        limit: { unit: at('limit-unit') ?? 'calendar-days', count: Number(at('limit-count')) },
      }),
    };
  });

const namesIn = (text = ''): readonly string[] => text.split(/[、,，;；\s]+/).filter((name) => name !== '');

/** The fields of the parts in which a name stands that no organ has. */
export const strangeInParts = (
  typed: Typed,
  { organByName }: Pick<PartLookUps, 'organByName'>,
): readonly TypedError[] =>
  begun(typed).flatMap((part) =>
    (['lead', 'assisting'] as const).flatMap((input) => {
      const text = typed(nameOf(part, input));
      const strange = (input === 'lead' ? [text ?? ''] : namesIn(text)).find(
        (name) => name !== '' && organByName(name) === undefined,
      );
      const detail = `第${part + 1}部分，${LABELS[input]}：没有叫“${strange}”的单位，请从列表里选`;
      return strange === undefined ? [] : [{ field: nameOf(part, input), detail }];
    }),
  );

/** What cannot be read stays as it is, which the command's schema refuses. */
function rangesTyped(sentences: string | undefined, ends: string | undefined) {
  if (sentences === undefined) return undefined;
  const numbers = numbersIn(sentences);
  return (numbers && stretchesOf(numbers, endsIn(ends))) ?? sentences;
}

const endsIn = (text: string | undefined): readonly number[] =>
  (text ?? '')
    .split(',')
    .map(Number)
    .filter((end) => Number.isSafeInteger(end) && end > 0);

/** What is wrong with the parts, at the field of the part. `path`: of the command's schema, "0/ranges". */
export function partError(path: readonly string[], detail: string, typed: Typed): TypedError {
  const [index, key = ''] = path;
  const part = index === undefined ? undefined : begun(typed)[Number(index)];
  if (part === undefined) return { field: nameOf(0, 'sentences'), detail: '请至少分成两个部分' };
  const input = key === 'ranges' ? 'sentences' : Object.hasOwn(LABELS, key) ? (key as keyof typeof LABELS) : 'lead';
  const said = key === 'ranges' ? WRONG_SENTENCES : detail;
  return { field: nameOf(part, input), detail: `第${part + 1}部分，${LABELS[input]}：${said}` };
}

/** The form as it is first shown: what the rules found of each part is filled in. */
export function withFound(typed: Typed, state: Case, organNameOf: (organ: string) => string): Typed {
  const found = new Map<string, string>();
  for (const part of begun(typed)) {
    const ranges = rangesTyped(typed(sentencesOfPart(part)), typed(SENTENCE_ENDS));
    const number = Array.isArray(ranges) ? partAt(state)(ranges) : undefined;
    const { matter, lead } = state.classification.parts?.[(number ?? 0) - 1] ?? {};
    if (matter !== undefined && matter !== 'unknown') found.set(nameOf(part, 'matter'), matter);
    if (lead !== undefined) found.set(nameOf(part, 'lead'), organNameOf(lead));
  }
  return (name) => typed(name) ?? found.get(name);
}

/** Which part of the classification stands exactly there, from 1. */
export const partAt =
  ({ classification: { parts = [] } }: Pick<Case, 'classification'>): PartLookUps['partAt'] =>
  (ranges = []) => {
    const [only, ...others] = ranges;
    if (!only || others.length > 0) return undefined;
    const index = parts.findIndex(({ start, end }) => start === only.start && end === only.end);
    return index < 0 ? undefined : index + 1;
  };
