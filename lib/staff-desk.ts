import { Construct } from 'constructs';
import { CASE_RULES, type ConfigFile, LETTER_RULES } from './bundles/bundle.ts';
import type { Foundation } from './foundation.ts';
import { ANALYSIS } from './registration.ts';
import { ServiceFunction } from './service-function.ts';

const FACTS: readonly ConfigFile[] = ['matters.json', 'taxonomy.json', 'gazetteer.json', 'gazetteer-patch.json'];

/** The desk that staff open in a browser. Each function may do what its pages are for, and no more. */
export class StaffDesk extends Construct {
  readonly deskLogin: ServiceFunction;
  readonly deskPages: ServiceFunction;
  readonly deskActs: ServiceFunction;
  readonly deskEnter: ServiceFunction;
  private readonly foundation: Foundation;

  constructor(scope: Construct, id: string, foundation: Foundation) {
    super(scope, id);
    this.foundation = foundation;
    const { province, secrets, cases, vault, evidence, inbox, roster, access, senders, remembered, notices } =
      foundation;

    this.deskLogin = this.function('desk-login', 'province.json', 'organs.json');
    this.deskLogin.addEnvironment('LOGIN_ISSUER', province.staff.issuer);
    this.deskLogin.addEnvironment('LOGIN_CLIENT', province.staff.clientId);
    secrets.readableBy(this.deskLogin, 'desk', 'DESK_SECRET_NAME');
    remembered.usableBy(this.deskLogin, 'SESSION', 'LOGIN', 'DRAFT');

    this.deskPages = this.function('desk-pages', ...CASE_RULES, 'matters.json', 'taxonomy.json', 'handling-ways.json');
    vault.readableBy(this.deskPages, 'complaint');
    senders.readableBy(this.deskPages);
    notices.readableBy(this.deskPages);
    cases.listsReadableBy(this.deskPages);
    cases.sightsWritableBy(this.deskPages);

    this.deskActs = this.function('desk-acts', ...LETTER_RULES, ...FACTS);
    cases.writableBy(this.deskActs);
    evidence.materialsKnownTo(this.deskActs);
    roster.readableBy(this.deskActs);

    this.deskEnter = new ServiceFunction(this, 'desk-enter', { ...foundation, config: ANALYSIS, memorySize: 1024 });
    vault.fillableBy(this.deskEnter);
    vault.readableBy(this.deskEnter, 'complaint');
    cases.readableBy(this.deskEnter);
    inbox.offeredBy(this.deskEnter);
    evidence.materialsKnownTo(this.deskEnter);
    secrets.readableBy(this.deskEnter, 'repeats', 'REPEATS_SECRET_NAME');

    access.fillableBy(this.deskPages);
    remembered.usableBy(this.deskPages, 'SESSION', 'DRAFT', 'LISTS', 'RECEPTION');
    for (const one of [this.deskActs, this.deskEnter]) remembered.usableBy(one, 'SESSION', 'DRAFT');
  }

  private function(name: string, ...config: readonly ConfigFile[]): ServiceFunction {
    return new ServiceFunction(this, name, { ...this.foundation, config });
  }
}
