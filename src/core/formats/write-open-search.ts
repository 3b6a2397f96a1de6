/** OpenSearch 1.1: how a browser asks our search from its own field. */
import { element, wrap } from './write-xml.ts'

export type OpenSearch = {
  readonly name: string
  readonly description: string
  /** Absolute, with `{searchTerms}` where the words go. */
  readonly page: string
  readonly feed: string
  readonly icon: string
  readonly language: string
}

export function writeOpenSearch({ name, description, page, feed, icon, language }: OpenSearch): string {
  const body = [
    // The specification allows sixteen characters; browsers show what is longer, and cut it themselves.
    element('ShortName', [...name].slice(0, 16).join('')),
    element('LongName', [...name].slice(0, 48).join('')),
    element('Description', [...description].slice(0, 1024).join('')),
    element('Url', '', { type: 'text/html', method: 'get', template: page }),
    element('Url', '', { type: 'application/rss+xml', method: 'get', template: feed }),
    element('Image', icon, { width: '16', height: '16', type: 'image/svg+xml' }),
    element('Language', language),
    element('InputEncoding', 'UTF-8'),
    element('OutputEncoding', 'UTF-8'),
  ].join('')
  const namespace = ' xmlns="http://a9.com/-/spec/opensearch/1.1/"'
  return `<?xml version="1.0" encoding="utf-8"?>\n${wrap('OpenSearchDescription', body, namespace)}`
}
