import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultsOfRegion, lackedIn, regionsSchema } from '../../config/schemas/regions.ts';
import { settingsOf } from './provinces.ts';

const regions = regionsSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../config/regions.json'), 'utf8')),
);
const jiangsu = settingsOf('jiangsu');

describe('a province that asks for what its region lacks', () => {
  it.each([
    ['SES', { mail: { ...jiangsu.mail, transport: 'ses' as const } }, '/mail/transport', 'mail.transport smtp'],
    [
      'Cognito',
      { staff: { ...jiangsu.staff, issuer: 'https://cognito-idp.cn-north-1.amazonaws.com.cn/pool' } },
      '/staff/issuer',
      'OpenID Connect provider as staff.issuer',
    ],
  ])('%s: is refused, with where that stands and what there is instead', (_, changed, place, instead) => {
    const [fault] = faultsOfRegion({ ...jiangsu, ...changed }, regions);
    expect(fault).toEqual([
      place,
      expect.stringMatching(/^there is no .*, in cn-north-1: .{20}/),
      expect.stringContaining(instead),
    ]);
  });

  it('is let through elsewhere', () => {
    const abroad = { ...jiangsu, region: 'ap-southeast-1', mail: { ...jiangsu.mail, transport: 'ses' as const } };
    expect(faultsOfRegion(abroad, regions)).toEqual([]);
  });
});

it('a region that nobody has looked up is refused, and those that are known are named', () => {
  const [fault] = faultsOfRegion({ ...jiangsu, region: 'cn-south-9' }, regions);
  expect(fault).toEqual(['/region', 'is not in config/regions.json', expect.stringContaining('cn-north-1, ')]);
});

it('both regions of China lack what AWS China lacks, and Hong Kong lacks SES alone', () => {
  const lacked = (region: string) => [...lackedIn(region, regions)!.keys()];
  expect(lacked('cn-north-1')).toEqual(lacked('cn-northwest-1'));
  expect(lacked('cn-north-1')).toContain('dead-letter-redrive');
  expect(lacked('ap-east-1')).toEqual(['ses-sending', 'ses-receiving']);
});
