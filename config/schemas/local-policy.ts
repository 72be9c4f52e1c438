import type * as z from 'zod';
import type { ClockRule } from '../../domain/clocks/clock-rule.ts';
import { obstacleToLocal } from '../../domain/clocks/local-policy.ts';
import type { ClocksFile, LocalPolicyFile } from './clocks.ts';
import type { Fault } from './fault.ts';
import { nearestOf } from './nearest.ts';

/** A province shortens periods that there are, in every version that has them, and turns on only what is off. */
export function faultsOfLocalPolicy(
  { shorter, on }: z.infer<typeof LocalPolicyFile>,
  file: z.infer<typeof ClocksFile>,
): Fault[] {
  const parts = [file.set, ...file.versions.map(({ clocks }) => clocks)];
  const rulesOf = (name: string): ClockRule[] => parts.flatMap((clocks) => clocks[name] ?? []);
  const known = [...new Set(parts.flatMap(Object.keys))];
  const short = Object.entries(shorter).flatMap(([name, { period }]) => {
    const obstacle = rulesOf(name).flatMap((rule) => obstacleToLocal(period, rule) ?? [])[0];
    return faultOf(`/shorter/${name}`, name, known, obstacle);
  });
  const turned = on.flatMap((name, index) => {
    const isOff = rulesOf(name).some(({ needsVerification }) => needsVerification);
    return faultOf(`/on/${index}`, name, known, isOff ? undefined : 'it runs without it');
  });
  return [...short, ...turned];
}

function faultOf(pointer: string, name: string, known: readonly string[], obstacle: string | undefined): Fault[] {
  if (!known.includes(name))
    return [
      [
        pointer,
        `"${name}" is no clock in config/clocks.json`,
        `name one of ${known.join(', ')}${nearestOf(name, known)}`,
      ],
    ];
  return obstacle === undefined ? [] : [[pointer, `"${name}": ${obstacle}`]];
}
