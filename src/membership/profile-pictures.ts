/** Logo and banner: any ordinary image, written anew without what it says of its maker. */
import { actor, seatOf } from '../core/account/visitor.ts'
import { Conflict, Invalid } from '../core/errors.ts'
import { isTold } from '../core/member/checklist.ts'
import type { Db, Tx } from '../db/connection.ts'
import { insertMedia, lockMedia } from '../db/media.ts'
import { dropEditions } from '../db/notify.ts'
import { findOwnFacts, findProfile, keepProfile, setLogo } from '../db/profiles.ts'
import { lockSeats } from '../db/seats.ts'
import { addTasks } from '../db/tasks.ts'
import { forgetMedia } from '../db/unused-media.ts'
import { type Prepared, prepareLogo, preparePicture } from '../net/images.ts'
import { hashOf } from '../net/media-store.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, frameOf, withQuery } from '../web/context.ts'
import type { Sent } from '../web/router.ts'
import type { Means } from './means.ts'
import { profileView } from './profile.ts'
import { profilePage } from './profile-page.ts'

type Form = Sent & Context<Db>

export async function memberPicturesSent(context: Form, means: Means): Promise<Answer> {
  const { db, form, now, params } = context
  const frame = frameOf(context)
  const { t } = frame
  const seat = seatOf(context, params.member ?? '')
  const said = (name: string) => (form.get(name) ?? '').replace(/\s+/g, ' ').trim().slice(0, 300)
  const given = { logoAlt: said('logoAlt'), logoCredit: said('logoCredit'), bannerAlt: said('bannerAlt') }
  const again = async (name: 'logo' | 'logoAlt' | 'banner' | 'bannerAlt', fault: string, status = 422) => {
    const labels = { logo: 'logo', logoAlt: 'alt', banner: 'banner', bannerAlt: 'banner.alt' } as const
    const refusal = { name, label: t(`profile.${labels[name]}`), fault }
    const view = await profileView(context, means, seat)
    const body = profilePage(frame, { ...view, pictures: { ...view.pictures, ...given }, refusal })
    return privatePage(body, { status })
  }
  if (given.logoAlt !== '' && !isTold(given.logoAlt)) return await again('logoAlt', t('profile.error.alt'))
  const isOften = ['logo', 'banner'].some(
    (name) => context.files.has(name) && means.limits.pictures.take(context.client),
  )
  if (isOften) return await again('logo', t('profile.error.often'), 429)
  const logo = await taken(context, 'logo', prepareLogo)
  if (logo === 'unreadable') return await again('logo', t('profile.error.picture'))
  const banner = await taken(context, 'banner', preparePicture)
  if (banner === 'unreadable') return await again('banner', t('profile.error.picture'))
  const isBannerless = form.get('noBanner') === 'yes' && !banner
  const before = await findProfile(db, seat.member)
  const willHaveBanner = banner !== undefined || (before.banner !== null && !isBannerless)
  if (willHaveBanner && given.bannerAlt === '') return await again('bannerAlt', t('profile.error.banner-alt'))
  await db.transaction().execute(async (tx) => {
    await lockSeats(tx, seat.member)
    const [profile, facts] = [await findProfile(tx, seat.member), await findOwnFacts(tx, seat.member)]
    if (!facts || facts.leftAt) throw new Conflict('This member has left.')
    const kepts = { logo: await put(tx, means, logo, now), banner: await put(tx, means, banner, now) }
    const bannerHash = isBannerless ? null : (kepts.banner ?? profile.banner)
    const next = { ...profile, banner: bannerHash, bannerAlt: bannerHash ? given.bannerAlt : '' }
    await keepProfile(tx, seat.member, next, now, actor(context))
    const { logoAlt, logoCredit } = given
    await setLogo(tx, seat.member, { logo: kepts.logo ?? facts.logo, logoAlt, logoCredit })
    const replaced = [kepts.logo && facts.logo, bannerHash === profile.banner ? null : profile.banner]
    const hashes = await forgetMedia(
      tx,
      replaced.flatMap((hash) => hash ?? []),
    )
    if (hashes.length > 0) await addTasks(tx, [{ name: 'remove-media', payload: { hashes } }])
    await dropEditions(tx, ['members', 'network', `member:${seat.slug}`])
  })
  return redirect(frame.at(withQuery(routes.memberProfile.href({ member: seat.slug }), { done: 'pictures' })), 303)
}

async function taken(
  { files }: Form,
  name: string,
  prepare: (bytes: Uint8Array) => Promise<Prepared>,
): Promise<Prepared | undefined | 'unreadable'> {
  const file = files.get(name)
  if (!file) return undefined
  try {
    return await prepare(new Uint8Array(await file.arrayBuffer()))
  } catch (error) {
    if (error instanceof Invalid) return 'unreadable'
    throw error
  }
}

/** Into the store and the books at once, under the picture's own lock; answers its hash. */
async function put(tx: Tx, { media }: Means, picture: Prepared | undefined, now: Date): Promise<string | undefined> {
  if (!picture) return undefined
  const { bytes, type, width, height } = picture
  const hash = hashOf(bytes)
  await lockMedia(tx, hash)
  await insertMedia(tx, { hash, type, width, height, bytes: bytes.length }, now)
  await media.put(bytes, type)
  return hash
}
