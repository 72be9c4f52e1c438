import { powerOf } from '../../domain/case/act.ts';
import { STAFF_ACTS, type StaffCommand, staffActOf } from '../../domain/case/acts.ts';
import type { Case } from '../../domain/case/case.ts';
import { GIVERS } from '../../domain/case/rights/authority.ts';
import { RELATIONS, type Relation } from '../../domain/case/rights/relations.ts';
import { hasPower, POWERS, type Power } from '../../domain/case/rights/rights.ts';
import { ROLE_NAMES, ROLES, type Role } from '../../domain/case/rights/roles.ts';
import { caseAfter, registeredAt } from './cases.ts';
import { beijing } from './rules.ts';

const { state: plain } = caseAfter(registeredAt(beijing('2026-06-01 10:00')));
const reopeningAsked = { since: plain.receivedAt, by: [plain.id] };

/** The kinds of case between which an act may tell who gives it. */
const KINDS: Readonly<Record<string, Case>> = {
  普通件: plain,
  已报送: { ...plain, status: 'reported' },
  申请重新办理: { ...plain, status: 'closed', reopeningAsked },
  督察交办件: { ...plain, inspection: { batch: '1', item: '1' } },
};

const POWER_NAMES = Object.keys(POWERS) as Power[];
const RELATION_NAMES = Object.keys(RELATIONS) as Relation[];
const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly string[]) =>
  [row(...heads), row(...heads.map(() => '---')), ...rows].join('\n');

const SIGNS: Readonly<Partial<Record<Relation, string>>> = { own: '主', above: '上', assigner: '答', assisting: '协' };

/** By which of those relations the role has the power; 急: in an emergency only. */
function cell(power: Power, role: Role, relations: readonly Relation[]): string {
  const marks = relations.flatMap((relation) => {
    if (hasPower(power, role, [relation])) return [SIGNS[relation]];
    return hasPower(power, role, [relation], true) ? [`${SIGNS[relation]}（急）`] : [];
  });
  return marks.join('') || '–';
}

/** An act has a row for each way of saying who gives it. */
function rowsOf(type: StaffCommand['type']): readonly string[] {
  const act = staffActOf(type);
  const said = Object.entries(KINDS).map(([kind, state]) => ({ kind, by: act.by(state), power: powerOf(act, state) }));
  const ways = Map.groupBy(said, ({ by, power }) => `${by} ${power}`);
  return [...ways.values()].map((alike) => {
    const { by, power } = alike[0]!;
    const when = ways.size === 1 ? '' : `（${alike.map(({ kind }) => kind).join('、')}）`;
    const cells = ROLE_NAMES.map((role) => cell(power, role, GIVERS[by]));
    return row(`${act.name}${when} \`${type}\``, POWERS[power], ...cells);
  });
}

const powersOf = (role: Role, relation: Relation) => {
  const always = POWER_NAMES.filter((power) => hasPower(power, role, [relation]));
  const then = POWER_NAMES.filter((power) => !always.includes(power) && hasPower(power, role, [relation], true));
  return [...always.map((one) => POWERS[one]), ...then.map((one) => `${POWERS[one]}（急）`)].join('、') || '–';
};

const roleHeads = ROLE_NAMES.map((role) => `${ROLES[role]} \`${role}\``);

/** docs/rights.md, as the tables of rights and the acts have it now. */
export const rightsPage = `# Who may do what

Written and checked by [rights-page.test.ts](../test/domain/case/rights-page.test.ts) from [rights.ts](../domain/case/rights/rights.ts) and the [acts](../domain/case/acts): edit those, then run that test with \`-u\`. Why it is so: [ADR 85](adr/0085-rights-are-one-table.md).

The token says the organ (\`organ\`) and the role (\`role\`, one of the words below, in lower case). What the organ is to the case and what the role is in the organ decide together; nobody may what is not in a table. An organ may be several things to a case: what any of them allows is allowed.

主 = the organ that leads (主办); 上 = one above it; 协 = one that assists; 答 = whoever decides on an objection (答复异议); （急） = only while the case is an emergency (突发环境事件).

## Acts
${table(['办理动作', '权限', ...roleHeads], (Object.keys(STAFF_ACTS) as StaffCommand['type'][]).flatMap(rowsOf))}

## Powers by role and by what the organ is to the case
${table(
  ['关系', ...roleHeads],
  RELATION_NAMES.map((relation) =>
    row(`${RELATIONS[relation]} \`${relation}\``, ...ROLE_NAMES.map((role) => powersOf(role, relation))),
  ),
)}

${table(
  ['权限', '代码'],
  POWER_NAMES.map((power) => row(POWERS[power], `\`${power}\``)),
)}
`;
