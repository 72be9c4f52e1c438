import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { asOneTemplate } from '../../local/template/merged-template.ts';
import { editedConfig } from '../support/edited-config.ts';
import { functionNamed, settingsOf, templateOf, templatesOf } from './provinces.ts';

const certificate = (id: string, region = 'cn-north-1') => `arn:aws-cn:acm:${region}:123456789012:certificate/${id}`;
const DOMAINS = {
  pages: { name: '12369.jiangsu.example', certificate: certificate('pages') },
  api: { name: 'api.jiangsu.example', certificate: certificate('api') },
  desk: { name: 'desk.jiangsu.example', certificate: certificate('desk') },
};
const { data, service } = templatesOf({ ...settingsOf('jiangsu'), domains: DOMAINS, fixedAddress: true });
const template = Template.fromJSON(asOneTemplate([data, service]));

describe('a province with names of its own', () => {
  it('answers at each by TLS 1.2 in its region, the desk apart from what is public', () => {
    const apiBehind = (name: string) =>
      Object.values(template.findResources('AWS::ApiGatewayV2::ApiMapping')).find(({ Properties }) =>
        Properties.DomainName.Ref.includes(name.replaceAll(/[.-]/g, '')),
      )!.Properties.ApiId.Ref;
    for (const { name, certificate: arn } of Object.values(DOMAINS))
      template.hasResourceProperties('AWS::ApiGatewayV2::DomainName', {
        DomainName: name,
        DomainNameConfigurations: [{ CertificateArn: arn, EndpointType: 'REGIONAL' }],
      });
    expect(apiBehind(DOMAINS.api.name)).toBe(apiBehind(DOMAINS.pages.name));
    expect(apiBehind(DOMAINS.desk.name)).not.toBe(apiBehind(DOMAINS.pages.name));
  });

  it('has none where its file names none', () => {
    templateOf('jiangsu').resourceCountIs('AWS::ApiGatewayV2::DomainName', 0);
  });
});

describe('a province whose calls leave by one address', () => {
  it('keeps that address whatever becomes of the code, and calls WeChat and providers out of its network', () => {
    expect(Object.values(data.Resources).filter(({ Type }) => Type === 'AWS::EC2::EIP')).toMatchObject([
      { DeletionPolicy: 'Retain' },
    ]);
    template.resourceCountIs('AWS::EC2::NatGateway', 1);
    for (const name of ['fetch-media', 'deliver-notice'])
      expect(functionNamed(template, name).VpcConfig.SubnetIds).toHaveLength(2);
    expect(functionNamed(template, 'accept-web-form').VpcConfig).toBeUndefined();
  });

  it('lets nothing in', () => {
    for (const { Properties } of Object.values(template.findResources('AWS::EC2::SecurityGroup')))
      expect(Properties.SecurityGroupIngress).toBeUndefined();
  });

  it('pays for none where its file says nothing', () => {
    templateOf('jiangsu').resourceCountIs('AWS::EC2::NatGateway', 0);
  });
});

describe('names that do not fit together', () => {
  const { edit, faults } = editedConfig();

  it('are refused: a certificate elsewhere, links that lead elsewhere, one name for desk and pages', () => {
    edit('provinces/jiangsu.json', (jiangsu) => {
      jiangsu.domains = {
        ...DOMAINS,
        pages: { ...DOMAINS.pages, certificate: certificate('pages', 'cn-northwest-1') },
      };
      jiangsu.domains.api = { ...DOMAINS.desk };
      jiangsu.staff.desk = 'https://other.jiangsu.example/';
    });
    expect(faults().map((line) => line.split(': ')[0])).toEqual([
      'config/provinces/jiangsu.json /domains/pages/certificate',
      'config/provinces/jiangsu.json /staff/desk',
      'config/provinces/jiangsu.json /domains',
    ]);
  });
});
