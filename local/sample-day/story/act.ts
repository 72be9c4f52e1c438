import type { CommandOf, StaffCommand } from '../../../domain/case/acts.ts';
import type { BeijingTime } from '../sample.ts';

type Bureau = 'province' | 'city' | 'county' | 'urban' | 'transport' | 'resources';

/** What a member of staff does with a complaint of the sample day. */
export interface Act {
  readonly at: BeijingTime;
  /** Name of the sample. */
  readonly about: string;
  /**
   * Role of the local credentials: an officer of the province's, the city's (禾阳市) or the county's (临禾区) bureau, or of
   * urban management, transport or natural resources.
   */
  readonly by: Bureau | `${Bureau}-reviewer`;
  readonly command: StaffCommand;
}

/** An answer: proposed, and signed half an hour later by a colleague. */
export function answered(
  at: BeijingTime,
  about: string,
  by: Bureau,
  answer: string,
  more: Partial<CommandOf<'propose-closing'>> = {},
): Act[] {
  return [
    { at: earlier(at), about, by, command: { ...more, type: 'propose-closing', answer } },
    { at, about, by: `${by}-reviewer`, command: { type: 'close' } },
  ];
}

const HALF_AN_HOUR_MS = 30 * 60_000;

const earlier = (at: BeijingTime): BeijingTime =>
  new Date(Date.parse(`${at}Z`) - HALF_AN_HOUR_MS).toISOString().slice(0, 16);
