/** The pictures of a draft, each with its words, and the form that adds one. */
import type { DraftPicture } from '../core/story/draft-fields.ts'
import type { Draft } from '../db/drafts.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { selectField } from '../web/ui/choice.ts'
import { field, textField, unsent } from '../web/ui/field.ts'
import type { DraftFault } from './check-draft.ts'
import { draftLayout, stepHref } from './draft-layout.ts'
import { faultIn, toldFaults } from './fault-words.ts'

export type PictureWords = Omit<DraftPicture, 'hash'>

export type PicturesView = {
  readonly draft: Draft
  /** Of the form that adds one. */
  readonly given: PictureWords
  readonly faults: readonly DraftFault[]
  readonly fileFault?: 'missing' | 'unusable' | 'many' | 'often' | undefined
  readonly isOpen: boolean
  readonly done?: string | undefined
}

const words = ['alt', 'caption', 'credit', 'licence'] as const

export function picturesPage(frame: Frame, view: PicturesView): string {
  const { t, at } = frame
  const { draft, faults, fileFault, isOpen } = view
  const file = fileFault && { name: 'file', label: t('desk.picture.file'), fault: t(`desk.picture.${fileFault}`) }
  const labels = draft.fields.pictures.flatMap((_, i) =>
    words.map(
      (name) =>
        [`${name}-${i}`, t('desk.picture.labelled', { number: i + 1, label: t(`desk.picture.${name}`) })] as const,
    ),
  )
  const told = [...toldFaults(frame, faults, labels), ...(file ? [file] : [])]
  return draftLayout(frame, {
    draft,
    step: 'pictures',
    done: view.done,
    main: html`${told.length > 0 && unsent(t('desk.unsaved', { count: told.length }), told)}
${draft.fields.pictures.map((picture, i) => pictureForm(frame, view, picture, i))}
${isOpen && addForm(frame, view, file?.fault)}
<p class="after"><a href="${at(stepHref(draft, 'supporters'))}">${t('desk.go-on')}</a></p>`,
  })
}

function pictureForm(frame: Frame, { draft, faults, isOpen }: PicturesView, picture: DraftPicture, i: number): Html {
  const { t, at, textOnly } = frame
  const { hash } = picture
  const action = at(routes.draftPictureSent.href({ member: draft.memberSlug, draft: draft.id, hash }))
  return html`<form class="form pictured" method="post" action="${action}" aria-label="${t('desk.picture.number', { number: i + 1 })}"><h2>${t('desk.picture.number', { number: i + 1 })}</h2>
${!textOnly && html`<img src="${routes.media.href({ hash })}" alt="${picture.alt}" loading="lazy">`}<fieldset class="bare" disabled="${!isOpen}">${wordFields(frame, picture, `-${i}`, (name) => faultIn(frame, faults, `${name}-${i}`))}
${isOpen && html`<p class="buttons"><button class="second" name="do" value="save">${t('desk.picture.save')}</button> <button class="plainbutton link" name="do" value="remove">${t('desk.picture.remove')}</button></p>`}</fieldset></form>`
}

function addForm(frame: Frame, { draft, given }: PicturesView, fault: string | undefined): Html {
  const { t, at } = frame
  return html`<form class="form" method="post" enctype="multipart/form-data" action="${at(routes.draftPictureAdded.href({ member: draft.memberSlug, draft: draft.id }))}">
<h2>${t('desk.picture.add')}</h2>${field(
    frame,
    { name: 'file', label: t('desk.picture.file'), hint: t('desk.picture.file.hint'), fault },
    (described, invalid) =>
      html`<input id="file" name="file" type="file" accept="image/*" aria-describedby="${described}" aria-invalid="${invalid}">`,
  )}${wordFields(frame, given, '', () => undefined)}
<p><button>${t('desk.picture.add')}</button></p></form>`
}

function wordFields(
  frame: Frame,
  given: PictureWords,
  end: string,
  faultOf: (name: string) => string | undefined,
): Html {
  const { t } = frame
  const asked = (name: (typeof words)[number]) => ({
    name: `${name}${end}`,
    label: t(`desk.picture.${name}`),
    value: given[name],
    fault: faultOf(name),
  })
  const choices = ['free', 'credit', 'CC BY 4.0', 'CC BY-SA 4.0', 'CC BY-ND 4.0', 'CC BY-NC 4.0', 'CC0 1.0']
  const known = [...new Set([...choices, given.licence])].filter(Boolean)
  return html`${textField(frame, { ...asked('alt'), hint: t('desk.picture.alt.hint') })}
${textField(frame, { ...asked('caption'), isOptional: true })}
${textField(frame, { ...asked('credit'), hint: t('desk.picture.credit.hint'), isOptional: true })}
${selectField(frame, { ...asked('licence'), choices: known.map((value) => ({ value, label: value === 'free' || value === 'credit' ? t(`desk.picture.licence.${value}`) : value })) })}`
}
