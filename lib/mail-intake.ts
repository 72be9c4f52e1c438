import { Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { ReceiptRuleSet } from 'aws-cdk-lib/aws-ses';
import { S3 } from 'aws-cdk-lib/aws-ses-actions';
import { Construct } from 'constructs';
import { type ProvinceSettings, receivesBySes } from '../config/schemas/province.ts';
import { type EvidenceBucket, MAIL_PREFIX } from './evidence-bucket.ts';
import { allowEncrypting } from './key-use.ts';

/** Takes mail to the province's address in through SES, where SES receives; elsewhere a mail host posts it to accept-mail-relay. */
export class MailIntake extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { province, evidence }: { province: ProvinceSettings; evidence: EvidenceBucket },
  ) {
    super(scope, id);
    if (!receivesBySes(province)) return;
    const conditions = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    allowEncrypting(evidence.key, new ServicePrincipal('ses.amazonaws.com', { conditions }));
    new ReceiptRuleSet(this, 'Rules', {
      receiptRuleSetName: `huiyin-${province.id}`,
      rules: [
        {
          recipients: [province.mail.intake],
          scanEnabled: true,
          actions: [new S3({ bucket: evidence.bucket as IBucket, objectKeyPrefix: MAIL_PREFIX })],
        },
      ],
    });
  }
}
