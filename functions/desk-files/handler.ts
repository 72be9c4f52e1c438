import { type OpenAttachmentDeps, openAttachment } from '../../usecases/staff/open-attachment.ts';
import { type DeskDeps, type Show, showingDesk } from '../shared/desk/desk.ts';
import { seeOther } from '../shared/http.ts';
import { shown } from '../shared/staff/shown.ts';
import { type TraceDeps, traceView } from '../shared/staff/trace-view.ts';

const ROUTES: Readonly<Record<string, Show<DeskDeps & TraceDeps & OpenAttachmentDeps>>> = {
  'GET /desk/cases/{id}/files/{receipt}/{number}': async ({ event, staff, now }, deps) => {
    const { id: caseId = '', receipt = '', number = '' } = event.pathParameters ?? {};
    const name = { caseId, receipt, number: Number(number) };
    const location = shown(await openAttachment(name, staff, now, deps));
    // From here on S3 knows only that we had it opened, not for whom.
    await traceView('attachment-opened', name, staff, event, deps);
    return seeOther(location);
  },
};

/** What came with a complaint, opened at the desk. */
export const createHandler = showingDesk(ROUTES);
