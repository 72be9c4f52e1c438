import * as z from 'zod';
import { listOf, stored } from '../../stored.ts';

/** A grievance that has no answer of its own, and why. */
export const GRIEVANCE_MARKS = {
  unsubstantiated: '不属实',
  'not-ours': '不属于本部门职责',
  'answered-together': '已在答复中一并回应',
} as const;
export type GrievanceMark = keyof typeof GRIEVANCE_MARKS;
const MARK_NAMES = Object.keys(GRIEVANCE_MARKS) as GrievanceMark[];

const answered = () =>
  z
    .object({
      /** Number of a part of the classification, from 1. */
      part: z.int().min(1).max(10),
      /** What is answered to it; or the mark that stands for an answer. */
      answer: z.string().trim().min(1).max(300).optional(),
      mark: z.enum(MARK_NAMES).optional(),
    })
    .refine(({ answer, mark }) => (answer === undefined) !== (mark === undefined), {
      error: '答复和标记须填其中一项',
    });

/** 逐项回应: each grievance that was named, answered or marked. */
export const grievancesSaid = () => z.array(answered()).max(10).readonly();
export type Grievances = z.infer<ReturnType<typeof grievancesSaid>>;

export const GrievancesSchema = listOf(
  stored({ part: z.int(), answer: z.string().optional(), mark: z.enum(MARK_NAMES).optional() }),
);

interface Named {
  readonly classification: {
    readonly parts?:
      | readonly { readonly types: readonly string[]; readonly start: number; readonly end: number }[]
      | undefined;
  };
}

const nameOf = (types: readonly string[], index: number): string =>
  `第${index + 1}个问题${types.length > 0 ? `（${types.join('、')}）` : ''}`;

/** Whether a case names several grievances, each to be answered. */
export const namesSeveral = ({ classification }: Named): boolean => (classification.parts?.length ?? 0) > 1;

/** What is left of the grievances, or what none of them is; by its place in the text, counted in characters from 1. */
export function forgotten({ classification: { parts = [] } }: Named, said: Grievances = []): string | undefined {
  const strange = said.find(({ part }) => part > parts.length);
  if (strange) return `来信中没有第${strange.part}个问题`;
  const twice = said.find(({ part }, index) => said.findIndex((one) => one.part === part) < index);
  if (twice) return `第${twice.part}个问题回应了两次`;
  if (parts.length < 2) return undefined;
  const left = parts.flatMap(({ types, start, end }, index) =>
    said.some(({ part }) => part === index + 1) ? [] : [`${nameOf(types, index)}，来信第${start + 1}至${end}字`],
  );
  return left.length === 0 ? undefined : `还没有逐项回应：${left.join('；')}`;
}

/** As the complainant reads them, one line each in the order of the text. */
export const grievanceLines = ({ classification: { parts = [] } }: Named, said: Grievances = []): readonly string[] =>
  said
    .toSorted((one, other) => one.part - other.part)
    .map(
      ({ part, answer, mark }) =>
        `${nameOf(parts[part - 1]?.types ?? [], part - 1)}：${answer ?? `${GRIEVANCE_MARKS[mark!]}。`}`,
    );
