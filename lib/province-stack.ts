import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { CaseDesk } from './case-desk.ts';
import { DaySeal } from './day-seal.ts';
import { Deadlines } from './deadlines.ts';
import { DeskApi } from './desk-api.ts';
import type { Foundation } from './foundation.ts';
import { Intake } from './intake.ts';
import { MailFeedback } from './mail-feedback.ts';
import { Media } from './media.ts';
import { Alarms } from './monitoring/alarms.ts';
import { ProvinceDashboard } from './monitoring/dashboard.ts';
import { Notices } from './notices.ts';
import { OutboundNetwork } from './outbound-network.ts';
import { PublicApi } from './public-api.ts';
import { Reconciliation } from './reconciliation.ts';
import { Registration } from './registration.ts';
import { settingsOfStack } from './stack-settings.ts';
import { StaffDesk } from './staff-desk.ts';
import { WebEntrance } from './web-entrance.ts';

/**
 * Everything that works in one province, upon what DataStack keeps. The parts stand in the order in which a complaint
 * meets them.
 */
export class ProvinceStack extends Stack {
  constructor(scope: Construct, foundation: Foundation) {
    const { province } = foundation;
    super(scope, `Huiyin-${province.id}`, settingsOfStack(province, 'complaints about the environment'));

    const web = new WebEntrance(this, 'Web', foundation);
    const intake = new Intake(this, 'Intake', foundation);
    const registration = new Registration(this, 'Registration', foundation);
    const wayOut = foundation.address && new OutboundNetwork(this, 'WayOut', foundation.address);
    const media = new Media(this, 'Media', { foundation, registration, wayOut });
    const deadlines = new Deadlines(this, 'Deadlines', foundation);
    const notices = new Notices(this, 'Notices', { foundation, registration, wayOut });
    new DaySeal(this, 'DaySeal', { foundation, notices });
    new Reconciliation(this, 'Reconciliation', foundation);
    const mailFeedback = new MailFeedback(this, 'MailFeedback', { foundation, intake, notices });
    const desk = new CaseDesk(this, 'Desk', foundation);
    const entrance = new PublicApi(this, 'PublicApi', { foundation, web, intake, desk });

    const staffDesk = new StaffDesk(this, 'StaffDesk', foundation);
    const deskEntrance = new DeskApi(this, 'DeskApi', { foundation, staffDesk, caseDesk: desk });

    const watched = { web, intake, registration, media, deadlines, notices, mailFeedback, entrance, deskEntrance };
    const alarms = new Alarms(this, 'Alarms', { foundation, ...watched });
    new ProvinceDashboard(this, 'Dashboard', {
      province: province.id,
      alarms: alarms.all,
      queues: [registration.queue, intake.mail.queue, notices.urgentQueue, notices.queue],
    });

    new CfnOutput(this, 'ApiAddress', { value: entrance.api.apiEndpoint });
    new CfnOutput(this, 'DeskAddress', { value: deskEntrance.api.apiEndpoint });
  }
}
