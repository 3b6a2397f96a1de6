import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPublicAddress } from './addresses.ts'

const refused: Readonly<Record<string, readonly string[]>> = {
  unspecified: ['0.0.0.0', '0.1.2.3', '::'],
  loopback: ['127.0.0.1', '127.255.255.254', '::1'],
  private: ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fdff::1', 'fec0::1'],
  'link-local': ['169.254.0.1', '169.254.255.255', 'fe80::1', 'febf::1', 'fe80::1%eth0'],
  'carrier-grade NAT': ['100.64.0.1', '100.127.255.255'],
  multicast: ['224.0.0.1', '239.255.255.255', 'ff02::1', 'ff0e::1'],
  'reserved, for documentation and for benchmarks': [
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '240.0.0.1',
    '255.255.255.255',
    '100::1',
    '2001:db8::1',
    '2001:2::1',
    '3fff::1',
    '4000::1',
  ],
  'metadata of clouds': [
    '169.254.169.254',
    '169.254.170.2',
    '100.100.100.200',
    '192.0.0.192',
    '168.63.129.16',
    'fd00:ec2::254',
  ],
  'IPv4 in IPv6: mapped': ['::ffff:127.0.0.1', '::ffff:7f00:1', '0:0:0:0:0:FFFF:0A00:0001'],
  'IPv4 in IPv6: compatible': ['::127.0.0.1', '::a00:1', '::169.254.169.254'],
  'IPv4 in IPv6: translated': ['::ffff:0:127.0.0.1', '::ffff:0:a9fe:a9fe'],
  'IPv4 in IPv6: NAT64': [
    '64:ff9b::127.0.0.1',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b:1::10.0.0.1',
    '64:ff9b:1:a00:1::808:808',
  ],
  'IPv4 in IPv6: 6to4': ['2002:7f00:1::', '2002:a9fe:a9fe::1', '2002:808:808::1'],
  'IPv4 in IPv6: Teredo': ['2001:0:4136:e378:8000:63bf:80ff:fffe', '2001::1'],
  'IPv4 in IPv6: ISATAP': ['2606:4700::5efe:7f00:1', '2606:4700:1:2:0:5efe:10.0.0.1', '2a00:1450::200:5efe:a9fe:a9fe'],
  'no address': [
    '',
    'localhost',
    '127.1',
    '0x7f000001',
    '2130706433',
    '0177.0.0.1',
    '1.2.3.4.5',
    '[::1]',
    'harbour.example',
  ],
}

for (const [kind, addresses] of Object.entries(refused))
  test(`refused: ${kind}`, () => {
    for (const address of addresses) assert.equal(isPublicAddress(address), false, address)
  })

test('public addresses are let through, also where IPv6 carries them', () => {
  for (const address of [
    '1.1.1.1',
    '11.0.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '192.0.1.1',
    '223.255.255.254',
    '2606:4700:4700::1111',
    '2001:4860:4860::8888',
    '2a02:5efe::1',
    '2a02:1:5efe:2::1',
    '::ffff:1.1.1.1',
    '64:ff9b::1.1.1.1',
  ])
    assert.equal(isPublicAddress(address), true, address)
})
