import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import type { StoryId } from '../core/id.ts'
import { findLine } from '../db/published.ts'
import { withdraw } from '../wire/recall.ts'
import { revise } from '../wire/revise.ts'

async function previewOf(world: World, id: StoryId): Promise<string | undefined> {
  const story = await findLine(world.db, id)
  assert.ok(story)
  const page = await (await world.get(`/${story.day.replaceAll('-', '/')}/${story.slug}`)).text()
  return /<meta property="og:image" content="https:\/\/wire\.example([^"]+)">/.exec(page)?.[1]
}

test('a link is passed on with a picture of the story’s own words', async () => {
  await using world = await newsroom()
  const id = await world.story({ headline: 'Court lets a community archive keep its name' })
  const address = await previewOf(world, id)
  assert.equal(address, `/previews/${id}/1`)
  const answer = await world.get(address)
  assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'image/png'])
  const picture = sharp(await answer.arrayBuffer())
  const { width, height } = await picture.metadata()
  assert.deepEqual([width, height], [1200, 630])
  // Words, and not only paper: the headline's ink is where a headline is read.
  const { channels } = await picture.extract({ left: 72, top: 232, width: 700, height: 120 }).stats()
  assert.ok((channels[0]?.min ?? 255) < 60 && (channels[0]?.max ?? 0) > 240)
})

test('in every script there are faces for; a headline in another has no picture rather than empty boxes', async () => {
  await using world = await newsroom()
  for (const [language, headline] of [
    ['ar', 'المحكمة تسمح لأرشيف المجتمع بالاحتفاظ باسمه'],
    ['he', 'המקלט שנבנה ממכולות מקבל גג'],
    ['ja', '銭湯「松の湯」、三つ目ののれんを掛ける'],
    ['ko', '법원, 공동체 기록 보관소의 이름 유지 허용'],
    ['ru', 'Суд разрешил архиву сохранить своё имя'],
    ['el', 'Το δικαστήριο επέτρεψε'],
    ['hi', 'अदालत ने अपना नाम रखने दिया'],
    ['th', 'ศาลอนุญาตให้หอจดหมายเหตุ'],
    ['vi', 'Tòa án cho phép kho lưu trữ giữ tên'],
    ['zh', '法院允许社区档案馆保留名称'],
    ['zh-Hant', '法院允許社區檔案館保留名稱'],
    ['en', 'The bathhouse 松の湯 and the court 法院'],
  ] as const) {
    const id = await world.story({ language, headline })
    assert.equal((await world.get((await previewOf(world, id)) ?? '')).status, 200, language)
  }
  const georgian = await world.story({ language: 'ka', headline: 'სასამართლომ არქივს სახელი დაუტოვა' })
  assert.equal(await previewOf(world, georgian), undefined)
  assert.equal((await world.get(`/previews/${georgian}/1`)).status, 404)
})

test('a newer version has a picture of its own, and a story that is gone has none', async () => {
  await using world = await newsroom()
  const id = await world.story({})
  const text = {
    headline: 'Court rules',
    standfirst: '',
    excerpt: '',
    body: '<p>Text.</p>',
    byline: '',
    language: 'en',
  }
  const version = { ...text, located: '', urgency: null, edNote: '', keywords: [], pictures: [] }
  const context = await world.wire()
  await world.db.transaction().execute((tx) => revise(tx, context, [{ id, kind: 'update', note: '', text: version }]))
  const status = async (number: number) => (await world.get(`/previews/${id}/${number}`)).status
  assert.deepEqual([await status(1), await status(2)], [404, 200])
  await world.db.transaction().execute((tx) => withdraw(tx, context, id, 'why'))
  assert.deepEqual([await status(1), await status(2)], [404, 404])
  assert.equal((await world.get('/previews/nobody/1')).status, 404)
})

test('it has one address: made for each way to write it, it would keep a processor busy for whoever likes', async () => {
  await using world = await newsroom()
  const id = await world.story({ headline: 'Boats' })
  for (const other of [id.toUpperCase(), `%${id.charCodeAt(0).toString(16)}${id.slice(1)}`]) {
    const answer = await world.get(`/previews/${other}/1`)
    assert.deepEqual([answer.status, answer.headers.get('location')], [301, `/previews/${id}/1`])
  }
})
