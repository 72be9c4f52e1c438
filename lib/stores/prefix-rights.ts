import { Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { ServiceFunction } from '../service-function.ts';

/** Lets `user` do that with the objects under `prefix`, and with no others. */
export function allowUnder(
  { bucket, prefix }: { readonly bucket: Bucket; readonly prefix: string },
  action: 's3:GetObject' | 's3:PutObject',
  user: ServiceFunction,
): void {
  const resources = [bucket.arnForObjects(`${prefix}*`)];
  user.addToRolePolicy(new PolicyStatement({ actions: [action], resources }));
  const arn = Stack.of(bucket).exportValue(bucket.bucketArn);
  const { 'Fn::ImportValue': name }: { 'Fn::ImportValue': string } = Stack.of(user).resolve(arn);
  Validations.of(user.role!).acknowledge({
    id: `AwsSolutions-IAM5[Resource::${name}/${prefix}*]`,
    reason: 'Objects get their keys as they come; the right ends at their prefix.',
  });
}
