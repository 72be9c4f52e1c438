import { describe, expect, it } from 'vitest';
import type { ProvinceSettings } from '../../config/schemas/province.ts';
import { provinces, templatesOf } from './provinces.ts';

const AWS_REGION =
  /\b(?:us|eu|ap|ca|sa|me|af|il|mx|cn)-(?:gov-)?(?:north|south|east|west|central)+(?:east|west)?-\d\b/g;

/** The same province elsewhere, with what there is in place of SES. */
function movedTo(region: string, province: ProvinceSettings): ProvinceSettings {
  const secrets = { smtp: `huiyin/${province.id}/smtp`, ...province.secrets };
  return { ...province, region, mail: { ...province.mail, transport: 'smtp' }, secrets };
}

const everywhere = provinces.flatMap((province) =>
  ['cn-north-1', 'cn-northwest-1', 'ap-southeast-1'].map((region) => ({ id: province.id, region, province })),
);

describe.each(everywhere)('$id in $region', ({ region, province }) => {
  const text = JSON.stringify(
    Object.values(templatesOf(region === province.region ? province : movedTo(region, province))),
  );
  const found = (pattern: RegExp) => [...new Set(text.match(pattern) ?? [])];

  it('names no partition: whatever is an ARN takes that of the deploy', () => {
    expect(found(/arn:aws[a-z-]*:/g)).toEqual([]);
  });

  it('names no region but its own', () => {
    expect(found(AWS_REGION).filter((one) => one !== region)).toEqual([]);
  });

  it('has no address of a service under the suffix of another partition', () => {
    const suffix = region.startsWith('cn-') ? /^\.amazonaws\.com\.cn$/ : /^\.amazonaws\.com$/;
    const hosts = found(/\.[a-z0-9-]*-\d\.amazonaws\.com(?:\.cn)?/g);
    expect(hosts.filter((host) => !suffix.test(host.replace(/^.*(?=\.amazonaws)/, '')))).toEqual([]);
  });

  it('asks for SES only where it is', () => {
    if (region.startsWith('cn-')) expect(text).not.toMatch(/AWS::SES|"ses:|ses\.amazonaws/);
  });
});
