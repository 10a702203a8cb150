import { BlockList, isIP } from 'node:net';

/** Addresses that are not on the public internet (IANA special-purpose registries), where a link must not lead our server. */
const KHUSUS = new BlockList();
const V4 = [
  ...[
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.0.2.0/24',
  ],
  ...['192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3'],
];
/** Of what is public at all: documentation, tunnels and translations that hold an IPv4 address. */
const V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

for (const jaringan of V4) tambah(jaringan, 'ipv4');
for (const jaringan of V6) tambah(jaringan, 'ipv6');
const UMUM_V6 = new BlockList();
UMUM_V6.addSubnet('2000::', 3, 'ipv6');

function tambah(jaringan: string, versi: 'ipv4' | 'ipv6'): void {
  const [awal = '', panjang = ''] = jaringan.split('/');
  KHUSUS.addSubnet(awal, Number(panjang), versi);
}

/** Whether an IP address is one of the public internet. */
export function alamatUmum(ip: string): boolean {
  const versi = isIP(ip);
  if (versi === 4) return !KHUSUS.check(ip, 'ipv4');
  return versi === 6 && UMUM_V6.check(ip, 'ipv6') && !KHUSUS.check(ip, 'ipv6');
}
