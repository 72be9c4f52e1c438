import { writeSync } from 'node:fs';
import { dynamoPeople } from '../../adapters/dynamodb/people.ts';
import { readTable } from '../../adapters/tables/read-table.ts';
import { writeXlsx } from '../../adapters/tables/write-xlsx.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import { TRANSPORT_TEXT } from '../../domain/notices/notice.ts';
import { CONTACT_ROLE_TEXT, type Organs, provinceTop } from '../../domain/organs.ts';
import { gapsIn, type RosterGap } from '../../domain/roster/gaps.ts';
import { withPeople } from '../../domain/roster/people.ts';
import { LIST_FAULT_TEXT, peopleInRows, rowsOfPeople } from '../../domain/roster/people-list.ts';
import { type ImportedOrgan, importPeople, previewImport } from '../../usecases/roster/import-people.ts';
import { bytesOf } from '../bytes.ts';
import { openNew } from '../new-file.ts';
import { readCaseRules } from '../policy/rules.ts';
import { APPLY_OPTIONS, DRY_RUN, operatorIn, TAKES_APPLY, text, whyNotApplied } from './apply-options.ts';
import type { Asked, OpsCommand, Outcome } from './command.ts';
import { type OpsStack, rosterOf } from './connect.ts';

const peopleOf = ({ tables, stores }: OpsStack) => dynamoPeople(tables, stores.ROSTER_TABLE_NAME);

/** The organs with the people who are there today. */
const livingOrgans = async (stack: OpsStack): Promise<Organs> =>
  withPeople(rosterOf(stack).organs, await peopleOf(stack).all());

export const rosterGaps: OpsCommand = {
  takes: '',
  does: [
    'tells where a step of a ladder reaches nobody of the organ it goes to, as the roster is today; 1 where there is such a step',
    '按今天的通讯录，列出催办阶梯的某一步在哪个单位找不到人；有空缺时返回1',
  ],
  async run(_, stack) {
    const organs = await livingOrgans(stack);
    const gaps = gapsIn(organs, readCaseRules(stack.config.settings.id, {}).ladders, stack.now);
    const lines = gaps.map((gap) => gapLine(gap, organs));
    return { lines: lines.length === 0 ? ['没有空缺'] : lines, json: gaps, failed: gaps.length > 0 };
  },
};

function gapLine({ organ, role, transport, isHeardAbove }: RosterGap, organs: Organs): string {
  const above = isHeardAbove ? '只有上级值班室能收到' : '没有任何人能收到';
  return `${organs.get(organ)?.name}（${organ}）：发给${CONTACT_ROLE_TEXT[role]}的${TRANSPORT_TEXT[transport]}，${above}`;
}

export const rosterExport: OpsCommand = {
  takes: 'FILE.xlsx',
  does: [
    'writes the people of all organs, as they are today, into a new workbook for you alone, to be changed and imported',
    '把各单位今天的联系人写入仅本人可读的新工作簿，修改后可再导入',
  ],
  positionals: [1, 1],
  faultIn: ({ positionals: [file = ''] }) => (file.endsWith('.xlsx') ? undefined : 'a file that ends in .xlsx'),
  async run({ positionals: [file = ''] }, stack) {
    const organs = [...(await livingOrgans(stack)).values()];
    const rows = rowsOfPeople(organs);
    writeSync(openNew(file), await writeXlsx(rows, [24, 28, 12, 12, 30, 16]));
    return { lines: [`${organs.length}个单位，${rows.length - 1}名联系人`] };
  },
};

export const rosterImport: OpsCommand = {
  takes: `FILE.csv|FILE.xlsx ${TAKES_APPLY}`,
  does: [
    'takes the people of a list in place of those of the organs that it names, after telling what would change in each; with one fault nothing is taken; each change stands on record with the reason',
    '用名单中的联系人替换所列单位的联系人：先列出各单位的变化；有一处错误就全部不导入；每次变更连同理由留有记录',
  ],
  options: APPLY_OPTIONS,
  positionals: [1, 1],
  faultIn: whyNotApplied,
  run: takeList,
};

async function takeList(asked: Asked, stack: OpsStack): Promise<Outcome> {
  const roster = rosterOf(stack);
  const table = await readTable(bytesOf(asked.positionals[0]!));
  if (table.kind === 'unreadable') return { lines: [table.reason], failed: true };
  const { people, faults } = peopleInRows(table.rows, new Set(roster.organs.keys()));
  const told = faults.map(
    ({ row, wrong, given }) => `第${row}行：${LIST_FAULT_TEXT[wrong]}${given ? `（${given}）` : ''}`,
  );
  if (told.length > 0) return { lines: [...told, '没有导入'], failed: true };
  const { ladders } = readCaseRules(stack.config.settings.id, {});
  const deps = { people: peopleOf(stack), context: { ...roster, ladders } };
  const previewed = await previewImport(people, stack.now, deps);
  const lines = previewed.map((one) => changeLine(one, roster.organs));
  if (previewed.some(({ fault }) => fault !== undefined)) return { lines: [...lines, '没有导入'], failed: true };
  if (asked.values.apply !== true) return { lines: [...lines, `${previewed.length}个单位有变化`, DRY_RUN] };
  const by = operatorIn(asked.values);
  const staff: Staff = { kind: 'staff', organ: provinceTop(roster), role: 'ops', name: by, sub: `ops:${by}` };
  const left = await importPeople(previewed, text(asked.values.reason), staff, stack.now, deps);
  const kept = left.map((organ) => `${organ}：期间有人改动，没有导入，请重新运行`);
  return {
    lines: [...lines, ...kept, `已导入${previewed.length - left.length}个单位，一分钟内生效`],
    failed: left.length > 0,
  };
}

function changeLine({ organ, added, removed, changed, fault, notes }: ImportedOrgan, organs: Organs): string {
  const roles = (what: string, some: ImportedOrgan['added']) =>
    some.length === 0 ? [] : [`${what}${some.map((role) => CONTACT_ROLE_TEXT[role]).join('、')}`];
  const said = [...roles('新增', added), ...roles('减少', removed), ...roles('改联系方式', changed)];
  const more = [...(notes > 0 ? [`${notes}处请核对`] : []), ...(fault === undefined ? [] : [`✗ ${fault}`])];
  return `${organs.get(organ)?.name}（${organ}）：${[...said, ...more].join('；')}`;
}
