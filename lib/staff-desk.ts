import { Construct } from 'constructs';
import { CASE_RULES, type ConfigFile } from './bundle.ts';
import { DeskTable } from './desk-table.ts';
import type { Foundation } from './foundation.ts';
import { ServiceFunction } from './service-function.ts';

/** The desk that staff open in a browser. Each function may do what its pages are for, and no more. */
export class StaffDesk extends Construct {
  readonly deskLogin: ServiceFunction;
  readonly deskPages: ServiceFunction;
  private readonly foundation: Foundation;

  constructor(scope: Construct, id: string, foundation: Foundation) {
    super(scope, id);
    this.foundation = foundation;
    const { province, secrets, cases } = foundation;
    const remembered = new DeskTable(this, 'Remembered');

    this.deskLogin = this.function('desk-login', 'province.json', 'organs.json');
    this.deskLogin.addEnvironment('LOGIN_ISSUER', province.staff.issuer);
    this.deskLogin.addEnvironment('LOGIN_CLIENT', province.staff.clientId);
    secrets.readableBy(this.deskLogin, 'desk', 'DESK_SECRET_NAME');
    remembered.usableBy(this.deskLogin, 'SESSION', 'LOGIN', 'DRAFT');

    this.deskPages = this.function('desk-pages', ...CASE_RULES, 'handling-ways.json');
    remembered.usableBy(this.deskPages, 'SESSION', 'DRAFT');
    cases.listsReadableBy(this.deskPages);
  }

  private function(name: string, ...config: readonly ConfigFile[]): ServiceFunction {
    return new ServiceFunction(this, name, { ...this.foundation, config });
  }
}
