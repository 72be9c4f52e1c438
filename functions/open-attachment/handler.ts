import { type OpenAttachmentDeps, openAttachment } from '../../usecases/staff/open-attachment.ts';
import { openMaterial } from '../../usecases/staff/open-material.ts';
import { showingSame } from '../shared/desk/both-entrances.ts';
import type { DeskDeps } from '../shared/desk/desk.ts';
import { seeOther } from '../shared/http/http.ts';
import { deskOf, type Work } from '../shared/staff/desk.ts';
import { shown } from '../shared/staff/shown.ts';
import { idOf } from '../shared/staff/staff.ts';
import { type TraceDeps, traceView } from '../shared/staff/trace-view.ts';
import { receivedAt } from '../shared/time.ts';

type Deps = OpenAttachmentDeps & TraceDeps;

const ROUTES: Readonly<Record<string, Work<Deps>>> = {
  'GET /v1/cases/{id}/complaints/{receipt}/attachments/{number}': async (event, staff, deps) => {
    const { receipt = '', number = '' } = event.pathParameters ?? {};
    const name = { caseId: idOf(event), receipt, number: Number(number) };
    const location = shown(await openAttachment(name, staff, receivedAt(event), deps));
    // From here on S3 knows only that we had it opened, not for whom.
    await traceView('attachment-opened', name, staff, event, deps);
    return seeOther(location);
  },
  'GET /v1/cases/{id}/materials/{number}': async (event, staff, deps) => {
    const name = { caseId: idOf(event), material: Number(event.pathParameters?.number) };
    const location = shown(await openMaterial(name, staff, receivedAt(event), deps));
    const { material: number, ...ids } = name;
    await traceView('attachment-opened', { ...ids, view: 'material', number }, staff, event, deps);
    return seeOther(location);
  },
};

/** What came with a complaint, or was added by colleagues, opened by staff. */
export const createHandler = deskOf(ROUTES);

/** The same, at the desk. */
export const createDeskHandler = showingSame<Deps & DeskDeps>(ROUTES);
