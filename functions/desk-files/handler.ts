import { type OpenAttachmentDeps, openAttachment } from '../../usecases/staff/open-attachment.ts';
import { type DeskDeps, type Show, showingDesk } from '../shared/desk/desk.ts';
import { seeOther } from '../shared/http.ts';
import { logInfo } from '../shared/log.ts';
import { shown } from '../shared/staff/shown.ts';

const ROUTES: Readonly<Record<string, Show<DeskDeps & OpenAttachmentDeps>>> = {
  'GET /desk/cases/{id}/files/{receipt}/{number}': async ({ event, staff, now }, deps) => {
    const { id: caseId = '', receipt = '', number = '' } = event.pathParameters ?? {};
    const name = { caseId, receipt, number: Number(number) };
    const location = shown(await openAttachment(name, staff, now, deps));
    // From here on S3 knows only that we had it opened, not for whom.
    logInfo('attachment-opened', {
      ...name,
      organ: staff.organ,
      sub: staff.sub,
      traceId: event.requestContext.requestId,
    });
    return seeOther(location);
  },
};

/** What came with a complaint, opened at the desk. */
export const createHandler = showingDesk(ROUTES);
