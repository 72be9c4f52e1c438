import type { TextMessage } from '../../domain/notices/notice.ts';
import type { TextTemplates } from '../../domain/notices/text-message.ts';

/** The province's texts, and by which code an operator knows each. */
export interface OperatorTexts extends TextTemplates {
  readonly codes: Readonly<Record<TextMessage['use'], string>>;
}
