/** A member's logo and banner, with what they show for who does not see them. */
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { field, textField } from '../web/ui/field.ts'
import { logo } from '../web/ui/logo.ts'

export type PicturesGiven = {
  readonly name: string
  readonly kindAndPlace: string
  readonly logo: string | null
  readonly logoAlt: string
  readonly logoCredit: string
  readonly banner: string | null
  readonly bannerAlt: string
}

export function picturesForm(
  frame: Frame,
  member: string,
  given: PicturesGiven,
  refusal?: { readonly name: string; readonly fault: string } | undefined,
): Html {
  const { t, at } = frame
  const faultOf = (name: string) => (refusal?.name === name ? refusal.fault : undefined)
  return html`<h2>${t('profile.look')}</h2>
${look(frame, member, given, 'onlight')}${look(frame, member, given, 'ondark')}
<form class="form pictures" method="post" enctype="multipart/form-data" action="${at(routes.memberPicturesSent.href({ member }))}">
${fileField(frame, 'logo', t('profile.logo'), t('profile.logo.hint'), faultOf('logo'))}
${textField(frame, { name: 'logoAlt', label: t('profile.alt'), hint: t('profile.alt.hint'), value: given.logoAlt, isOptional: true, fault: faultOf('logoAlt') })}
${textField(frame, { name: 'logoCredit', label: t('profile.credit'), value: given.logoCredit, isOptional: true })}
${given.banner && html`<p class="field"><img class="banner" src="${routes.media.href({ hash: given.banner })}" alt="${given.bannerAlt}" width="1600" height="400"></p>`}
${fileField(frame, 'banner', t('profile.banner'), t('profile.banner.hint'), faultOf('banner'))}
${textField(frame, { name: 'bannerAlt', label: t('profile.banner.alt'), value: given.bannerAlt, isOptional: true, fault: faultOf('bannerAlt') })}
${given.banner && html`<p class="check more"><input type="checkbox" id="noBanner" name="noBanner" value="yes"><label for="noBanner">${t('profile.banner.remove')}</label></p>`}
<p><button class="second">${t('profile.pictures.do')}</button></p></form>`
}

function look(frame: Frame, slug: string, { name, kindAndPlace, logo: hash }: PicturesGiven, paper: string): Html {
  return html`<div class="${`look member-look ${paper}`}">${logo(frame, { slug, name, logo: hash })}<p><b><bdi>${name}</bdi></b><br><span class="small">${kindAndPlace}</span></p></div>`
}

function fileField(frame: Frame, name: string, label: string, hint: string, fault: string | undefined): Html {
  return field(
    frame,
    { name, label, hint, fault, isOptional: true },
    (described, invalid) =>
      html`<input id="${name}" name="${name}" type="file" accept="image/*" aria-describedby="${described}" aria-invalid="${invalid}">`,
  )
}
