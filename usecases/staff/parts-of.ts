import type { Case } from '../../domain/case/case.ts';
import { runningClocks } from '../../domain/case/case.ts';
import { PART_CLOCK, wordsOf } from '../../domain/case/handling/splitting.ts';
import { statusTextOf } from '../../domain/case/status-text.ts';
import type { AnonymousComplaint } from '../../domain/complaint.ts';
import type { CaseReader } from '../cases/command-case.ts';

/** 分件, as whoever has the whole sees it. */
export interface PartFile {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly lead?: string | undefined;
  readonly status: string;
  readonly statusText: string;
  readonly dueAt?: string | undefined;
  readonly answer?: string | undefined;
}

/** Each part of a case, as it stands. */
export async function partsOf({ parts = [] }: Case, cases: Pick<CaseReader, 'load'>): Promise<readonly PartFile[]> {
  return await Promise.all(
    parts.map(async ({ id, number, title, status }) => {
      const state = await cases.load(id);
      const dueAt = state && runningClocks(state).find(({ name }) => name === PART_CLOCK)?.dueAt;
      const stands = {
        lead: state?.lead,
        status: state?.status ?? status,
        statusText: statusTextOf(state ?? { status }),
      };
      return { id, number, title, ...stands, dueAt, answer: state?.answer };
    }),
  );
}

/** What was written of a case: of a part its own words, with all that came along; what stood below a mail is the whole's. */
export async function complaintOf(
  { id, partOf }: Case,
  complaints: { readComplaint(receipt: string): Promise<AnonymousComplaint | undefined> },
): Promise<AnonymousComplaint | undefined> {
  const complaint = await complaints.readComplaint(partOf?.whole ?? id);
  if (!complaint || !partOf?.ranges) return complaint;
  return { ...complaint, text: wordsOf(complaint.text, partOf.ranges), quoted: undefined };
}
