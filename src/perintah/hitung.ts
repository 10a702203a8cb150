import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { INSTRUMEN_BAKU, INSTRUMEN_BAWAAN } from '../instrumen/instrumen.bawaan';
import { hitungPaket } from '../paket/hitung';
import { hitungRespons } from '../paket/hitung-respons';
import { UKURAN_MAKS } from '../paket/json';
import { bacaPaket } from '../paket/paket.baca';
import { bacaArgumen } from './argumen';
import { bacaBerkas, periksaBerkas } from './berkas';
import { GalatPemakaian, type KodeKeluar } from './perintah';

const OPSI = { respons: null, instrumen: INSTRUMEN_BAWAAN.map((i) => i.kode), lembar: null, menurut: ['kode', 'nama'] };

export async function jalankan(argumen: readonly string[]): Promise<KodeKeluar> {
  const { berkas, opsi } = bacaArgumen(argumen, OPSI);
  if (opsi['respons'] !== undefined) {
    if (berkas.length > 0) throw new GalatPemakaian('hitung --respons memerlukan tepat satu berkas jawaban.');
    return tulis(await hitungBerkasRespons(opsi['respons'], opsi));
  }
  const tanpaRespons = Object.keys(OPSI).find((nama) => opsi[nama] !== undefined);
  if (tanpaRespons !== undefined) throw new GalatPemakaian(`Opsi --${tanpaRespons} memerlukan --respons.`);
  const [satu] = berkas;
  if (satu === undefined || berkas.length > 1) throw new GalatPemakaian('hitung memerlukan tepat satu berkas paket.');
  return tulis(hitungPaket(bacaPaket(bacaBerkas(satu, UKURAN_MAKS))));
}

function hitungBerkasRespons(
  berkas: string,
  { instrumen, lembar, menurut }: Record<string, string | undefined>,
): Promise<unknown> {
  const dipakai = INSTRUMEN_BAWAAN.find((i) => i.kode === (instrumen ?? INSTRUMEN_BAKU));
  if (!dipakai) throw new GalatPemakaian(`Instrumen ${instrumen ?? ''} tidak dikenal.`);
  const { jalur, ukuran } = periksaBerkas(berkas);
  return hitungRespons({ nama: basename(jalur), ukuran, jalur, buka: () => createReadStream(jalur) }, dipakai, {
    ...(lembar === undefined ? {} : { lembar }),
    ...(menurut === 'kode' || menurut === 'nama' ? { menurut } : {}),
    catat: (kalimat) => process.stderr.write(`${kalimat}\n`),
  });
}

function tulis(hasil: unknown): KodeKeluar {
  process.stdout.write(`${JSON.stringify(hasil, null, 2)}\n`);
  return 0;
}
