import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { CaseBusy } from '../../usecases/cases/command-case.ts';
import { type RegisterComplaintDeps, registerComplaint } from '../../usecases/registration/register-complaint.ts';
import { type BatchDeps, forEachMessage, receivesOf } from '../shared/batch.ts';
import { logInfo } from '../shared/log.ts';
import { PoisonMessage } from '../shared/poison.ts';
import { type TimeLeft, takingTurns } from '../shared/taking-turns.ts';
import { sentAt } from '../shared/time.ts';
import { follow } from '../shared/trace.ts';

/**
 * How often the queue hands out what follows a complaint that has not come in: twice for nothing, six minutes apart, as
 * its visibility timeout has it, so that the oldest message stays under the quarter of an hour that wakes somebody.
 */
const RECEIVES_TO_WAIT = 2;

const RegisterRequest = z.object({ receipt: z.string() });

/**
 * Queue "register": opens the case of each complaint that came in, or gives it to the case that it follows. What has
 * come before is done. What adds to a matter that has not come in waits for it, and then is a case of its own. Hundreds who urge one case at once all get their turn.
 */
export const createHandler =
  (given: RegisterComplaintDeps & BatchDeps) =>
  (event: SQSEvent, context: TimeLeft): Promise<SQSBatchResponse> => {
    // Taken apart here, for what is read on demand would be read as soon as it is taken.
    const { setAside, ...deps } = given;
    const inTurn = takingTurns((error) => error instanceof CaseBusy, context);
    const following = { ...deps, complaints: followingEarlier(deps.complaints) };
    const register = forEachMessage(
      async (record) => {
        const { receipt } = RegisterRequest.parse(JSON.parse(record.body));
        follow(receipt);
        const mayWait = receivesOf(record) <= RECEIVES_TO_WAIT;
        const outcome = await inTurn(() => registerComplaint(receipt, sentAt(record), following, { mayWait }));
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
