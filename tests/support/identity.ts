let documents = 0

/** An identity document nobody else has; its number tells nothing and is no personal number. */
export function newDocument(): { type: 'other'; number: string } {
  documents += 1
  return { type: 'other', number: `SAMPLE${documents}` }
}
