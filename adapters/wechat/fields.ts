import { XMLParser } from 'fast-xml-parser';

// Values stay text: a parsed MsgId would change its type, or lose digits, with its size.
const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true, ignoreDeclaration: true });

/**
 * The fields of a WeChat message, XML or JSON, by name; nested ones, which no message to us has, are left out.
 * Throws for anything else, for a DOCTYPE, and for a field that comes twice.
 */
export function readFields(text: string): Record<string, string> {
  const fields = text.trimStart().startsWith('{') ? readJson(text) : readXml(text);
  const texts = Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === 'string');
  return Object.fromEntries(texts.map(([name, text]) => [name, text.toWellFormed()]));
}

function readXml(text: string): object {
  if (/<!DOCTYPE/i.test(text)) throw new SyntaxError('a DOCTYPE');
  const { xml, ...others } = parser.parse(text, true) as { xml?: unknown };
  if (!xml || typeof xml !== 'object' || Array.isArray(xml) || Object.keys(others).length > 0) {
    throw new SyntaxError('not one element xml');
  }
  if (Object.values(xml).some(Array.isArray)) throw new SyntaxError('a field comes twice');
  return xml;
}

/** Numbers become the text they were written as: a MsgId has more digits than a number can hold. */
function readJson(text: string): object {
  const parsed: unknown = JSON.parse(text.replace(/("\w+"\s*:\s*)(-?\d[\d.]*)(?=\s*[,}])/g, '$1"$2"'));
  return parsed as object;
}
