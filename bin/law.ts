import { lawOn, spanOn } from '../domain/law/cite.ts';
import type { ProvisionName } from '../domain/law/statutes.ts';
import { mattersOn } from '../domain/matter.ts';
import { readArguments, refuse } from './arguments.ts';
import { loadMatters, loadStatutes } from './rules.ts';
import { isDay } from './today.ts';

// What is cited on a day, and whose business each matter is; or what changes between two days.
const usage = 'usage: npm run law -- on 2026-08-14\n       npm run law -- diff 2026-08-14 2026-08-15';
const { positionals } = readArguments(process.argv.slice(2), { usage, positionals: [2, 3] });
const [what, ...days] = positionals;
const strange = days.find((day) => !isDay(day));
if (strange) refuse(`${strange} is no day`, usage);
if (what !== 'on' && what !== 'diff') refuse(`${what} is neither on nor diff`, usage);
if (days.length !== (what === 'on' ? 1 : 2)) refuse(`${what} does not go with that many days`, usage);

const [statutes, matters] = [loadStatutes(), loadMatters()];

/**
 * By its name, each provision as it is printed that day, and each matter with its departments; what is not in force is
 * left out.
 */
function linesOn(day: string): Map<string, string> {
  const law = lawOn(day, statutes);
  const names = Object.keys(statutes.provisions) as ProvisionName[];
  const inForce = names.filter((name) => spanOn(name, day, statutes));
  const { departments, matters: owned } = mattersOn(law, matters);
  const named = (codes: readonly string[]): string => codes.map((code) => departments[code]).join('、') || '无';
  return new Map([
    ...inForce.map((name) => [name, law.cite(name)] as const),
    ...Object.entries(owned).map(([code, { name, lead, assisting, confidence }]) => {
      const whose = `主办${named(lead ? [lead] : [])}，协办${named(assisting)}（${confidence}）`;
      return [`${code} ${name}`, whose] as const;
    }),
  ]);
}

const [before, after] = days.map(linesOn);
if (after === undefined) for (const [name, line] of before!) console.log(`${name}: ${line}`);
else
  for (const name of new Set([...before!.keys(), ...after.keys()])) {
    const [was, is] = [before!.get(name), after.get(name)];
    if (was !== is) console.log(`${name}\n  - ${was ?? '无'}\n  + ${is ?? '无'}`);
  }
