/** What the demo's members and its moderator do: profiles, measures, notices, drafts on their way at the desk. */

import { readId } from '../core/id.ts'
import { findAnyDraft } from '../db/drafts.ts'
import { listMembers } from '../db/members.ts'
import { drafts, measures, notices, told } from '../demo/people.ts'
import { pictureOf } from '../demo/pictures.ts'
import { routes } from '../routes.ts'
import type { Cast } from './demo-applications.ts'
import type { Stage } from './demo-stage.ts'

export const members = (stage: Stage, cast: Cast & { readonly editor: Cast['moderator'] }): Scenes => ({
  profile: () => tellOfItself(stage, cast),
  ...Object.fromEntries(measures.map((measure) => [`measure ${measure.member}`, () => take(stage, cast, measure)])),
  ...Object.fromEntries(notices.map((notice) => [`notice ${notice.reason}`, () => give(stage, cast, notice)])),
  ...Object.fromEntries(drafts.map((draft) => [`draft ${draft.name}`, () => write(stage, cast, draft)])),
})

type Scenes = Record<string, () => Promise<void>>
type Playing = Cast & { readonly editor: Cast['moderator'] }

async function tellOfItself(stage: Stage, { members, speakers, sites, names }: Playing): Promise<void> {
  stage.at(-8 * 1_440)
  const { outlet, profile, elsewhere, banner } = told
  const member = members.get(outlet) ?? ''
  const who = speakers.get(outlet)
  const facts = { name: names.get(outlet) ?? '', kind: 'newspaper', site: sites.get(outlet) ?? '', country: 'AR' }
  const homes = `${sites.get(elsewhere)} Mastodon`
  const shown = { countryShown: 'yes', homes, do: 'save' }
  await stage.send(routes.memberProfileSent.href({ member }), { ...facts, ...profile, ...shown }, who)
  const picture = await pictureOf(banner.scene, '#6d2f86')
  const pictures = { banner: picture, bannerAlt: banner.alt, logoAlt: '', logoCredit: '' }
  await stage.send(routes.memberPicturesSent.href({ member }), pictures, who)
}

async function take(stage: Stage, { members, moderator }: Playing, measure: (typeof measures)[number]): Promise<void> {
  stage.at(measure.at)
  const named = (await listMembers(stage.db)).find(({ name }) => name === measure.member)
  const slug = named?.slug ?? members.get(measure.member) ?? ''
  await stage.send(routes.memberMeasured.href({ slug }), measure.form, moderator)
}

async function give(stage: Stage, { members }: Playing, notice: (typeof notices)[number]): Promise<void> {
  stage.at(notice.at)
  const { language, member, reason, words, contact } = notice
  const path = routes.noticeSent.href({})
  const form = { reason, words, contact, member: members.get(member) ?? '', story: '', address: '' }
  await stage.send(language === 'en' ? path : `/${language}${path}`, form)
}

async function write(stage: Stage, cast: Playing, draft: (typeof drafts)[number]): Promise<void> {
  stage.at(draft.at)
  const { outlet } = told
  const member = cast.members.get(outlet) ?? ''
  const who = cast.speakers.get(outlet)
  const begun = await stage.send(routes.draftBegun.href({ member }), { genre: 'release' }, who)
  const path = begun.replace(/\/words.*$/, '')
  const fill = async (part: string, form: Record<string, string>) => {
    const base = /name="base" value="(\w+)"/.exec(await stage.see(`${path}/${part}`, who))?.[1] ?? ''
    await stage.send(`${path}/${part}`, { base, ...form }, who)
  }
  await fill('words', draft.words)
  await fill('about', { genre: 'release', language: 'es', places: 'AR', signed: 'member', licence: 'free' })
  for (const { name, mail, answer } of draft.supporters) {
    await stage.send(`${path}/supporters`, { name, mail, url: '', language: 'es' }, who)
    if (answer) await support(stage, mail, answer)
  }
  if (!('isSent' in draft)) return
  stage.at(draft.at + 60)
  await stage.send(`${path}/check`, { do: 'send' }, who)
  if (!('returned' in draft)) return
  stage.at(draft.at + 180)
  const id = readId<NonNullable<Awaited<ReturnType<typeof findAnyDraft>>>['id']>(path.split('/').at(-1) ?? '')
  const sent = id && (await findAnyDraft(stage.db, id))
  if (!sent) throw new TypeError('A draft of the demo is gone.')
  const form = { do: 'return', version: String(sent.version), words: draft.returned }
  await stage.send(routes.incomingDecided.href({ draft: sent.id }), form, cast.editor)
}

/** Whoever is asked answers by the link in their letter. */
async function support(stage: Stage, mail: string, answer: string): Promise<void> {
  const key = /key=([\w-]{20,})/.exec(await stage.letterTo(mail))?.[1] ?? ''
  const page = await stage.see(`/es${routes.supporting.href({})}?key=${key}`)
  const digest = /name="digest" value="([^"]+)"/.exec(page)?.[1] ?? ''
  await stage.send(`/es${routes.supportingSent.href({})}`, { key, digest, answer })
}
