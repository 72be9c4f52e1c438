import { describe, expect, it } from 'vitest';
import { faultsInSecret } from '../../../bin/ops/secret-shapes.ts';
import { demoCredentials, demoSecrets, readProvince } from '../../../local/outside/credentials.ts';

const province = readProvince('demo');
const secrets = demoSecrets(province, demoCredentials(province), 2525);
const partners = province.partners.map(({ name }) => name);

describe('the secrets of a province', () => {
  it.each(Object.entries(province.secrets).filter(([, name]) => secrets.has(name!)))(
    '%s that work on the local stack have no fault',
    (kind, name) => {
      const value = JSON.stringify(secrets.get(name!));
      expect(faultsInSecret(kind as keyof typeof province.secrets, value, partners)).toEqual([]);
    },
  );

  it.each([
    ['repeats', undefined, '缺少'],
    ['repeats', 'key', '不是JSON'],
    ['threads', '{"key":"S3CRET"}', '/key 不合要求'],
    ['mailRelay', '{"secrets":["S3CRET"]}', '/secrets/0 不合要求'],
    ['senders', '{"keys":[]}', '/keys 不合要求'],
    ['sms', '{"tencent":{"secretId":"S3CRET"}}', '/tencent/secretKey 不合要求'],
    ['smtp', '{"host":"S3CRET"}', '/smtp/port 不合要求'],
    ['partners', '{}', '没有合作单位 hotline-12345 的密钥'],
  ] as const)('%s with the value %s is told by place, never by value', (kind, value, fault) => {
    const faults = faultsInSecret(kind, value, partners);
    expect(faults).toContain(fault);
    expect(faults.join()).not.toContain('S3CRET');
  });
});
