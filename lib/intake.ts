import { Construct } from 'constructs';
import { ChatIntake } from './chat-intake.ts';
import type { Foundation } from './foundation.ts';
import { MailIntake } from './mail-intake.ts';
import { PartnerIntake } from './partner-intake.ts';

/** The ways in beside the web: each verifies, puts the complaint into the vault with one write, and answers. */
export class Intake extends Construct {
  readonly partners: PartnerIntake;
  readonly chats: ChatIntake;
  readonly mail: MailIntake;

  constructor(scope: Construct, id: string, foundation: Foundation) {
    super(scope, id);
    this.partners = new PartnerIntake(this, 'Partners', foundation);
    this.chats = new ChatIntake(this, 'Chats', foundation);
    this.mail = new MailIntake(this, 'Mail', foundation);
  }
}
