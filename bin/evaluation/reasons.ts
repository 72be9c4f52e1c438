import * as z from 'zod';
import { jsonOf, linesOf } from '../data-rows.ts';

/** Why what is told is not what the label says, as a person judged it with the law at hand. */
const REASONS = {
  misread: 'misread: the rules are wrong',
  'by-law': "another's matter by law: the label is wrong",
  habit: 'label habit: either may be said',
} as const;

const line = z.object({ id: z.string(), reason: z.enum(Object.keys(REASONS) as (keyof typeof REASONS)[]) });

export type Reasons = ReadonlyMap<string, keyof typeof REASONS>;

/** Lines `{id, reason}`; throws where one is none. */
export const readReasons = (file: string): Reasons =>
  new Map(
    linesOf(file)
      .map(([text]) => line.parse(jsonOf(text)))
      .map(({ id, reason }) => [id, reason]),
  );

/** How many of these errors are of each kind; nothing where no reasons are known. */
export function byReason(ids: readonly string[], reasons: Reasons): string[] {
  if (reasons.size === 0) return [];
  const counted = Object.entries(REASONS).map(
    ([reason, says]) => `  ${ids.filter((id) => reasons.get(id) === reason).length} ${says}`,
  );
  return [...counted, `  ${ids.filter((id) => !reasons.has(id)).length} nobody has judged`];
}
