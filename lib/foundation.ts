import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnEIP } from 'aws-cdk-lib/aws-ec2';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { ProvinceSettings } from '../config/schemas/province.ts';
import { ProvinceSecrets } from './province-secrets.ts';
import { ServiceLogs } from './service-logs.ts';
import { AccessTable } from './stores/access-table.ts';
import { ArchivesBucket } from './stores/archives-bucket.ts';
import { CaseTable } from './stores/case-table.ts';
import { CorrespondenceTable } from './stores/correspondence-table.ts';
import { DeskTable } from './stores/desk-table.ts';
import { EvidenceBucket } from './stores/evidence-bucket.ts';
import { LedgerBucket } from './stores/ledger-bucket.ts';
import { NoticeTable } from './stores/notice-table.ts';
import { RosterTable } from './stores/roster-table.ts';
import { SendersTable } from './stores/senders-table.ts';
import { UploadInbox } from './stores/upload-inbox.ts';
import { VaultTable } from './stores/vault-table.ts';

/** What every other part of a province stands on: its settings, its stores, its secrets and its logs. */
export class Foundation extends Construct {
  readonly province: ProvinceSettings;
  /** For everything that holds no personal data; the vault and the evidence have keys of their own. */
  readonly key: Key;
  readonly logs: ServiceLogs;
  readonly secrets: ProvinceSecrets;
  readonly vault: VaultTable;
  readonly cases: CaseTable;
  readonly roster: RosterTable;
  readonly notices: NoticeTable;
  readonly access: AccessTable;
  readonly senders: SendersTable;
  readonly correspondence: CorrespondenceTable;
  /** What the desk remembers of browsers. */
  readonly remembered: DeskTable;
  readonly evidence: EvidenceBucket;
  /** Where files wait until they are kept. */
  readonly inbox: UploadInbox;
  readonly archives: ArchivesBucket;
  readonly ledgers: LedgerBucket;
  /** By which calls leave, where the province has one that stays: others list it. */
  readonly address: CfnEIP | undefined;

  constructor(scope: Construct, id: string, province: ProvinceSettings) {
    super(scope, id);
    this.province = province;
    const { tables: restored } = province;
    this.key = new Key(this, 'Key', { enableKeyRotation: true, description: 'Cases, logs and alarms' });
    this.logs = new ServiceLogs(this, 'Logs', { province, key: this.key });
    this.secrets = new ProvinceSecrets(this, 'Secrets', province);
    this.vault = new VaultTable(this, 'Vault', restored?.vault);
    this.cases = new CaseTable(this, 'Cases', { key: this.key, restored: restored?.cases });
    this.roster = new RosterTable(this, 'Roster', { key: this.key, restored: restored?.roster });
    this.notices = new NoticeTable(this, 'Notices', { key: this.key, restored: restored?.notices });
    this.access = new AccessTable(this, 'Access', { key: this.key, restored: restored?.access });
    this.senders = new SendersTable(this, 'Senders', restored?.senders);
    this.correspondence = new CorrespondenceTable(this, 'Correspondence', restored?.correspondence);
    this.remembered = new DeskTable(this, 'Remembered');
    this.evidence = new EvidenceBucket(this, 'Evidence', province);
    this.inbox = new UploadInbox(this, 'Inbox', { province, key: this.evidence.key });
    this.archives = new ArchivesBucket(this, 'Archives', { key: this.evidence.key });
    this.address = province.fixedAddress ? new CfnEIP(this, 'Address', { domain: 'vpc' }) : undefined;
    this.address?.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.ledgers = new LedgerBucket(this, 'Ledgers', { province, key: this.key });
  }
}
