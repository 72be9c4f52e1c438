import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { CaseBusy } from '../../usecases/cases/command-case.ts';
import { type RegisterComplaintDeps, registerComplaint } from '../../usecases/registration/register-complaint.ts';
import { type BatchDeps, forEachMessage, mayWait } from '../shared/event-sources/batch.ts';
import { PoisonMessage, understood } from '../shared/event-sources/poison.ts';
import { retryInTurn, type TimeLeft } from '../shared/event-sources/retry-in-turn.ts';
import { logInfo } from '../shared/log.ts';
import { sentAt } from '../shared/time.ts';
import { follow } from '../shared/trace.ts';

const RegisterRequest = z.object({ receipt: z.string() });

/**
 * Queue "register": opens the case of each complaint that came in, or gives it to the case that it follows. What has
 * come before is done. What adds to a matter that has not come in waits for it, and then is a case of its own. Hundreds
 * who urge one case at once all get their turn.
 */
export const createHandler =
  (given: RegisterComplaintDeps & BatchDeps) =>
  (event: SQSEvent, context: TimeLeft): Promise<SQSBatchResponse> => {
    // Taken apart here, for what is read on demand would be read as soon as it is taken.
    const { setAside, ...deps } = given;
    const inTurn = retryInTurn((error) => error instanceof CaseBusy, context);
    const following = { ...deps, complaints: followingEarlier(deps.complaints) };
    const register = forEachMessage(
      async (record) => {
        const { receipt } = understood(() => RegisterRequest.parse(JSON.parse(record.body)));
        follow(receipt);
        const patience = { mayWait: mayWait(record) };
        const outcome = await inTurn(() => registerComplaint(receipt, sentAt(record), following, patience));
        if (outcome === 'unknown') throw new PoisonMessage('no such complaint');
        if (outcome === 'waiting') throw new MatterNotThere();
        logInfo('complaint-registered', { receipt, outcome });
      },
      { setAside },
    );
    return register(event);
  };

/** What adds to an earlier complaint is a part of the way of that one. */
const followingEarlier = (complaints: RegisterComplaintDeps['complaints']): RegisterComplaintDeps['complaints'] => ({
  ...complaints,
  async readComplaint(receipt) {
    const complaint = await complaints.readComplaint(receipt);
    if (complaint?.follows) follow(complaint.follows.to);
    return complaint;
  },
});

class MatterNotThere extends Error {
  override readonly name = 'MatterNotThere';
}
