import type { Instant } from '../../domain/calendar/day.ts';
import type { Case } from '../../domain/case/case.ts';
import { type HandlingCaseDeps, handlingCaseOf, hasNoCase, isOrphan, type Received } from './handling-case.ts';

export interface ReplayDeps extends HandlingCaseDeps {
  readonly send: (queue: string, body: string) => Promise<string>;
  /** Waits a moment; false once there is no patience left. */
  readonly pause: () => Promise<boolean>;
}

/** The case in which a complaint is handled, as it stands. */
export interface CaseSeen {
  readonly id: string;
  readonly version: number;
}

export interface Replayed {
  readonly before: CaseSeen | undefined;
  readonly after: CaseSeen | undefined;
}

/**
 * Has a complaint of the vault registered once more, and waits for its case. One that has a case already gets no second
 * one: registration knows it by its receipt. Undefined where the vault has no such complaint; what an erasure left behind
 * had its case, and gets no other.
 */
export async function replayComplaint(
  receipt: string,
  deps: ReplayDeps,
): Promise<Replayed | 'left-behind' | undefined> {
  const received = await deps.complaints.readWay(receipt);
  if (!received) return undefined;
  const before = seen(await handlingCaseOf(receipt, deps));
  if (!before && (await isOrphan(receipt, deps))) return 'left-behind';
  await deps.send('register', JSON.stringify({ receipt }));
  let after: CaseSeen | undefined;
  while (!after && (await deps.pause())) after = seen(await handlingCaseOf(receipt, deps));
  return { before, after };
}

/** Has a raw mail of the evidence read once more. The same mail gets the receipt that it got. */
export async function replayMail(key: string, cameAt: Instant, { send }: Pick<ReplayDeps, 'send'>): Promise<void> {
  const object = { key: key.split('/').map(encodeURIComponent).join('/') };
  await send(
    'mail',
    JSON.stringify({ Records: [{ eventName: 'ObjectCreated:Put', eventTime: cameAt, s3: { object } }] }),
  );
}

const seen = (state: Case | undefined): CaseSeen | undefined => state && { id: state.id, version: state.version };

/** 有件无案: the complaints of the vault, received before then, that no case has. */
export async function* complaintsWithoutCase(
  before: Instant,
  deps: HandlingCaseDeps & { readonly all: () => AsyncIterable<Received> },
): AsyncGenerator<string> {
  for await (const received of deps.all()) {
    const isDue = received.receivedAt < before;
    if (isDue && (await hasNoCase(received.receipt, deps))) yield received.receipt;
  }
}
