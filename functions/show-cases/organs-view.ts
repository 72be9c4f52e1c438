import * as z from 'zod';
import { byDivision, ORGAN_LEVELS, type Organs } from '../../domain/organs.ts';
import { listOf } from '../../domain/stored.ts';

/** GET /v1/organs: whom a command or a list may name; nobody who works there. */
export const OrgansView = z.object({
  organs: listOf(
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

/** In the order of their divisions. */
export function organsView(organs: Organs): z.infer<typeof OrgansView> {
  const views = [...organs.values()].toSorted(byDivision).map(({ id, name, level, division, department, superior }) => {
    return { id, name, level, division, department, superior };
  });
  return { organs: views };
}
