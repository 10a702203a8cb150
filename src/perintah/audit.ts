import type { INestApplicationContext } from '@nestjs/common';
import { RANTAI_PEMASANGAN } from '../audit/audit-rantai.entity';
import { PeriksaRantaiQuery, type HasilPeriksa } from '../audit/periksa-rantai.query';
import { konteksSistem, Transaksi } from '../database/transaksi';
import { GalatTidakDitemukan } from '../shared/galat';
import { bacaArgumen } from './argumen';
import { GalatPemakaian, type KodeKeluar } from './perintah';
import { denganAplikasi } from './sambungan';

const PERINTAH = 'tuntas audit periksa';
const PEMASANGAN = 'pemasangan';

interface Cocokan {
  readonly nomor: number;
  readonly sidik: string;
}

export async function jalankan(argumen: readonly string[]): Promise<KodeKeluar> {
  const { berkas, opsi } = bacaArgumen(argumen, { instansi: null, cocokkan: null });
  if (berkas.length !== 1 || berkas[0] !== 'periksa') throw new GalatPemakaian('audit memerlukan satu pekerjaan: periksa.');
  const { instansi } = opsi;
  const cocokan = opsi['cocokkan'] === undefined ? null : bacaCocokan(opsi['cocokkan']);
  if (cocokan && instansi === undefined) throw new GalatPemakaian('--cocokkan memerlukan --instansi.');
  return denganAplikasi({ contoh: false }, async (aplikasi) => {
    const sehat = [await periksaPelindung(aplikasi)];
    const daftar = instansi === undefined ? await semuaKode(aplikasi) : [instansi];
    for (const kode of daftar) sehat.push(await periksaInstansi(aplikasi, kode, cocokan));
    if (instansi === undefined) sehat.push(await periksaPemasangan(aplikasi));
    return sehat.every(Boolean) ? 0 : 1;
  });
}

function bacaCocokan(teks: string): Cocokan {
  const [, nomor, sidik] = /^([1-9]\d{0,9}):([0-9a-f]{64})$/.exec(teks) ?? [];
  if (nomor === undefined || sidik === undefined)
    throw new GalatPemakaian('--cocokkan ditulis NOMOR:SIDIK, seperti yang dicetak pemeriksaan terdahulu.');
  return { nomor: Number(nomor), sidik };
}

async function semuaKode(aplikasi: INestApplicationContext): Promise<string[]> {
  const baris = await aplikasi
    .get(Transaksi)
    .sebagai(konteksSistem(PERINTAH), (manager) => manager.query<{ kode: string }[]>('SELECT kode FROM instansi ORDER BY kode'));
  return baris.map((b) => b.kode);
}

async function periksaInstansi(aplikasi: INestApplicationContext, kode: string, cocokan: Cocokan | null): Promise<boolean> {
  const query = aplikasi.get(PeriksaRantaiQuery);
  const hasil = await aplikasi.get(Transaksi).sebagaiSistem(
    PERINTAH,
    kode,
    async (instansiId) => {
      const cocok = cocokan === null || (await query.sidik(instansiId, cocokan.nomor)) === cocokan.sidik;
      return { ...(await query.periksa(instansiId)), cocok };
    },
    'REPEATABLE READ',
  );
  if (!hasil) throw new GalatTidakDitemukan(`Instansi "${kode}" tidak ada.`);
  if (!hasil.cocok) process.stdout.write(`${kode}: nomor ${cocokan?.nomor ?? 0} bukan lagi catatan dengan sidik itu\n`);
  return tulis(kode, hasil) && hasil.cocok;
}

async function periksaPemasangan(aplikasi: INestApplicationContext): Promise<boolean> {
  const hasil = await aplikasi
    .get(Transaksi)
    .sebagai(konteksSistem(PERINTAH), () => aplikasi.get(PeriksaRantaiQuery).periksa(RANTAI_PEMASANGAN), 'REPEATABLE READ');
  return tulis(PEMASANGAN, hasil);
}

/** What keeps the entries from being changed must itself stand. */
async function periksaPelindung(aplikasi: INestApplicationContext): Promise<boolean> {
  const lepas = await aplikasi
    .get(Transaksi)
    .sebagai(konteksSistem(PERINTAH), () => aplikasi.get(PeriksaRantaiQuery).pelindungLepas(), 'REPEATABLE READ');
  for (const nama of lepas) process.stdout.write(`pelindung ${nama} tidak aktif pada basis data\n`);
  return lepas.length === 0;
}

function tulis(nama: string, { jumlah, sidik, cacat }: HasilPeriksa): boolean {
  for (const { nomor, pesan } of cacat) process.stdout.write(`${nama}: nomor ${nomor} ${pesan}\n`);
  if (cacat.length === 0)
    process.stdout.write(`${nama}: ${jumlah} catatan utuh${jumlah > 0 ? `, terakhir ${jumlah}:${sidik}` : ''}\n`);
  return cacat.length === 0;
}
