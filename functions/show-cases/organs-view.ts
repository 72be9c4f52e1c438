import * as z from 'zod';
import { ORGAN_LEVELS, type Organs } from '../../domain/organs.ts';
import { list } from '../shared/staff/complaint-words.ts';

/** GET /v1/organs: whom a command or a list may name; nobody who works there. */
export const OrgansView = z.object({
  organs: list(
    z.object({
      id: z.string(),
      name: z.string(),
      level: z.enum(ORGAN_LEVELS),
      /** 行政区划代码. */
      division: z.string(),
      department: z.string(),
      superior: z.string().optional(),
    }),
  ),
});

/** In the order of their divisions, those of one division by their level and id. */
export function organsView(organs: Organs): z.infer<typeof OrgansView> {
  const rank = ({ division, level, id }: { division: string; level: (typeof ORGAN_LEVELS)[number]; id: string }) =>
    `${division} ${ORGAN_LEVELS.indexOf(level)} ${id}`;
  const views = [...organs.values()].map(({ id, name, level, division, department, superior }) => {
    return { id, name, level, division, department, superior };
  });
  return { organs: views.toSorted((one, other) => rank(one).localeCompare(rank(other))) };
}
