import type { TextMessage } from '../../domain/notices/notice.ts';
import type { TextTemplates } from '../../domain/notices/text-message.ts';

/** What it takes to send by an operator: the province's texts, and by which code the operator knows each. */
export interface OperatorSettings extends TextTemplates {
  readonly endpoint: string;
  readonly codes: Readonly<Record<TextMessage['use'], string>>;
}
