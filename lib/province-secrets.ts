import { ArnFormat, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { ProvinceSettings } from '../config/schemas/province.ts';
import type { ServiceFunction } from './service-function.ts';

/** The keys to the outside. They are filled by hand, never by a deploy: the stack knows their names only. */
export class ProvinceSecrets extends Construct {
  private readonly names: ProvinceSettings['secrets'];

  constructor(scope: Construct, id: string, { secrets }: ProvinceSettings) {
    super(scope, id);
    this.names = secrets;
  }

  /** Lets `reader` read that secret, and tells it the name. */
  readableBy(reader: ServiceFunction, secret: keyof ProvinceSettings['secrets'], variable: string): void {
    const name = this.names[secret]!;
    const arn = {
      service: 'secretsmanager',
      resource: 'secret',
      // AWS adds six characters to the name.
      resourceName: `${name}-??????`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    };
    const resources = [Stack.of(reader).formatArn(arn)];
    reader.addToRolePolicy(new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources }));
    reader.addEnvironment(variable, name);
  }
}
