import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Download } from '../../domain/attachments/download.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import { officialLetterOf } from '../../domain/notices/outside/official-letter.ts';
import { type Dossier, type DossierDeps, openDossier } from '../../usecases/staff/open-dossier.ts';
import { showingSame } from '../shared/desk/both-entrances.ts';
import type { DeskDeps } from '../shared/desk/desk.ts';
import { seeOther } from '../shared/http/http.ts';
import { Refusal } from '../shared/http/problem.ts';
import { deskOf, type Work } from '../shared/staff/desk.ts';
import type { NameOf } from '../shared/staff/said-in-event.ts';
import { shown } from '../shared/staff/shown.ts';
import { idOf } from '../shared/staff/staff.ts';
import { type TraceDeps, traceView } from '../shared/staff/trace-view.ts';
import { receivedAt } from '../shared/time.ts';
import { archiveOf } from './archive.ts';
import { paperPage } from './paper-page.ts';
import { PAGE_HEADERS, printed } from './print.ts';

interface PrintCaseDeps extends DossierDeps, TraceDeps {
  /** What people call a matter or a subtype, by its code. */
  readonly codeNameOf: NameOf;
  readonly pack: (files: Readonly<Record<string, Uint8Array>>, now: Instant) => Uint8Array;
  /** Where archives lie for a day, each under an address of its own. */
  readonly archives: {
    put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>;
    addressOf(key: string, as: Download, now: Instant): Promise<string | undefined>;
  };
}

const ROUTES: Readonly<Record<string, Work<PrintCaseDeps>>> = {
  'GET /v1/cases/{id}/print': async (event, staff, deps) =>
    await printed(await opened('print', event, staff, deps), printingOf(event, deps), deps),
  'GET /v1/cases/{id}/papers/{number}': async (event, staff, deps) => {
    const { file, events } = await opened('paper', event, staff, deps);
    const { number } = event.pathParameters as { readonly number: string };
    const found = events.find(({ seq }) => String(seq) === number);
    const paper = found && officialLetterOf(found, file.state, deps.context);
    if (!paper) throw new Refusal('no-such-paper');
    return { statusCode: 200, headers: PAGE_HEADERS, body: paperPage(paper) };
  },
  'GET /v1/cases/{id}/archive': async (event, staff, deps) => {
    const dossier = await opened('archive', event, staff, deps);
    const now = receivedAt(event);
    const bytes = deps.pack(await archiveOf(dossier, printingOf(event, deps), deps), now);
    const { id } = dossier.file.state;
    const key = `archives/${id}/${event.requestContext.requestId}.zip`;
    await deps.archives.put(key, bytes, ZIP);
    return seeOther((await deps.archives.addressOf(key, { fileName: `${id}.zip`, mediaType: ZIP }, now))!);
  },
};

const ZIP = 'application/zip';

/** The case, on record as every view of it. */
async function opened(
  view: string,
  event: APIGatewayProxyEventV2,
  staff: Staff,
  deps: PrintCaseDeps,
): Promise<Dossier> {
  const dossier = shown(await openDossier(idOf(event), staff, receivedAt(event), deps));
  await traceView('case-viewed', { caseId: idOf(event), view }, staff, event, deps);
  return dossier;
}

const printingOf = (event: APIGatewayProxyEventV2, { context, codeNameOf }: PrintCaseDeps) => ({
  address: `https://${event.requestContext.domainName}${event.rawPath.replace(/\/[^/]*$/, '')}`,
  now: receivedAt(event),
  roster: context,
  codeNameOf,
});

/** 一案一档: a case as a page to print, and as an archive that is read anywhere. */
export const createHandler = deskOf(ROUTES);

/** The same, at the desk. */
export const createDeskHandler = showingSame<PrintCaseDeps & DeskDeps>(ROUTES);
