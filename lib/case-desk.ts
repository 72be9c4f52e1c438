import { Construct } from 'constructs';
import { CASE_RULES } from './bundle.ts';
import type { Foundation } from './foundation.ts';
import { ServiceFunction } from './service-function.ts';

/** What staff ask after their cases, and machines after the interface. */
export class CaseDesk extends Construct {
  readonly serveStaff: ServiceFunction;
  readonly describeApi: ServiceFunction;

  constructor(scope: Construct, id: string, foundation: Foundation) {
    super(scope, id);
    const { vault, cases, evidence } = foundation;
    this.serveStaff = new ServiceFunction(this, 'serve-staff', {
      ...foundation,
      config: [
        ...CASE_RULES,
        'matters.json',
        'taxonomy.json',
        'handling-ways.json',
        'gazetteer.json',
        'gazetteer-patch.json',
      ],
    });
    vault.readableBy(this.serveStaff, 'complaint');
    cases.writableBy(this.serveStaff, 'worklist');
    evidence.filesOpenableBy(this.serveStaff);

    this.describeApi = new ServiceFunction(this, 'describe-api', {
      ...foundation,
      config: ['province.json', 'partners'],
    });
  }
}
