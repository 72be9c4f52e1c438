import { describe, expect, it } from 'vitest';
import { privacyOf } from '../../adapters/config/read-privacy.ts';
import { privacyPage } from '../../functions/shared/pages/privacy-page.ts';
import { SITE } from '../support/pages.ts';
import { law } from '../support/rules.ts';
import { actionsOf, concerning, functionNames, rightsOf, settingsOf, templateOf } from './provinces.ts';

const template = templateOf('jiangsu');

describe('who may touch uploads', () => {
  const INBOX = 'FoundationInboxBucket';
  const inboxRightsOf = (name: string) => actionsOf(concerning(rightsOf(template, name), INBOX));
  const OFFER = ['s3:PutObject'];
  const READ = ['s3:GetObject', 's3:ListBucket'];
  const allowed: Record<string, string[]> = {
    'accept-web-form': OFFER,
    'accept-supplement-form': OFFER,
    'desk-enter': OFFER,
    'offer-material': OFFER,
    'offer-upload': OFFER,
    'clean-photo': READ,
    'serve-photo-page': [...READ, ...OFFER].toSorted(),
  };

  it('are those who sign forms for them, who cleans them, and who shows what they know of their place', () => {
    const near = functionNames(template).filter((name) => inboxRightsOf(name).length > 0);
    expect(Object.fromEntries(near.map((name) => [name, inboxRightsOf(name)]))).toEqual(allowed);
  });

  it.each(Object.keys(allowed))('%s gets at uploads/ only', (name) => {
    const objects = concerning(rightsOf(template, name), INBOX).filter(
      (right) => !actionsOf([right]).includes('s3:ListBucket'),
    );
    for (const { Resource } of objects) expect(JSON.stringify(Resource)).toContain('/uploads/*"');
  });

  it('forgets them after three days, as the privacy page says', () => {
    const demo = settingsOf('demo');
    const [inbox] = Object.entries(template.findResources('AWS::S3::Bucket')).find(([id]) => id.startsWith(INBOX))!;
    expect(template.findResources('AWS::S3::Bucket')[inbox]!.Properties.LifecycleConfiguration.Rules).toMatchObject([
      { ExpirationInDays: 3, Status: 'Enabled' },
    ]);
    expect(JSON.stringify(privacyPage({ ...SITE, ...demo }, privacyOf(demo), law).main)).toContain('最多3天');
  });
});

describe('who may touch evidence', () => {
  const EVIDENCE = 'FoundationEvidenceBucket';
  const placesOf = (name: string) =>
    concerning(rightsOf(template, name), EVIDENCE).flatMap((right) => {
      const [, prefix] = /"\/([\w/]+)\/\*"/.exec(JSON.stringify(right.Resource)) ?? [];
      return actionsOf([right]).map((action) => `${action} ${prefix}`);
    });

  it('is each for one purpose, under its prefix; staff never open raw mails, which tell who wrote', () => {
    const near = functionNames(template).filter((name) => placesOf(name).length > 0);
    expect(Object.fromEntries(near.map((name) => [name, placesOf(name).toSorted()]))).toEqual({
      'accept-email': ['s3:GetObject mail', 's3:PutObject attachments'],
      'accept-mail-relay': ['s3:PutObject mail'],
      'clean-photo': ['s3:PutObject uploads'],
      'command-case': ['s3:GetObject uploads/cases'],
      'desk-acts': ['s3:GetObject uploads/cases'],
      'desk-enter': ['s3:GetObject uploads/cases'],
      'fetch-media': ['s3:PutObject attachments'],
      'offer-mail-upload': ['s3:PutObject mail'],
      'open-attachment': ['s3:GetObject attachments', 's3:GetObject uploads'],
      'print-case': ['s3:GetObject attachments', 's3:GetObject uploads'],
    });
  });

  it('lets whoever commands learn that a file is there, and read nothing of it', () => {
    for (const name of ['command-case', 'desk-acts'])
      expect(concerning(rightsOf(template, name), 'FoundationEvidenceKey')).toEqual([]);
    const scans = actionsOf(concerning(rightsOf(template, 'desk-enter'), 'FoundationEvidenceKey'));
    expect(scans).toContain('kms:GenerateDataKey');
    expect(scans).not.toContain('kms:Decrypt');
  });

  it('lets staff decrypt it and not encrypt', () => {
    const keyRights = concerning(rightsOf(template, 'open-attachment'), 'FoundationEvidenceKey');
    expect(actionsOf(keyRights)).toEqual(['kms:Decrypt', 'kms:DescribeKey']);
  });
});

describe('archives of cases', () => {
  const ARCHIVES = 'FoundationArchivesBucket';
  const [, archives] = Object.entries(template.findResources('AWS::S3::Bucket')).find(([id]) =>
    id.startsWith(ARCHIVES),
  )!;

  it('are put in and handed out by print-case alone', () => {
    const near = functionNames(template).filter((name) => concerning(rightsOf(template, name), ARCHIVES).length > 0);
    expect(near).toEqual(['print-case']);
    const rights = actionsOf(concerning(rightsOf(template, 'print-case'), ARCHIVES));
    expect(rights.toSorted()).toEqual(['s3:GetObject', 's3:PutObject']);
  });

  it('are gone the next day: no version and no lock keeps a copy of a letter', () => {
    const { LifecycleConfiguration, VersioningConfiguration, ObjectLockEnabled } = archives.Properties;
    expect(LifecycleConfiguration.Rules).toMatchObject([{ ExpirationInDays: 1 }]);
    expect([VersioningConfiguration, ObjectLockEnabled]).toEqual([undefined, undefined]);
  });
});
