import { selectors } from './selectors';

/** A parsed JSON object; nothing of its shape is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object in the text of an element, or undefined when there is none: a page may hold anything. */
function parseObject(element: Element | null): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(element?.textContent ?? '');
    return isJsonObject(value) ? value : undefined;
  } catch {
    // Not JSON: not an answer.
    return undefined;
  }
}

/**
 * The answers to `path` (such as `/sales-api/salesApiSsi`) that the shell embeds: `<code id="datalet-bpr-guid-N">` names the request, its
 * status and the id of the `<code>` that holds the answer. As captured in 2021 (captures/sales-shell.code-datalets.html).
 */
export function embeddedAnswers(document: Document, path: string): JsonObject[] {
  const answers: JsonObject[] = [];
  for (const code of document.querySelectorAll(selectors.datalet)) {
    // Cheaper than parsing every answer of the shell, some of which are long.
    if (!code.textContent.includes(path.slice(path.lastIndexOf('/')))) continue;
    const { request, status, body } = parseObject(code) ?? {};
    if (typeof request !== 'string' || request !== path || status !== 200) continue;
    const answer = typeof body === 'string' ? parseObject(document.getElementById(body)) : undefined;
    if (answer) answers.push(answer);
  }
  return answers;
}
