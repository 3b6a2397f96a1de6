/** Facts beside a message, for those who search the log. Never people's text, addresses or secrets. */
export type Fields = Readonly<Record<string, unknown>>

/** The message is for people, the fields are for queries. */
export type Log = {
  debug(message: string, fields?: Fields): void
  info(message: string, fields?: Fields): void
  warning(message: string, fields?: Fields): void
  error(message: string, fields?: Fields): void
}
