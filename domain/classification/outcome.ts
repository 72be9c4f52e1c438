import type { OutcomeCue } from './role.ts';
import { type Mention, tells } from './term.ts';

/** 并非投诉: what is no complaint at all, by the code of its matter. A person confirms it; until then all clocks run. */
export type Outcome = 'advertisement' | 'thanks' | 'misdirected';

/** An offer is made with more than one word of trade: "厂家直销", "量大从优". */
const LEAST_OFFERS = 2;
/** In longer letters such words stand beside a complaint. */
const LONGEST = 300;
const LONGEST_MISDIRECTED = 40;

/** What a text is where it complains of nothing; none where it may complain. `mentions` are those that stand affirmed. */
export function outcomeOf(
  mentions: readonly Mention[],
  length: number,
): { outcome: Outcome; because: readonly string[] } | undefined {
  if (length > LONGEST) return undefined;
  const cues = mentions.filter(({ value }) => tells(value, 'cue'));
  if (cues.length === 0) return undefined;
  const termsOf = (cue: OutcomeCue): string[] =>
    cues.flatMap(({ value }) =>
      value.roles.some((role) => role.kind === 'cue' && role.cue === cue) ? [value.term] : [],
    );
  const isSaid = (cue: OutcomeCue): boolean => termsOf(cue).length > 0;
  const offers = [...new Set(termsOf('offer'))];
  if (offers.length >= LEAST_OFFERS && !isSaid('accusation')) return { outcome: 'advertisement', because: offers };
  const [thanks, solved] = [termsOf('thanks'), termsOf('solved')];
  if (thanks.length > 0 && solved.length > 0 && !isSaid('unsolved'))
    return { outcome: 'thanks', because: [...thanks, ...solved] };
  const misdirected = termsOf('misdirected');
  const complains = mentions.some(({ value }) => value.roles.some(({ kind }) => kind === 'sign'));
  return misdirected.length > 0 && !complains && length <= LONGEST_MISDIRECTED
    ? { outcome: 'misdirected', because: misdirected }
    : undefined;
}
