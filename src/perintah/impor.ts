import { ImporService } from '../paket/impor.service';
import { UKURAN_MAKS } from '../paket/json';
import type { Paket } from '../paket/paket';
import { bacaPaket } from '../paket/paket.baca';
import { GalatPengguna } from '../shared/galat';
import { bacaArgumen } from './argumen';
import { bacaBerkas } from './berkas';
import { GalatPemakaian, type KodeKeluar } from './perintah';
import { denganAplikasi } from './sambungan';

export async function jalankan(argumen: readonly string[]): Promise<KodeKeluar> {
  const { berkas } = bacaArgumen(argumen, {});
  if (berkas.length === 0) throw new GalatPemakaian('impor memerlukan sekurang-kurangnya satu berkas paket.');
  const ditolak: string[] = [];
  const tolak = (nama: string, galat: unknown) => {
    ditolak.push(nama);
    process.stderr.write(`${nama}: ${alasan(galat)}\n`);
  };

  const sah = bacaYangSah(berkas, tolak);
  let kini = sah.next();
  // The database is opened only when there is something to import.
  if (!kini.done) {
    await denganAplikasi({ contoh: false }, async (aplikasi) => {
      const layanan = aplikasi.get(ImporService);
      for (; !kini.done; kini = sah.next()) {
        const { nama, paket } = kini.value;
        try {
          const { baru, berubah, tetap } = await layanan.imporSistem(paket, 'tuntas impor');
          process.stdout.write(`${berkas.length > 1 ? `${nama}: ` : ''}${baru} baru, ${berubah} berubah, ${tetap} tetap\n`);
        } catch (galat) {
          tolak(nama, galat);
        }
      }
    });
  }
  if (ditolak.length > 0 && berkas.length > 1) {
    process.stderr.write(`${ditolak.length} dari ${berkas.length} berkas ditolak: ${ditolak.join(', ')}\n`);
  }
  return ditolak.length > 0 ? 1 : 0;
}

/** One paket in memory at a time. */
function* bacaYangSah(
  berkas: readonly string[],
  tolak: (nama: string, galat: unknown) => void,
): Generator<{ nama: string; paket: Paket }, undefined> {
  for (const nama of berkas) {
    let paket: Paket;
    try {
      paket = bacaPaket(bacaBerkas(nama, UKURAN_MAKS));
    } catch (galat) {
      tolak(nama, galat);
      continue;
    }
    yield { nama, paket };
  }
}

function alasan(galat: unknown): string {
  if (galat instanceof GalatPengguna) return galat.message;
  const pesan = galat instanceof Error ? galat.message : String(galat);
  const { code } = galat as { code?: unknown };
  const putus = (typeof code === 'string' && /^(08|57P0|ECONN)/.test(code)) || pesan.startsWith('Connection terminated');
  return putus ? 'sambungan ke basis data terputus; tidak ada yang diimpor dari berkas ini.' : `tidak terimpor: ${pesan}`;
}
