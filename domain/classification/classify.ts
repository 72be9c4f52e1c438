import { earlierRepliesIn } from '../text/earlier-replies.ts';
import { glossOf, isEnglish } from '../text/english.ts';
import type { Classification, ClassifiedPart } from './classification.ts';
import { conclude, withoutComplaint } from './conclude.ts';
import { evidenceOf } from './evidence.ts';
import { chanceOf, logitIn } from './gram-weights.ts';
import { incidentIn } from './incident.ts';
import { industriesOf } from './industries.ts';
import { outcomeOf } from './outcome.ts';
import { classifyParts } from './parts.ts';
import { type Reading, read } from './reading.ts';
import type { ClassificationRules } from './rules.ts';
import type { Mention } from './term.ts';

/**
 * What a complaint is about, from its words alone. Several types are told where several are complained of; no type and
 * the matter "not-environmental" where other subjects outweigh, and "unknown" where nothing tells. `heading` is a title
 * or the accused as the sender named it: it counts like a first sentence, but the places of parts are those of the text
 * alone.
 */
export function classify(text: string, rules: ClassificationRules, heading = ''): Classification {
  const whole = heading === '' ? text : `${heading}\n${text}`;
  if (isEnglish(whole)) return inEnglish(whole, rules);
  return withOpinion(whole, inChinese(text, whole, rules), rules);
}

function inChinese(text: string, whole: string, rules: ClassificationRules): Classification {
  const reading = read(whole, rules);
  const classification = concludeWithoutReplies(reading, rules);
  const parts = classifyParts(reading, whole.length - text.length, rules);
  const several = parts.length > 1 && parts.some(({ types }) => types.length > 0);
  return several ? withParts(classification, parts) : classification;
}

/** 第二意见: for whoever reads the reasons; nothing hangs on it. */
function withOpinion(text: string, told: Classification, { model }: ClassificationRules): Classification {
  if (!model?.opinion) return told;
  const chance = Math.round(chanceOf(logitIn(text, model.opinion)) * 100);
  return { ...told, trace: [...told.trace, `第二意见（按字词权重）：${chance}%可能是环境事项`] };
}

/** Places of parts would be those of the gloss, so none are told. */
function inEnglish(text: string, rules: ClassificationRules): Classification {
  const gloss = glossOf(text, rules.glossary);
  return { ...concludeWithoutReplies(read(gloss, rules), rules), lang: 'en' };
}

/**
 * A quoted reply tells what the authority said; it counts only where nothing else tells what the complaint is about.
 */
function concludeWithoutReplies(reading: Reading, rules: ClassificationRules): Classification {
  const { text, mentions, incidents } = reading;
  const replies = earlierRepliesIn(text);
  const own = mentions.filter(
    (mention) => !replies.some(({ start, end }) => mention.start >= start && mention.end <= end),
  );
  const none = outcomeOf(own, text.length);
  if (none) return withoutComplaint(none.outcome, none.because);
  const told = conclude(evidenceOf(own, rules.taxonomy), text.length, rules, incidentIn(text, incidents, rules.model));
  const more = told.matter === 'unknown' && own.length < mentions.length;
  return more
    ? withIndustries(conclude(evidenceOf(mentions, rules.taxonomy), text.length, rules, undefined), mentions, rules)
    : withIndustries(told, own, rules);
}

function withIndustries(
  classification: Classification,
  mentions: readonly Mention[],
  rules: ClassificationRules,
): Classification {
  const industries = industriesOf(classification.subtypes, mentions, rules.industries);
  return industries.length > 0 ? { ...classification, industries } : classification;
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
