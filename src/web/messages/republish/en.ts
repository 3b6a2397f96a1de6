/** The words of printing a story elsewhere. */
export const republish = {
  'licence.release': 'released for publication, with credit',
  'republish.full.title': 'Republish this story',
  'republish.excerpt.title': 'Quote this story',
  'republish.headline.title': 'Link to this story',
  'republish.full': 'You may print this story in whole: {licence}.',
  'republish.excerpt': {
    one: 'Quote up to {count} word, with the credit below it, and link to the story.',
    other: 'Quote up to {count} words, with the credit below them, and link to the story.',
  },
  'republish.headline': 'Use the headline, and link to the story. For more, ask {publisher}.',
  'republish.full.more': 'HTML, Markdown, text and pictures',
  'republish.excerpt.more': 'The quote, ready to paste',
  'republish.headline.more': 'Headline and link, ready to paste',
  'republish.keep':
    'Leave the credit and the links as they stand. If the story is corrected or withdrawn here, please do the same with your copy.',
  'republish.byHand': 'Select the text of a field and copy it.',
  'republish.text': 'text',
  'republish.html.hint': 'For your site’s editor: in a field for code it is code, among words it is formatted.',
  'republish.md.hint': 'Its facts stand at the head, for sites that are made of files.',
  'republish.txt.hint': 'For print, mail and messages.',
  'republish.copy': 'Copy {format}',
  'republish.copied': 'Copied.',
  'republish.selected': 'Your browser does not let this page copy. The text is selected: copy it now.',
  'republish.canonical': 'Canonical address',
  'republish.canonical.hint':
    'If your system asks where the original is, give it this: search engines then know whose story it is.',
  'republish.pictures': 'Pictures',
  'republish.pictures.hint': 'Download them and serve them from your own site, with their credit.',
  'republish.picture.alt': 'In words: {alt}',
  'republish.download': 'Download the picture',
} as const
