import type { Limit, Limits } from '../../clocks/set-limit.ts';

/** The clock of a period that another law gives, by its name in config/clocks.json. */
const OWN_PERIOD = 'own-period';

interface OwnPeriod {
  /** The rule in words. */
  readonly ownPeriod?: string | undefined;
  readonly ownLimit?: Limit | undefined;
}

/** 另有规定的履行期限 as a limit that is chased, or why it is none: whoever reads of it must be told where it stands. */
export function ownLimits({ ownPeriod, ownLimit }: OwnPeriod): Limits | string | undefined {
  if (ownLimit === undefined) return undefined;
  return ownPeriod === undefined
    ? '另有规定的办理期限要写明出处'
    : { [OWN_PERIOD]: { limit: ownLimit, basis: ownPeriod } };
}
