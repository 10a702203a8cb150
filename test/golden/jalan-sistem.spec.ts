import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const AKAR = resolve(__dirname, '../..');

function berkasDengan(pola: RegExp): string[] {
  return readdirSync(join(AKAR, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((nama) => nama.endsWith('.ts') && !nama.endsWith('.spec.ts'))
    .filter((nama) => pola.test(readFileSync(join(AKAR, 'src', nama), 'utf8')))
    .sort();
}

test('only the command line, the first start, the import and the schedules act for nobody', () => {
  const pola = /\b(?:konteksSistem|sebagaiSistem|imporSistem|tiapInstansi)\b/;
  expect(berkasDengan(pola).filter((nama) => !/^perintah\//.test(nama))).toEqual([
    'akun-contoh.ts',
    'database/tiap-instansi.ts',
    'database/transaksi.ts',
    'paket/impor.service.ts',
    'persiapan.ts',
    'progres/bukti/objek/kesesuaian.service.ts',
    'progres/bukti/tautan/cek-tautan.service.ts',
  ]);
});

test('only the preparation connects as the owner of the tables', () => {
  expect(berkasDengan(/buatSumberData\(/)).toEqual(['database/sumber-data.ts', 'persiapan.ts']);
});
