import type { Context } from 'aws-lambda';
import { zipOf } from '../../adapters/archive/zip.ts';
import { memoryAccessRecord } from '../../adapters/memory/access-record.ts';
import { memoryEvidence } from '../../adapters/memory/evidence.ts';
import { drawDocx } from '../../adapters/papers/draw-docx.ts';
import { writeXlsx } from '../../adapters/tables/write-xlsx.ts';
import { createHandler as commandCase } from '../../functions/command-case/handler.ts';
import { createHandler as drawPapers } from '../../functions/draw-papers/handler.ts';
import { createHandler as exportCases } from '../../functions/export-cases/handler.ts';
import { createHandler as offerMaterial } from '../../functions/offer-material/handler.ts';
import { createHandler as openAttachment } from '../../functions/open-attachment/handler.ts';
import { createHandler as printCase } from '../../functions/print-case/handler.ts';
import { createHandler as revealComplainant } from '../../functions/reveal-complainant/handler.ts';
import type { Answer } from '../../functions/shared/http/http.ts';
import type { StaffEvent } from '../../functions/shared/staff/staff.ts';
import { createHandler as showAccess } from '../../functions/show-access/handler.ts';
import { createHandler as showCases } from '../../functions/show-cases/handler.ts';
import type { ShowNoticesDeps } from '../../usecases/staff/show-notices.ts';
import { codeNameOf } from './rules.ts';

type Print = Parameters<typeof printCase>[0];
type All = Parameters<typeof showCases>[0] &
  Parameters<typeof commandCase>[0] &
  Parameters<typeof openAttachment>[0] &
  Parameters<typeof revealComplainant>[0] &
  Pick<Print, 'files'> &
  Partial<Uploads>;
/** Who saw what is kept in a record of its own unless one is given. */
type Deps = Omit<All, 'access' | keyof typeof NOTHING_TOLD> & Partial<Pick<Access, 'access'> & typeof NOTHING_TOLD>;
type Access = Parameters<typeof showAccess>[0];

type Uploads = Pick<Parameters<typeof offerMaterial>[0], 'uploadForm' | 'newSecret'>;

/** Nobody was told anything, unless it is given. */
const NOTHING_TOLD: Pick<ShowNoticesDeps, 'noticesOf' | 'handOversOf'> = {
  noticesOf: async () => [],
  handOversOf: async () => [],
};

/** Forms that lead nowhere. */
const FORMS: Uploads = {
  uploadForm: async ({ key }) => ({ action: 'https://inbox.example/', fields: { key } }),
  newSecret: () => 'AAAAAAAAAAAAAAAAAAAAAA',
};

/** The ways in for staff as one, each route with the function that is deployed for it; archives of cases lie in `archives`. */
export function staffDesk(
  given: Deps,
  archives: Print['archives'] = memoryEvidence(),
): (event: StaffEvent, context: Context) => Promise<Answer> {
  const deps = { ...FORMS, ...NOTHING_TOLD, access: memoryAccessRecord(), ...given };
  const [show, command, open, offer] = [showCases(deps), commandCase(deps), openAttachment(deps), offerMaterial(deps)];
  const print = printCase({ ...deps, archives, pack: zipOf, codeNameOf });
  const reveal = revealComplainant(deps);
  const papers = drawPapers({ ...deps, draw: drawDocx });
  const access = showAccess(deps);
  const exporting = exportCases({ ...deps, workbook: writeXlsx });
  return (event, context) => {
    if (/\/(commands|hand-over|batch)$/.test(event.routeKey)) return command(event, context);
    if (/\/documents(?:$|\/)/.test(event.routeKey)) return papers(event, context);
    if (event.routeKey.endsWith('/export')) return exporting(event, context);
    if (/\/(?:print|archive|papers\/\{number\})$/.test(event.routeKey)) return print(event, context);
    if (event.routeKey.endsWith('/complainant')) return reveal(event, context);
    if (event.routeKey.endsWith('/access')) return access(event, context);
    if (event.routeKey.endsWith('/uploads')) return offer(event, context);
    return /attachments|materials/.test(event.routeKey) ? open(event, context) : show(event, context);
  };
}
