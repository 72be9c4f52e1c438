import * as z from 'zod';
import { listOf, stored } from '../stored.ts';

/** 是否属实, in the words in which results are published. */
export const TRUTHS = {
  substantiated: '属实',
  mostly: '基本属实',
  partly: '部分属实',
  unsubstantiated: '不属实',
} as const;
export type Truth = keyof typeof TRUTHS;

/** 是否办结. An answer is never 正在办理: that is every case without one. */
export const PROGRESS = { closed: '已办结', interim: '阶段性办结', open: '正在办理' } as const;
export type Progress = keyof typeof PROGRESS;

/** 处理措施 that are counted, each with what it counts. */
const COUNTED = {
  'rectification-ordered': ['责令整改', '家'],
  'penalty-filed': ['立案处罚', '家'],
  'criminal-filed': ['立案侦查', '件'],
  detained: ['拘留', '人'],
  'talked-to': ['约谈', '人'],
  'held-accountable': ['问责', '人'],
} as const;
export type Counted = keyof typeof COUNTED;
export const COUNTED_MEASURES = Object.keys(COUNTED) as Counted[];

/** 罚款: the one measure that is an amount. */
export const FINED = '罚款';

export const nameOfMeasure = (kind: Counted): string => COUNTED[kind][0];

/** A fine is at most ten thousand million yuan. */
const MOST_FEN = 10_000_000_000_00;

const counted = { kind: z.enum(COUNTED_MEASURES), count: z.int().min(1).max(9_999) };
const fined = { kind: z.literal('fined'), fen: z.int().min(1).max(MOST_FEN) };

/** 处理措施: so many, or a fine in fen (hundredths of a yuan). */
export const MeasuresSchema = listOf(z.discriminatedUnion('kind', [stored(counted), stored(fined)]));
export type Measures = Readonly<z.infer<typeof MeasuresSchema>>;

/** As they are said: each kind once. */
export const measuresSaid = () =>
  z
    .array(z.discriminatedUnion('kind', [z.object(counted), z.object(fined)]))
    .max(COUNTED_MEASURES.length + 1)
    .readonly()
    .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length, { error: '每种措施只填一次' });

export const truthNames = Object.keys(TRUTHS) as Truth[];
export const progressNames = Object.keys(PROGRESS) as Progress[];

/** "5万" is read in too many ways: yuan in figures, with fen only where there are any. */
const yuanText = (fen: number): string => (fen % 100 === 0 ? `${fen / 100}` : (fen / 100).toFixed(2));

/** What was found and done, in one line each, as the answer says it. */
export function findingLines(truth: Truth | undefined, progress: Progress, measures: Measures = []): readonly string[] {
  const done = measures.map((one) =>
    one.kind === 'fined'
      ? `${FINED}${yuanText(one.fen)}元`
      : `${COUNTED[one.kind][0]}${one.count}${COUNTED[one.kind][1]}`,
  );
  return [
    ...(truth ? [`调查结论：${TRUTHS[truth]}，${PROGRESS[progress]}。`] : []),
    ...(done.length > 0 ? [`处理措施：${done.join('，')}。`] : []),
  ];
}
