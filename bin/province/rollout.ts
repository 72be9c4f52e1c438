import { checkConfig } from '../../config/schemas/check.ts';
import type { ProvinceSettings } from '../../config/schemas/province.ts';
import { today } from '../today.ts';
import { type Command, failure, type Outcome } from './outcome.ts';

/** One to see whether it works at all, then four at a time. */
const USUAL = '1,4';

/**
 * A shell script for all provinces, or for the one that is named, to be read and then run: wave after wave, and in each
 * wave one after the other. It ends at the first command that fails, and says which provinces are left.
 */
export function rollout({ name, config, waves = USUAL }: Command): Outcome {
  const sizes = waves.split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0))
    return failure(`--waves ${waves}: give sizes such as 1,4,8`);
  const { provinces, faults } = checkConfig(config, today());
  if (faults.length > 0) return failure(...faults, 'nothing is deployed as long as there are faults');
  const asked = provinces.filter(({ id }) => name === '' || id === name);
  if (asked.length === 0) return failure(`there is no province ${name}`);
  return { lines: scriptOf(wavesOf(asked, sizes)) };
}

/** Demonstrations first: nobody complains there. The last size holds for all waves that follow. */
export function wavesOf(
  provinces: readonly (Pick<ProvinceSettings, 'id'> & Partial<Pick<ProvinceSettings, 'demonstration'>>)[],
  sizes: readonly number[],
): readonly (readonly string[])[] {
  const isReal = ({ demonstration }: (typeof provinces)[number]) => Number(!demonstration);
  const order = provinces.toSorted((one, other) => isReal(one) - isReal(other) || (one.id < other.id ? -1 : 1));
  const waves: string[][] = [];
  for (let at = 0; at < order.length; ) {
    const size = sizes[Math.min(waves.length, sizes.length - 1)]!;
    waves.push(order.slice(at, at + size).map(({ id }) => id));
    at += size;
  }
  return waves;
}

function scriptOf(waves: readonly (readonly string[])[]): string[] {
  const all = waves.flat();
  return [
    '#!/bin/sh',
    '# Read it, then run it: npm run --silent province -- rollout > rollout.sh; sh rollout.sh',
    'set -eu',
    'left=""',
    `trap '[ -z "$left" ] || echo "stopped; not deployed, or not well: $left" >&2' EXIT`,
    ...waves.flatMap((wave, number) => [
      `echo "== wave ${number + 1} of ${waves.length}: ${wave.join(' ')}"`,
      ...wave.flatMap((id) => [`left="${all.slice(all.indexOf(id)).join(' ')}"`, ...stepsOf(id)]),
    ]),
    'left=""',
  ];
}

/** The input of the script is the script itself: what it runs must not read on in it. */
const stepsOf = (id: string): string[] =>
  [
    `npm run --silent province -- diff ${id}`,
    `npx cdk deploy --require-approval never -c province=${id} Huiyin-${id}`,
    `npm run --silent ops -- health --province ${id}`,
  ].map((command) => `${command} < /dev/null`);
