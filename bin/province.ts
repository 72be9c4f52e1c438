import { readArguments, refuse } from './arguments.ts';
import { check } from './province/check.ts';
import { cost } from './province/cost.ts';
import { diff } from './province/diff.ts';
import { explain } from './province/explain.ts';
import { list } from './province/list.ts';
import { makeNew } from './province/new.ts';
import type { Command, Outcome } from './province/outcome.ts';
import { rollout } from './province/rollout.ts';

const USAGE = `usage: npm run province -- new NAME --division 410000 [--region cn-north-1] [--letters HA] [--people FILE.csv]
       npm run province -- check|explain NAME
       npm run province -- cost NAME [--complaints 10000]
       npm run province -- diff NAME [--against TEMPLATE.json]…
       npm run province -- list|check
       npm run province -- rollout [--waves 1,4]
Brings up a province: NAME is that of its files in config/. Without a name, all provinces.
new      writes the province file, the roster and the routing file by the division code, and a list of people to fill in;
         --people fills that list into the roster
check    tells every fault of every file, with what to do about each
explain  tells what is deployed, who gets what, and which secrets are missing
cost     tells what a month with so many complaints costs, line by line
diff     tells what a deploy would change of what is deployed, or of template files, one for each stack
list     tells which provinces there are, where each runs, and which have faults
rollout  prints the shell script that deploys all in waves of so many, the last size again and again, and stops at
         the first that fails or is not well afterwards`;

const options = {
  config: { type: 'string' },
  division: { type: 'string' },
  region: { type: 'string' },
  letters: { type: 'string' },
  people: { type: 'string' },
  against: { type: 'string', multiple: true },
  complaints: { type: 'string' },
  waves: { type: 'string' },
} as const;

const COMMANDS: Readonly<Record<string, (command: Command) => Outcome | Promise<Outcome>>> = {
  new: makeNew,
  check,
  explain,
  cost,
  diff,
  list,
  rollout,
};

/** These tell of all provinces where no name is given. */
const OF_ALL = ['check', 'list', 'rollout'];

const { values, positionals } = readArguments(process.argv.slice(2), { usage: USAGE, options, positionals: [1, 2] });
const [verb = '', name = ''] = positionals;
const run = COMMANDS[verb] ?? refuse(`${verb} is none of ${Object.keys(COMMANDS).join(', ')}`, USAGE);
if (!(name === '' && OF_ALL.includes(verb)) && !/^[a-z][a-z0-9-]{1,15}$/.test(name))
  refuse(`${name} is no name: lower-case letters, digits and dashes, at most 16`, USAGE);

const { lines, failed } = await run({ ...values, name, config: values.config ?? 'config' });
for (const line of lines) console.log(line);
if (failed) process.exitCode = 1;
