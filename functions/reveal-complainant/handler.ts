import type { RevealContactDeps } from '../../usecases/staff/reveal-contact.ts';
import { jsonBody } from '../shared/http/body.ts';
import { json } from '../shared/http/http.ts';
import { answerTo } from '../shared/staff/command-answer.ts';
import { deskOf, type Work } from '../shared/staff/desk.ts';
import { idOf } from '../shared/staff/staff.ts';
import { type TraceDeps, traceView } from '../shared/staff/trace-view.ts';
import { receivedAt } from '../shared/time.ts';
import { reveal } from './reveal.ts';
import { RevealBody } from './reveal-body.ts';

const ROUTES: Readonly<Record<string, Work<RevealContactDeps & TraceDeps>>> = {
  'POST /v1/cases/{id}/complainant': async (event, staff, deps) => {
    const asked = { caseId: idOf(event), ...jsonBody(RevealBody, event) };
    const found = await reveal(asked, staff, receivedAt(event), deps);
    if (found.kind !== 'revealed') return answerTo(found);
    const { receipt, expiresAt, sender } = found;
    await traceView('contact-revealed', { caseId: idOf(event), receipt }, staff, event, deps);
    const { channel, anonymous, contact } = sender;
    const { name, phone, email, postalAddress } = contact ?? {};
    return json(200, {
      receipt,
      channel,
      anonymous,
      contact: contact && { name, phone, email, postalAddress },
      expiresAt,
    });
  },
};

/** Who the complainant is, for whoever must reach them. */
export const createHandler = deskOf(ROUTES);
