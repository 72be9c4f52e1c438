import { join } from 'node:path';
import { expect, it } from 'vitest';
import { powerOf } from '../../domain/case/act.ts';
import { FACT_TYPES, nameOfFact, STAFF_ACTS, type StaffCommand, staffActOf } from '../../domain/case/acts.ts';
import type { Case } from '../../domain/case/case.ts';
import { CaseSchema } from '../../domain/case/case-schema.ts';
import type { Giver } from '../../domain/case/rights/authority.ts';
import { CASE_STATUSES, type CaseStatus, ENDED } from '../../domain/case/status.ts';
import { statusTextOf } from '../../domain/case/status-text.ts';
import { caseAfter, registeredAt } from '../support/cases.ts';
import { beijing } from '../support/rules.ts';
import { sampleOf, samplesOf } from '../support/sample-of.ts';

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'life-of-a-case.md');
const TYPES = Object.keys(STAFF_ACTS) as readonly StaffCommand['type'][];

/** A case with every part that it may have: acts that change one find it. */
const whole = sampleOf(CaseSchema) as Case;
const textOf = (status: CaseStatus): string => statusTextOf({ status });

/** The same with nothing in it over yet: acts that go on with a part find it under way. */
const underWay = Object.fromEntries(
  Object.entries(whole).map(([name, part]) => [name, isPart(part) ? begun(part) : part]),
) as unknown as Case;

function isPart(part: unknown): part is object {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

function begun(part: object): object {
  return Object.fromEntries(Object.entries(part).filter(([field]) => !/(?:ended|completed)At$/.test(field)));
}

/** The states to which an act leads from that one, whatever its fact says. */
function leadsTo(type: StaffCommand['type'], from: CaseStatus): readonly CaseStatus[] {
  const { fact, evolve } = staffActOf(type);
  const actor = { kind: 'system' } as const;
  const recorded = { caseId: whole.id, seq: 2, at: beijing('2026-06-02 10:00'), started: [], actor };
  const after = samplesOf(fact.schema).map(
    (said) => evolve({ ...underWay, status: from }, { ...said, ...recorded }).status,
  );
  return [...new Set(after)];
}

/** Back to wherever it stood: an arrow to each state would hide the others. */
const isReturn = (type: StaffCommand['type'], from: CaseStatus): boolean => leadsTo(type, from).length > 4;

const returns = TYPES.flatMap((type) =>
  staffActOf(type)
    .from.filter((from) => isReturn(type, from))
    .map((from) => `- ${staffActOf(type).name} leads from ${textOf(from)} back to where the case stood.`),
);

function diagram(): readonly string[] {
  const arrows = TYPES.flatMap((type) =>
    staffActOf(type).from.flatMap((from) =>
      (isReturn(type, from) ? [] : leadsTo(type, from))
        .filter((to) => to !== from)
        .map((to) => ({ way: `${from} --> ${to}`, name: staffActOf(type).name })),
    ),
  );
  const ways = [...Map.groupBy(arrows, ({ way }) => way)];
  return [
    'stateDiagram-v2',
    ...CASE_STATUSES.map((status) => `  state "${textOf(status)}" as ${status}`),
    `  [*] --> registered : ${nameOfFact('registered')}`,
    ...ways.map(([way, names]) => `  ${way} : ${names.map(({ name }) => name).join('、')}`),
    ...ENDED.map((status) => `  ${status} --> [*]`),
  ];
}

const GIVERS: Readonly<Record<Giver, string>> = {
  lead: '主',
  superior: '上',
  either: '主上',
  assigner: '交',
  assisting: '协',
  holder: '主协',
  involved: '参',
};

const plain = caseAfter(registeredAt(beijing('2026-06-01 10:00'))).state;
const KINDS: readonly (readonly [mark: string, parts: Partial<Case>])[] = [
  ['督', { inspection: whole.inspection }],
  ['申', { reopeningAsked: whole.reopeningAsked }],
];

/** Who may give an act in that state, and for which kinds of cases somebody else. */
function giversOf(type: StaffCommand['type'], status: CaseStatus): string {
  const { from, by } = staffActOf(type);
  if (!from.some((one) => one === status)) return '';
  const usual = GIVERS[by({ ...plain, status })];
  const others = KINDS.map(([mark, parts]) => [mark, GIVERS[by({ ...plain, ...parts, status })]] as const);
  return [usual, ...others.flatMap(([mark, who]) => (who === usual ? [] : [`${mark}${who}`]))].join(' ');
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function table(): readonly string[] {
  return [
    row(['动作', '命令', '权限', ...CASE_STATUSES.map(textOf)]),
    row(['---', '---', '---', ...CASE_STATUSES.map(() => '---')]),
    ...TYPES.map((type) =>
      row([
        staffActOf(type).name,
        `\`${type}\``,
        powerOf(staffActOf(type), plain),
        ...CASE_STATUSES.map((status) => giversOf(type, status)),
      ]),
    ),
  ];
}

const bySystem = FACT_TYPES.filter((type) => !TYPES.some((one) => staffActOf(one).fact.type === type));

it('docs/life-of-a-case.md shows every state, every act, and who may give it', async () => {
  const page = [
    '# The life of a case',
    'Written and checked by [life-of-a-case.test.ts](../test/generated-docs/life-of-a-case.test.ts) out of the acts in [domain/case/acts](../domain/case/acts) as they are: `npm run docs` writes it anew.',
    '## States',
    'Acts that leave a case in its state are in the table below.',
    ['```mermaid', ...diagram(), '```'].join('\n'),
    returns.join('\n'),
    '## Who may do what when',
    '主 is the lead organ, 上 an organ above it, 主上 either of them, 交 whoever assigned the case to the lead, 协 one that assists, 主协 either of those that have it, 参 any that works on it. Which roles have a 权限 stands in [rights](rights.md). After 督 stands who it is for an inspection item, after 申 who it is once the complainant has asked for a reopening, where that is another. An empty cell: the act is refused in that state. What else stands in the way of an act is told by `GET /v1/cases/{id}` (`acts[].obstacle`).',
    table().join('\n'),
    '## Without staff',
    bySystem.map((type) => `- ${nameOfFact(type as Parameters<typeof nameOfFact>[0])} (\`${type}\`)`).join('\n'),
  ];
  await expect(`${page.join('\n\n')}\n`).toMatchFileSnapshot(PAGE);
});
