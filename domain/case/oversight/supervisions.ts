import * as z from 'zod';
import { lazy } from '../../lazy.ts';
import { isAbove, organNamed, type Roster } from '../../organs.ts';
import { DaySchema, InstantSchema, listOf, stored } from '../../stored.ts';
import { type Actor, organOf } from '../people/actor.ts';
import { ItemSchema, ongoingItem } from './numbered-items.ts';

/** 督办、挂牌督办. */
export const SUPERVISION_KINDS = ['ordinary', 'listed'] as const;
export const SUPERVISION_TEXT = { ordinary: '督办', listed: '挂牌督办' } as const;

export const supervisionsSchema = lazy(() =>
  listOf(
    stored({
      item: ItemSchema,
      kind: z.enum(SUPERVISION_KINDS),
      /** 文号. */
      number: z.string().optional(),
      by: z.string(),
      at: InstantSchema,
      until: DaySchema,
      endedAt: InstantSchema.optional(),
    }),
  ),
);

export type Supervision = Readonly<z.infer<ReturnType<typeof supervisionsSchema>>[number]>;

/** Where its term stands. */
export const basisOfSupervision = ({ kind, number }: Pick<Supervision, 'kind' | 'number'>): string =>
  `上级单位${SUPERVISION_TEXT[kind]}${number === undefined ? '' : `（${number}）`}`;

interface Supervised {
  readonly supervisions?: readonly Supervision[] | undefined;
}

/** What stands in the way of acts that only a supervised case knows. */
export const whyNotSupervised = ({ supervisions = [] }: Supervised): string | undefined =>
  supervisions.some(({ endedAt }) => endedAt === undefined) ? undefined : '没有未解除的督办';

/** The supervision of that number, where whoever acts ordered it or stands above who did; else why they may not. */
export function supervisionOf(
  { supervisions }: Supervised,
  item: number,
  { actor, ...roster }: Roster & { readonly actor: Actor },
): Supervision | string {
  const found = ongoingItem(item, supervisions);
  if (!found) return '没有这个序号的未解除督办';
  const organ = organOf(actor);
  const { id: by } = organNamed(found.by, roster);
  const isTheirs = organ !== undefined && (organ === by || isAbove(organ, by, roster.organs));
  return isTheirs ? found : '督办由作出督办的单位或其上级单位延期、解除';
}
