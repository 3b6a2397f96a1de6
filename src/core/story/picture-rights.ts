/**
 * What may be done with a picture that came with a story, where nobody states its licence: whose it is, by its credit,
 * tells whether the member's grant speaks for it (docs/decisions/0028).
 */
import { agencyNamed } from './agencies.ts'
import { sameName } from './credit-name.ts'
import type { Licence, PictureUse } from './gate.ts'

export type PictureClaim = {
  /** What the member grants of its source's pictures. */
  readonly grant: PictureUse
  /** Whom the feed, or the picture's own data, name for it; '' where they name nobody. */
  readonly credit: string
  /** All that the member goes by, and the story's own authors. */
  readonly own: readonly string[]
  /** Whether the story itself was somebody else's first. */
  readonly elsewhere: boolean
}

/** `why` is a sentence for staff. */
export type PictureRight = { readonly licence: Licence; readonly why: string }

/** Shown with credit, and not handed on. */
const creditOnly: Licence = 'headline'

/**
 * A member grants what is its own to give: a picture that names nobody, or the member. One that names a person beside is
 * shown with that credit and goes no further. One of an agency or a picture library, or from somebody who let only the
 * member have it, is nobody's to show here.
 */
export function pictureRight({ grant, credit, own, elsewhere }: PictureClaim): PictureRight {
  if (grant === 'none') return unknown('The member does not grant its pictures.')
  const other = supplierIn(credit, own)
  if (other !== undefined) return unknown(`It is credited to ${other}: that is not the member’s to grant.`)
  if (elsewhere) return unknown('It came with a story that somebody else published first.')
  if (!isOwn(credit, own)) return { licence: creditOnly, why: `It is credited to ${credit}.` }
  return grant === 'republish'
    ? { licence: 'free', why: 'The member lets others have its pictures.' }
    : { licence: creditOnly, why: 'The member lets its pictures be shown.' }
}

function unknown(why: string): PictureRight {
  return { licence: 'unknown', why }
}

/** Whose a picture is that a publisher only has from somewhere; undefined where its credit tells of no such place. */
export function supplierIn(credit: string, own: readonly string[] = []): string | undefined {
  const words = credit.slice(0, 500)
  for (const part of partsOf(words)) {
    const agency = agencyNamed(part)
    if (agency !== undefined && !own.some((name) => sameName(name, part) || agencyNamed(name) === agency)) return agency
  }
  const library = libraries.exec(words)?.[0] ?? passedOn.exec(words)?.[0]
  return library !== undefined && !own.some((name) => sameName(name, words)) ? library.trim() : undefined
}

/**
 * What may be done with a picture that is kept, now that its own data were read, too, whatever the feed said of it. Where
 * they name somebody beside the member it is shown with that credit and goes no further; where they name an agency it was
 * kept for another member, which is that agency.
 */
export function withOwnData(licence: Licence, credit: string, own: readonly string[]): Licence {
  if (supplierIn(credit, own) !== undefined) return 'unknown'
  return licence === 'free' && !isOwn(credit, own) ? creditOnly : licence
}

function isOwn(credit: string, own: readonly string[]): boolean {
  const names = partsOf(credit)
  return names.every((part) => own.some((name) => name !== '' && sameName(name, part)))
}

/** "Photo: Jane Doe/AFP", "© Harbour Times", "AP Photo/Jane Doe", "Foto: Jane Doe für die Hafenzeitung" */
function partsOf(credit: string): string[] {
  return credit
    .slice(0, 500)
    .replace(/©|\(c\)|\bcopyright\b/giu, ' ')
    .split(/[,;/|·•()[\]:：／（）、|]|\s[-–—]\s|\s(?:and|for|via|y|para|et|pour|und|für|e|di|per|и|для)\s/iu)
    .map((part) =>
      part
        .replace(
          /^\s*(?:by|por|par|von|da|di|от)\s+|\b(?:photos?|photographs?|pictures?|images?|fotos?|foto|bild|imagen|imagem)\b(?:\s+(?:by|de|von|di|por)\b)?/giu,
          ' ',
        )
        .replace(/^\s*\d{4}\s*|\s*\d{4}\s*$|\s+/g, ' ')
        .trim(),
    )
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
}

/** Picture agencies and libraries, and places where everybody puts pictures of others. */
const libraries =
  /(?<![\p{L}\p{N}])(?:getty(?:\s?images)?|gettyimages|shutterstock|istock(?:photo)?|alamy|adobe\s?stock|fotolia|depositphotos|dreamstime|123rf|bigstock|corbis|magnum(?:\s+photos)?|zuma(?:\s?press|\s?wire)?|nurphoto|sopa\s+images|sipa(?:\s?usa|\s?press)?|epa(?:-efe|-efe\/rex)?|rex\s+features|imago(?:\s?images)?|picture[\s-]alliance|pacific\s+press|abaca(?:press)?|hans\s+lucas|laif|keystone|hollandse\s+hoogte|ullstein\s?bild|bridgeman|unsplash|pexels|pixabay|freepik|canva|midjourney|dall[·-]?e|flickr|wikimedia(?:\s+commons)?|wikipedia|instagram|facebook|twitter|tiktok|telegram|youtube|reddit|google(?:\s+(?:maps|street\s+view))?|vcg|视觉中国|東方ic|アフロ|ゲッティ)(?![\p{L}\p{N}])/iu

/** Words by which a publisher says that it was let have a picture. */
const passedOn =
  /(?<![\p{L}])(?:courtesy|handout|hand-out|screengrab|screenshot|screen\s+grab|supplied|press\s+photo|publicity|cortes[ií]a|cedida|cedido|captura|courtoisie|capture\s+d.écran|gentileza|divulgação|reprodução|zur\s+verfügung\s+gestellt|privat|per\s+gentile\s+concessione|предоставлено|скриншот|пресс-служба|提供)(?![\p{L}])/iu
