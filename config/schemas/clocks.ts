import * as z from 'zod';
import { FACT_TYPES } from '../../domain/case/acts.ts';
import { CASE_CONDITIONS, EVENT_CONDITIONS, LASTING_CONDITIONS } from '../../domain/case/clocks/clock-conditions.ts';
import { type ClockRule, clockRuleSchema, periodSchema, type Trigger } from '../../domain/clocks/clock-rule.ts';
import { ladderSchema, repeatedSchema } from '../../domain/clocks/ladder.ts';
import { type ClockVersions, owedAfter, type Policy, policiesOf } from '../../domain/clocks/policy.ts';
import { spanOn } from '../../domain/law/cite.ts';
import type { Statutes } from '../../domain/law/statutes.ts';
import type { Fault } from './fault.ts';
import { nearestOf } from './nearest.ts';
import type { Readable } from './readable.ts';

const [ClockRuleSchema, LadderSchema, RepeatedSchema] = [clockRuleSchema(), ladderSchema(), repeatedSchema()];

const ClockName = z.string().regex(/^[a-z][a-z-]{0,49}$/);

const clocks = z.record(ClockName, ClockRuleSchema);

/**
 * config/clocks.json: the clocks whose day somebody sets, and every version of the rules that an open case may still run
 * under, from old to new, each with what it changes.
 */
export const ClocksFile = z.strictObject({
  $schema: z.string().optional(),
  note: z.string(),
  set: clocks,
  versions: z.array(z.strictObject({ version: z.string().min(1), clocks })).min(1),
});

const ladders = z.record(ClockName, LadderSchema);

/** No longer than a day or two: it is a promise, and no more time. */
const acknowledgedHours = z.int().min(1).max(48);

/** config/ladders/default.json. */
export const LaddersFile = z.strictObject({
  $schema: z.string().optional(),
  note: z.string(),
  clocks: ladders,
  stricter: z.record(ClockName, LadderSchema),
  repeated: RepeatedSchema,
  acknowledgedHours,
  others: z.strictObject({ days: LadderSchema, hours: LadderSchema }),
});

/** config/ladders/<province>.json: the clocks and marks that a province chases otherwise. */
export const ProvinceLaddersFile = z.strictObject({
  $schema: z.string().optional(),
  note: z.string().optional(),
  clocks: ladders.optional(),
  stricter: ladders.optional(),
  repeated: RepeatedSchema.optional(),
  acknowledgedHours: acknowledgedHours.optional(),
  others: z.strictObject({ days: LadderSchema.optional(), hours: LadderSchema.optional() }).optional(),
});

/** config/policies/<province>.json: what a province has otherwise. */
export const LocalPolicyFile = z.strictObject({
  $schema: z.string().optional(),
  note: z.string().optional(),
  shorter: z.record(ClockName, ClockRuleSchema.pick({ citation: true }).extend({ period: periodSchema() })),
  on: z.array(ClockName),
});

/**
 * Clocks start and stop on events that can happen, under conditions that there are, and each is stopped by something.
 * Whatever has no period stands outside the versions, so that no case is too old for the day that somebody sets for it.
 */
export function faultsOfClocks(file: ClockVersions): Fault[] {
  const versions = file.versions.flatMap(({ clocks }, index) =>
    faultsOfPart(`/versions/${index}/clocks`, clocks, ({ period }) =>
      period ? [] : [['', 'it has no period of its own, so that it stands in /set, for every version']],
    ),
  );
  const set = faultsOfPart('/set', file.set, ({ period, since }) =>
    period || since ? [['', 'it has a period or since of its own, so that it stands in a version']] : [],
  );
  const promises = [...policiesOf(file).values()].flatMap(faultsOfPromises);
  return [...set, ...versions, ...faultsOfSteps(file.versions), ...promises];
}

/** A step that begins goes by the newest rule in force, so that no version changes one without naming a later day. */
function faultsOfSteps(versions: readonly Policy[]): Fault[] {
  const known = new Map<string, string>();
  return versions.flatMap(({ clocks }, index) =>
    Object.entries(clocks).flatMap(([name, { since }]): Fault[] => {
      const before = known.get(name);
      if (since !== undefined) known.set(name, since);
      if (before === undefined || (since !== undefined && since > before)) return [];
      return [
        [
          `/versions/${index}/clocks/${name}/since`,
          `must be later than ${before}, since when the rule before it holds`,
        ],
      ];
    }),
  );
}

/** A rule of a step cites a law that was in force when it begins to hold. */
export const faultsOfLaw = ({ versions }: ClockVersions, statutes: Statutes): Fault[] =>
  versions.flatMap(({ clocks }, index) =>
    Object.entries(clocks).flatMap(([name, { since, citation }]): Fault[] =>
      since === undefined || !('provision' in citation) || spanOn(citation.provision, since, statutes)
        ? []
        : [[`/versions/${index}/clocks/${name}/since`, `"${citation.provision}" is no law on ${since}`]],
    ),
  );

const faultsOfPart = (at: string, clocks: Policy['clocks'], faultsOfPlace: (rule: ClockRule) => Fault[]): Fault[] =>
  Object.entries(clocks).flatMap(([name, rule]) =>
    [...faultsOfPlace(rule), ...faultsOfClock(rule)].map(
      ([below, message]): Fault => [`${at}/${name}${below}`, message],
    ),
  );

/** What the public pages promise: a word after the receipt, and an answer after the acceptance. */
const PROMISES = ['registered', 'accepted'];

const faultsOfPromises = (policy: Policy): Fault[] =>
  PROMISES.filter((event) => !owedAfter(event, policy)).map((event) => [
    '/versions',
    `in "${policy.version}" no clock that is owed to the complainant starts on "${event}"`,
  ]);

function faultsOfClock({ startsOn, restartsOn = [], stopsOn, where = [], while: lasting = [] }: ClockRule): Fault[] {
  const unlisted = (list: string, names: readonly string[], known: object) =>
    names.filter((one) => !Object.hasOwn(known, one)).map((one): Fault => [`/${list}`, unknown(one, known)]);
  const unfit = (list: string, triggers: readonly Trigger[]) =>
    triggers.flatMap((trigger) => faultsOfTrigger(trigger).map((message): Fault => [`/${list}`, message]));
  return [
    ...(startsOn.length + restartsOn.length === 0 ? [['/startsOn', 'nothing starts this clock'] as const] : []),
    ...(stopsOn.length === 0 ? [['/stopsOn', 'nothing stops this clock'] as const] : []),
    ...unfit('startsOn', startsOn),
    ...unfit('restartsOn', restartsOn),
    ...unfit('stopsOn', stopsOn),
    ...unlisted('where', where, CASE_CONDITIONS),
    ...unlisted('while', lasting, LASTING_CONDITIONS),
  ];
}

function faultsOfTrigger(trigger: Trigger): string[] {
  const { on, if: condition } = typeof trigger === 'string' ? { on: trigger, if: undefined } : trigger;
  return [
    ...(FACT_TYPES.includes(on) ? [] : [`"${on}" is no event of a case; there are ${FACT_TYPES.join(', ')}`]),
    ...(condition === undefined || Object.hasOwn(EVENT_CONDITIONS, condition)
      ? []
      : [unknown(condition, EVENT_CONDITIONS)]),
  ];
}

const unknown = (condition: string, known: object): string =>
  `"${condition}" is no condition; there are ${Object.keys(known).join(', ')}`;

/** Every ladder belongs to a clock of some version. */
export function faultsOfLadders(
  { clocks = {} }: { readonly clocks?: object | undefined },
  file: Readable<z.infer<typeof ClocksFile>> | undefined,
): Fault[] {
  if (!file?.versions) return [];
  const known = [file.set, ...file.versions.map((version) => version?.clocks)].flatMap((part = {}) =>
    Object.keys(part),
  );
  return Object.keys(clocks)
    .filter((name) => !known.includes(name))
    .map(
      (name): Fault => [
        `/clocks/${name}`,
        `"${name}" is no clock in config/clocks.json`,
        `name one of ${[...new Set(known)].join(', ')}${nearestOf(name, known)}`,
      ],
    );
}

/** What chases a matter that is complained of again is a stricter ladder, and the more often, the later in the list. */
export function faultsOfRepeated(
  { repeated = [] }: Readable<Pick<z.infer<typeof LaddersFile>, 'repeated'>>,
  ladders: object,
): Fault[] {
  const known = Object.keys(ladders);
  return repeated.flatMap((one, index): Fault[] => {
    const { times = 0, ladder = '' } = one ?? {};
    const at = `/repeated/${index}`;
    return [
      ...(known.includes(ladder) ? [] : [unknownLadder(`${at}/ladder`, ladder, known)]),
      ...(repeated.slice(0, index).some((before) => (before?.times ?? 0) >= times)
        ? [[`${at}/times`, 'must be more than in the entry before it'] as const]
        : []),
    ];
  });
}

const unknownLadder = (at: string, ladder: string, known: readonly string[]): Fault => [
  at,
  `"${ladder}" is not among the stricter ladders`,
  `name one of ${known.join(', ')}${nearestOf(ladder, known)}`,
];
