import type { Outcome } from '../../usecases/cases/command-case.ts';
import { type CommandByStaffDeps, commandByStaff } from '../../usecases/staff/command-by-staff.ts';
import { jsonBody } from '../shared/body.ts';
import { type Answer, json } from '../shared/http.ts';
import { Refusal } from '../shared/problem.ts';
import { deskOf, type Work } from '../shared/staff/desk.ts';
import { idOf } from '../shared/staff/staff.ts';
import { receivedAt } from '../shared/time.ts';
import { CommandBody } from './command-body.ts';

const ROUTES: Readonly<Record<string, Work<CommandByStaffDeps>>> = {
  'POST /v1/cases/{id}/commands': async (event, staff, deps) => {
    const { expectedVersion, ...command } = jsonBody(CommandBody, event);
    return answerTo(await commandByStaff(idOf(event), command, expectedVersion, staff, receivedAt(event), deps));
  },
};

/** What staff do to a case. */
export const createHandler = deskOf(ROUTES);

function answerTo(outcome: Outcome): Answer {
  switch (outcome.kind) {
    case 'done':
    case 'unchanged':
      return json(200, { version: outcome.state.version, status: outcome.state.status });
    case 'unknown':
      throw new Refusal('unknown-case');
    case 'stale':
      throw new Refusal('stale-version', { detail: `事项现为第${outcome.version}版` });
    case 'refused':
      throw new Refusal(outcome.reason, { detail: outcome.detail });
  }
}
