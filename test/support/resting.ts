import { memoryOutages } from '../../adapters/memory/outages.ts';
import { OUTAGE } from '../../domain/notices/delivery/outage.ts';
import type { Transports } from '../../usecases/notices/delivery/delivery.ts';
import { restingInOutages } from '../../usecases/notices/transports/outages.ts';

/** Mail and text messages, left alone while they take nothing, as they are where they are deployed. */
export function resting({ email, sms }: Transports): Transports {
  const deps = { outages: memoryOutages(), rule: OUTAGE };
  return { email: restingInOutages('email', email, deps), sms: restingInOutages('sms', sms, deps) };
}
