export type Piece = { text: string; href?: string };

/** A plain letter cut at its links, so that they can be followed. A closing full stop is not part of a link. */
export function withLinks(body: string): Piece[] {
  return body
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/)
    .map((text, index) => (index % 2 === 1 ? { text, href: text } : { text }))
    .filter(({ text }) => text !== '');
}
