import * as z from 'zod';
import { listOf, stored } from '../../stored.ts';
import type { MarkRules, SetMark } from '../oversight/marks.ts';

/** 四个不放过, each with the state that it asks for. */
export const FOUR_CHECKS = {
  facts: '问题查清',
  rectified: '整改到位',
  responsible: '责任落实',
  satisfied: '群众满意',
} as const;
export type Check = keyof typeof FOUR_CHECKS;
export const CHECK_NAMES = Object.keys(FOUR_CHECKS) as Check[];

/** Four of them must leave room for the answer in one item of the table. */
const said = () => z.string().trim().min(1).max(300);
const numbers = () => z.array(z.int().positive()).max(20).readonly();

const met = () =>
  z.object({
    met: z.literal(true),
    /** 证据, in words; or materials of the case by their numbers, or visits by the numbers of their events. */
    evidence: said().optional(),
    materials: numbers().optional(),
    visits: numbers().optional(),
  });
const notMet = () => z.object({ met: z.literal(false), reason: said() });

const checked = () =>
  z
    .discriminatedUnion('met', [met(), notMet()])
    .refine((one) => !one.met || one.evidence !== undefined || one.materials?.length || one.visits?.length, {
      path: ['evidence'],
      error: '此项必填',
    });

/** As they are said, all four. */
export function fourChecksSaid() {
  const one = checked();
  return z.object({ facts: one, rectified: one, responsible: one, satisfied: one });
}
export type FourChecks = z.infer<ReturnType<typeof fourChecksSaid>>;

const storedCheck = stored({
  met: z.boolean(),
  evidence: z.string().optional(),
  materials: listOf(z.int()).optional(),
  visits: listOf(z.int()).optional(),
  reason: z.string().optional(),
});
export const FourChecksSchema = stored({
  facts: storedCheck,
  rectified: storedCheck,
  responsible: storedCheck,
  satisfied: storedCheck,
});

interface Asked {
  readonly inspection?: unknown;
  readonly procedure?: string | undefined;
  readonly marked?: readonly { readonly mark: SetMark }[] | undefined;
}

/** Who must show them: inspection items, and cases with a mark that asks for it; a suggestion is nothing to rectify. */
export function demandsFour({ inspection, procedure, marked = [] }: Asked, marks: MarkRules | undefined): boolean {
  if (procedure === 'suggestion') return false;
  return inspection !== undefined || marked.some(({ mark }) => marks?.get(mark)?.fourChecks === true);
}

interface Held {
  readonly materials?: readonly { readonly number: number }[] | undefined;
  readonly visits?: readonly { readonly seq: number }[] | undefined;
}

/** What evidence names that the case does not have. */
export function unknownEvidence(four: FourChecks, { materials = [], visits = [] }: Held): string | undefined {
  for (const name of CHECK_NAMES) {
    const one = four[name];
    if (!one.met) continue;
    const material = one.materials?.find((number) => !materials.some((kept) => kept.number === number));
    if (material !== undefined) return `“${FOUR_CHECKS[name]}”：没有第${material}号材料`;
    const visit = one.visits?.find((seq) => !visits.some((kept) => kept.seq === seq));
    if (visit !== undefined) return `“${FOUR_CHECKS[name]}”：第${visit}号记录不是现场核查`;
  }
  return undefined;
}
