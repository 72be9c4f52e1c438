import * as z from 'zod';
import type { Case } from '../../../domain/case/case.ts';
import { listOf } from '../../../domain/stored.ts';

/** 材料: what staff added, and where each is opened with the same token. */
export const MaterialsView = listOf(
  z.object({
    number: z.int(),
    name: z.string(),
    mediaType: z.string(),
    organ: z.string(),
    at: z.iso.datetime(),
    href: z.string(),
  }),
);

export const materialsOf = ({ id, materials = [] }: Case): z.infer<typeof MaterialsView> =>
  materials.map(({ number, name, mediaType, organ, at }) => {
    const href = `/v1/cases/${id}/materials/${number}`;
    return { number, name, mediaType, organ, at, href };
  });
