/** 通知顺序: by what each kind of recipient is tried, in order; as a province has it, else as `NOTIFICATION_ORDER` says. */
export interface NotificationOrder {
  readonly staff: readonly ('email' | 'sms')[];
  /** `chat`: where they wrote to us. */
  readonly complainant: readonly ('chat' | 'email' | 'sms')[];
}

export const NOTIFICATION_ORDER: NotificationOrder = { staff: ['email', 'sms'], complainant: ['chat', 'email', 'sms'] };
