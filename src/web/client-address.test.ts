import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clientAddress, isLoopback } from './client-address.ts'

test('nobody is believed about an address but the proxies that were named', () => {
  const direct = clientAddress([])
  assert.equal(direct('203.0.113.5', '127.0.0.1'), '203.0.113.5')
  const behind = clientAddress(['127.0.0.1', '10.0.0.0/8', 'fd00::/8'])
  assert.equal(behind('203.0.113.5', '127.0.0.1'), '203.0.113.5', 'not a proxy: it may say what it likes')
  assert.equal(behind('127.0.0.1', '198.51.100.7'), '198.51.100.7')
  assert.equal(behind('::ffff:127.0.0.1', '198.51.100.7'), '198.51.100.7', 'IPv4 in IPv6 clothes')
  assert.equal(behind('fd00::1', '2001:db8::7'), '2001:db8::7')
})

test('of a chain the last that is no proxy counts: what a client put before it is its own invention', () => {
  const behind = clientAddress(['127.0.0.1', '10.0.0.0/8'])
  assert.equal(behind('127.0.0.1', '127.0.0.1, 198.51.100.7, 10.0.0.3'), '198.51.100.7')
  assert.equal(behind('127.0.0.1', 'unknown, 198.51.100.7'), '198.51.100.7')
  assert.equal(behind('127.0.0.1', 'not an address'), '127.0.0.1')
  assert.equal(behind('127.0.0.1', undefined), '127.0.0.1')
  assert.equal(behind(undefined, '198.51.100.7'), '')
})

test('this machine is this machine', () => {
  for (const own of ['127.0.0.1', '127.8.8.8', '::1']) assert.ok(isLoopback(own), own)
  for (const other of ['', '10.0.0.1', '::2', '128.0.0.1', '1127.0.0.1']) assert.ok(!isLoopback(other), other)
})
