/** Why a picture that somebody gives us is not taken. */
import { Invalid } from '../core/errors.ts'

/** Why a picture cannot be taken; the message says it in English, `why` for who says it in other languages. */
export class UnusablePicture extends Invalid {
  override name = 'UnusablePicture'
  readonly why: 'large' | 'pixels' | 'frames' | 'heic' | 'kind' | 'unreadable'

  constructor(why: UnusablePicture['why'], message: string) {
    super(message)
    this.why = why
  }
}
