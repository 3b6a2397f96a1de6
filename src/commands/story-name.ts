/** How a story is named on the command line. */
import { NotFound } from '../core/errors.ts'
import type { StoryId } from '../core/id.ts'
import { storyNamed } from '../core/story/story-name.ts'
import type { Db } from '../db/connection.ts'
import { findStoryAt } from '../db/publications.ts'

/**
 * Reads an id, the guid that ends in it, `/stories/ID`, or the address of a page, and answers how to find the story.
 * Throws NotFound for anything else, and later where no story has the address.
 */
export function readStoryName(given: string): (db: Db) => Promise<StoryId> {
  const named = storyNamed(given)
  if (!named) throw new NotFound(`"${given}" is neither the address of a story's page nor a story's id.`)
  return async (db) => {
    const id = typeof named === 'string' ? named : await findStoryAt(db, named)
    if (!id) throw new NotFound(`No story has the address ${given}.`)
    return id
  }
}
