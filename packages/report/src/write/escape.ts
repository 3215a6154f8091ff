const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text of a document as text of HTML or SVG, in elements and in quoted attributes. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => entities[c] ?? c)
