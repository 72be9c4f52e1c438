import type { FollowUp } from '../../../domain/complaint.ts';
import { LONGEST_THREAD } from '../../../domain/thread.ts';
import type { Complainant } from './delivery.ts';

type Kept = Complainant & { readonly follows?: FollowUp | undefined };

/** Whom a notice is for. Who sent more to a complaint, and left no address with it, is reached as they were before. */
export const complainantOf =
  (readContact: (receipt: string) => Promise<Kept | undefined>) =>
  async (receipt: string): Promise<Complainant | undefined> => {
    const own = await readContact(receipt);
    let last = own;
    for (let hops = 0; hops < LONGEST_THREAD && last?.follows && !last.contact; hops += 1)
      last = await readContact(last.follows.to);
    return own && { ...own, contact: last?.contact };
  };
