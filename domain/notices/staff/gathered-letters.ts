import { dayOf } from '../../calendar/day.ts';
import type { Case } from '../../case/case.ts';
import { lawOn } from '../../law/cite.ts';
import { BY_MAIL, type Letter, nameOf } from '../letter.ts';
import type { Rules } from '../matter-lines.ts';
import type { Notice } from '../notice.ts';
import { type Gathering, gatheredIn, type Report } from './incident.ts';
import { written } from './staff-notices.ts';
import { say } from './staff-texts.ts';
import { urgentLetters } from './urgent-letters.ts';

/** So many numbers of cases are read in one letter. */
const MOST_IN_A_LETTER = 500;

/**
 * What is told together of an incident, instead of the letters that each case would have caused at the bureaus: how
 * many there are, and every number. `state` is the case that it shows, the first report's, as it was then; `label` and the
 * first report make the ids.
 */
export function gatheredNotices(gathering: Gathering, label: string, state: Case, rules: Rules): readonly Notice[] {
  const gathered = gatheredIn(gathering);
  const origin = { caseId: state.id, at: gathering.since };
  return portionsOf(gathered).flatMap((portion, index) => {
    const letters = [
      ...urgentLetters(state.lead, state, lawOn(dayOf(gathering.since), rules.statutes)).map((letter) =>
        together(letter, portion, gathered.length, gathering, state),
      ),
      ...assistingLetters(portion, state.lead, rules),
    ];
    const about = portion.map(({ caseId }) => `${caseId}#1`);
    const notices = written(letters, `gathered-${label}-${index + 1}`, origin, state, rules);
    return notices.map((notice) => ({ ...named(notice, gathering), about }));
  });
}

/** It is known by the case that opened the gathering, whichever it shows. */
const named = (notice: Notice, { opener }: Gathering): Notice => ({
  ...notice,
  id: [opener, ...notice.id.split('#').slice(1)].join('#'),
  caseId: opener,
});

/** Of which gathering a notice tells, by its id; undefined for any other notice. */
export function labelIn(noticeId: string): string | undefined {
  return /^[^#]+#gathered-(\d+)-\d+#/.exec(noticeId)?.[1];
}

function portionsOf(reports: readonly Report[]): readonly (readonly Report[])[] {
  const count = Math.ceil(reports.length / MOST_IN_A_LETTER);
  return Array.from({ length: count }, (_, n) => reports.slice(n * MOST_IN_A_LETTER, (n + 1) * MOST_IN_A_LETTER));
}

const numbersOf = (reports: readonly Report[]): string => reports.map(({ caseId }) => caseId).join('、');

function together(
  letter: Letter,
  portion: readonly Report[],
  count: number,
  { since }: Gathering,
  { classification }: Case,
): Letter {
  const text = classification.urgency === 'emergency' ? 'gathered-emergency' : 'gathered-crowd';
  const listed = portion.length < count ? portion.length : undefined;
  const words = say(text, { since, count, listed, numbers: numbersOf(portion) });
  return { ...letter, to: [...letter.to, ...BY_MAIL], words, withoutClocks: true };
}

/** To each of those who assist with some. */
function assistingLetters(portion: readonly Report[], lead: string, rules: Rules): readonly Letter[] {
  const organs = new Set(portion.flatMap(({ assisting }) => assisting));
  return [...organs].map((organ) => {
    const theirs = portion.filter(({ assisting }) => assisting.includes(organ));
    const said = { lead: nameOf(lead, rules), count: theirs.length, numbers: numbersOf(theirs) };
    return { kind: '交办', organ, to: BY_MAIL, words: say('gathered-assisting', said), withoutClocks: true };
  });
}
