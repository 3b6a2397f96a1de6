/**
 * What goes wrong and may be told. Each message is one sentence fit for a stranger's eyes; anything else that is
 * thrown is a fault of ours and is shown as such, without its inside.
 */
export class WireroomError extends Error {
  override name = 'WireroomError'
  /** The HTTP status a page or problem document answers with. */
  status = 500
}

/** What was asked for is not there (any more). */
export class NotFound extends WireroomError {
  override name = 'NotFound'
  override status = 404
}

/** What was given cannot be used as it is; the message says what to change. */
export class Invalid extends WireroomError {
  override name = 'Invalid'
  override status = 422
}

/** The state of things forbids it now; the message says what stands in the way. */
export class Conflict extends WireroomError {
  override name = 'Conflict'
  override status = 409
}

/** A command was written wrongly: the program ends with status 2. */
export class Usage extends WireroomError {
  override name = 'Usage'
}

/** Something outside (a database, a site, a disk) did not do its part. */
export class Unavailable extends WireroomError {
  override name = 'Unavailable'
  override status = 503
}
