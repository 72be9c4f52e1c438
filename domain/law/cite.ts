import type { Day } from '../calendar/day.ts';
import { articlesText } from './articles.ts';
import type { Confidence } from './confidence.ts';
import {
  boundedSpan,
  type Citation,
  isOn,
  type ProvisionName,
  type ProvisionSpan,
  type Statutes,
  type TimedProvision,
  type Within,
} from './statutes.ts';

/**
 * The law that a provision is on that day, for people: its short title in marks, then the articles. Articles of a law
 * whose numbering is not settled are left out. Throws a RangeError for a name that the file has not, and for a day on
 * which nothing of it is in force; synthesis sees to it that neither happens from today on.
 */
export function cite(provision: ProvisionName, day: Day, statutes: Statutes): string {
  return citationsOn(provision, day, statutes)
    .map((citation) => citationText(citation, statutes))
    .join('、');
}

/** What of a provision is in force on that day, if anything. */
export function spanOn(provision: string, day: Day, statutes: Statutes): ProvisionSpan | undefined {
  const found = Object.hasOwn(statutes.provisions, provision) ? statutes.provisions[provision] : undefined;
  return found?.in.find((span) => isOn(boundedSpan(span, statutes), day));
}

function citationsOn(provision: string, day: Day, statutes: Statutes): readonly Citation[] {
  const span = spanOn(provision, day, statutes);
  if (!span) throw new RangeError(`nothing of the provision "${provision}" is in force on ${day}`);
  return span.cites;
}

function citationText([id, ...articles]: Citation, { instruments }: Statutes): string {
  const { short, articlesUnsettled } = instruments[id]!;
  return articlesUnsettled === undefined ? `《${short}》${articlesText(articles)}` : `《${short}》`;
}

/** Within what time that provision lets somebody do what they may, on that day. Throws as `cite`. */
export function periodOn(provision: TimedProvision, day: Day, statutes: Statutes): Within {
  const within = spanOn(provision, day, statutes)?.within;
  if (!within) throw new RangeError(`no period of the provision "${provision}" is in force on ${day}`);
  return within;
}

/** The law of one day. */
export interface LawOfDay {
  readonly day: Day;
  readonly cite: (provision: ProvisionName) => string;
  readonly periodOf: (provision: TimedProvision) => Within;
  /** Whether anything of that name is in force. */
  readonly holds: (provision: string) => boolean;
  /** As sure as the least sure law that the provision cites. */
  readonly confidenceOf: (provision: ProvisionName) => Confidence;
}

const FROM_SURE_TO_UNSURE: readonly Confidence[] = ['A', 'B', 'C', 'S', 'K'];

export function lawOn(day: Day, statutes: Statutes): LawOfDay {
  const printed = new Map<ProvisionName, string>();
  return {
    day,
    cite: (provision) => {
      const text = printed.get(provision) ?? cite(provision, day, statutes);
      printed.set(provision, text);
      return text;
    },
    periodOf: (provision) => periodOn(provision, day, statutes),
    holds: (provision) => spanOn(provision, day, statutes) !== undefined,
    confidenceOf: (provision) => {
      const cited = citationsOn(provision, day, statutes).map(([id]) => statutes.instruments[id]!.confidence);
      return FROM_SURE_TO_UNSURE.findLast((confidence) => cited.includes(confidence))!;
    },
  };
}
