/** Boxes that plug-ins put around a story: buttons to share it, links to others. Known by their class, never by words. */
import type { Attribute } from './sink.ts'

export function isShareBar(name: string, attributes: readonly Attribute[]): boolean {
  if (attributes.length === 0 || !boxes.has(name)) return false
  for (const { name: given, value } of attributes) if (given === 'class') return bars.test(value)
  return false
}

const boxes: ReadonlySet<string> = new Set('div p ul section aside span nav footer'.split(' '))
const bars = new RegExp(
  `(?:^|\\s)(?:${[
    'sharedaddy',
    'sd-(?:sharing|block|like)[\\w-]*',
    'jp-relatedposts',
    'addtoany_(?:share_save_container|list)',
    'feedflare',
    'addthis_(?:toolbox|inline_share_toolbox|sharing_toolbox)[\\w-]*',
    'sharethis-inline-share-buttons',
    'shareaholic-canvas',
    'heateor_sss_sharing_container',
    'mashsb-container',
    'essb_links',
    'swp_social_panel',
    'ssba(?:-[\\w-]+)?',
    'sociable',
    'wpusb',
    'blogger-post-footer',
    'social-share(?:-[\\w-]+)?',
    'share-buttons?',
    'wp-block-outermost-social-sharing',
    'wp-block-jetpack-sharing-buttons',
    'subscription-widget-wrap(?:-[\\w-]+)?',
  ].join('|')})(?:\\s|$)`,
  'i',
)
