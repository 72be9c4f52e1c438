import type { Classification, ClassifiedPart } from './classification.ts';
import { conclude } from './conclude.ts';
import { evidenceOf, readMentions } from './evidence.ts';
import { classifyParts } from './parts.ts';
import type { ClassificationRules } from './rules.ts';

/**
 * What a complaint is about, from its words alone. Several types are told where several are complained of; no type and the
 * matter "not-environmental" where other subjects outweigh, and "unknown" where nothing tells. `heading` is a title or the accused
 * as the sender named it: it counts like a first sentence, but the places of parts are those of the text alone.
 */
export function classify(text: string, rules: ClassificationRules, heading = ''): Classification {
  const whole = heading === '' ? text : `${heading}\n${text}`;
  const mentions = readMentions(whole, rules);
  const classification = conclude(evidenceOf(mentions, rules.taxonomy), whole.length, rules);
  const parts = classifyParts(whole, whole.length - text.length, mentions, rules);
  const several = parts.length > 1 && parts.some(({ types }) => types.length > 0);
  return several ? withParts(classification, parts) : classification;
}

/** Departments that only a part names assist too; what the whole is about stays as it is. */
function withParts(classification: Classification, parts: readonly ClassifiedPart[]): Classification {
  if (classification.types.length === 0) return { ...classification, parts };
  const { matter, otherMatters = [] } = classification;
  const named = parts.filter(({ types }) => types.length > 0).map((part) => part.matter);
  const others = new Set([...otherMatters, ...named]);
  others.delete(matter);
  return { ...classification, otherMatters: [...others], parts };
}
