import type { StackProps } from 'aws-cdk-lib';
import type { ProvinceSettings } from '../config/schemas/province.ts';

/** Where a stack of a province is deployed, and what holds for each of them. */
export function settingsOfStack({ id, region, account, demonstration }: ProvinceSettings, what: string): StackProps {
  return {
    description: `Huiyin: ${what}, ${id}`,
    env: { region, ...(account && { account }) },
    terminationProtection: !demonstration,
    tags: { 'huiyin:province': id },
  };
}
