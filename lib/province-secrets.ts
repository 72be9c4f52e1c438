import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
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
    Secret.fromSecretNameV2(this, `${reader.node.id}-${secret}`, name).grantRead(reader);
    reader.addEnvironment(variable, name);
  }
}
