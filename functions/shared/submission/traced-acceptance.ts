import type { AcceptComplaintDeps } from '../../../usecases/intake/accept-complaint.ts';
import { logInfo } from '../log.ts';
import { follow } from '../trace.ts';

/**
 * Has a run that accepts a complaint follow it from then on, or the complaint that it adds to, and leaves one line by
 * which the run is found from the receipt.
 */
export function followingAccepted<Deps extends Pick<AcceptComplaintDeps, 'vault'>>(deps: Deps): Deps {
  const putIfAbsent: AcceptComplaintDeps['vault']['putIfAbsent'] = async (item) => {
    follow(item.follows?.to ?? item.receipt);
    const stored = await deps.vault.putIfAbsent(item);
    logInfo('complaint-taken', { receipt: item.receipt, channel: item.channel });
    return stored;
  };
  return { ...deps, vault: { ...deps.vault, putIfAbsent } };
}
