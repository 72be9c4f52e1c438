import { type CommandByStaffDeps, commandByStaff } from '../../usecases/staff/command-by-staff.ts';
import { type HandOverAllDeps, handOverAll } from '../../usecases/staff/hand-over-all.ts';
import { jsonBody } from '../shared/body.ts';
import { json } from '../shared/http.ts';
import { answerTo } from '../shared/staff/command-answer.ts';
import { deskOf, type Work } from '../shared/staff/desk.ts';
import { shown } from '../shared/staff/shown.ts';
import { idOf } from '../shared/staff/staff.ts';
import { receivedAt } from '../shared/time.ts';
import { CommandBody } from './command-body.ts';
import { HandOverBody } from './hand-over-body.ts';

type CommandCaseDeps = CommandByStaffDeps & HandOverAllDeps;

const ROUTES: Readonly<Record<string, Work<CommandCaseDeps>>> = {
  'POST /v1/cases/{id}/commands': async (event, staff, deps) => {
    const { expectedVersion, ...command } = jsonBody(CommandBody, event);
    return answerTo(await commandByStaff(idOf(event), command, expectedVersion, staff, receivedAt(event), deps));
  },
  'POST /v1/officers/{sub}/hand-over': async (event, staff, deps) => {
    const asked = { from: event.pathParameters?.sub ?? '', ...jsonBody(HandOverBody, event) };
    const answer = await handOverAll(asked, staff, receivedAt(event), deps);
    if (answer.kind === 'no-such-page') return shown(answer);
    const { done, refused, cursor } = answer;
    return json(200, { done, refused, cursor });
  },
};

/** What staff do to cases. */
export const createHandler = deskOf(ROUTES);
