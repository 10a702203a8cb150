import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GalatSementara } from '../../../shared/galat';
import { BerkasDitolak } from '../objek/galat-berkas';
import { Pemindai } from './pemindai';

const folder = mkdtempSync(join(tmpdir(), 'tuntas-clamd-'));
let server: Server;
let pemindai: Pemindai;

/** Speaks INSTREAM as clamd does: pieces with their length before them, an empty one at the end. */
beforeAll(async () => {
  server = createServer((soket) => {
    let masuk = Buffer.alloc(0);
    soket.on('error', () => undefined);
    soket.on('data', (potong) => {
      masuk = Buffer.concat([masuk, potong]);
      const awal = 'zINSTREAM\0'.length;
      const isi: Buffer[] = [];
      for (let p = awal; p + 4 <= masuk.length;) {
        const panjang = masuk.readUInt32BE(p);
        if (panjang === 0) {
          const teks = Buffer.concat(isi).toString('latin1');
          const hasil = teks.includes('VIRUS') ? 'Uji-Virus FOUND' : teks.includes('RUSAK') ? 'apa itu? ERROR' : 'OK';
          soket.end(`stream: ${hasil}\0`);
          return;
        }
        isi.push(masuk.subarray(p + 4, p + 4 + panjang));
        if (isi.reduce((n, b) => n + b.length, 0) > 1024 * 1024) soket.end('INSTREAM size limit exceeded. ERROR\0');
        p += 4 + panjang;
      }
    });
  });
  await new Promise<void>((siap) => server.listen(0, '127.0.0.1', siap));
  pemindai = new Pemindai({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

function periksa(isi: string, oleh = pemindai): Promise<void> {
  const jalur = join(folder, 'berkas');
  writeFileSync(jalur, isi);
  return oleh.periksa(jalur);
}

test('what is clean goes on, what is not is refused; without a scanner nothing is asked', async () => {
  await periksa('aman'.repeat(100_000));
  await expect(periksa(`${'x'.repeat(100_000)}VIRUS`)).rejects.toBeInstanceOf(BerkasDitolak);
  await periksa('VIRUS', new Pemindai(null));
});

test('no clear answer: the file is not taken unseen, and may be sent again', async () => {
  await expect(periksa('RUSAK')).rejects.toBeInstanceOf(GalatSementara);
  await expect(periksa('x'.repeat(4 * 1024 * 1024))).rejects.toBeInstanceOf(GalatSementara);
  await expect(periksa('x', new Pemindai({ path: join(folder, 'tiada') }))).rejects.toThrow('Isian Anda tetap ada');
});
