import type { Units } from '../../config/schemas/prices.ts';
import type { Quotas } from '../../config/schemas/quotas.ts';
import { PER_SWEEP } from '../../usecases/cases/fire-timers.ts';
import { type Bottleneck, bottlenecksOf, burst } from './bottlenecks.ts';
import type { StackLimits } from './stack-limits.ts';

const HOUR = 3_600;
const DAY = 24 * HOUR;
/** Each key is asked for once in so many seconds by each function. */
const KEY_SECONDS = 300;
/** Lambda keeps so many runs at once for functions that reserve none. */
const UNRESERVED = 100;

/** docs/capacity.md: what gives way first, at what figure, and what moves it. */
export function capacityPage(limits: StackLimits, units: Units, quotas: Quotas): string {
  const bottlenecks = bottlenecksOf(limits, units, quotas);
  const { inspectionPeak, incident } = quotas.loads;
  return [
    ...head(units),
    ...[
      '## What gives way first',
      '',
      '| | bears, complaints a second | reckoned | what moves it |',
      '|---|---|---|---|',
    ],
    ...bottlenecks.map(
      ({ what, bears, reckoned, setting }) => `| ${what} | ${figure(bears)} | ${reckoned} | ${setting} |`,
    ),
    '',
    ...scenario(
      `A province at ten times the inspection peak`,
      `${inspectionPeak.value} complaints a day are the peak (${inspectionPeak.source}); here ten days of it come within one hour.`,
      { aSecond: (10 * inspectionPeak.value) / HOUR, seconds: HOUR },
      bottlenecks,
    ),
    ...scenario(
      `One incident, ${incident.value} complaints in an hour`,
      `All of one matter and one organ. Complaints are acknowledged after one write each, whatever waits behind ([ADR 37](adr/0037-bursts.md)), and the duty desk is told once ([ADR 42](adr/0042-an-incident-is-told-once-and-counted.md)).`,
      { aSecond: incident.value / HOUR, seconds: HOUR },
      bottlenecks,
    ),
    ...checked(units),
    ...country(limits, units, quotas),
    ...sources(quotas),
  ].join('\n');
}

const head = ({ measuredOn, secondsPerRun }: Units): string[] => [
  ...['# Capacity', '', '[中文](zh/capacity.md)', ''],
  `Written by \`npm run docs\` from [units.json](../config/units.json) (measured on ${measuredOn}), [quotas.json](../config/quotas.json) and the limits in the template of \`demo\`; do not edit.`,
  '',
  `The most that can be said without AWS: units are measured, quotas are read, and the whole life of a complaint, to its answer, is taken to fall into the hour in which it comes. Write units are those of all tables together, as if they were one. A run takes ${secondsPerRun} s, as the machine that measured took; handing a message over is an estimate. Load tests on AWS replace both.`,
  '',
];

function scenario(
  title: string,
  says: string,
  arriving: { readonly aSecond: number; readonly seconds: number },
  bottlenecks: readonly Bottleneck[],
): string[] {
  const rows = bottlenecks.map(({ what, bears }) => {
    if (bears === null) return `| ${what} | not known | | |`;
    const { used, waitingAtEnd, secondsLate } = burst(bears, arriving);
    return `| ${what} | ${percent(used)} | ${Math.round(waitingAtEnd)} | ${minutes(secondsLate)} |`;
  });
  return [
    ...[`## ${title}`, '', `${says} That is ${arriving.aSecond.toFixed(2)} a second.`, ''],
    ...['| | used | waiting at the end of the hour | the last of them waits |', '|---|---|---|---|'],
    ...[...rows, ''],
  ];
}

const UNITS: Readonly<Record<keyof Units['perComplaint'], string>> = {
  tableReads: 'read units',
  tableWrites: 'write units',
  requests: 'requests',
  work: 'messages and records of streams that were worked on',
  letters: 'letters',
  textMessages: 'text messages',
  logBytes: 'bytes of log',
};

/** What is reckoned above, against the same lives on the local stack, many at once. */
function checked({ perComplaint, atOnce }: Units): string[] {
  const { complaints, sending, secondsToHandOver, seconds } = atOnce;
  const units = Object.entries(UNITS).map(([name, what]) => {
    const [alone, together] = [perComplaint, atOnce.perComplaint].map((one) => one[name as keyof typeof UNITS]);
    return `| ${what} of one complaint | ${alone} | ${together} | ${ratio(together!, alone!)} |`;
  });
  return [
    ...['## Checked at small size', ''],
    `\`npm run measure-units\` has ${complaints} complaints lived through at once on the local stack, to their answers, and holds them against those that came one after another. Messages take ${secondsToHandOver} s to be handed over there, and the local runner has ${sending} workers for that. A run takes up to five messages of the ordinary queue together; above, and here, it is reckoned with one, so the truth is at most what is reckoned.`,
    '',
    ...['| | reckoned with | measured, many at once | |', '|---|---|---|---|'],
    ...units,
    `| seconds in which messages were handed over | ${seconds.reckoned} | ${seconds.measured} | ${ratio(seconds.measured, seconds.reckoned)} |`,
    '',
  ];
}

const ratio = (measured: number, reckoned: number): string => `${(measured / reckoned).toFixed(2)} ×`;

/** What comes together where all provinces share one account, and what each has of a million open cases. */
function country(limits: StackLimits, { secondsPerRun }: Units, { quotas, loads }: Quotas): string[] {
  const provinces = loads.provinces.value;
  const cases = loads.openCases.value / provinces;
  const daily = (cases * loads.noticesACase.value) / loads.daysOpen.value;
  const reserved = provinces * limits.reserved;
  const fitting = Math.floor((quotas.concurrency.value! - UNRESERVED) / limits.reserved);
  // To the next ten, so that the page does not change with each function.
  const keys = 10 * Math.ceil((provinces * limits.functions * limits.keys) / KEY_SECONDS / 10);
  const sending = limits.sending / (secondsPerRun + loads.secondsToHandOver.value);
  const share = (one: number, of: number | null) => `${one} of ${of} | ${percent(one / of!)}`;
  return [
    ...['## All provinces, a million open cases', ''],
    `${Math.round(cases)} open cases a province, ${Math.round(daily)} notices a day of each (${loads.noticesACase.source}), in one morning list each.`,
    '',
    ...['| | figure | used | what moves it |', '|---|---|---|---|'],
    `| runs at once that are kept, all provinces in one account | ${share(reserved, quotas.concurrency.value)} | an account for each province, or a quota of ${reserved + UNRESERVED}: one account takes ${fitting}, and the deploy of the next fails |`,
    `| requests a second to keys, all in one account | ${share(keys, quotas.keyRequests.value)} | the number of functions; they ask once in five minutes |`,
    `| steps of a morning, in sweeps of ${PER_SWEEP} a minute | ${Math.ceil(daily / PER_SWEEP)} minutes | ${percent((daily / PER_SWEEP) * (60 / DAY))} of the day | \`PER_SWEEP\` in usecases/cases/fire-timers.ts |`,
    `| notices of a morning, if each went by itself | ${minutes(daily / sending)} | ${percent(daily / sending / DAY)} of the day | \`SENDING_AT_ONCE\` in lib/notices.ts |`,
    `| sweep and lists | do not grow with open cases ([measurements](measurements.md)) | | |`,
    '',
  ];
}

const sources = ({ quotas, loads }: Quotas): string[] => [
  ...['## Where the figures are from', '', '| | | confidence | read on | source |', '|---|---|---|---|---|'],
  ...Object.values({ ...quotas, ...loads }).map(
    ({ value, unit, confidence, readOn, source }) =>
      `| ${value ?? '?'} | ${unit} | ${confidence} | ${readOn} | ${source} |`,
  ),
  '',
];

const figure = (bears: number | null): string => (bears === null ? 'not known' : bears.toFixed(1));
const percent = (share: number): string => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
const minutes = (seconds: number): string => `${(seconds / 60).toFixed(1)} min`;
