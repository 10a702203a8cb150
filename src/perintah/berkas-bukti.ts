import type { INestApplicationContext } from '@nestjs/common';
import { KesesuaianBerkas } from '../progres/bukti/objek/kesesuaian.service';
import { bacaArgumen } from './argumen';
import { GalatPemakaian, type KodeKeluar } from './perintah';
import { denganAplikasi } from './sambungan';

const JAM = 60 * 60 * 1000;
const ARTI = { hilang: 'tidak ada di penyimpanan', ukuran: 'berbeda ukurannya', isi: 'berbeda isinya' } as const;

export async function jalankan(argumen: readonly string[]): Promise<KodeKeluar> {
  const isi = argumen.includes('--isi');
  const paksa = argumen.includes('--paksa');
  const { berkas, opsi } = bacaArgumen(
    argumen.filter((a) => a !== '--isi' && a !== '--paksa'),
    { umur: null },
  );
  const [kerja] = berkas;
  if (berkas.length !== 1 || (kerja !== 'periksa' && kerja !== 'sapu'))
    throw new GalatPemakaian('berkas memerlukan satu pekerjaan: periksa, atau sapu.');
  if (isi && kerja !== 'periksa') throw new GalatPemakaian('--isi hanya untuk berkas periksa.');
  if ((paksa || opsi['umur'] !== undefined) && kerja !== 'sapu')
    throw new GalatPemakaian('--umur dan --paksa hanya untuk berkas sapu.');
  const umur = opsi['umur'] ?? '24';
  if (!/^\d{1,5}$/.test(umur)) throw new GalatPemakaian('--umur ditulis sebagai jumlah jam, misalnya 24.');
  return denganAplikasi({ contoh: false }, (aplikasi) =>
    kerja === 'periksa' ? periksa(aplikasi, isi) : sapu(aplikasi, new Date(Date.now() - Number(umur) * JAM), paksa),
  );
}

async function periksa(aplikasi: INestApplicationContext, isi: boolean): Promise<KodeKeluar> {
  const { objek, selisih, yatim } = await aplikasi.get(KesesuaianBerkas).periksa(isi);
  for (const { instansi, sha256, masalah } of selisih) process.stdout.write(`${instansi}: berkas ${sha256} ${ARTI[masalah]}\n`);
  process.stdout.write(
    `${objek} berkas tercatat, ${selisih.length} tidak cocok, ${yatim.length} berkas di penyimpanan tidak dirujuk\n`,
  );
  return selisih.length === 0 ? 0 : 1;
}

async function sapu(aplikasi: INestApplicationContext, sebelum: Date, paksa: boolean): Promise<KodeKeluar> {
  const { objek, tampungan, unggahan } = await aplikasi.get(KesesuaianBerkas).sapu(sebelum, paksa);
  process.stdout.write(`${objek} berkas tidak dirujuk, ${tampungan} berkas sementara, ${unggahan} unggahan terhenti dibuang\n`);
  return 0;
}
