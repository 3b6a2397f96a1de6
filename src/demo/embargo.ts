/** The line by which a press office asks editors to wait. */
export function embargoLine(until: Date): string {
  const day = until.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const time = until.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })
  return `EMBARGOED UNTIL ${time} UTC, ${day}`
}
