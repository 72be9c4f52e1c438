import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';

/** What DynamoDB asks for in its caller's name; spelled out, because CDK's own grant uses wildcards. */
const READ = ['kms:Decrypt', 'kms:DescribeKey'];
const WRITE = [
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

/** Lets `reader` read what is encrypted under that key. */
export function allowDecrypting(key: Key, reader: IGrantable): void {
  key.grant(reader, ...READ);
}

/** Lets `writer` put what S3 then encrypts under that key, and read nothing back. */
export function allowAdding(key: Key, writer: IGrantable): void {
  key.grant(writer, ...WRITE);
}

/** Lets `user` read and write what is encrypted under that key. */
export function allowEncrypting(key: Key, user: IGrantable): void {
  key.grant(user, ...READ, ...WRITE);
}
