/** A document of ours as JSON, well-formed whatever is in it, a line for each part so that people can read it, too. */
export function writeJson(document: object): string {
  return `${JSON.stringify(document, (_key, value) => (typeof value === 'string' ? value.toWellFormed() : value), 1)}\n`
}
