/** What makes reading easier: times, what is new, passing on, keys, the offline edition. */
export const comfort = {
  'read.minutes': { one: '{count} min to read', other: '{count} min to read' },
  'zone.network': 'Times: {zone}',
  'zone.reader': 'Times: your own, {zone}',

  'since.offer': 'Mark what is new since my last visit',
  'since.where': 'kept in this browser alone',
  'since.begun': 'From your next visit on, what is new is marked here.',
  'since.told': 'New since your visit on {day}: {count}',
  'since.none': 'Nothing new since your visit on {day}.',
  'since.forget': 'Forget my visits',
  'since.new': 'New',

  'share.title': 'Pass it on',
  'share.mail': 'Mail',
  'share.copy': 'Copy the address',
  'share.copied': 'Copied',
  'share.more': 'More ways …',

  'keys.title': 'Keyboard',
  'keys.search': 'search',
  'keys.next': 'next story',
  'keys.previous': 'story before',
  'keys.open': 'open the story',
  'keys.go': 'latest, releases, members, archive',
  'keys.help': 'these keys',
  'keys.on': 'Single keys work here',
  'keys.close': 'Close',

  'offline.title': 'Offline edition',
  'offline.lede':
    'This device can keep the newest stories, to be read where there is no network or where it has been cut.',
  'offline.what.title': 'What is kept',
  'offline.what': {
    one: 'The {count} newest story, as text without pictures, in this browser: about {size}.',
    other: 'The {count} newest stories, as text without pictures, in this browser: about {size}.',
  },
  'offline.renewed':
    'While you have one of these pages open, and once an hour at most, the browser asks here, and nowhere else, for what is new. A story that was withdrawn goes from your device then: not before it has reached us again.',
  'offline.seen.title': 'Who can see it',
  'offline.seen.device':
    'Whoever holds this device and can open it sees that you keep these stories. If your device may be taken from you, do not keep them.',
  'offline.seen.host':
    'The machine these pages come from sees that somebody asks for the stories, as it does with every page, and keeps no record of who. Your provider sees that you visit {network}.',
  'offline.seen.never':
    'Which of the kept stories you read, we are not told. Your browser’s history may note it, as it does with every page.',
  'offline.keep': {
    one: 'Keep the {count} newest story on this device',
    other: 'Keep the {count} newest stories on this device',
  },
  'offline.keeping': 'The stories are being fetched …',
  'offline.kept': 'Kept on this device as of {date}.',
  'offline.failed': 'That did not work. Nothing is kept. Please try again where the network is better.',
  'offline.unable':
    'This browser cannot keep pages here: it may be a private window, or the address does not begin with https.',
  'offline.script': 'To keep the stories by itself, the browser needs JavaScript.',
  'offline.by-hand': 'You can also open {link} and save that page with your browser.',
  'offline.by-hand.link': 'all of them on one page',
  'offline.erase.title': 'Erase',
  'offline.erase': 'Erase everything of ours in this browser',
  'offline.erase.what':
    'The stories kept, your last visit and your choices go at once, also without a network. With one, the browser is asked to drop its copies of our pages, too. Its history it does not show us: clear that yourself.',
  'offline.erased': 'Erased. Nothing of ours is kept in this browser any more, but for its history.',
  'offline.stories': { one: 'The {count} newest story', other: 'The {count} newest stories' },
  'offline.as-of': 'As of {date}. What was withdrawn later may still stand here.',
  'offline.list': 'The stories',
  'offline.back': 'To the list',
  'offline.none': 'No story has been published yet.',
  'offline.manage': 'About the offline edition',
} as const
