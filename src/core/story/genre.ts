/** Which genre an item says it is of: by its categories, the first word of its title, and how a release begins. */
import type { Genre } from './gate.ts'

/** Whether stories of a genre are somebody's own word, issued to the media: never to be taken for reporting. */
export function isIssued(genre: Genre): boolean {
  return genre === 'release' || genre === 'statement' || genre === 'advisory'
}

/** The genre these words name, or undefined: the source's own genre then holds. */
export function genreOf(item: { title: string; categories: readonly string[]; opening?: string }): Genre | undefined {
  for (const category of item.categories) {
    const found = byName.get(
      category
        .trim()
        .toLowerCase()
        .replace(/[\s_-]+/g, ' '),
    )
    if (found) return found
  }
  const label = /^\s*[[(]?\s*([\p{L} ]{3,30}?)\s*[\])]?\s*[:|–—]\s/u.exec(item.title)?.[1]
  return (label && byName.get(label.toLowerCase())) || (isRelease(item.opening ?? '') ? 'release' : undefined)
}

/** "FOR IMMEDIATE RELEASE" and its like, in one of the first lines. */
function isRelease(opening: string): boolean {
  return opening
    .split('\n')
    .slice(0, 4)
    .some((line) => released.test(line))
}

const released =
  /^[\s\p{P}\p{S}]*(?:for immediate (?:release|publication)|(?:press|news|media) release(?:\s*[:–—-]|\s*$)|para (?:su )?(?:publicación|divulgação|difusión) inmediata|para divulgação imediata|nota de prensa(?:\s*[:–—-]|\s*$)|pour (?:diffusion|publication) immédiate|communiqué de presse(?:\s*[:–—-]|\s*$)|zur sofortigen veröffentlichung|pressemitteilung(?:\s*[:–—-]|\s*$)|per (?:diffusione|pubblicazione) immediata|comunicato stampa(?:\s*[:–—-]|\s*$)|voor onmiddellijke publicatie|persbericht(?:\s*[:–—-]|\s*$)|для немедленной публикации|пресс-релиз(?:\s*[:–—-]|\s*$)|للنشر الفوري|بيان صحفي(?:\s*[:–—-]|\s*$)|לפרסום מיידי|הודעה לעיתונות(?:\s*[:–—-]|\s*$)|プレスリリース(?:\s*[:：]|\s*$)|即时发布)/iu

const names: Readonly<Record<Exclude<Genre, 'report'>, string>> = {
  release:
    'press release,press releases,news release,media release,for immediate release,comunicado,comunicado de prensa,nota de prensa,communiqué,communiqué de presse,pressemitteilung,pressemitteilungen,medienmitteilung,comunicato stampa,persbericht,пресс релиз,прес реліз,بيان صحفي,הודעה לעיתונות,プレスリリース,basın bülteni,informacja prasowa,pressmeddelande,comunicado de imprensa',
  statement:
    'statement,statements,declaración,déclaration,stellungnahme,erklärung,dichiarazione,заявление,بيان,declaração',
  advisory: 'media advisory,press advisory,media alert,convocatoria de prensa,invitation presse',
  opinion:
    'opinion,opinions,op ed,editorial,editorials,commentary,column,columns,opinión,tribune,éditorial,chronique,meinung,kommentar,leitartikel,opinione,opinie,мнение,رأي,דעה,דעות,opinião,オピニオン,yorum,debatt',
  interview:
    'interview,interviews,q&a,entrevista,entrevistas,entretien,entretiens,intervista,интервью,інтерв’ю,مقابلة,ראיון,インタビュー,röportaj,wywiad',
  review:
    'review,reviews,reseña,reseñas,critique,critiques,kritik,rezension,rezensionen,recensione,recensie,рецензия,resenha,レビュー',
  obituary: 'obituary,obituaries,in memoriam,obituario,nécrologie,nachruf,nachrufe,necrologio,некролог,obituário',
}
const byName = new Map<string, Genre>(
  (Object.entries(names) as [Genre, string][]).flatMap(([genre, list]) =>
    list.split(',').map((name) => [name, genre] as const),
  ),
)
