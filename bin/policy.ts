import { dynamoCaseStore } from '../adapters/dynamodb/cases/case-store.ts';
import { dynamoCaseIds } from '../adapters/dynamodb/cases/lists.ts';
import { dynamoTables } from '../adapters/dynamodb/tables.ts';
import { isOpen } from '../domain/case/case.ts';
import { CaseSchema } from '../domain/case/case-schema.ts';
import { ENDED } from '../domain/lists/listing.ts';
import { readArguments, refuse } from './arguments.ts';
import { carriedOut } from './ending.ts';
import { writeNew } from './new-file.ts';
import { readCases } from './policy/cases.ts';
import { difference } from './policy/diff.ts';
import { BrokenRules, readCaseRules } from './policy/rules.ts';
import { readProvinceConfig } from './province-config.ts';

// What new periods, holidays or ladders would do to the cases that are open, before anything is deployed.

const USAGE = `usage: npm run policy -- diff --province demo CASES.jsonl [--clocks FILE] [--calendar FILE] [--ladders FILE] [--local FILE] [--policy VERSION] [--at TIME]
       CASE_TABLE_NAME=… npm run policy -- export --province demo CASES.jsonl
diff ends with 0 where nothing would move, with 1 where something would, with 2 where a file cannot be used.
export: AWS_REGION and AWS_PROFILE say where; AWS_ENDPOINT_URL points at a local stack.`;

const { values, positionals } = readArguments(process.argv.slice(2), {
  usage: USAGE,
  options: {
    province: { type: 'string' },
    clocks: { type: 'string' },
    calendar: { type: 'string' },
    ladders: { type: 'string' },
    local: { type: 'string' },
    policy: { type: 'string' },
    at: { type: 'string' },
  },
  positionals: [2, 2],
});
const [what, file = ''] = positionals;
const { province = refuse('a province is needed', USAGE), policy, at = new Date().toISOString(), ...changed } = values;

if (what === 'diff') diff();
else if (what === 'export') await carriedOut(exportCases);
else refuse(`${what} is neither diff nor export`, USAGE);

function diff(): void {
  if (Number.isNaN(Date.parse(at))) refuse(`${at} is no time`, USAGE);
  const rules = rulesOf();
  if (policy !== undefined && !rules.after.policies.has(policy)) refuse(`there is no version ${policy}`, USAGE);
  const { lines, moved } = difference(readCases(file), policy, new Date(at).toISOString(), rules);
  console.log(lines.join('\n'));
  if (moved > 0) process.exitCode = 1;
}

function rulesOf() {
  try {
    return { before: readCaseRules(province, {}), after: readCaseRules(province, changed) };
  } catch (error) {
    if (error instanceof BrokenRules) return refuse(error.message, USAGE);
    throw error;
  }
}

/** Cases hold no word of the complainant, but what officers wrote: the file is its owner's alone. */
async function exportCases(): Promise<void> {
  const { CASE_TABLE_NAME: table = refuse('CASE_TABLE_NAME is needed', USAGE) } = process.env;
  const roster = { organs: new Map(readProvinceConfig(province).organs.map((organ) => [organ.id, organ])) };
  const tables = dynamoTables();
  const cases = dynamoCaseStore(tables, table, roster);
  let count = 0;
  await writeNew(file, async (write) => {
    for await (const id of dynamoCaseIds(tables, table, roster, ENDED)()) {
      const state = await cases.load(id);
      if (!state || !isOpen(state)) continue;
      write(CaseSchema.parse(state));
      count += 1;
    }
  });
  console.log(`${count} open cases`);
}
