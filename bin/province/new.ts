import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClocksFile } from '../../config/schemas/clocks.ts';
import { gazetteerSchema } from '../../config/schemas/gazetteer.ts';
import { mattersSchema } from '../../config/schemas/matters.ts';
import { rosterDraft } from '../../config/schemas/organs.ts';
import type { Organ } from '../../domain/organs.ts';
import { divisionsOf } from '../../domain/place/gazetteer.ts';
import { bytesOf } from '../bytes.ts';
import { type Command, failure, type Outcome } from './outcome.ts';
import { emptyPeopleList, fillIn } from './people.ts';
import { rosterOf, type Territory } from './roster.ts';
import { organsText, provinceFileOf, routingFileOf } from './scaffold.ts';

type File = readonly [path: string, text: string];

/**
 * Writes what is not there yet; of files that are there, only the people of the roster change, and only by --people.
 * Where the list of people has a fault, nothing is written.
 */
export function makeNew(command: Command): Outcome {
  const roster = join(command.config, 'organs', `${command.name}.json`);
  if (!existsSync(roster)) return scaffold(command, roster);
  if (command.people === undefined)
    return failure(`${roster} is there already: give --people FILE.csv to fill people in, or remove it`);
  const { organs } = rosterDraft.parse(JSON.parse(readFileSync(roster, 'utf8')));
  return withPeople(organs, command, roster, []);
}

function scaffold(command: Command, roster: string): Outcome {
  const { name, config, division = '', region = 'cn-north-1', letters } = command;
  const read = (file: string): unknown => JSON.parse(readFileSync(join(config, file), 'utf8'));
  const divisions = divisionsOf([gazetteerSchema.parse(read('gazetteer/national.json'))]);
  if (!division.endsWith('0000') || !divisions.has(division)) return noProvince(division, divisions);
  const territory: Territory = { id: name, division, divisions };
  const policyVersion = ClocksFile.parse(read('clocks.json')).versions.at(-1)!.version;
  const files: File[] = [
    [join(config, 'provinces', `${name}.json`), textOf(provinceFileOf(territory, { region, letters, policyVersion }))],
    [join(config, 'routing', `${name}.json`), textOf(routingFileOf(territory))],
  ];
  const there = files.filter(([path]) => existsSync(path));
  if (there.length > 0) return failure(...there.map(([path]) => `${path} is there already`));
  return withPeople(rosterOf(territory, mattersSchema.parse(read('matters.json'))), command, roster, files);
}

function withPeople(before: readonly Organ[], command: Command, roster: string, files: readonly File[]): Outcome {
  const { name, people, config } = command;
  const { organs, faults } = people === undefined ? { organs: before, faults: [] } : fillIn(before, bytesOf(people));
  if (faults.length > 0) return failure(...faults.map((why) => `${people} ${why}`), 'nothing is written');
  const unreached = organs.filter(({ contacts }) => contacts.length === 0);
  const list: File = [join(config, '..', `${name}-people.csv`), emptyPeopleList(unreached)];
  return {
    lines: [
      ...[...files, [roster, organsText(organs)] as const, ...(people === undefined ? [list] : [])].map(write),
      `${organs.length} organs, ${unreached.length} of them without anybody who is reached`,
      `next: npm run province -- check ${name}`,
    ],
  };
}

function write([path, text]: File): string {
  writeFileSync(path, text);
  return `wrote ${path}`;
}

/** Lists of short texts stand on one line, as people write them. */
const textOf = (content: object): string =>
  `${JSON.stringify(content, null, 2).replace(/\[\n\s+("[^"]*"(?:,\n\s+"[^"]*")*)\n\s+\]/g, (_, inside: string) => `[${inside.replace(/,\n\s+/g, ', ')}]`)}\n`;

function noProvince(division: string, divisions: ReadonlyMap<string, string>): Outcome {
  const provinces = [...divisions].filter(([code]) => code.endsWith('0000'));
  return failure(
    `--division "${division}" is no province. There are:`,
    ...provinces.map(([code, name]) => `  ${code} ${name}`),
  );
}
