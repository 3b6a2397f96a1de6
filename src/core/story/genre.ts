/** Which genre an item says it is of, by its categories and the first word of its title. */
import type { Genre } from './gate.ts'

/** Whether stories of a genre are somebody's own word, issued to the media: never to be taken for reporting. */
export function isIssued(genre: Genre): boolean {
  return genre === 'release' || genre === 'statement' || genre === 'advisory'
}

/** The genre these words name, or undefined: the source's own genre then holds. */
export function genreOf(item: { title: string; categories: readonly string[] }): Genre | undefined {
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
  return label ? byName.get(label.toLowerCase()) : undefined
}

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
