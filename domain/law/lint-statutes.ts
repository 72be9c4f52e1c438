import { addDays, type Day } from '../calendar/day.ts';
import { error, type Finding, warning } from '../finding.ts';
import { faultsOfSpans } from './lint-spans.ts';
import { boundedSpan, type Instrument, type Provision, type ProvisionSpan, type Statutes } from './statutes.ts';

/**
 * What no single entry shows: a law that ends while provisions still cite it, with all of them; days without a law;
 * texts that nobody has read of late.
 */
export function lintStatutes(statutes: Statutes, today: Day): Finding[] {
  const instruments = Object.entries(statutes.instruments);
  return [
    ...instruments.flatMap(([id, instrument]) => faultsOfInstrument(id, instrument, statutes)),
    ...Object.entries(statutes.provisions).flatMap(([id, { in: spans }]) =>
      faultsOfProvision(id, spans, statutes, today),
    ),
    ...instruments.flatMap(([id, instrument]) => doubtsAbout(id, instrument, statutes, today)),
  ];
}

function faultsOfInstrument(id: string, { short, from, to, repealedBy }: Instrument, statutes: Statutes): Finding[] {
  const at = `/instruments/${id}`;
  const outlived = citing(id, statutes, ({ until = '9999' }) => to !== undefined && until > to);
  const premature = citing(id, statutes, (span) => span.from !== undefined && span.from < from);
  return [
    ...(to !== undefined && to < from ? [error(at, `ends on ${to}, before it begins on ${from}`)] : []),
    ...(repealedBy !== undefined && !(repealedBy in statutes.instruments)
      ? [error(at, `is repealed by the unknown instrument "${repealedBy}"`)]
      : []),
    ...(outlived.length > 0
      ? [error(at, `《${short}》 ends on ${to}: say what comes after in ${list(outlived)}`)]
      : []),
    ...(premature.length > 0
      ? [error(at, `《${short}》 begins on ${from}: it is cited too early in ${list(premature)}`)]
      : []),
  ];
}

function faultsOfProvision(id: string, spans: readonly ProvisionSpan[], statutes: Statutes, today: Day): Finding[] {
  const at = `/provisions/${id}`;
  const unknown = spans.flatMap(({ cites }) => cites).filter(([instrument]) => !(instrument in statutes.instruments));
  const bounded = spans.map((span) => boundedSpan(span, statutes));
  return [
    ...unknown.map(([instrument]) => error(at, `cites the unknown instrument "${instrument}"`)),
    ...faultsOfSpans(bounded, today).map((message) => error(at, message)),
  ];
}

function doubtsAbout(id: string, instrument: Instrument, statutes: Statutes, today: Day): Finding[] {
  const { short, readOn, confidence, articlesUnsettled, to = '9999' } = instrument;
  if (to < today) return [];
  const at = `/instruments/${id}`;
  const told = citing(id, statutes, ({ until = '9999' }, { toCitizens }) => toCitizens === true && until >= today);
  return [
    ...(readOn < addDays(today, -365)
      ? [warning(at, `《${short}》 was read on ${readOn}: see whether it still says so`)]
      : []),
    ...(confidence !== 'A' && told.length > 0
      ? [warning(at, `《${short}》 is of confidence ${confidence}, and citizens read it in ${list(told)}`)]
      : []),
    ...(articlesUnsettled === undefined
      ? []
      : [warning(at, `no article of 《${short}》 is printed until its numbering is settled`)]),
  ];
}

/** Provisions with a span that cites the instrument and is as asked. */
function citing(
  instrument: string,
  { provisions }: Statutes,
  asked: (span: ProvisionSpan, provision: Provision) => boolean,
): string[] {
  return Object.entries(provisions)
    .filter(([, provision]) =>
      provision.in.some((span) => span.cites.some(([id]) => id === instrument) && asked(span, provision)),
    )
    .map(([id]) => id);
}

const list = (names: readonly string[]): string => names.join(', ');
