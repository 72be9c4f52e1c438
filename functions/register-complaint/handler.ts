import * as z from 'zod';
import { type RegisterComplaintDeps, registerComplaint } from '../../usecases/registration/register-complaint.ts';
import { type BatchDeps, forEachMessage } from '../shared/batch.ts';
import { logInfo } from '../shared/log.ts';
import { PoisonMessage } from '../shared/poison.ts';
import { sentAt } from '../shared/time.ts';

const RegisterRequest = z.object({ receipt: z.string() });

/** Queue "register": opens the case of each complaint that came in, or gives it to the case that it follows. What has come before is done. */
export const createHandler = ({ setAside, ...deps }: RegisterComplaintDeps & BatchDeps) =>
  forEachMessage(
    async (record) => {
      const { receipt } = RegisterRequest.parse(JSON.parse(record.body));
      const outcome = await registerComplaint(receipt, sentAt(record), deps);
      if (outcome === 'unknown') throw new PoisonMessage('no such complaint');
      logInfo('complaint-registered', { receipt, outcome });
    },
    { setAside },
  );
