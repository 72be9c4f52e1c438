import type { StaffCommand } from '../../../domain/case/acts.ts';
import type { BeijingTime } from '../sample.ts';

/** What a member of staff does with a complaint of the sample day. */
export interface Act {
  readonly at: BeijingTime;
  /** Name of the sample. */
  readonly about: string;
  /**
   * Role of the local credentials: an officer of the province's, the city's (禾阳市) or the county's (临禾区) bureau, or of
   * urban management, transport or natural resources.
   */
  readonly by: 'province' | 'city' | 'county' | 'urban' | 'transport' | 'resources';
  readonly command: StaffCommand;
}
