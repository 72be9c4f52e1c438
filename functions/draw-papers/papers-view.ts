import * as z from 'zod';
import { type CasePaper, PAPER_KINDS } from '../../domain/papers/papers.ts';
import { listOf } from '../../domain/stored.ts';

/** GET /v1/cases/{id}/documents. */
export const PapersView = z.object({
  papers: listOf(
    z.object({
      kind: z.enum(PAPER_KINDS),
      name: z.string(),
      /** What it still lacks; where it lacks nothing, `href` draws it. */
      missing: listOf(z.string()),
      href: z.string().optional(),
    }),
  ),
});

export const papersView = (caseId: string, papers: readonly CasePaper[]): z.infer<typeof PapersView> => ({
  papers: papers.map(({ kind, name, missing }) => {
    const href = missing.length === 0 ? `/v1/cases/${caseId}/documents/${kind}` : undefined;
    return { kind, name, missing, href };
  }),
});

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
