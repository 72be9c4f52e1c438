import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { CASE_RULES, type ConfigFile } from './bundles/bundle.ts';
import type { Foundation } from './foundation.ts';
import { ServiceFunction } from './service-function.ts';

/** What staff ask after their cases, and machines after the interface. Each way in may do its own work and no other. */
export class CaseDesk extends Construct {
  readonly showCases: ServiceFunction;
  readonly exportCases: ServiceFunction;
  readonly commandCase: ServiceFunction;
  readonly openAttachment: ServiceFunction;
  readonly printCase: ServiceFunction;
  readonly drawPapers: ServiceFunction;
  readonly revealComplainant: ServiceFunction;
  readonly keepPeople: ServiceFunction;
  readonly offerMaterial: ServiceFunction;
  readonly showAccess: ServiceFunction;
  readonly describeApi: ServiceFunction;

  constructor(scope: Construct, id: string, foundation: Foundation) {
    super(scope, id);
    const { vault, cases, evidence, inbox, archives, roster, access, senders, remembered, notices, ledgers } =
      foundation;
    const desk = (name: string, ...config: readonly ConfigFile[]) =>
      new ServiceFunction(this, name, { ...foundation, config });

    this.showCases = desk('show-cases', ...CASE_RULES, 'handling-ways.json');
    vault.readableBy(this.showCases, 'complaint');
    cases.listsReadableBy(this.showCases);
    cases.sightsWritableBy(this.showCases);
    senders.readableBy(this.showCases);
    notices.readableBy(this.showCases);

    this.exportCases = new ServiceFunction(this, 'export-cases', {
      ...foundation,
      config: [...CASE_RULES, 'handling-ways.json'],
      timeout: Duration.seconds(29),
      memorySize: 1_024,
    });
    cases.listsReadableBy(this.exportCases);

    const facts = ['matters.json', 'taxonomy.json', 'gazetteer.json', 'gazetteer-patch.json'] as const;
    this.commandCase = desk('command-case', ...CASE_RULES, ...facts);
    // Whoever hands over all that a person has finds it by both.
    cases.writableBy(this.commandCase, 'led', 'all');
    evidence.materialsKnownTo(this.commandCase);

    this.openAttachment = desk('open-attachment', 'province.json', 'organs.json');
    vault.readableBy(this.openAttachment, 'enclosures');
    cases.readableBy(this.openAttachment);
    evidence.filesOpenableBy(this.openAttachment);

    this.printCase = new ServiceFunction(this, 'print-case', {
      ...foundation,
      config: [...CASE_RULES, 'matters.json', 'taxonomy.json'],
      timeout: Duration.seconds(29),
      memorySize: 1_024,
    });
    vault.readableBy(this.printCase, 'complaint');
    cases.readableBy(this.printCase);
    evidence.filesReadableBy(this.printCase);
    archives.filledBy(this.printCase);

    this.drawPapers = new ServiceFunction(this, 'draw-papers', {
      ...foundation,
      config: CASE_RULES,
      memorySize: 1_024,
    });
    cases.readableBy(this.drawPapers);

    this.revealComplainant = desk('reveal-complainant', ...CASE_RULES);
    vault.readableBy(this.revealComplainant, 'sender');
    cases.writableBy(this.revealComplainant);

    this.keepPeople = desk('keep-people', 'province.json', 'organs.json', 'ladders.json', 'ladders-patch.json');
    roster.keepableBy(this.keepPeople);

    this.offerMaterial = desk('offer-material', ...CASE_RULES);
    cases.readableBy(this.offerMaterial);
    inbox.offeredBy(this.offerMaterial);

    this.showAccess = desk('show-access', 'province.json', 'organs.json');
    access.readableBy(this.showAccess);
    ledgers.readableBy(this.showAccess);

    const watched = [
      this.showCases,
      this.exportCases,
      this.openAttachment,
      this.printCase,
      this.drawPapers,
      this.revealComplainant,
      this.showAccess,
    ];
    for (const one of watched) access.fillableBy(one);

    const alsoAtDesk = [this.exportCases, this.openAttachment, this.printCase, this.drawPapers, this.showAccess];
    for (const one of alsoAtDesk) remembered.usableBy(one, 'SESSION');
    for (const one of [this.offerMaterial, this.revealComplainant, this.keepPeople])
      remembered.usableBy(one, 'SESSION', 'DRAFT');

    this.describeApi = desk('describe-api', 'province.json', 'partners');
  }
}
